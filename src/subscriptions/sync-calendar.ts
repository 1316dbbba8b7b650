// A calendar's part of a page of changes: its events in the order in which they were touched, and before
// that what cannot be seen any more.

import type { Calendar } from '../storage/calendars.ts'
import type { Database } from '../storage/database.ts'
import type { EventVersion } from '../storage/events.ts'
import { changesSeenBy, seenThen } from '../storage/subscription-changes.ts'
import { type Followed, toldTo } from '../storage/subscriptions.ts'
import { type Among, chosenFrom } from './choose.ts'
import { isTold, type Progress, told } from './progress.ts'
import {
  amongOf,
  type Change,
  isNews,
  type Page,
  rowsToRead,
  tell,
  toldOf,
  type Work,
} from './sync-page.ts'

/** As far as the page has room; never beyond the revision at which the calendar was found. */
export async function tellCalendar(
  work: Work,
  from: Progress,
  followed: Followed,
): Promise<Progress> {
  const { db, page } = work
  const { calendar, audiences } = followed
  if (isTold(from, followed)) return from
  const among = await amongOf(work, followed)
  let progress = from
  while (page.rows > 0) {
    const limit = rowsToRead(page)
    const wanted = { after: progress, upTo: toldTo(followed), limit }
    const events = await changesSeenBy(db, calendar, audiences, wanted)
    for (const event of events) {
      const change = changeOf(work, among, event, progress)
      if (change && !tell(page, change)) return progress
      const { revision, uid } = event
      progress = { ...progress, revision, uid, check: '' }
      page.rows -= 1
    }
    if (events.length < limit) return told(progress, followed)
  }
  return progress
}

function changeOf(
  work: Work,
  among: Among,
  event: EventVersion,
  progress: Progress,
): Change | null {
  const chosen = event.removed ? null : chosenFrom(event, among)
  if (chosen) return toldOf(chosen, work)
  return isNews(event, progress) ? { type: 'remove', uid: event.uid } : null
}

interface Left {
  calendar: Pick<Calendar, 'id' | 'partnerId'>
  audiences: readonly string[]
  everybodys: boolean
  now: readonly string[] | null
}

/** What could be seen when it was last told, and cannot now. */
export async function tellLeaving(
  db: Database,
  page: Page,
  from: Progress,
  left: Left,
): Promise<Progress> {
  let progress = from
  while (progress.leaving !== null && page.rows > 0) {
    const { until, uid } = progress.leaving
    const limit = rowsToRead(page)
    const uids = await seenThen(db, left.calendar, {
      ...left,
      ...{ revision: until, gone: progress.mark },
      afterUid: uid,
      limit,
    })
    for (const each of uids) {
      if (!tell(page, { type: 'remove', uid: each })) return progress
      progress = { ...progress, leaving: { until, uid: each } }
      page.rows -= 1
    }
    if (uids.length < limit) progress = { ...progress, leaving: null }
  }
  return progress
}
