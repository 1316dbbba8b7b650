// A calendar's events with as little of each as choosing among them needs: what is chosen is read
// whole afterwards, and nothing else is.

import type { Facts } from '../schedule/event.ts'
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
}

export interface Look {
  /** Series; single events in their order; or, the latest first, those that are over at an instant. */
  of: 'series' | 'singles' | { overBy: string }
  range: Range
  /** In the order of starts. */
  after?: { startsAt: string; uid: string }
  passing: Condition
  sight?: Sight
  /** Only counting and ordering is wanted. */
  lean?: boolean
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

/** Along `event_versions_agenda`, so that what is out of the range is passed by unread. */
function statementOf({ partnerId, id }: Calendar, look: Look) {
  const { of, range, after, passing, sight = 'public', lean = false } = look
  const seen = seenBy(sight)
  const recurring = Number(of === 'series')
  const over: Value[] = typeof of === 'object' ? [of.overBy] : []
  const backwards = over.length > 0
  const position: Value[] = after ? [after.startsAt, after.uid] : []
  const down = backwards ? 'DESC' : ''
  return {
    sql: `SELECT uid, starts_at, ends_at, revision,
            ${lean ? '0' : 'length(CAST(vevent AS BLOB))'} AS octets,
            ${lean ? 'NULL' : "facts ->> '$.categories[0]'"} AS category, ${recurring ? '1' : passing.sql} AS passes,
            ${recurring ? 'facts' : 'NULL'} AS facts
          FROM ${seen.from} v
          WHERE partner_id = ? AND calendar_id = ? AND replaced_at IS NULL AND removed = 0
            AND recurring = ${recurring} AND starts_at < ? AND ends_at > ?
            ${backwards ? 'AND ends_at <= ?' : ''}
            ${after ? `AND (starts_at, uid) ${backwards ? '<' : '>'} (?, ?)` : ''} ${seen.and}
          ORDER BY starts_at ${down}, uid ${down} LIMIT ?`,
    params: [
      ...(recurring ? [] : passing.params),
      ...[partnerId, id, range.to, range.from, ...over, ...position, ...seen.params],
      CANDIDATES_AT_ONCE,
    ],
  }
}

const candidateOf = (row: Row): Candidate => ({
  ...{ uid: row.uid, startsAt: row.starts_at, endsAt: row.ends_at, octets: row.octets },
  ...{ revision: row.revision, category: row.category },
  facts: row.facts === null ? null : (JSON.parse(row.facts) as Facts),
})
