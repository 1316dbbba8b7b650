// Who changed which field when, and from which upload.

import type { Ports } from '../../ports.ts'
import { changesBetween } from '../../schedule/between.ts'
import type { Change } from '../../schedule/diff.ts'
import { type AuditEntry, listAudit } from '../../storage/audit.ts'
import { type Calendar, findCalendarById } from '../../storage/calendars.ts'
import type { Partner } from '../../storage/partners.ts'
import { changedBy } from '../../storage/revision-events.ts'
import { decodeCursor, encodeCursor } from '../../web/cursor.ts'

/** Of one publication; its page in the history lists more. */
export const MAX_CHANGES_TOLD = 20

export interface AuditFilter {
  calendar: Calendar | null
  uid: string | null
  cursor?: string | undefined
  limit: number
}

export interface ToldEntry extends AuditEntry {
  calendar: string | null
  changes: Change[]
  /** Whether the publication changed more than is told. */
  more: boolean
}

const LATEST = ['9999', ''] as const

export async function auditOf(ports: Ports, partner: Partner, filter: AuditFilter) {
  const { calendar, uid, cursor, limit } = filter
  const [at, place] = cursor
    ? decodeCursor('audit', cursor, ['string', 'string']).map(String)
    : LATEST
  const found = await listAudit(ports.db, {
    ...{ partnerId: partner.id, calendarId: calendar?.id ?? null, uid, limit: limit + 1 },
    before: { at: at ?? '', place: place ?? '' },
  })
  const calendars = new Map<number, Calendar | null>()
  const entries: ToldEntry[] = []
  for (const entry of found.slice(0, limit))
    entries.push(await told(ports, partner, { entry, calendars, uid }))
  const last = entries.at(-1)
  const more = found.length > limit && last
  return { entries, next: more ? encodeCursor('audit', [last.at, last.place]) : undefined }
}

interface Telling {
  entry: AuditEntry
  /** Those met so far. */
  calendars: Map<number, Calendar | null>
  uid: string | null
}

async function told({ db }: Ports, partner: Partner, { entry, calendars, uid }: Telling) {
  const { calendarId, revision } = entry
  if (calendarId !== null && !calendars.has(calendarId))
    calendars.set(calendarId, await findCalendarById(db, partner.id, calendarId))
  const calendar = calendarId === null ? null : (calendars.get(calendarId) ?? null)
  const slug = calendar?.slug ?? null
  if (!calendar || revision === null) return { ...entry, calendar: slug, changes: [], more: false }
  const { before, after } = await changedBy(db, calendar, revision, MAX_CHANGES_TOLD + 1, uid)
  const changes = changesBetween(before, after)
  return {
    ...{ ...entry, calendar: slug, changes: changes.slice(0, MAX_CHANGES_TOLD) },
    more: changes.length > MAX_CHANGES_TOLD,
  }
}
