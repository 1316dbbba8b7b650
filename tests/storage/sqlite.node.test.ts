// The embedded engine: durable, migrated once, and telling when another process wrote.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { sql } from '../../src/storage/database.ts'
import { migrate } from '../../src/storage/migrate.ts'
import { openSqlite, sqliteDatabase } from '../../src/storage/sqlite.ts'

const MIGRATIONS = fileURLToPath(new URL('../../migrations', import.meta.url))

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'kalends-'))
  onTestFinished(() => rmSync(made, { recursive: true, force: true }))
  return made
}

function opened(file: string) {
  const sqlite = openSqlite(file)
  onTestFinished(() => void sqlite.close())
  return sqlite
}

test('what was answered survives a power cut: every commit is on the disk', () => {
  const sqlite = opened(join(folder(), 'kalends.db'))
  const pragma = (name: string) => sqlite.pragma(name, { simple: true })
  expect({
    synchronous: pragma('synchronous'),
    journal: pragma('journal_mode'),
    foreignKeys: pragma('foreign_keys'),
    waits: pragma('busy_timeout'),
  }).toEqual({ synchronous: 2, journal: 'wal', foreignKeys: 1, waits: 5000 })
})

test('migrations are applied once, and by one of two processes', () => {
  const file = join(folder(), 'kalends.db')
  const [one, two] = [opened(file), opened(file)]
  const first = migrate(one, MIGRATIONS)
  expect(first.length).toBeGreaterThan(0)
  expect(migrate(two, MIGRATIONS)).toEqual([])
  expect(migrate(one, MIGRATIONS)).toEqual([])
  const recorded = two.prepare('SELECT name FROM d1_migrations ORDER BY id').pluck().all()
  expect(recorded).toEqual(first)
})

test('a migration that fails leaves nothing, and is tried again when it is mended', () => {
  const migrations = folder()
  const sqlite = opened(':memory:')
  writeFileSync(join(migrations, '0001_good.sql'), 'CREATE TABLE good (x);')
  const bad = join(migrations, '0002_bad.sql')
  writeFileSync(bad, 'CREATE TABLE half (x); INSERT INTO nowhere VALUES (1);')
  expect(() => migrate(sqlite, migrations)).toThrow(/nowhere/)
  const tables = () =>
    sqlite.prepare("SELECT name FROM sqlite_master WHERE name IN ('good', 'half')")
  expect(tables().pluck().all()).toEqual(['good'])
  writeFileSync(bad, 'CREATE TABLE half (x);')
  expect(migrate(sqlite, migrations)).toEqual(['0002_bad.sql'])
  expect(tables().pluck().all()).toEqual(['good', 'half'])
})

test('the generation changes with every write, one’s own and another’s, and only then', async () => {
  const file = join(folder(), 'kalends.db')
  const [mine, other] = [opened(file), opened(file)]
  migrate(mine, MIGRATIONS)
  const [here, there] = [sqliteDatabase(mine), sqliteDatabase(other)]
  const insert = (name: string) => sql`INSERT INTO installation (name, value) VALUES (${name}, '')`
  const before = here.generation()
  await here.query(sql`SELECT * FROM installation`)
  expect(here.generation()).toBe(before)
  await there.batch([insert('there')])
  const after = here.generation()
  expect(after).not.toBe(before)
  await here.batch([insert('here')])
  expect(here.generation()).not.toBe(after)
})

test('a writer waits for another instead of failing', async () => {
  const file = join(folder(), 'kalends.db')
  const [mine, other] = [opened(file), opened(file)]
  migrate(mine, MIGRATIONS)
  other.pragma('busy_timeout = 0')
  mine.exec('BEGIN IMMEDIATE')
  expect(() => other.exec('BEGIN IMMEDIATE')).toThrow(/locked/)
  mine.exec('COMMIT')
  expect(() => other.exec('BEGIN IMMEDIATE; COMMIT')).not.toThrow()
})
