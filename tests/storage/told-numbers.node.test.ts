// A database of before: what was published keeps its number for everybody, and the next goes on from it.

import { copyFileSync, mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Sqlite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { migrate } from '../../src/storage/migrate.ts'

const MIGRATIONS = fileURLToPath(new URL('../../migrations', import.meta.url))

/** As the migration before left it. */
function before(name: string) {
  const folder = mkdtempSync(join(tmpdir(), 'kalends-'))
  for (const file of readdirSync(MIGRATIONS).filter((each) => each < name))
    copyFileSync(join(MIGRATIONS, file), join(folder, file))
  const sqlite = new Sqlite(':memory:')
  migrate(sqlite, folder)
  return sqlite
}

/** Made, published, and twice something for an audience alone: the third of its revisions and the fifth. */
const OF_BEFORE = `
  INSERT INTO partners (id, slug, name, timezone, locale, translations, created_at)
  VALUES (1, 'harbour', '하버', 'Asia/Seoul', 'ko', '{}', '');
  INSERT INTO calendars (id, partner_id, uid, slug, settings, revision, told_revision, created_at)
  VALUES (1, 1, 'c', 'regatta', '{}', 5, 4, '');
  INSERT INTO revisions (partner_id, calendar_id, revision, kind, author, published_at, summary, feed,
    feed_stored)
  SELECT 1, 1, value ->> 0, value ->> 1, '', '', '{}', '{}', 0 FROM json_each('[[0, "creation"],
    [1, "upload"], [2, "settings"], [3, "edit"], [4, "upload"], [5, "upload"]]');
  INSERT INTO all_event_versions (partner_id, calendar_id, uid, revision, sequence, removed, withdrawn,
    facts, recurring, starts_at, ends_at, changed_at, vevent, audience, told)
  SELECT 1, 1, value ->> 0, value ->> 1, 0, 0, 0, '{}', 0, '', '', '', '', value ->> 2, value ->> 3
  FROM json_each('[["a", 1, null, 1], ["b", 3, "members", 0], ["a", 4, null, 1], ["b", 4, "members", 0],
    ["b", 5, "members", 0]]');
  INSERT INTO subscriptions (uid, token_sha256, language, choices, revision, look, looked_at, changed_at,
    created_at) VALUES ('s', 's', 'ko', '{}', 1, 0, '', '', '2020-01-01T00:00:00Z');`

test('numbers stay, revisions for an audience alone are known as such, and nobody’s feed is forgotten', () => {
  const sqlite = before('0022')
  sqlite.exec(OF_BEFORE)
  migrate(sqlite, MIGRATIONS)
  const all = (text: string) => sqlite.prepare(text).raw().all()
  expect(all('SELECT revision, told, told_number FROM revisions ORDER BY revision')).toEqual([
    ...[
      [0, 1, 0],
      [1, 1, 1],
      [2, 1, 2],
    ],
    ...[
      [3, 0, 2],
      [4, 1, 4],
      [5, 0, 4],
    ],
  ])
  expect(all('SELECT told_revision, told_number FROM calendars')).toEqual([[4, 4]])
  expect(all('SELECT uid, revision, told_number FROM event_versions')).toEqual([
    ...[
      ['a', 1, null],
      ['a', 4, null],
    ],
  ])
  expect(all('SELECT used FROM subscriptions')).toEqual([[1]])
})
