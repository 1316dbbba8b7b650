// What is known of calls that came with an Idempotency-Key, by the hash of that key and the API key.

import { type Database, guard, type Statement, sql } from './database.ts'

export interface Told {
  /** Of the method, address and body. */
  requestSha256: string
  /** The first names made for the call: one of them may be an upload's. */
  minted: string[]
  /** Sealed; null while it is not known. */
  answer: string | null
  createdAt: string
}

interface ToldRow {
  request_sha256: string
  minted: string
  answer: string | null
  created_at: string
}

/** Null when there is none, or it was made at or before `since`. */
export async function findTold(db: Database, id: string, since: string): Promise<Told | null> {
  const [row] = await db.query<ToldRow>(
    sql`SELECT * FROM idempotency WHERE id = ${id} AND created_at > ${since}`,
  )
  if (!row) return null
  const { request_sha256: requestSha256, answer, created_at: createdAt } = row
  return { requestSha256, minted: JSON.parse(row.minted) as string[], answer, createdAt }
}

/** Goes before what the call does, in its batch, which fails when somebody did it already. */
export const tellBegun = (
  id: string,
  { requestSha256, minted, createdAt }: Told,
  since: string,
): Statement[] => [
  guard(
    sql`SELECT NOT EXISTS (SELECT 1 FROM idempotency WHERE id = ${id} AND created_at > ${since})`,
  ),
  sql`INSERT OR REPLACE INTO idempotency (id, request_sha256, minted, answer, created_at)
      VALUES (${id}, ${requestSha256}, ${JSON.stringify(minted)}, NULL, ${createdAt})`,
]

export const tellAnswer = (id: string, answer: string): Statement =>
  sql`UPDATE idempotency SET answer = ${answer} WHERE id = ${id}`

export const dropTold = (until: string, limit: number): Statement =>
  sql`DELETE FROM idempotency WHERE id IN
        (SELECT id FROM idempotency WHERE created_at <= ${until} LIMIT ${limit})`
