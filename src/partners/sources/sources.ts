// Sources of a calendar: made, changed, listed and removed. What is said here is checked here; HTTP
// and the console only pass it on.

import { allowedUrl } from '../../outbound/urls.ts'
import type { Ports } from '../../ports.ts'
import { Problem } from '../../problem.ts'
import { recordAudit } from '../../storage/audit.ts'
import type { Calendar } from '../../storage/calendars.ts'
import { GuardFailed, type Statement } from '../../storage/database.ts'
import {
  deleteSource,
  findSource,
  insertSource,
  type Source,
  sourcesOf,
  updateSource,
} from '../../storage/sources.ts'
import { newWebhookSecret } from '../notices/webhook.ts'
import { downloadUrl } from './sheet-links.ts'

export const MAX_SOURCES = 20
export const MIN_EVERY_MINUTES = 15
export const MAX_EVERY_MINUTES = 7 * 24 * 60
export const DEFAULT_EVERY_MINUTES = 60

export interface SourceSettings {
  url: string
  mode: Source['mode']
  /** Minutes. */
  every: number
  notice: { webhook?: string | undefined; email?: string | undefined } | null
}

/** With the secret that signs its notices, which is shown this once; null where nothing is new. */
export interface Kept {
  source: Source
  webhookSecret: string | null
}

export const listSources = ({ db }: Ports, calendar: Calendar): Promise<Source[]> =>
  sourcesOf(db, calendar)

/** The source of that calendar, or `not_found`. */
export async function requireSource(
  { db }: Ports,
  calendar: Calendar,
  id: string,
): Promise<Source> {
  const source = await findSource(db, calendar.partnerId, id)
  if (source?.calendarId !== calendar.id)
    throw new Problem('not_found', { what: 'source', name: id })
  return source
}

/** It is fetched for the first time at the next tick. */
export async function createSource(
  ports: Ports,
  calendar: Calendar,
  settings: SourceSettings,
  author: string,
): Promise<Kept> {
  const { db, mint, now } = ports
  if (calendar.deletedAt)
    throw new Problem('calendar_deleted', { name: calendar.slug, when: calendar.deletedAt })
  const notice = await noticeOf(ports, settings.notice, null)
  const source: Source = {
    ...{ id: mint(), partnerId: calendar.partnerId, calendarId: calendar.id },
    ...{ url: sourceUrl(ports, settings.url), mode: settings.mode, everyMinutes: settings.every },
    ...notice,
    ...{ state: 'new', problem: null, uploadId: null, etag: null, lastModified: null },
    ...{
      sha256: null,
      pulledAt: null,
      httpStatus: null,
      failures: 0,
      failingSince: null,
      unfinished: 0,
    },
    ...{ noticed: 'ok', nextAt: now(), noticeProblem: null, createdAt: now() },
  }
  try {
    await db.batch([...insertSource(source, MAX_SOURCES), told(ports, source, author, 'made')])
  } catch (error) {
    if (!(error instanceof GuardFailed)) throw error
    throw new Problem('too_many', { what: 'source', limit: MAX_SOURCES })
  }
  return { source, webhookSecret: source.webhookSecret }
}

/** Another address, or another mode, and everything is fetched and compared anew. */
export async function changeSource(
  ports: Ports,
  source: Source,
  settings: { [Name in keyof SourceSettings]?: SourceSettings[Name] | undefined },
  author: string,
): Promise<Kept> {
  const notice = settings.notice === undefined ? {} : await noticeOf(ports, settings.notice, source)
  const changed: Source = {
    ...{ ...source, ...notice },
    url: settings.url === undefined ? source.url : sourceUrl(ports, settings.url),
    mode: settings.mode ?? source.mode,
    everyMinutes: settings.every ?? source.everyMinutes,
  }
  if (changed.url !== source.url || changed.mode !== source.mode)
    Object.assign(changed, { etag: null, lastModified: null, sha256: null })
  await ports.db.batch([
    updateSource({ ...changed, nextAt: ports.now() }),
    told(ports, changed, author, 'changed'),
  ])
  const isNew = changed.webhookSecret !== source.webhookSecret
  return {
    source: await findChanged(ports, changed),
    webhookSecret: isNew ? changed.webhookSecret : null,
  }
}

const findChanged = async ({ db }: Ports, changed: Source): Promise<Source> =>
  (await findSource(db, changed.partnerId, changed.id)) ?? changed

/** What it brought stays as it is. */
export async function removeSource(ports: Ports, source: Source, author: string): Promise<void> {
  await ports.db.batch([...deleteSource(source), told(ports, source, author, 'removed')])
}

/** In the log of what people did. */
const told = (ports: Ports, source: Source, author: string, done: string): Statement =>
  recordAudit(ports, source.partnerId, {
    ...{ author, action: 'source.changed', calendarId: source.calendarId },
    about: { done, source: source.id, url: source.url },
  })

const sourceUrl = (ports: Ports, text: string): string =>
  allowedUrl(downloadUrl(text), ownHost(ports)).href

const ownHost = ({ config }: Ports): string => new URL(config.publicUrl).hostname

type Noticed = Pick<Source, 'webhook' | 'webhookSecret' | 'email' | 'noticeProblem'>

/** The same webhook keeps its secret. */
async function noticeOf(
  ports: Ports,
  notice: SourceSettings['notice'],
  before: Source | null,
): Promise<Noticed> {
  if (notice?.email && !ports.mail) throw new Problem('mail_unavailable')
  const email = notice?.email ?? null
  const webhook = notice?.webhook ? allowedUrl(notice.webhook, ownHost(ports)).href : null
  const kept = webhook && before?.webhook === webhook ? before.webhookSecret : null
  const webhookSecret = webhook ? (kept ?? (await newWebhookSecret(ports))) : null
  return { webhook, webhookSecret, email, noticeProblem: null }
}
