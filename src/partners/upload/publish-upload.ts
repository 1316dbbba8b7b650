// The publication of a reviewed upload.

import type { Ports } from '../../ports.ts'
import { Problem } from '../../problem.ts'
import { publish } from '../../publication/publish.ts'
import { type Calendar, findCalendarById, rememberMatching } from '../../storage/calendars.ts'
import type { Statement } from '../../storage/database.ts'
import { markPublished, type Upload } from '../../storage/uploads.ts'
import { openQuestions } from './comparison.ts'
import { loadPlan } from './plan.ts'
import { OWN_TEAM, type Received } from './upload.ts'

export interface Agreement {
  confirm: boolean
  author: string
  reason: string | null
  /** The time that was set for it: once that is taken back, nothing is published. */
  dueAt?: string | null
}

/** Publishes what was reviewed, exactly, or nothing. */
export async function publishUpload(
  ports: Ports,
  upload: Upload,
  { confirm, author, reason, dueAt = null }: Agreement,
): Promise<Received> {
  if (upload.status !== 'ready') throw new Problem('upload_not_ready', { status: upload.status })
  const open = openQuestions(upload.findings, confirm)
  if (open.length > 0) throw new Problem('questions_open', { count: open.length })
  const calendar = await findCalendarById(ports.db, upload.partnerId, upload.calendarId)
  if (!calendar || calendar.revision !== upload.baseRevision)
    throw new Problem('calendar_moved_on', {
      base: upload.baseRevision,
      now: calendar?.revision ?? 0,
    })
  const changes = await loadPlan(ports.blobs, upload)
  if (changes.length === 0) {
    const published = publishedOf(upload, calendar.revision, ports.now())
    await ports.db.batch([
      ...markPublished(upload, calendar.revision, published.publishedAt, dueAt),
      ...learned(calendar, upload),
    ])
    return { upload: published, changes }
  }
  const revision = await publish(ports, calendar, changes, {
    ...{ kind: 'upload', uploadId: upload.id, restored: null, author },
    ...{ reason: reason ?? upload.reason, summary: { ...upload.summary } },
    alongside: (revision, publishedAt) => [
      ...markPublished(upload, revision, publishedAt, dueAt),
      ...learned(calendar, upload),
    ],
  })
  return { upload: publishedOf(upload, revision.revision, revision.publishedAt), changes }
}

const publishedOf = (upload: Upload, revision: number, publishedAt: string) => ({
  ...{ ...upload, status: 'published' as const, revision, publishedAt },
  ...{ publishAt: null, publishNote: null },
})

/** What headers were matched to by hand, and whose games they are, is known of the next file. */
function learned(calendar: Calendar, { answers: { columns = {}, team } }: Upload): Statement[] {
  const told = { ...columns, ...(team ? { [OWN_TEAM]: team } : {}) }
  return Object.keys(told).length > 0 ? [rememberMatching(calendar, told)] : []
}
