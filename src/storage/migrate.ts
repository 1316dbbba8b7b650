// Brings a database up to date: the same folder, order and bookkeeping as wrangler's migrations.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type Sqlite from 'better-sqlite3'

/** Each file is one transaction, recorded with it. Returns the names that were applied. */
export function migrate(db: Sqlite.Database, folder: string): string[] {
  db.exec(`CREATE TABLE IF NOT EXISTS d1_migrations (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT UNIQUE,
    applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL)`)
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
  const applied: string[] = []
  for (const name of files) {
    const apply = db.transaction(() => {
      const done = db.prepare('SELECT 1 FROM d1_migrations WHERE name = ?').get(name)
      if (done) return
      db.exec(readFileSync(join(folder, name), 'utf8'))
      db.prepare('INSERT INTO d1_migrations (name) VALUES (?)').run(name)
      applied.push(name)
    })
    apply.immediate()
  }
  return applied
}
