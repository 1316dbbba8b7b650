// The links that this browser made or was shown: their tokens in a cookie that no script can read.

import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Ports } from '../../ports.ts'

/** Some 660 characters: well within what browsers keep of one cookie. The oldest leaves first. */
export const MAX_LINKS = 20
/** The longest that browsers keep any. */
const KEPT_DAYS = 400
const DAY_S = 86_400
const NAME = 'kalends-links'
const TOKEN = /^[a-z0-9]{16,64}$/

/** The tokens, the latest first. What is not a token, somebody else wrote. */
export function linksOnDevice(c: Context): string[] {
  const tokens = (getCookie(c, NAME) ?? '').split('.').filter((token) => TOKEN.test(token))
  return [...new Set(tokens)].slice(0, MAX_LINKS)
}

export function rememberLink(ports: Ports, c: Context, token: string): void {
  keep(ports, c, [token, ...linksOnDevice(c).filter((other) => other !== token)])
}

/** `instead` stands in the place of the one that ended. */
export function replaceLink(ports: Ports, c: Context, token: string, instead: string): void {
  const others = linksOnDevice(c).filter((other) => other !== token)
  keep(ports, c, [instead, ...others])
}

export function forgetLink(ports: Ports, c: Context, token: string): void {
  keep(
    ports,
    c,
    linksOnDevice(c).filter((other) => other !== token),
  )
}

function keep(ports: Ports, c: Context, tokens: readonly string[]): void {
  const secure = ports.config.publicUrl.startsWith('https:')
  const options = { path: '/my', httpOnly: true, sameSite: 'Lax', secure } as const
  if (tokens.length === 0) deleteCookie(c, NAME, options)
  else
    setCookie(c, NAME, tokens.slice(0, MAX_LINKS).join('.'), {
      ...options,
      maxAge: KEPT_DAYS * DAY_S,
    })
}
