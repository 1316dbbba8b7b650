// What this installation has been through, by name.

import { type Database, type Statement, sql } from './database.ts'

export async function findInstalled(db: Database, name: string): Promise<string | null> {
  const [row] = await db.query<{ value: string }>(
    sql`SELECT value FROM installation WHERE name = ${name}`,
  )
  return row?.value ?? null
}

export const recordInstalled = (name: string, value: string): Statement =>
  sql`INSERT INTO installation (name, value) VALUES (${name}, ${value})
      ON CONFLICT (name) DO UPDATE SET value = excluded.value`

/** What was there before stays. */
export const installOnce = (name: string, value: string): Statement =>
  sql`INSERT INTO installation (name, value) VALUES (${name}, ${value})
      ON CONFLICT (name) DO NOTHING`
