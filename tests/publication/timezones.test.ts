// New time-zone data are played by writing into the store what older data would have said.

import { expect, test } from 'vitest'
import { harness } from '#harness'
import { applyTimezoneData } from '../../src/publication/timezones.ts'
import { TZDATA_VERSION } from '../../src/schedule/tzdata.ts'
import { sql } from '../../src/storage/database.ts'
import { recordInstalled } from '../../src/storage/installation.ts'

const SCHEDULE = `title,start,timezone
Hockey,2026-12-15 18:30,America/Vancouver
Baseball,2026-12-15 18:30,Asia/Seoul
`

test('the first start has nothing to move, and remembers which data it stands on', async () => {
  const { ports } = await harness()
  expect(await applyTimezoneData(ports)).toBe(0)
  const [row] = await ports.db.query(sql`SELECT value FROM installation WHERE name = 'tzdata'`)
  expect(row).toEqual({ value: TZDATA_VERSION })
})

test('an event at another instant by the new data is published again, and no other', async () => {
  const kalends = await harness()
  const { db } = kalends.ports
  await kalends.upload('harbour/regatta', SCHEDULE)
  const right = await kalends.feed('harbour/regatta')
  await db.batch([
    recordInstalled('tzdata', '2025c'),
    sql`UPDATE all_event_versions SET vevent = replace(vevent, '20261216T013000Z', '20261216T023000Z'),
          starts_at = '2026-12-16T02:30:00Z', ends_at = '2026-12-16T03:30:00Z'
        WHERE facts LIKE '%Hockey%'`,
  ])
  expect(await applyTimezoneData(kalends.ports)).toBe(1)
  const events = (await kalends.admin('GET', '/v1/calendars/harbour/regatta/events')).body.events
  const told = events.map(({ title, sequence, revision }: Record<string, unknown>) => ({
    ...{ title, sequence, revision },
  }))
  expect(told).toEqual([
    { title: 'Baseball', sequence: 0, revision: 1 },
    { title: 'Hockey', sequence: 1, revision: 2 },
  ])
  const feed = await kalends.feed('harbour/regatta')
  const starts = (text: string) => text.match(/DTSTART:.*/g)
  expect(starts(feed)).toEqual(starts(right))
  expect(await applyTimezoneData(kalends.ports)).toBe(0)
})

test('a series is published again when its VTIMEZONE would be written otherwise', async () => {
  const kalends = await harness()
  const { db, blobs } = kalends.ports
  await kalends.upload(
    'harbour/regatta',
    'title,start,timezone,rrule\nPractice,2026-04-06 18:30,America/Vancouver,FREQ=WEEKLY;COUNT=40\n',
  )
  const before = await kalends.feed('harbour/regatta')
  const [stored] = await db.query<{ uid: string; feed: string }>(
    sql`SELECT c.uid, r.feed FROM revisions r JOIN calendars c ON c.id = r.calendar_id WHERE r.revision = 1`,
  )
  const key = `feeds/${stored?.uid}/1/${JSON.parse(stored?.feed ?? '').identity.sha256}`
  await blobs.delete([key])
  const older = before.replace('TZOFFSETTO:-0700\r\nTZNAME:MST', 'TZOFFSETTO:-0800\r\nTZNAME:PST')
  expect(older).not.toBe(before)
  await blobs.put(key, new TextEncoder().encode(older))
  await db.batch([recordInstalled('tzdata', '2025c')])
  expect(await applyTimezoneData(kalends.ports)).toBe(1)
  const after = await kalends.feed('harbour/regatta')
  expect(after).toContain('SEQUENCE:1')
  const zones = (feed: string) => feed.slice(0, feed.indexOf('BEGIN:VEVENT'))
  expect(zones(after)).toBe(zones(before))
})
