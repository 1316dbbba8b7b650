// One fetch of a source: what came, whether it is new, and what became of it. Nothing that goes wrong
// here touches what is published.

import type { Answers } from '../../intake/answers.ts'
import type { Fetched, Ports } from '../../ports.ts'
import { Problem } from '../../problem.ts'
import { type Calendar, findCalendarById } from '../../storage/calendars.ts'
import { GuardFailed } from '../../storage/database.ts'
import { sha256 } from '../../storage/digest.ts'
import {
  claimSource,
  dueSources,
  findSource,
  recordFetch,
  type Source,
} from '../../storage/sources.ts'
import { findUpload, type Upload } from '../../storage/uploads.ts'
import { describe, outageOf } from '../../web/outage.ts'
import { noticesOf } from '../notices/notices.ts'
import { throwAway } from '../upload/review.ts'
import { receiveUpload } from '../upload/upload.ts'
import { nextFetch, retryAfterSeconds } from './pull-times.ts'

/** One that was begun so often and never ended took its thread with it: it waits like a failed one. */
const MAX_UNFINISHED = 2
const MAX_TAG_CHARS = 200

/** What is to be fetched now, each as work to be done. */
export async function dueFetches(ports: Ports, limit: number): Promise<(() => Promise<unknown>)[]> {
  const due = await dueSources(ports.db, ports.now(), limit)
  return due.map((source) => () => pullSource(ports, source))
}

/** A person's click, or a program's loop: whoever is fetched from is given a rest. */
export const MIN_SECONDS_BETWEEN_PULLS = 10

/** As `pullSource`, asked for by hand. Throws `pulled_just_now`. */
export function pullByHand(ports: Ports, source: Source): Promise<Source> {
  const since = source.pulledAt
    ? (Date.parse(ports.now()) - Date.parse(source.pulledAt)) / 1000
    : Number.POSITIVE_INFINITY
  if (since < MIN_SECONDS_BETWEEN_PULLS)
    throw new Problem('pulled_just_now', { seconds: Math.ceil(MIN_SECONDS_BETWEEN_PULLS - since) })
  return pullSource(ports, source)
}

/** Fetches now. Returns the source as it is then; when another is at it already, as it is. */
export async function pullSource(ports: Ports, source: Source): Promise<Source> {
  const calendar = await findCalendarById(ports.db, source.partnerId, source.calendarId)
  if (!calendar || calendar.deletedAt)
    throw new Problem('calendar_deleted', {
      ...{ name: calendar?.slug ?? '', when: calendar?.deletedAt ?? '' },
    })
  try {
    await ports.db.batch(claimSource(source, nextFetch(source, ports.now())))
  } catch (error) {
    if (!(error instanceof GuardFailed)) throw error
    return (await findSource(ports.db, source.partnerId, source.id)) ?? source
  }
  const outcome =
    source.unfinished >= MAX_UNFINISHED
      ? failure(new Problem('file_too_costly'))
      : await outcomeOf(ports, calendar, source)
  return finish(ports, calendar, source, outcome)
}

interface Outcome extends Partial<Source> {
  retryAfter?: number
}

async function outcomeOf(ports: Ports, calendar: Calendar, source: Source): Promise<Outcome> {
  try {
    const fetched = await ports.fetch({ url: source.url, headers: conditionsOf(source) })
    const outcome = await read(ports, calendar, source, fetched)
    return { ...outcome, httpStatus: fetched.status }
  } catch (error) {
    if (outageOf(error)) throw error
    if (error instanceof Problem) return failure(error)
    const id = source.id.slice(0, 8)
    ports.log.error('fetch failed', { id, source: source.id, error: describe(error) })
    return failure(new Problem('internal', { id }))
  }
}

/** Only where the bytes they speak of have been seen. */
const conditionsOf = ({ sha256, etag, lastModified }: Source): Record<string, string> => ({
  Accept: 'text/csv, text/calendar, application/json, */*;q=0.5',
  ...(sha256 && etag ? { 'If-None-Match': etag } : {}),
  ...(sha256 && lastModified ? { 'If-Modified-Since': lastModified } : {}),
})

const failure = ({ code, params }: Problem): Outcome => ({
  state: 'failing',
  problem: { code, params },
})

