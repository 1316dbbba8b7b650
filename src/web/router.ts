// An OpenAPIHono whose failed validations become Problems that name the place, the value and the wish.

import { OpenAPIHono, z } from '@hono/zod-openapi'
import type { core } from 'zod'
import { chooseLanguage, type Language } from '../language/choose.ts'
import { Problem } from '../problem.ts'

export function router(): OpenAPIHono {
  return new OpenAPIHono({
    defaultHook: (result, c) => {
      if (result.success) return
      const { target, error, data } = result as typeof result & { data?: unknown }
      const language = chooseLanguage(c.req.header('accept-language') ?? null, 'en')
      throw problemOf(error.issues, { target, given: data, language })
    },
  })
}

export interface Refused {
  target: string
  /** What was validated. */
  given: unknown
  language: Language
}

/** The first thing that is wrong, as a Problem. */
export function problemOf(
  issues: readonly core.$ZodIssue[],
  { target, given, language }: Refused,
): Problem {
  const [issue] = issues
  if (!issue) return new Problem('invalid_request', { place: target, found: '', wanted: '' })
  const unknown = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : []
  if (target === 'query' && unknown[0] !== undefined)
    return new Problem('unknown_option', { name: unknown[0].slice(0, 80), known: issue.message })
  const path = [...issue.path, ...unknown].map(String)
  const input = valueAt(given, path)
  return new Problem('invalid_request', {
    place:
      target === 'json' ? path.map((key) => `/${key}`).join('') || 'body' : `${target} ${path}`,
    found: (JSON.stringify(input) ?? '–').slice(0, 200),
    wanted:
      unknown.length > 0 ? `${KNOWN[language]}: ${issue.message}` : wish(issue, input, language),
  })
}

const KNOWN = { ko: '사용 가능', en: 'Known' }

const valueAt = (given: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? (value as Record<string, unknown>)[key]
        : undefined,
    given,
  )

/** Zod's own words are English; what we worded ourselves stays as it is. */
function wish(issue: core.$ZodIssue, input: unknown, language: Language): string {
  const raw = { ...issue, input } as core.$ZodRawIssue
  const said = (locale: ReturnType<typeof z.locales.en>) => {
    const words = locale.localeError(raw)
    return typeof words === 'string' ? words : words?.message
  }
  if (language === 'en' || said(z.locales.en()) !== issue.message) return issue.message
  return said(z.locales.ko()) ?? issue.message
}
