// Audiences of a partner and the keys of their members. Keys that come as they are typed are hashed
// here, at once, and never kept.

import type { Ports } from '../../ports.ts'
import { Problem } from '../../problem.ts'
import { addDays, placeIn } from '../../schedule/zones.ts'
import { isHash, MAX_KEY_CHARS, MIN_KEY_CHARS, plainKey } from '../../storage/audience-keys.ts'
import {
  type AudienceCounts,
  type AudienceKey,
  addKeys,
  countedAudiences,
  deleteAudience,
  removeAllKeys,
  removeKeys,
  saveAudience,
} from '../../storage/audiences.ts'
import { recordAudit } from '../../storage/audit.ts'
import { GuardFailed, type Statement } from '../../storage/database.ts'
import { sha256 } from '../../storage/digest.ts'
import { settleMemberships } from '../../storage/memberships.ts'
import type { Partner } from '../../storage/partners.ts'
import { inTurns } from '../../storage/turns.ts'
import { requireSlug } from '../../web/names.ts'

/** Of one partner. */
export const MAX_AUDIENCES = 50
/** Of one audience. */
export const MAX_KEYS = 100_000
/** A file of so many keys, with room for their lines. */
export const MAX_KEYS_BYTES = 10 * 1024 * 1024

/** Keys hashed at once: some milliseconds. */
const KEYS_AT_ONCE = 1000

export interface AudienceSettings {
  name: string
  translations?: Record<string, { name?: string | undefined }> | undefined
}

export const KEY_ACTS = ['add', 'replace', 'remove'] as const

export interface KeyChange {
  /** One key a line. */
  text: string
  act: (typeof KEY_ACTS)[number]
  /** The last day on which they open anything, in the partner's zone. */
  expires: string | null
}

export const isDay = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text)

export async function requireAudience(
  { db, now }: Ports,
  partner: Partner,
  slug: string,
): Promise<AudienceCounts> {
  const audiences = await countedAudiences(db, partner.id, now())
  const found = audiences.find((audience) => audience.slug === slug)
  if (!found) throw new Problem('not_found', { what: 'audience', name: slug })
  return found
}

export async function keepAudience(
  ports: Ports,
  partner: Partner,
  { slug, name, translations = {} }: AudienceSettings & { slug: string },
  author: string,
): Promise<{ audience: AudienceCounts; isNew: boolean }> {
  requireSlug(slug)
  const known = await countedAudiences(ports.db, partner.id, ports.now())
  const told = Object.fromEntries(
    Object.entries(translations).flatMap(([language, each]) =>
      each.name ? [[language, { name: each.name }]] : [],
    ),
  )
  const audience = { slug, name, translations: told, createdAt: ports.now() }
  await act(ports, partner, {
    statements: saveAudience(partner.id, audience, MAX_AUDIENCES),
    ...{ author, about: { label: name, audience: slug }, limit: MAX_AUDIENCES, what: 'audience' },
  })
  const isNew = !known.some((each) => each.slug === slug)
  return { audience: await requireAudience(ports, partner, slug), isNew }
}

/** Only of an audience that no event is for. */
export async function dropAudience(
  ports: Ports,
  partner: Partner,
  slug: string,
  author: string,
): Promise<void> {
  const { name } = await requireAudience(ports, partner, slug)
  try {
    await ports.db.batch([
      ...deleteAudience(partner.id, slug, ports.now()),
      audited(ports, partner, author, { label: name, audience: slug, removed: true }),
    ])
  } catch (error) {
    if (!(error instanceof GuardFailed)) throw error
    throw new Problem('audience_in_use', { name: slug })
  }
}

export async function dropKeys(
  ports: Ports,
  partner: Partner,
  slug: string,
  author: string,
): Promise<void> {
  const { name, keys: before } = await requireAudience(ports, partner, slug)
  const about = { label: name, audience: slug, act: 'replace', given: 0, before }
  await ports.db.batch([
    removeAllKeys(partner.id, slug),
    ...settleMemberships(ports.now(), { partnerId: partner.id, audience: slug }),
    audited(ports, partner, author, about),
  ])
}

/** All of them, or none: a line that is no key is named. */
export async function changeKeys(
  ports: Ports,
  partner: Partner,
  { slug, text, act: how, expires }: KeyChange & { slug: string },
  author: string,
): Promise<AudienceCounts> {
  const { name, keys: before } = await requireAudience(ports, partner, slug)
  const keys = await hashed(text, expires && dayAfter(expires, partner.timezone))
  const hashes = keys.map((key) => key.sha256)
  const statements =
    how === 'remove'
      ? removeKeys(partner.id, slug, hashes)
      : [
          ...(how === 'replace' ? [removeAllKeys(partner.id, slug)] : []),
          ...addKeys(partner.id, slug, keys, MAX_KEYS),
        ]
  await act(ports, partner, {
    statements: [
      ...statements,
      ...settleMemberships(ports.now(), { partnerId: partner.id, audience: slug }),
    ],
    author,
    about: { label: name, audience: slug, act: how, given: keys.length, before },
    ...{ limit: MAX_KEYS, what: 'key' },
  })
  return requireAudience(ports, partner, slug)
}

const dayAfter = (day: string, timezone: string): string =>
  placeIn(`${addDays(day, 1)}T00:00:00`, timezone).instant

async function hashed(text: string, expiresAt: string | null): Promise<AudienceKey[]> {
  const lines = text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\r|\n/)
    .map((line, at) => ({ key: line.trim(), line: at + 1 }))
    .filter(({ key }) => key !== '')
  if (lines.length > MAX_KEYS) throw new Problem('too_many', { what: 'key', limit: MAX_KEYS })
  const hashes = new Set<string>()
  for await (const some of inTurns(lines, KEYS_AT_ONCE))
    for (const hash of await Promise.all(some.map(hashOf))) hashes.add(hash)
  if (hashes.size === 0) throw new Problem('nothing_given')
  return [...hashes].map((sha256) => ({ sha256, expiresAt }))
}

/** What is wrong is quoted in part: it may be a key after all. */
async function hashOf({ key, line }: { key: string; line: number }): Promise<string> {
  if (isHash(key)) return key.toLowerCase()
  const plain = plainKey(key)
  if (plain !== null) return sha256(plain)
  const about = { line, start: key.slice(0, 2), length: key.length }
  const [min, max] = [MIN_KEY_CHARS, MAX_KEY_CHARS]
  throw new Problem('audience_key_invalid', { ...about, min, max })
}

interface Doing {
  statements: Statement[]
  author: string
  about: Record<string, unknown>
  /** What there would be too many of. */
  limit: number
  what: string
}

async function act(ports: Ports, partner: Partner, doing: Doing): Promise<void> {
  const { statements, author, about, limit, what } = doing
  try {
    await ports.db.batch([...statements, audited(ports, partner, author, about)])
  } catch (error) {
    if (!(error instanceof GuardFailed)) throw error
    throw new Problem('too_many', { what, limit })
  }
}

const audited = (ports: Ports, { id }: Partner, author: string, about: Record<string, unknown>) =>
  recordAudit(ports, id, { author, action: 'audience.changed', about })