async function read(ports: Ports, calendar: Calendar, source: Source, fetched: Fetched) {
  const { status, body } = fetched
  const before = source.uploadId
    ? await findUpload(ports.db, source.partnerId, source.uploadId)
    : null
  if (status === 304 && source.sha256) return settled(before)
  if (status !== 200) {
    const retryAfter = retryAfterSeconds(fetched.header('retry-after'), ports.now())
    return { ...failure(new Problem('http_status', { status })), retryAfter }
  }
  if (isPage(fetched))
    throw new Problem('unsupported_media', { found: 'text/html', wanted: 'text/csv' })
  const seen = { ...tagsOf(fetched), sha256: await sha256(body) }
  if (seen.sha256 === source.sha256) return { ...settled(before), ...seen }
  const upload = await taken(ports, calendar, source, { fetched, before })
  return { ...settled(upload), ...seen, uploadId: upload.id }
}

/** A page to sign in at, or one that shows the file instead of being it. */
const isPage = ({ header, body }: Fetched): boolean =>
  /^(?:text\/html|application\/xhtml)/i.test(header('content-type') ?? '') &&
  /^\s*</.test(new TextDecoder().decode(body.subarray(0, 64)))

const settled = (upload: Upload | null): Outcome => ({
  state: upload?.status === 'ready' || upload?.status === 'refused' ? 'waiting' : 'ok',
  problem: null,
})

/** What a server says of its bytes is sent back to it, so it must be fit for a header. */
function tagsOf({ header }: Fetched): Pick<Source, 'etag' | 'lastModified'> {
  const etag = header('etag')
  const lastModified = header('last-modified')
  return {
    etag: etag && /^(W\/)?"[\x21\x23-\x7e]*"$/.test(etag.slice(0, MAX_TAG_CHARS)) ? etag : null,
    lastModified: lastModified && /^[\w ,:+-]{1,64}$/.test(lastModified) ? lastModified : null,
  }
}

/** Takes the place of the upload that waited; one with a time set to it stays, as somebody decided. */
async function taken(
  ports: Ports,
  calendar: Calendar,
  source: Source,
  { fetched, before }: { fetched: Fetched; before: Upload | null },
): Promise<Upload> {
  const { hostname } = new URL(source.url)
  const { upload } = await receiveUpload(ports, calendar, {
    ...{ bytes: fetched.body, filename: nameOf(source.url), mode: source.mode },
    ...{ publish: true, confirm: false, answers: lasting(before) },
    ...{ author: `source: ${hostname}`.slice(0, 100), reason: null },
  })
  if (before && (before.status === 'ready' || before.status === 'refused') && !before.publishAt)
    await throwAway(ports, before)
  return upload
}

/** What was said of the file before as a whole; rows and cells are others now. */
function lasting(before: Upload | null): Answers {
  const { dateOrder, sheet, headerRow } = before?.answers ?? {}
  return {
    ...(dateOrder ? { dateOrder } : {}),
    ...(sheet ? { sheet } : {}),
    ...(headerRow ? { headerRow } : {}),
  }
}

/** The last part of the address's path; null when it has none that names a file. */
function nameOf(url: string): string | null {
  const last = new URL(url).pathname.split('/').at(-1) ?? ''
  try {
    return (
      decodeURIComponent(last)
        .replace(/\p{Cc}/gu, '')
        .slice(0, 255) || null
    )
  } catch {
    return last.slice(0, 255)
  }
}

async function finish(
  ports: Ports,
  calendar: Calendar,
  source: Source,
  { retryAfter = 0, ...outcome }: Outcome,
): Promise<Source> {
  const now = ports.now()
  const failures = outcome.state === 'failing' ? source.failures + 1 : 0
  const pulled: Source = {
    ...{ ...source, httpStatus: null, ...outcome },
    ...{ pulledAt: now, failures, unfinished: 0 },
  }
  pulled.nextAt = nextFetch(pulled, now, retryAfter)
  const { notices, noticed } = await noticesOf(ports, calendar, pulled)
  pulled.noticed = noticed
  await ports.db.batch([recordFetch(pulled), ...notices])
  return pulled
}
