// Which addresses may be called: looked at when one is saved, and at every hop when it is called.

import { Problem } from '../problem.ts'
import { isAddress, isPublicAddress } from './addresses.ts'

export const MAX_URL_CHARS = 2_000

/** Names that mean this machine or this network, whatever a resolver says of them. */
const INSIDE = /(^|\.)(localhost|local|internal|intranet|lan|home\.arpa)$/
const WEB_PORTS = new Set(['', '80', '443'])
const FIRST_FREE_PORT = 1024

/**
 * The address as it is called, webcal: read as https:. Throws `url_not_allowed`. A name is let
 * through: where it leads is looked at when it is called. `inside`: this machine and network as well.
 */
export function allowedUrl(text: string, ownHost: string, inside = false): URL {
  const refuse = (why: string): never => {
    throw new Problem('url_not_allowed', { value: text.slice(0, 200), why })
  }
  if (text.length > MAX_URL_CHARS) return refuse('long')
  const web = text.replace(/^webcals?:(?=\/\/)/i, 'https:')
  const scheme = /^\s*([a-z][a-z0-9+.-]*):/i.exec(web)?.[1]?.toLowerCase()
  if (scheme && scheme !== 'http' && scheme !== 'https') return refuse('scheme')
  const url = /^\s*https?:\/\//i.test(web) ? readUrl(web) : null
  if (!url) return refuse('unreadable')
  if (url.username || url.password) return refuse('credentials')
  // What a careless receiver would decode into lines of its own.
  if (/%(0[0-9a-f]|1[0-9a-f]|7f)/i.test(url.href)) return refuse('characters')
  if (!WEB_PORTS.has(url.port) && Number(url.port) < FIRST_FREE_PORT) return refuse('port')
  if (!inside && !mayBeOutside(url.hostname, ownHost)) return refuse('inside')
  url.hash = ''
  return url
}

export function readUrl(text: string, base?: URL): URL | null {
  try {
    return new URL(text, base)
  } catch {
    return null
  }
}

function mayBeOutside(host: string, ownHost: string): boolean {
  if (isAddress(host)) return isPublicAddress(host.replace(/^\[|\]$/g, ''))
  const name = host.replace(/\.+$/, '')
  if (isAddress(name) || name === ownHost) return false
  return name.includes('.') && !INSIDE.test(name)
}
