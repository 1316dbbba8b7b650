// Which endpoints may be called: those of the browsers' push services, to the letter, and what the
// operator adds. Looked at when one is registered, and again whenever it is called.

import type { Config } from '../config.ts'
import { Problem } from '../problem.ts'

/** Chrome and its kin, Firefox, Safari. */
const HOSTS = ['fcm.googleapis.com', 'updates.push.services.mozilla.com', 'web.push.apple.com']
/** Edge's: a host for each region. */
const SUFFIX = '.notify.windows.com'
export const MAX_ENDPOINT_CHARS = 2_000

type Allowed = Pick<Config, 'pushHosts'>

/** As it is called. Throws `endpoint_not_allowed`. */
export function checkedEndpoint(text: string, { pushHosts }: Allowed): URL {
  const refuse = (why: string): never => {
    throw new Problem('endpoint_not_allowed', { value: text.slice(0, 100), why })
  }
  if (text.length > MAX_ENDPOINT_CHARS) return refuse('long')
  if (!/^https:\/\/[^/\\]/i.test(text)) return refuse('scheme')
  const url = urlOf(text)
  if (!url || /\s/.test(text)) return refuse('unreadable')
  if (url.username || url.password) return refuse('credentials')
  // What is not ASCII is three times as long where it is called.
  if (url.href.length > MAX_ENDPOINT_CHARS) return refuse('long')
  if (/%(0[0-9a-f]|1[0-9a-f]|7f)/i.test(url.href)) return refuse('characters')
  if (!isNamed(url, pushHosts)) {
    if (!isService(url.hostname)) return refuse('host')
    if (url.port) return refuse('port')
  }
  url.hash = ''
  return url
}

/** By the operator, with this port. */
export const isNamed = ({ host }: URL, pushHosts: Allowed['pushHosts']): boolean =>
  pushHosts.some((named) => named.replace(/:443$/, '') === host)

const isService = (host: string): boolean => HOSTS.includes(host) || host.endsWith(SUFFIX)

function urlOf(text: string): URL | null {
  try {
    return new URL(text)
  } catch {
    return null
  }
}
