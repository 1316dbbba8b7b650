// A further look at a file: the same bytes, read again with what a person said of it.

import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { type Answers, withAnswers } from '../../intake/answers.ts'
import type { Ports } from '../../ports.ts'
import { Problem } from '../../problem.ts'
import type { Mode } from '../../schedule/diff.ts'
import { findCalendarById } from '../../storage/calendars.ts'
import { GuardFailed } from '../../storage/database.ts'
import { changeReview, discardUpload, findUpload, type Upload } from '../../storage/uploads.ts'
import { compareFile } from './comparison.ts'
import { dropPlan, savePlan } from './plan.ts'
import { shownOf } from './shown.ts'
import { hasErrors, type Received, readUpload, refusal } from './upload.ts'

export interface Review {
  answers: Answers
  mode?: Mode | undefined
}

/** All that was said of one file, as JSON; who has more to say corrects the file. */
const MAX_ANSWERS_CHARS = 400_000

/** Others who answer at the same time; after this many in a row one gives up. */
const MAX_RETRIES = 5

/**
 * Reads the file again, compares it with the calendar as it is now, and keeps the new plan. Nothing
 * is published. Throws `upload_not_ready` for what is published or thrown away.
 */
export async function reviewAgain(
  ports: Ports,
  upload: Upload,
  review: Review,
  retries = MAX_RETRIES,
): Promise<Received> {
  const calendar = await openCalendar(ports, upload)
  const next: Upload = {
    ...{ ...upload, status: 'ready', mode: review.mode ?? upload.mode },
    answers: withAnswers(upload.answers, review.answers),
    ...{ baseRevision: calendar.revision, revision: calendar.revision, planKey: null },
  }
  if (JSON.stringify(next.answers).length > MAX_ANSWERS_CHARS)
    throw new Problem('too_large', { limit: MAX_ANSWERS_CHARS })
  const reading = await readUpload(ports, calendar, next, await fileOf(ports, upload))
  next.format = reading.format
  next.layout = reading.table ?? null
  let changes: Received['changes'] = []
  if (hasErrors(reading)) Object.assign(next, refusal(reading))
  else {
    const compared = await compareFile(ports, calendar, next, reading)
    changes = compared.changes
    Object.assign(next, { findings: compared.findings, summary: compared.summary })
    next.planKey = await savePlan(
      ports.blobs,
      next,
      { kept: changes, shown: shownOf(changes, ports.now()) },
      `-${ports.mint()}`,
    )
  }
  try {
    await ports.db.batch(changeReview(upload, next))
  } catch (error) {
    const now =
      error instanceof GuardFailed ? await findUpload(ports.db, upload.partnerId, upload.id) : null
    if (!now || retries === 0) throw error
    return reviewAgain(ports, now, review, retries - 1)
  }
  if (upload.planKey) await dropPlan(ports.blobs, upload.planKey)
  return { upload: next, changes }
}

async function openCalendar({ db }: Ports, { status, partnerId, calendarId }: Upload) {
  if (status !== 'ready' && status !== 'refused') throw new Problem('upload_not_ready', { status })
  const calendar = await findCalendarById(db, partnerId, calendarId)
  if (!calendar || calendar.deletedAt)
    throw new Problem('calendar_deleted', {
      ...{ name: calendar?.slug ?? '', when: calendar?.deletedAt ?? '' },
    })
  return calendar
}

/** The bytes that were uploaded; kept as long as the upload is. */
export async function fileOf({ blobs }: Ports, { fileKey }: Upload): Promise<Uint8Array> {
  const bytes = await blobs.get(fileKey)
  if (!bytes) throw new Error(`no file at ${fileKey}`)
  return promisify(gunzip)(bytes)
}

/** Throws `upload_not_ready` for what is published; twice is as once. */
export async function throwAway({ db }: Ports, upload: Upload): Promise<Upload> {
  if (upload.status === 'published')
    throw new Problem('upload_not_ready', { status: upload.status })
  await db.batch([discardUpload(upload)])
  const now = await findUpload(db, upload.partnerId, upload.id)
  // Somebody published it in the meantime.
  if (now?.status !== 'discarded')
    throw new Problem('upload_not_ready', { status: now?.status ?? upload.status })
  return now
}
