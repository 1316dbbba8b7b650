// Cloudflare D1 behind the Database port.

import { type Database, rethrow, type Statement } from './database.ts'

export function d1Database(db: D1Database): Database {
  const prepare = ({ sql, params }: Statement) => db.prepare(sql).bind(...params)
  return {
    async query<T>(statement: Statement) {
      return (await prepare(statement).all<T>()).results
    },
    async batch(statements) {
      try {
        await db.batch(statements.map(prepare))
      } catch (error) {
        rethrow(error)
      }
    },
    generation: () => null,
  }
}
