// A calendar's events with as little of each as choosing among them needs: what is chosen is read
// whole afterwards, and nothing else is.

import { bareFacts, type Facts } from '../schedule/event.ts'
import type { Calendar } from './calendars.ts'
import type { Database, Value } from './database.ts'
import type { Range } from './events.ts'
import type { Condition } from './passing.ts'
import { type Sight, seenBy } from './sight.ts'
import { nextTurn } from './turns.ts'

/** Some milliseconds of work. */
const CANDIDATES_AT_ONCE = 1000

export interface Candidate {
  uid: string
  startsAt: string
  endsAt: string
  /** Of its stored VEVENT; 0 where only counting and ordering is wanted. */
  octets: number
  revision: number
  /** Its first; null there too. */
  category: string | null
  /** Of a series alone, which no condition in SQL has judged. */
  facts: Facts | null
  /** Of a single event, where wanted: what tells when it is, and nothing else. */
  timing: Facts | null
}

export interface Look {
  /**
   * Series; single events in their order; the latest first, those that are over at an instant; or
   * either kind, whose tickets open between two local times.
   */
  of: 'series' | 'singles' | { overBy: string } | { opening: Range }
  range: Range
  /** In the order of starts. */
  after?: { startsAt: string; uid: string }
  passing: Condition
  sight?: Sight
  /** Only counting and ordering is wanted. */
  lean?: boolean
  /** Also what tells when single events are. */
  timing?: boolean
}

/** `read` are also those that did not pass. */
export interface Slice {
  read: number
  candidates: Candidate[]
}

interface Row {
  uid: string
  starts_at: string
  ends_at: string
  octets: number
  revision: number
  category: string | null
  passes: number
  facts: string | null
  timing: string | null
}

export async function* candidatesOf(
  db: Database,
  calendar: Calendar,
  look: Look,
): AsyncGenerator<Slice> {
  for (let { after } = look; ; ) {
    const rows = await db.query<Row>(statementOf(calendar, { ...look, ...(after && { after }) }))
    const passed = rows.filter(({ passes }) => passes === 1)
    yield { read: rows.length, candidates: passed.map(candidateOf) }
    const last = rows.at(-1)
    if (!last || rows.length < CANDIDATES_AT_ONCE) return
    after = { startsAt: last.starts_at, uid: last.uid }
    await nextTurn()
  }
}

/** As `event_versions_openings` has it. */
const OPENING =
  "json_extract(facts, '$.ticketOpensAt') >= ? AND json_extract(facts, '$.ticketOpensAt') < ?"

const TIMING = `json_extract(facts, '$.start', '$.end', '$.allDay', '$.timezone', '$.status',
  '$.timeTbd', '$.soldOut', '$.ticketOpensAt')`

type Times = [
  ...[start: string, end: string | null, allDay: boolean, timezone: string],
  ...[status: Facts['status'], timeTbd: boolean, soldOut: boolean, ticketOpensAt: string | null],
]

function timingOf(json: string): Facts {
  const [start, end, allDay, timezone, ...others] = JSON.parse(json) as Times
  const [status, timeTbd, soldOut, ticketOpensAt] = others
  const times = { end, allDay, status, timeTbd, soldOut, ticketOpensAt }
  return { ...bareFacts('', start, timezone), ...times }
}

/** Along `event_versions_agenda`, so that what is out of the range is passed by unread. */
function statementOf({ partnerId, id }: Calendar, look: Look) {
  const { of, range, after, passing, sight = 'public', lean = false, timing = false } = look
  const seen = seenBy(sight)
  const over: Value[] = typeof of === 'object' && 'overBy' in of ? [of.overBy] : []
  const opening = typeof of === 'object' && 'opening' in of ? of.opening : null
  const backwards = over.length > 0
  const position: Value[] = after ? [after.startsAt, after.uid] : []
  const down = backwards ? 'DESC' : ''
  return {
    sql: `SELECT uid, starts_at, ends_at, revision,
            ${lean ? '0' : 'length(CAST(vevent AS BLOB))'} AS octets,
            ${lean ? 'NULL' : "facts ->> '$.categories[0]'"} AS category,
            CASE recurring WHEN 1 THEN 1 ELSE ${passing.sql} END AS passes,
            CASE recurring WHEN 1 THEN facts END AS facts,
            ${timing ? `CASE recurring WHEN 0 THEN ${TIMING} END` : 'NULL'} AS timing
          FROM ${seen.from} v
          WHERE partner_id = ? AND calendar_id = ? AND replaced_at IS NULL AND removed = 0
            AND ${opening ? OPENING : `recurring = ${Number(of === 'series')}`}
            AND starts_at < ? AND ends_at > ?
            ${backwards ? 'AND ends_at <= ?' : ''}
            ${after ? `AND (starts_at, uid) ${backwards ? '<' : '>'} (?, ?)` : ''} ${seen.and}
          ORDER BY starts_at ${down}, uid ${down} LIMIT ?`,
    params: [
      ...[...passing.params, partnerId, id, ...(opening ? [opening.from, opening.to] : [])],
      ...[range.to, range.from, ...over, ...position, ...seen.params],
      CANDIDATES_AT_ONCE,
    ],
  }
}

const candidateOf = (row: Row): Candidate => ({
  ...{ uid: row.uid, startsAt: row.starts_at, endsAt: row.ends_at, octets: row.octets },
  ...{ revision: row.revision, category: row.category },
  facts: row.facts === null ? null : (JSON.parse(row.facts) as Facts),
  timing: row.timing === null ? null : timingOf(row.timing),
})
