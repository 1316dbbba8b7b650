// A partner's file: bytes, rows, differences, and the plan that a review is about.

import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { type Answers, withAnswers } from '../../intake/answers.ts'
import { readFile } from '../../intake/read.ts'
import type { Reading } from '../../intake/row.ts'
import type { Ports } from '../../ports.ts'
import { Problem } from '../../problem.ts'
import { publish } from '../../publication/publish.ts'
import type { Change, Mode } from '../../schedule/diff.ts'
import { type Calendar, findCalendarById } from '../../storage/calendars.ts'
import { nextTurn } from '../../storage/turns.ts'
import { insertUpload, type Upload } from '../../storage/uploads.ts'
import { compareFile, emptySummary, listedFindings, mayPublish } from './comparison.ts'
import { dropPlan, savePlan } from './plan.ts'
import { readingContext } from './reading.ts'
import { shownOf } from './shown.ts'
import { MAX_LISTED_CHANGES } from './upload-json.ts'

export interface Offer {
  bytes: Uint8Array
  filename: string | null
  mode: Mode
  publish: boolean
  /** Take the stated defaults of the questions that have one. */
  confirm: boolean
  answers: Answers
  author: string
  reason: string | null
}

export interface Received {
  upload: Upload
  changes: Change[]
}

/** Publications at once by others; after this many in a row the file is left for review. */
const MAX_RETRIES = 60

/** Reads, compares, keeps; publishes too when asked and nothing stands against it. */
export async function receiveUpload(
  ports: Ports,
  calendar: Calendar,
  offer: Offer,
): Promise<Received> {
  if (calendar.deletedAt)
    throw new Problem('calendar_deleted', { name: calendar.slug, when: calendar.deletedAt })
  const upload = await begin(ports, calendar, offer)
  try {
    return await received(ports, calendar, { offer, upload })
  } catch (error) {
    // The same call is answered elsewhere, with a file of its own: this one is nobody's.
    if (error instanceof Problem && error.code === 'idempotency_busy') {
      await ports.blobs.delete([upload.fileKey])
      if (upload.planKey) await dropPlan(ports.blobs, upload.planKey)
    }
    throw error
  }
}

async function received(
  ports: Ports,
  calendar: Calendar,
  { offer, upload }: Omit<InHand, 'reading'>,
): Promise<Received> {
  const reading = await readUpload(ports, calendar, upload, offer.bytes)
  upload.format = reading.format
  upload.layout = reading.table ?? null
  if (hasErrors(reading)) {
    Object.assign(upload, refusal(reading))
    await ports.db.batch([insertUpload(upload)])
    return { upload, changes: [] }
  }
  await nextTurn()
  return settle(ports, calendar, { offer, upload, reading }, MAX_RETRIES)
}

async function begin(ports: Ports, calendar: Calendar, offer: Offer): Promise<Upload> {
  const { blobs, now, mint } = ports
  const id = mint()
  const fileKey = `uploads/${id}/file`
  await blobs.put(fileKey, await promisify(gzip)(offer.bytes))
  const answers = withAnswers(remembered(calendar), offer.answers)
  return {
    ...{ id, partnerId: calendar.partnerId, calendarId: calendar.id, filename: offer.filename },
    ...{ format: '', mode: offer.mode, status: 'ready', baseRevision: calendar.revision },
    ...{ revision: calendar.revision, summary: emptySummary(), findings: [], fileKey },
    ...{ answers, layout: null, planKey: null, author: offer.author, reason: offer.reason },
    ...{ createdAt: now(), publishedAt: null, publishAt: null, publishNote: null },
  }
}

/** What an earlier file's headers turned out to mean; under no header, whose calendar it is. */
function remembered({ matching }: Calendar): Answers {
  const { [OWN_TEAM]: team, ...columns } = matching
  return { ...(Object.keys(columns).length > 0 ? { columns } : {}), ...(team ? { team } : {}) }
}

/** No header is blank. */
export const OWN_TEAM = ''

/** The file, read as everything that was said of it asks. */
export async function readUpload(
  ports: Ports,
  calendar: Calendar,
  { filename, answers }: Upload,
  bytes: Uint8Array,
): Promise<Reading> {
  const context = await readingContext(ports, calendar)
  return readFile(bytes, filename, { ...context, ...answers })
}

export const hasErrors = ({ findings }: Reading): boolean =>
  findings.some(({ severity }) => severity === 'error')

/** An upload of which nothing may be published. */
export const refusal = (reading: Reading): Pick<Upload, 'status' | 'summary' | 'findings'> => ({
  status: 'refused',
  summary: { ...emptySummary(), rows: reading.rowCount, refused: reading.refusedCount },
  findings: listedFindings(reading.findings),
})

interface InHand {
  offer: Offer
  upload: Upload
  reading: Reading
}

/** Compares with the calendar as it is now and publishes or keeps for review. */
async function settle(
  ports: Ports,
  calendar: Calendar,
  hand: InHand,
  retries: number,
): Promise<Received> {
  const { upload, offer } = hand
  const { changes, findings, summary } = await compareFile(ports, calendar, upload, hand.reading)
  Object.assign(upload, { findings, summary })
  upload.baseRevision = upload.revision = calendar.revision
  if (!offer.publish || !mayPublish(findings, offer.confirm)) {
    upload.planKey = await savePlan(ports.blobs, upload, {
      ...{ kept: changes, shown: shownOf(changes, ports.now()) },
    })
    await ports.db.batch([insertUpload(upload)])
    return { upload, changes }
  }
  if (changes.length === 0) {
    Object.assign(upload, { status: 'published', publishedAt: ports.now() })
    await ports.db.batch([insertUpload(upload)])
    return { upload, changes }
  }
  try {
    return { upload: await publishNow(ports, calendar, upload, changes), changes }
  } catch (error) {
    const now = await movedOn(ports, calendar, error)
    if (!now || retries === 0) throw error
    return settle(ports, now, hand, retries - 1)
  }
}

/** Nobody has reviewed yet, so a calendar that moved on is simply compared with again. */
async function movedOn({ db }: Ports, calendar: Calendar, error: unknown) {
  if (!(error instanceof Problem) || error.code !== 'calendar_moved_on') return null
  const now = await findCalendarById(db, calendar.partnerId, calendar.id)
  return now?.deletedAt ? null : now
}

/** Nothing of `upload` is touched before the batch has succeeded: a lost race tries again with it. */
async function publishNow(ports: Ports, calendar: Calendar, upload: Upload, changes: Change[]) {
  // Nobody will publish it again: what is listed of it is enough.
  upload.planKey = await savePlan(ports.blobs, upload, {
    ...{ kept: changes.slice(0, MAX_LISTED_CHANGES), shown: shownOf(changes, ports.now()) },
  })
  const published = (revision: number, publishedAt: string): Upload => ({
    ...{ ...upload, status: 'published', revision, publishedAt },
  })
  const { revision, publishedAt } = await publish(ports, calendar, changes, {
    ...{ kind: 'upload', uploadId: upload.id, restored: null },
    ...{ author: upload.author, reason: upload.reason, summary: { ...upload.summary } },
    alongside: (revision, publishedAt) => [insertUpload(published(revision, publishedAt))],
  })
  return published(revision, publishedAt)
}
