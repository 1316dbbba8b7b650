// The suite on Node: better-sqlite3 in memory.

import { fileURLToPath } from 'node:url'
import { sqliteBlobs } from '../src/storage/blobs.ts'
import { migrate } from '../src/storage/migrate.ts'
import { openSqlite, sqliteDatabase } from '../src/storage/sqlite.ts'
import { kalendsOn } from './harness.ts'

export const engine: string = 'node'

export async function harness(options?: Parameters<typeof kalendsOn>[1]) {
  const sqlite = openSqlite(':memory:')
  migrate(sqlite, fileURLToPath(new URL('../migrations', import.meta.url)))
  return kalendsOn({ db: sqliteDatabase(sqlite), blobs: sqliteBlobs(sqlite) }, options)
}
