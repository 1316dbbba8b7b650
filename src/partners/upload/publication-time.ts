// A publication at a set time: reading the time, setting it, taking it back.

import type { Ports } from '../../ports.ts'
import { Problem } from '../../problem.ts'
import { instantOf } from '../../schedule/instants.ts'
import { placeIn } from '../../schedule/zones.ts'
import { findCalendarById } from '../../storage/calendars.ts'
import { GuardFailed } from '../../storage/database.ts'
import { setPublishAt, type Terms, takeBackPublishAt } from '../../storage/scheduled.ts'
import { findUpload, type Upload } from '../../storage/uploads.ts'
import { openQuestions } from './comparison.ts'

export const MAX_DAYS_AHEAD = 366
const DAY_MS = 86_400_000

/** A plus sign that nobody escaped arrives as a blank. */
const TIME = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(:\d\d)?(?:(Z)|([+ -])(\d\d):?(\d\d))?$/

/**
 * `2026-12-01T10:00:00+09:00` as an instant; without an offset, in the calendar's zone. Throws
 * `publication_time` for what is no time, is past, or lies more than a year ahead.
 */
export function publicationTime(text: string, zone: string, now: string): string {
  const at = instantIn(text, zone)
  const refused = (why: string) => new Problem('publication_time', { value: text, why, now })
  if (!at) throw refused('unreadable')
  if (at <= now) throw refused('past')
  if (Date.parse(at) > Date.parse(now) + MAX_DAYS_AHEAD * DAY_MS) throw refused('far')
  return at
}

function instantIn(text: string, zone: string): string | null {
  const [, date, time, seconds = ':00', z, sign, hours, minutes] = TIME.exec(text) ?? []
  const local = `${date}T${time}${seconds}`
  const read = Date.parse(`${local}Z`)
  // 30 February and 25 o'clock would be read as something else.
  if (Number.isNaN(read) || instantOf(read) !== `${local}Z`) return null
  if (z) return `${local}Z`
  if (!sign) return placeIn(local, zone).instant
  if (Number(hours) > 15 || Number(minutes) > 59) return null
  const offset = (Number(hours) * 60 + Number(minutes)) * 60_000
  return instantOf(sign === '-' ? read + offset : read - offset)
}

/** Sets the time, or another. Its questions must be answered, or agreed to, now. */
export async function schedulePublication(
  { db, now }: Ports,
  upload: Upload,
  text: string,
  terms: Terms,
): Promise<Upload> {
  const calendar = await findCalendarById(db, upload.partnerId, upload.calendarId)
  const at = publicationTime(text, calendar?.settings.timezone ?? 'UTC', now())
  if (upload.status !== 'ready') throw new Problem('upload_not_ready', { status: upload.status })
  const open = openQuestions(upload.findings, terms.confirm)
  if (open.length > 0) throw new Problem('questions_open', { count: open.length })
  if (calendar?.revision !== upload.baseRevision)
    throw new Problem('calendar_moved_on', {
      base: upload.baseRevision,
      now: calendar?.revision ?? 0,
    })
  try {
    await db.batch(setPublishAt(upload, at, terms))
  } catch (error) {
    if (!(error instanceof GuardFailed)) throw error
    const found = await findUpload(db, upload.partnerId, upload.id)
    throw new Problem('upload_not_ready', { status: found?.status ?? 'refused' })
  }
  return { ...upload, publishAt: at, publishNote: null }
}

/** Twice is as once. Throws `upload_not_ready` for what is published already. */
export async function unschedulePublication({ db }: Ports, upload: Upload): Promise<Upload> {
  if (upload.status === 'published')
    throw new Problem('upload_not_ready', { status: upload.status })
  await db.batch([takeBackPublishAt(upload)])
  return { ...upload, publishAt: null }
}
