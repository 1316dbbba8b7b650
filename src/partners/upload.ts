// A partner's file: bytes, rows, differences, and the plan that a review is about.

import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { type Finding, MAX_FINDINGS } from '../intake/finding.ts'
import { readFile } from '../intake/read.ts'
import type { Reading } from '../intake/row.ts'
import type { Ports } from '../ports.ts'
import { Problem } from '../problem.ts'
import { publish } from '../publication/publish.ts'
import { type Change, compare, type Difference, type Mode } from '../schedule/diff.ts'
import type { EventState, Facts } from '../schedule/event.ts'
import { spanOf } from '../schedule/occurrences.ts'
import { wallTime } from '../schedule/zones.ts'
import { type Calendar, findCalendarById } from '../storage/calendars.ts'
import { currentEvents } from '../storage/events.ts'
import { nextTurn } from '../storage/turns.ts'
import { insertUpload, markPublished, type Upload, type UploadSummary } from '../storage/uploads.ts'
import { feedSizeFindings } from './feed-size.ts'
import { findingsOf, hasDefault } from './findings.ts'
import { loadPlan, savePlan } from './plan.ts'
import { MAX_LISTED_CHANGES } from './upload-json.ts'

export interface Offer {
  bytes: Uint8Array
  filename: string | null
  mode: Mode
  publish: boolean
  /** Take the stated defaults of the questions that have one. */
  confirm: boolean
  dateOrder?: 'DMY' | 'MDY' | 'YMD'
  year?: number
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
  const reading = readFile(offer.bytes, offer.filename, contextOf(calendar, offer, ports.now()))
  upload.format = reading.format
  if (reading.findings.some(({ severity }) => severity === 'error'))
    return refuse(ports, upload, reading)
  await nextTurn()
  return settle(ports, calendar, { offer, upload, reading }, MAX_RETRIES)
}

async function begin({ blobs, now, mint }: Ports, calendar: Calendar, offer: Offer) {
  const id = mint()
  const fileKey = `uploads/${id}/file`
  await blobs.put(fileKey, await promisify(gzip)(offer.bytes))
  const upload: Upload = {
    ...{ id, partnerId: calendar.partnerId, calendarId: calendar.id, filename: offer.filename },
    ...{ format: '', mode: offer.mode, status: 'ready', baseRevision: calendar.revision },
    ...{ revision: calendar.revision, summary: emptySummary(), findings: [], fileKey },
    ...{ planKey: null, author: offer.author, reason: offer.reason },
    ...{ createdAt: now(), publishedAt: null },
  }
  return upload
}

const contextOf = (
  { settings }: Calendar,
  { dateOrder, year }: Offer,
  now: string,
): Parameters<typeof readFile>[2] => ({
  timezone: settings.timezone,
  language: settings.language,
  today: wallTime(now, settings.timezone).slice(0, 10),
  defaultMinutes: settings.defaultMinutes,
  ...(dateOrder ? { dateOrder } : {}),
  ...(year ? { year } : {}),
})

async function refuse({ db }: Ports, upload: Upload, reading: Reading): Promise<Received> {
  upload.status = 'refused'
  upload.summary = { ...emptySummary(), rows: reading.rowCount, refused: reading.refusedCount }
  upload.findings = listed(reading.findings)
  await db.batch([insertUpload(upload)])
  return { upload, changes: [] }
}

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
  const { changes, findings, summary } = await differences(ports, calendar, hand)
  Object.assign(upload, { findings, summary })
  upload.baseRevision = upload.revision = calendar.revision
  if (!offer.publish || !mayPublish(findings, offer.confirm)) {
    upload.planKey = await savePlan(ports.blobs, upload, changes)
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
  upload.planKey = await savePlan(ports.blobs, upload, changes.slice(0, MAX_LISTED_CHANGES))
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

async function differences(ports: Ports, calendar: Calendar, { offer, reading }: InHand) {
  const events = await currentEvents(ports.db, calendar)
  const now = ports.now()
  const { defaultMinutes } = calendar.settings
  const ends = new Map<Facts, string>()
  const isUpcoming = ({ facts }: EventState) => {
    const endsAt = ends.get(facts) ?? spanOf(facts, defaultMinutes).endsAt
    ends.set(facts, endsAt)
    return endsAt > now
  }
  const mode = modeOf(offer, reading)
  const difference = compare({
    ...{ rows: reading.rows, events, mode, isUpcoming, mintUid: ports.mint },
  })
  await nextTurn()
  const takesPlace = (event: EventState) =>
    !event.removed && event.facts.status !== 'cancelled' && isUpcoming(event)
  const after = new Map(events.map((event): [string, EventState] => [event.uid, event]))
  for (const change of difference.changes) after.set(change.after.uid, change.after)
  const ahead = {
    before: events.filter(takesPlace).length,
    after: [...after.values()].filter(takesPlace).length,
  }
  const coming = [...after.values()].filter((event) => !event.removed && isUpcoming(event))
  const found = [
    ...reading.findings,
    ...findingsOf(difference, mode, ahead),
    ...feedSizeFindings(coming, calendar.settings),
  ]
  await nextTurn()
  return {
    changes: difference.changes,
    findings: listed(found),
    summary: summaryOf(reading, difference),
  }
}

/** A row whose date is asked about is in no place yet: the event that it may be is not missing. */
const modeOf = ({ mode }: Offer, { findings }: Reading): Mode =>
  findings.some(({ severity }) => severity === 'question') ? 'merge' : mode

/** Questions before warnings, when not all fit. */
const listed = (findings: readonly Finding[]): Finding[] =>
  [
    ...findings.filter(({ severity }) => severity !== 'warning'),
    ...findings.filter(({ severity }) => severity === 'warning'),
  ].slice(0, MAX_FINDINGS)

export const openQuestions = (findings: readonly Finding[], confirm: boolean): Finding[] =>
  findings.filter((finding) => finding.severity === 'question' && !(confirm && hasDefault(finding)))

const mayPublish = (findings: readonly Finding[], confirm: boolean): boolean =>
  openQuestions(findings, confirm).length === 0

function summaryOf(reading: Reading, { changes, unchanged }: Difference): UploadSummary {
  const summary = { ...emptySummary(), rows: reading.rowCount, unchanged }
  for (const { type } of changes) summary[type] += 1
  return summary
}

const emptySummary = (): UploadSummary => ({
  ...{ rows: 0, new: 0, changed: 0, moved: 0, cancelled: 0, removed: 0, unchanged: 0, refused: 0 },
})

/** Publishes what was reviewed, exactly, or nothing. */
export async function publishUpload(
  ports: Ports,
  upload: Upload,
  { confirm, author, reason }: { confirm: boolean; author: string; reason: string | null },
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
    const published = { ...upload, status: 'published' as const, publishedAt: ports.now() }
    await ports.db.batch(markPublished(upload, calendar.revision, published.publishedAt))
    return { upload: published, changes }
  }
  const revision = await publish(ports, calendar, changes, {
    ...{ kind: 'upload', uploadId: upload.id, restored: null, author },
    ...{ reason: reason ?? upload.reason, summary: { ...upload.summary } },
    alongside: (revision, publishedAt) => markPublished(upload, revision, publishedAt),
  })
  const { publishedAt } = revision
  const published: Upload = {
    ...{ ...upload, status: 'published', revision: revision.revision, publishedAt },
  }
  return { upload: published, changes }
}
