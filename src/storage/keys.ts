// Keys, of partners and of the operator. Only the SHA-256 of a secret is stored.

import { type Database, type Statement, sql } from './database.ts'

export const ROLES = ['owner', 'editor', 'viewer'] as const
/** Viewers read, editors change, owners also say who may. */
export type Role = (typeof ROLES)[number]

export interface Key {
  id: string
  /** Null: the operator's. */
  partnerId: number | null
  label: string
  role: Role
  secretSha256: string
  createdAt: string
  /** The day of the last sign-in to the console. */
  signedInOn: string | null
  revokedAt: string | null
}

interface KeyRow {
  id: string
  partner_id: number | null
  label: string
  role: string
  secret_sha256: string
  created_at: string
  signed_in_on: string | null
  revoked_at: string | null
}

/** The operator's key has this id, whatever its secret. */
export const ADMIN_KEY_ID = 'admin'

export async function findKey(db: Database, id: string): Promise<Key | null> {
  const [row] = await db.query<KeyRow>(sql`SELECT * FROM keys WHERE id = ${id}`)
  return row ? keyOf(row) : null
}

export async function listKeys(db: Database, partnerId: number): Promise<Key[]> {
  const rows = await db.query<KeyRow>(
    sql`SELECT * FROM keys WHERE partner_id = ${partnerId} ORDER BY created_at, id`,
  )
  return rows.map(keyOf)
}

export const insertKey = (key: Omit<Key, 'revokedAt' | 'signedInOn'>): Statement =>
  sql`INSERT INTO keys (id, partner_id, label, role, secret_sha256, created_at)
      VALUES (${key.id}, ${key.partnerId}, ${key.label}, ${key.role}, ${key.secretSha256},
        ${key.createdAt})`

export const setAdminKey = (secretSha256: string, now: string): Statement =>
  sql`INSERT INTO keys (id, partner_id, label, secret_sha256, created_at)
      VALUES (${ADMIN_KEY_ID}, NULL, 'operator', ${secretSha256}, ${now})
      ON CONFLICT (id) DO UPDATE SET secret_sha256 = excluded.secret_sha256,
        created_at = excluded.created_at, revoked_at = NULL`

export const revokeKey = (partnerId: number, id: string, now: string): Statement =>
  sql`UPDATE keys SET revoked_at = COALESCE(revoked_at, ${now})
      WHERE partner_id = ${partnerId} AND id = ${id}`

export const changeRole = (partnerId: number, id: string, role: Role): Statement =>
  sql`UPDATE keys SET role = ${role} WHERE partner_id = ${partnerId} AND id = ${id}`

/** Of a key, whosever it is: it was shown at sign-in. */
export const markSignedIn = (id: string, day: string): Statement =>
  sql`UPDATE keys SET signed_in_on = ${day} WHERE id = ${id}`

const keyOf = (row: KeyRow): Key => ({
  id: row.id,
  partnerId: row.partner_id,
  label: row.label,
  role: row.role as Role,
  secretSha256: row.secret_sha256,
  createdAt: row.created_at,
  signedInOn: row.signed_in_on,
  revokedAt: row.revoked_at,
})
