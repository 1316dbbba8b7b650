// Real schedules as their keepers changed them, upload by upload: every event keeps its UID, each
// step's differences are the true ones, and whoever follows the changes has what is there.

import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { harness } from '#harness'
import type { Json, Kalends } from '../harness.ts'
import { csv, filesOf, REVISIONS, SERIES, type Told } from './series.ts'
import { type Kind, type Ledger, trueDifferences } from './truth.ts'

const here = existsSync(REVISIONS)
const CALENDAR = '/v1/calendars/harbour/regatta'

/** Follows the changes from a token; returns the token to come back with. */
async function follow(kalends: Kalends, copy: Map<string, Json>, token?: string): Promise<string> {
  for (;;) {
    const query = new URLSearchParams({ limit: '500', ...(token ? { since: token } : {}) })
    const { body } = await kalends.admin('GET', `${CALENDAR}/changes?${query}`)
    for (const change of body.changes)
      if (change.type === 'remove') copy.delete(change.uid)
      else copy.set(change.event.uid, change.event)
    token = body.next as string
    if (!body.more) return token
  }
}

async function listed(kalends: Kalends): Promise<Map<string, Json>> {
  const events = new Map<string, Json>()
  for (let cursor = ''; ; ) {
    const query = new URLSearchParams({ from: '2010-01-01', to: '2040-01-01', limit: '500' })
    if (cursor) query.set('cursor', cursor)
    const { status, body } = await kalends.admin('GET', `${CALENDAR}/events?${query}`)
    expect(status, JSON.stringify(body)).toBe(200)
    for (const event of body.events) events.set(event.uid, event)
    cursor = body.next
    if (!cursor) return events
  }
}

const seenOf = ({ sequence, revision, updatedAt, externalId, ...seen }: Json) => seen

/** What follows the calendar from outside, and what it knows of every UID. */
class Follower {
  readonly copy = new Map<string, Json>()
  readonly truthOf = new Map<string, string>()
  readonly ledger: Ledger = new Map()
  private token: string | undefined
  private readonly kalends: Kalends
  constructor(kalends: Kalends) {
    this.kalends = kalends
  }

  /** The true difference of every change of an answer, by the row it names or the UID it is of. */
  differences(changes: Json[], truthOfRow: (row: number) => string): Map<string, Kind> {
    const told = new Map<string, Kind>()
    for (const { uid, row, type } of changes) {
      const truth = row === null ? this.truthOf.get(uid) : truthOfRow(row)
      expect(this.truthOf.get(uid) ?? truth, `${uid} keeps its meaning`).toBe(truth)
      this.truthOf.set(uid, truth ?? '')
      told.set(truth ?? '', type)
    }
    return told
  }

  /** Whoever followed has what whoever starts now gets, and what the list says. */
  async catchUp(name: string): Promise<void> {
    const before = new Map(this.copy)
    this.token = await follow(this.kalends, this.copy, this.token)
    const afresh = new Map<string, Json>()
    await follow(this.kalends, afresh)
    expect(this.copy, `${name}: followed`).toEqual(afresh)
    expect(this.copy, `${name}: listed`).toEqual(await listed(this.kalends))
    for (const [uid, event] of this.copy) {
      const last = before.get(uid)
      const seen = last && JSON.stringify(seenOf(last)) !== JSON.stringify(seenOf(event))
      expect(event.sequence, `${name}: ${uid}`).toBe(last ? last.sequence + (seen ? 1 : 0) : 0)
    }
  }
}

/** The row of a table, or the line of its BEGIN:VEVENT. */
function truthsByRow(rows: Told[], file: string, asIs: boolean): Map<number, string> {
  const places = asIs
    ? file.split('\n').flatMap((line, n) => (line.startsWith('BEGIN:VEVENT') ? [n + 1] : []))
    : rows.map((_, n) => n + 2)
  return new Map(rows.map(({ truth }, n) => [places[n] ?? 0, truth]))
}

async function refuses(kalends: Kalends, file: string): Promise<void> {
  const before = await kalends.feed('harbour/regatta')
  const { status } = await kalends.upload('harbour/regatta', file, { confirm: 'true' })
  expect([status, await kalends.feed('harbour/regatta')]).toEqual([422, before])
}

const sorted = (differences: Map<string, Kind>) => [...differences].sort()

test.skipIf(!here).each(SERIES)('$name: every event keeps its UID', async (series) => {
  const { folder, read, asIs = false, mended = (text: string) => text } = series
  const kalends = await harness({ now: '2016-01-01T00:00:00Z' })
  const follower = new Follower(kalends)
  let [uploads, differences] = [0, 0]
  for (const { name, text } of filesOf(folder)) {
    const today = name.slice(3, 13)
    kalends.clock.now = `${today}T00:00:00Z`
    const rows = read(text)
    if (mended(text) !== text) await refuses(kalends, text)
    const file = asIs ? mended(text) : csv(rows)
    const { status, body } = await kalends.upload('harbour/regatta', file, { confirm: 'true' })
    expect(status, `${name}: ${JSON.stringify(body.findings?.slice(0, 3))}`).toBe(201)
    const rowsTruth = truthsByRow(rows, file, asIs)
    const told = follower.differences(body.changes, (row) => rowsTruth.get(row) ?? `row ${row}`)
    const truly = trueDifferences(follower.ledger, rows, today)
    expect(sorted(told), name).toEqual(sorted(truly))
    await follower.catchUp(name)
    const uids = new Set(follower.truthOf.values())
    expect(uids.size, `${name}: one UID each`).toBe(follower.truthOf.size)
    const again = await kalends.upload('harbour/regatta', file, { confirm: 'true' })
    expect([again.body.changes, again.body.revision], `${name} again`).toEqual([[], body.revision])
    ;[uploads, differences] = [uploads + 2, differences + truly.size]
  }
  console.info(
    `${series.name}: ${uploads} uploads, ${follower.copy.size} events, ${differences} differences`,
  )
})
