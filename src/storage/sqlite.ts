// better-sqlite3 behind the Database port: one file, WAL, every commit on the disk before the answer.

import Sqlite from 'better-sqlite3'
import { type Database, rethrow, type Statement } from './database.ts'

/** How long a writer waits for another process (CLI beside server) before it gives up. */
const BUSY_TIMEOUT_MS = 5000

/** Opens, or makes, the database file; `:memory:` for a passing one. */
export function openSqlite(file: string): Sqlite.Database {
  const db = new Sqlite(file, { timeout: BUSY_TIMEOUT_MS })
  db.pragma('journal_mode = WAL')
  // WAL's default here is NORMAL, which loses acknowledged uploads at a power cut.
  db.pragma('synchronous = FULL')
  db.pragma('foreign_keys = ON')
  if (db.pragma('synchronous', { simple: true }) !== 2) throw new Error('synchronous is not FULL')
  return db
}

export function sqliteDatabase(db: Sqlite.Database): Database {
  const prepared = new Map<string, Sqlite.Statement>()
  const dataVersion = db.prepare('PRAGMA data_version').pluck()
  let ownWrites = 0

  const prepare = ({ sql }: Statement) => {
    let statement = prepared.get(sql)
    if (!statement) {
      statement = db.prepare(sql)
      prepared.set(sql, statement)
    }
    return statement
  }
  const run = db.transaction((statements: readonly Statement[]) => {
    for (const statement of statements) prepare(statement).run(...statement.params)
  })

  return {
    async query<T>(statement: Statement) {
      return prepare(statement).all(...statement.params) as T[]
    },
    async batch(statements) {
      try {
        run.immediate(statements)
      } catch (error) {
        rethrow(error)
      } finally {
        ownWrites += 1
      }
    },
    generation: () => `${dataVersion.get()}.${ownWrites}`,
  }
}
