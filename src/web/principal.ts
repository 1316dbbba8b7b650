// Who is asking: nobody, a partner by its key, or the operator.

import type { MiddlewareHandler } from 'hono'
import type { Ports } from '../ports.ts'
import { Problem } from '../problem.ts'
import { sha256 } from '../storage/digest.ts'
import { ADMIN_KEY_ID, findKey, type Key, ROLES, type Role } from '../storage/keys.ts'
import { findPartner, type Partner } from '../storage/partners.ts'

interface Known {
  label: string
  keyId: string
  role: Role
}
/** The operator is an owner everywhere. */
export type Principal =
  | (Known & { kind: 'operator' })
  | (Known & { kind: 'partner'; partnerId: number })

export const OPERATOR: Principal = {
  ...{ kind: 'operator', label: 'operator', keyId: ADMIN_KEY_ID, role: 'owner' },
}

/** A partner's key names its row, so that the secret itself is never searched for. */
const PARTNER_KEY = /^kal_([a-z0-9]{8,32})_[a-z0-9]{16,128}$/
const MAX_KEY_CHARS = 512

/** The id a key names, whether or not there is such a key; null for the operator's. */
export const idIn = (key: string): string | null => PARTNER_KEY.exec(key)?.[1] ?? null

export const partnerKey = (id: string, secret: string): string => `kal_${id}_${secret}`

/** Octets that no key has are refused even where none is asked for: somebody's header is broken. */
export const readableKey: MiddlewareHandler = async (c, next) => {
  if (/[^\x20-\x7e]/.test(c.req.header('authorization') ?? ''))
    throw new Problem('unauthorized', { why: 'unreadable' })
  await next()
}

/** Throws `unauthorized` unless the request carries a valid key. */
export async function principalOf(ports: Ports, authorization: string | undefined) {
  const key = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1]
  if (!key) throw new Problem('unauthorized', { why: 'missing' })
  const principal = await holderOf(ports, key)
  if (!principal) throw new Problem('unauthorized', { why: 'unknown' })
  return principal
}

/** Whose key this is; null when it is nobody's. */
export async function holderOf(ports: Ports, key: string): Promise<Principal | null> {
  if (key.length > MAX_KEY_CHARS) return null
  const digest = await sha256(key)
  const id = idIn(key)
  if (id) {
    const found = await findKey(ports.db, id)
    const principal = found && sameDigest(found.secretSha256, digest) ? principalBy(found) : null
    if (principal) return principal
  }
  const wanted = await adminDigest(ports)
  return wanted && sameDigest(wanted, digest) ? OPERATOR : null
}

/** Null for a revoked key. */
export function principalBy({ id, partnerId, label, role, revokedAt }: Key): Principal | null {
  if (revokedAt || partnerId === null) return null
  return { kind: 'partner', label, keyId: id, role, partnerId }
}

export async function adminDigest({ db, config }: Ports): Promise<string | null> {
  if (config.adminKey) return sha256(config.adminKey)
  return (await findKey(db, ADMIN_KEY_ID))?.secretSha256 ?? null
}

/** Whether two digests are equal, in a time that does not depend on where they differ. */
export function sameDigest(a: string, b: string): boolean {
  if (a.length !== b.length) return false
  let difference = 0
  for (let place = 0; place < a.length; place += 1)
    difference |= a.charCodeAt(place) ^ b.charCodeAt(place)
  return difference === 0
}

/** Throws unless the operator is asking. */
export async function requireOperator(ports: Ports, authorization: string | undefined) {
  const principal = await principalOf(ports, authorization)
  if (principal.kind !== 'operator')
    throw new Problem('forbidden', { needed: 'admin key', has: 'partner key' })
  return principal
}

/**
 * The partner at `slug`, for the operator or for that partner itself. To everybody else another
 * partner is as unknown as one that does not exist.
 */
export async function requirePartner(
  ports: Ports,
  authorization: string | undefined,
  slug: string,
  needed: Role = 'viewer',
): Promise<{ partner: Partner; principal: Principal }> {
  const principal = await principalOf(ports, authorization)
  const partner = await findPartner(ports.db, slug)
  const mine = principal.kind === 'operator' || principal.partnerId === partner?.id
  if (!partner || !mine) throw new Problem('not_found', { what: 'partner', name: slug })
  requireRole(principal, needed)
  return { partner, principal }
}

/** Throws `forbidden` when the role may do less than the one needed. */
export function requireRole({ role }: Principal, needed: Role): void {
  if (!mayAct(role, needed)) throw new Problem('forbidden', { needed: `role ${needed}`, has: role })
}

export const mayAct = (role: Role, needed: Role): boolean =>
  ROLES.indexOf(role) <= ROLES.indexOf(needed)
