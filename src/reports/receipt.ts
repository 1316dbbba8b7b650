// What a receipt shows: what was reported, and what became of it.

import { reachOf } from '../ledger/reach.ts'
import type { Ports } from '../ports.ts'
import { Problem } from '../problem.ts'
import { type Calendar, findCalendarById } from '../storage/calendars.ts'
import { sha256 } from '../storage/digest.ts'
import { historyOf } from '../storage/event-history.ts'
import type { EventVersion } from '../storage/events.ts'
import { type Entry, findByReceipt, type Report } from '../storage/reports.ts'
import { toldNumberOf } from '../storage/revisions.ts'
import type { Subscription } from '../storage/subscriptions.ts'
import { sightOf } from './reporter.ts'

/** With a token: what is said of a private event is told to whoever has the link that sees it. */
export const receiptPath = (receipt: string, token: string | null = null): string =>
  `/my/${token === null ? '' : `${token}/`}reports/${receipt}`

export interface Outcome {
  report: Report
  /** The one that is decided upon: the report itself, or that into which it was merged. */
  entry: Omit<Entry, 'facts'>
  /** It is of a private event, and who looks is no member: only what was decided is told. */
  isWithheld: boolean
  calendar: Calendar
  /** The event as it is now; null where there is none yet, or none any more. */
  event: EventVersion | null
  /** What everybody calls the revision that corrected it. */
  correctedIn: number | null
  /** In how many calendars the correction is, of those that can be counted; null where there is none. */
  reached: { have: number; of: number } | null
}

const RECEIPT = /^[a-z0-9]{26,64}$/

/** Throws `not_found` for what is no receipt, or was forgotten since. */
export async function outcomeOf(
  { db, now }: Ports,
  receipt: string,
  whose: Subscription | null = null,
): Promise<Outcome> {
  const found = RECEIPT.test(receipt) ? await findByReceipt(db, await sha256(receipt)) : null
  const calendar =
    found && (await findCalendarById(db, found.report.partnerId, found.report.calendarId))
  // The name is left out: a receipt that was mistyped is a secret still.
  if (!calendar) throw new Problem('not_found', { what: 'receipt', name: '…' })
  const { report, entry } = found
  const sight = sightOf(whose, calendar)
  const isMember = sight !== 'public' && sight.some((audience) => audience === report.audience)
  if (report.audience !== null && !isMember) return withheld(found, calendar)
  const uid = report.uid ?? entry.uid
  const [event] = uid === null ? [] : await historyOf(db, calendar, uid, 1, sight)
  // How many calendars have what only some of them show is not known, nor is its number told.
  const publishedRevision = entry.audience === null ? entry.publishedRevision : null
  const reach = publishedRevision === null ? null : await reachOf(db, calendar, now())
  const have = reach?.have(publishedRevision ?? 0)
  const correctedIn =
    publishedRevision === null ? null : await toldNumberOf(db, calendar, publishedRevision)
  return {
    ...{ report, entry: { ...entry, publishedRevision }, calendar, correctedIn, isWithheld: false },
    event: event && !event.removed ? event : null,
    reached: have ? { have: have.have, of: have.of } : null,
  }
}

/** A stranger who found the address learns that somebody reported something, and no more. */
function withheld(
  { report, entry }: Pick<Outcome, 'report' | 'entry'>,
  calendar: Calendar,
): Outcome {
  const unsaid = { uid: null, revisionSeen: null, suggestion: {}, note: null, sourceUrl: null }
  const undecided = { reason: null, duplicates: 0, publishedRevision: null }
  return {
    ...{ report: { ...report, ...unsaid }, entry: { ...entry, ...unsaid, ...undecided } },
    ...{ calendar, event: null, correctedIn: null, reached: null, isWithheld: true },
  }
}
