// Real schedules as their keepers changed them, upload by upload: every event keeps its UID. What a
// row truly is, is known: a pair of teams meets once a season at the home of the first, a session of
// a race weekend is held once. One series renames its races, and is told by its own ids.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { harness } from '#harness'
import type { Json, Kalends } from '../harness.ts'

const REVISIONS = new URL('../../../shared/corpus/revisions/', import.meta.url)
const here = existsSync(REVISIONS)

/** One row of a file, and what it truly is. */
interface Told {
  truth: string
  cells: Record<string, string>
}

const filesOf = (series: string) =>
  readdirSync(new URL(`${series}/`, REVISIONS))
    .sort()
    .map((name) => ({ name, text: readFileSync(new URL(`${series}/${name}`, REVISIONS), 'utf8') }))

function football(text: string): Told[] {
  const season = JSON.parse(text)
  const matches = season.matches ?? season.rounds.flatMap(({ matches }: Json) => matches)
  return matches.map(({ date, time, team1, team2, status, score }: Json): Told => {
    const [home, away] = [team1, team2].map((team) => team.name ?? team)
    const result = Array.isArray(score?.ft) ? score.ft.join('-') : ''
    const cells = { Date: date, Time: time ?? '', 'Home Team': home, 'Away Team': away }
    return { truth: `${home} : ${away}`, cells: { ...cells, Status: status ?? '', Result: result } }
  })
}

function races(text: string): Told[] {
  return JSON.parse(text).races.flatMap(({ name, location, slug, sessions, canceled }: Json) =>
    Object.entries(sessions ?? {}).map(
      ([session, start]): Told => ({
        truth: `${slug} ${session}`,
        cells: {
          ...{ title: `${name} Grand Prix: ${session}`, start: String(start), location },
          status: canceled ? 'cancelled' : 'scheduled',
        },
      }),
    ),
  )
}

const racesWithIds = (text: string): Told[] =>
  races(text).map(({ truth, cells }) => ({ truth, cells: { external_id: truth, ...cells } }))

function csv(rows: Told[]): string {
  const header = Object.keys(rows[0]?.cells ?? {})
  const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`
  const lines = rows.map(({ cells }) => header.map((name) => quoted(cells[name] ?? '')).join(','))
  return [header.join(','), ...lines].join('\n')
}

/** Follows the changes from a token; returns the token to come back with. */
async function follow(kalends: Kalends, copy: Map<string, Json>, token: string | undefined) {
  for (;;) {
    const query = new URLSearchParams({ limit: '500', ...(token ? { since: token } : {}) })
    const { body } = await kalends.admin('GET', `/v1/calendars/harbour/regatta/changes?${query}`)
    for (const change of body.changes)
      if (change.type === 'remove') copy.delete(change.uid)
      else copy.set(change.event.uid, change.event)
    token = body.next as string
    if (!body.more) return token
  }
}

const subjectOf = ({ externalId, home, away, title }: Json) =>
  externalId ?? (home && away ? `${home} : ${away}` : title)

const SERIES: [string, (text: string) => Told[]][] = [
  ['football-en1-2019-20', football],
  ['football-en1-2024-25', football],
  ['f1-2021-json', racesWithIds],
  ['f2-2022-json', races],
]

test.skipIf(!here).each(SERIES)('%s: every event keeps its UID', async (series, read) => {
  const files = filesOf(series).map(({ name, text }) => ({ name, rows: read(text) }))
  const kalends = await harness({ now: '2019-01-01T00:00:00Z' })
  const uidOf = new Map<string, string>()
  const subjects = new Map<string, string>()
  const sequences = new Map<string, number>()
  const copy = new Map<string, Json>()
  let token: string | undefined
  for (const { name, rows } of files) {
    const file = csv(rows)
    const { status, body } = await kalends.upload('harbour/regatta', file, { confirm: 'true' })
    expect(status, `${name}: ${JSON.stringify(body.findings?.slice(0, 3))}`).toBe(201)
    token = await follow(kalends, copy, token)
    for (const event of copy.values()) {
      expect(subjects.get(event.uid) ?? subjectOf(event), name).toBe(subjectOf(event))
      subjects.set(event.uid, subjectOf(event))
      expect(event.sequence, name).toBeGreaterThanOrEqual(sequences.get(event.uid) ?? 0)
      sequences.set(event.uid, event.sequence)
    }
    for (const { truth, cells } of rows) {
      const subject = cells['Home Team'] || cells.external_id ? truth : cells.title
      const uids = [...copy.values()].filter((e) => subjectOf(e) === subject).map(({ uid }) => uid)
      const known = uidOf.get(truth)
      expect(uids.includes(known ?? uids[0] ?? ''), `${name}: ${truth} has its event`).toBe(true)
      uidOf.set(truth, known ?? uids[0] ?? '')
    }
    const again = await kalends.upload('harbour/regatta', file, { confirm: 'true' })
    const { summary, revision } = again.body
    const changed = summary.new + summary.changed + summary.moved + summary.cancelled
    expect([changed, revision], `${name} again`).toEqual([0, body.revision])
  }
})
