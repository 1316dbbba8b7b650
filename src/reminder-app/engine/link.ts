// What somebody pasted, shared or tapped → what it means here: a calendar to follow, or a personal link.

import type { Language } from './device.ts'
import { Told, WORDS } from './words.ts'

export type Meant = { calendar: string } | { token: string }

const LINK = /\b(?:web\+)?(?:webcals?|https?):\/\/[^\s"'<>”’」』]+/i
const SLUG = '[a-z0-9-]{1,64}'
const TOKEN = '[a-z0-9]{16,64}'
const MAX_FOUND_CHARS = 80

/** What stands at these is no partner. */
const OWN =
  /^\/(?:my|app|docs|doctor|console|embed|feeds|v1|mcp|assets|healthz|readyz|metrics)(?:\/|$)/

/** `hosts`: of this server, the first as it is told. Throws `Told`. */
export function meantBy(text: string, hosts: readonly string[], language: Language): Meant {
  const words = WORDS[language]
  const plain = new RegExp(`^${SLUG}/${SLUG}$`)
  const bare = text.trim()
  if (plain.test(bare)) return { calendar: bare }
  const [found] = LINK.exec(bare) ?? []
  const url = found && urlOf(found.replace(/[).,!?…]+$/, ''))
  if (!url) throw new Told(words.noLink(bare.slice(0, MAX_FOUND_CHARS)))
  const within = linkWithin(url)
  if (within !== null) return meantBy(within, hosts, language)
  if (!hosts.includes(url.host)) throw new Told(words.otherServer(url.host, hosts[0] ?? ''))
  const meant = meantByPath(url.pathname)
  if (!meant) throw new Told(words.notOurs(url.pathname.slice(0, MAX_FOUND_CHARS)))
  return meant
}

function urlOf(link: string): URL | null {
  try {
    return new URL(link.replace(/^(?:web\+)?webcals?:/i, 'https:'))
  } catch {
    return null
  }
}

/** Of the links that hand a feed on to Google or Outlook, and of our own. */
function linkWithin({ hash, searchParams, pathname }: URL): string | null {
  if (pathname === '/app' && hash.startsWith('#open=')) return decoded(hash.slice('#open='.length))
  const given = searchParams.get('cid') ?? searchParams.get('url')
  return given && LINK.test(given) ? given : null
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function meantByPath(path: string): Meant | null {
  const [, token] = new RegExp(`^/(?:feeds/)?my/(${TOKEN})(?:\\.ics|/[^/]*)?/?$`).exec(path) ?? []
  if (token) return { token }
  const [, feed] = new RegExp(`^/feeds/(${SLUG}/${SLUG})\\.ics$`).exec(path) ?? []
  if (feed) return { calendar: feed }
  if (OWN.test(path)) return null
  const [, page] = new RegExp(`^/(${SLUG}/${SLUG})(?:/[^/]*)?/?$`).exec(path) ?? []
  return page ? { calendar: page } : null
}
