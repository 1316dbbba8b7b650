// A report is taken: within bounds, under a receipt that only its reporter knows.

import type { Ports } from '../ports.ts'
import { Problem } from '../problem.ts'
import { DAY, HOUR, secondsFrom } from '../schedule/instants.ts'
import type { Calendar } from '../storage/calendars.ts'
import { GuardFailed } from '../storage/database.ts'
import { sha256 } from '../storage/digest.ts'
import { historyOf } from '../storage/event-history.ts'
import { dropDecided, insertReport, openEntries, reportsSince } from '../storage/reports.ts'
import { alikeEntry, saying } from './alike.ts'
import type { ReporterSight } from './reporter.ts'
import type { Statement } from './statement.ts'

/** Open entries of a calendar: what a person can still look through. */
export const MAX_OPEN_REPORTS = 200
/** Rows of a calendar, with those that say the same and those that were decided. */
export const MAX_REPORTS_KEPT = 5000
/** From everybody, of one calendar. */
export const REPORTS_PER_HOUR = 300
/** After a decision; a receipt shows it as long. */
export const KEPT_DAYS = 180
const DROPPED_AT_ONCE = 50

export interface Filing {
  statement: Statement
  /** The revision that the reporter saw; null where that is not known. */
  revision: number | null
  sight: ReporterSight
}

export interface Filed {
  /** Its token, which is told this once. */
  receipt: string
  /** Of an event that members alone see. */
  isPrivate: boolean
}

/**
 * Throws `not_found` for an event that its reporter does not see, as for one that never was. Throws where the calendar has more than it may.
 * `count` is called for what can be taken at all: it throws where its reporter has sent enough.
 */
export async function fileReport(
  ports: Ports,
  calendar: Calendar,
  { statement, revision, sight }: Filing,
  count: () => Promise<void>,
): Promise<Filed> {
  const { db, now, mint } = ports
  requireTold(calendar, revision)
  const audience = await audienceOf(ports, calendar, statement.uid, sight)
  const hourAgo = secondsFrom(now(), -HOUR)
  if ((await reportsSince(db, calendar, hourAgo)) >= REPORTS_PER_HOUR)
    throw new Problem('reports_full', { calendar: calendar.slug, minutes: 60 })
  await count()
  const [id, receipt] = [mint(), mint() + mint()]
  const { uid, kind, suggestion, note, sourceUrl } = statement
  const report = {
    ...{ id, partnerId: calendar.partnerId, calendarId: calendar.id, uid, kind, suggestion, note },
    ...{ sourceUrl, revisionSeen: revision, createdAt: now(), audience },
    sameAs: await sameAs(ports, calendar, statement, audience),
  }
  const bounds = { open: MAX_OPEN_REPORTS, kept: MAX_REPORTS_KEPT }
  try {
    await db.batch([
      dropDecided(calendar, secondsFrom(now(), -KEPT_DAYS * DAY), DROPPED_AT_ONCE),
      ...insertReport(report, await sha256(receipt), bounds),
    ])
  } catch (error) {
    if (!(error instanceof GuardFailed)) throw error
    throw new Problem('reports_full', { calendar: calendar.slug, minutes: 24 * 60 })
  }
  return { receipt, isPrivate: audience !== null }
}

function requireTold({ slug, deletedAt, toldNumber }: Calendar, revision: number | null): void {
  if (deletedAt) throw new Problem('calendar_deleted', { name: slug, when: deletedAt })
  if (revision !== null && revision > toldNumber)
    throw new Problem('invalid_request', {
      ...{ place: '/revision', found: revision, wanted: `≤ ${toldNumber}` },
    })
}

/** For whom the event is; null: for everybody, or there is none yet. */
async function audienceOf(
  { db }: Ports,
  calendar: Calendar,
  uid: string | null,
  sight: ReporterSight,
): Promise<string | null> {
  if (uid === null) return null
  const [event] = await historyOf(db, calendar, uid, 1, sight)
  if (!event) throw new Problem('not_found', { what: 'event', name: uid.slice(0, 80) })
  return event.facts.audience
}

/**
 * What members say is never made one with what others do. A missing event that an open entry misses already, in another
 * spelling, is said as that one says it.
 */
async function sameAs(
  { db }: Ports,
  calendar: Calendar,
  statement: Statement,
  audience: string | null,
): Promise<string> {
  const own = saying(statement)
  if (audience !== null) return `${audience} ${own}`
  if (statement.kind !== 'missing') return own
  const open = await openEntries(db, calendar, 'missing', MAX_OPEN_REPORTS)
  if (open.some((entry) => entry.sameAs === own)) return own
  return alikeEntry(statement.suggestion, open)?.sameAs ?? own
}
