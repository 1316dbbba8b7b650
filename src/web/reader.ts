// Who reads a public page: the language, and the addresses that keep it.

import type { Context } from 'hono'
import { chooseLanguage, type Language } from '../language/choose.ts'

export interface Reader {
  language: Language
  /** Whether the address says the language; then every link goes on saying it. */
  chosen: boolean
  /** A path of this server, in the language that was chosen. */
  to(path: string): string
}

/** `?lang=ko|en` before Accept-Language; Korean for who says neither. */
export function readerOf(c: Context): Reader {
  const asked = c.req.query('lang')
  const chosen = asked === 'ko' || asked === 'en'
  const language = chosen ? asked : chooseLanguage(c.req.header('accept-language') ?? null, 'ko')
  return {
    language,
    chosen,
    to: (path) => (chosen ? withOption(path, 'lang', language) : path),
  }
}

/** The path with one option of its query set to this; without it where the value is empty. */
export function withOption(path: string, name: string, value: string): string {
  const { pathname, searchParams, hash } = new URL(path, 'http://here')
  if (value) searchParams.set(name, value)
  else searchParams.delete(name)
  const query = searchParams.size > 0 ? `?${searchParams}` : ''
  return `${pathname}${query}${hash}`
}
