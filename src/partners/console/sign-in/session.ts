// Who sits at the console: a cookie, whose hash leads to a key.

import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { HTTPException } from 'hono/http-exception'
import { chooseLanguage, type Language } from '../../../language/choose.ts'
import type { Ports } from '../../../ports.ts'
import { HOUR, secondsFrom } from '../../../schedule/instants.ts'
import type { Statement } from '../../../storage/database.ts'
import { sha256 } from '../../../storage/digest.ts'
import { ADMIN_KEY_ID, findKey, markSignedIn, type Role } from '../../../storage/keys.ts'
import { findPartnerById, type Partner } from '../../../storage/partners.ts'
import { countOpen } from '../../../storage/reports.ts'
import {
  dropExpired,
  endSession,
  findSession,
  insertSession,
  markSeen,
  type StoredSession,
} from '../../../storage/sessions.ts'
import {
  adminDigest,
  OPERATOR,
  type Principal,
  principalBy,
  requireRole,
} from '../../../web/principal.ts'

export interface Session {
  principal: Principal
  /** Null for an operator who has not chosen one. */
  partner: Partner | null
  csrf: string
  language: Language
  stored: StoredSession
  /** Reports that nobody has decided on. */
  openReports: number
}

export interface SignedIn extends Session {
  partner: Partner
}

export const IDLE_HOURS = 12
export const LONGEST_DAYS = 30
/** A session is written down as seen no oftener. */
const SEEN_EVERY_HOURS = 1
/** Sessions that are over are cleared away with each sign-in, so many at once. */
const DROPPED_AT_ONCE = 100

const ID = /^[a-z0-9]{44}$/
const LANGUAGE_COOKIE = 'kalends-language'

/** The instant so many hours from an instant. */
export const hoursFrom = (instant: string, hours: number): string =>
  secondsFrom(instant, hours * HOUR)

const isSecure = ({ config }: Ports): boolean => config.publicUrl.startsWith('https:')

/** With the prefix, browsers take it from nobody but this host, over TLS. */
const cookieName = (ports: Ports): string => (isSecure(ports) ? '__Host-kalends' : 'kalends')

const cookieOptions = (ports: Ports) =>
  ({ path: '/', secure: isSecure(ports), httpOnly: true, sameSite: 'Lax' }) as const

/** The reader's language: as chosen in the console, else as the browser asks. */
export function languageOf(c: Context): Language {
  const chosen = getCookie(c, LANGUAGE_COOKIE)
  if (chosen === 'ko' || chosen === 'en') return chosen
  return chooseLanguage(c.req.header('accept-language') ?? null, 'ko')
}

export function keepLanguage(ports: Ports, c: Context, language: Language): void {
  const maxAge = LONGEST_DAYS * 24 * HOUR
  setCookie(c, LANGUAGE_COOKIE, language, { ...cookieOptions(ports), maxAge })
}

/** The session of the request's cookie; null when there is none that still holds. */
export async function sessionOf(ports: Ports, c: Context): Promise<Session | null> {
  const id = getCookie(c, cookieName(ports))
  if (!id || !ID.test(id)) return null
  const stored = await findSession(ports.db, await sha256(id))
  if (!stored || isOver(stored, ports.now())) return null
  const principal = await holderBy(ports, stored)
  if (!principal) return null
  const partnerId = principal.kind === 'partner' ? principal.partnerId : stored.partnerId
  const partner = partnerId === null ? null : await findPartnerById(ports.db, partnerId)
  const openReports = partner ? await countOpen(ports.db, partner.id) : 0
  const csrf = await csrfOf(id)
  return { principal, partner, csrf, language: languageOf(c), stored, openReports }
}

/** Follows from the cookie, so that it need not be stored. */
const csrfOf = (id: string): Promise<string> => sha256(`csrf ${id}`)

const isOver = ({ seenAt, expiresAt }: StoredSession, now: string): boolean =>
  expiresAt <= now || hoursFrom(seenAt, IDLE_HOURS) <= now

/** Null when the key was revoked, or is another by now. */
async function holderBy(ports: Ports, { keyId, secretSha256 }: StoredSession) {
  if (keyId === ADMIN_KEY_ID) return (await adminDigest(ports)) === secretSha256 ? OPERATOR : null
  const key = await findKey(ports.db, keyId)
  return key && key.secretSha256 === secretSha256 ? principalBy(key) : null
}

/** Redirects to the sign-in without a session, and an operator without a partner to the choice. */
export async function signedIn(
  ports: Ports,
  c: Context,
  needed: Role = 'viewer',
): Promise<SignedIn> {
  const session = await requireSession(ports, c)
  const { partner, principal } = session
  if (!partner) throw elsewhere('/console')
  requireRole(principal, needed)
  return { ...session, partner }
}

export async function requireSession(ports: Ports, c: Context): Promise<Session> {
  const session = await sessionOf(ports, c)
  if (!session) throw elsewhere('/console/sign-in')
  await seen(ports, session.stored)
  return session
}

/** Writes down, once an hour at most, that the session is in use. */
async function seen({ db, now }: Ports, { idSha256, seenAt }: StoredSession): Promise<void> {
  if (hoursFrom(seenAt, SEEN_EVERY_HOURS) <= now()) await db.batch([markSeen(idSha256, now())])
}

/** Thrown to send the browser to another page. */
export const elsewhere = (location: string): HTTPException =>
  new HTTPException(303, {
    res: new Response(null, {
      status: 303,
      headers: { Location: location, 'Cache-Control': 'private, no-store' },
    }),
  })

export interface Beginning {
  keyId: string
  secretSha256: string
  partnerId?: number | null
  /** The session that this one takes the place of. */
  instead?: StoredSession | undefined
}

/** A new session under an id that nobody but this browser has ever seen. */
export async function beginSession(
  ports: Ports,
  c: Context,
  { keyId, secretSha256, partnerId = null, instead }: Beginning,
  along: readonly Statement[] = [],
): Promise<void> {
  const id = ports.mint() + ports.mint()
  const now = ports.now()
  const expiresAt = instead?.expiresAt ?? hoursFrom(now, LONGEST_DAYS * 24)
  const session = { keyId, secretSha256, partnerId, createdAt: now, seenAt: now, expiresAt }
  await ports.db.batch([
    ...along,
    ...(instead ? [endSession(instead.idSha256)] : []),
    dropExpired(now, DROPPED_AT_ONCE),
    markSignedIn(keyId, now.slice(0, 10)),
    insertSession({ ...session, idSha256: await sha256(id) }),
  ])
  const maxAge = LONGEST_DAYS * 24 * HOUR
  setCookie(c, cookieName(ports), id, { ...cookieOptions(ports), maxAge })
}

export function dropCookie(ports: Ports, c: Context): void {
  deleteCookie(c, cookieName(ports), cookieOptions(ports))
}
