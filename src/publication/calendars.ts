// A calendar's own life: made, changed, renamed, deleted. Each step is a publication.

import type { Ports } from '../ports.ts'
import { Problem } from '../problem.ts'
import { step } from '../schedule/diff.ts'
import { type Act, recordAudit, settingsChanged } from '../storage/audit.ts'
import {
  type Calendar,
  type CalendarSettings,
  everyCalendar,
  findCalendar,
  insertCalendar,
  markDeleted,
  renameCalendar,
} from '../storage/calendars.ts'
import { GuardFailed } from '../storage/database.ts'
import { currentEvents } from '../storage/events.ts'
import { findRevision, insertRevision, type Revision } from '../storage/revisions.ts'
import { ALSO_PRIVATE } from '../storage/sight.ts'
import { feedFolder, placeholderFeed, storeFeed } from './feed.ts'
import { outdatedEvents } from './outdated.ts'
import { publish } from './publish.ts'

/** How long a deleted calendar's feed explains itself before it shrinks. */
export const TOMBSTONE_WEEKS = 8

/** Makes a calendar whose feed is one explaining event. */
export async function createCalendar(
  { db, blobs, now, mint }: Ports,
  partner: { id: number; slug: string },
  { slug, settings, author }: { slug: string; settings: CalendarSettings; author: string },
): Promise<void> {
  const [uid, createdAt] = [mint(), now()]
  const text = placeholderFeed({ uid }, settings, {
    kind: 'unpublished',
    toldNumber: 0,
    publishedAt: createdAt,
  })
  const assembled = { text, events: 0, omitted: 0 }
  const feed = await storeFeed(blobs, feedFolder({ uid }, 0), assembled, createdAt)
  const first: Revision = {
    ...{ revision: 0, kind: 'creation', uploadId: null, restored: null, author, reason: null },
    ...{ publishedAt: createdAt, summary: {}, feed },
  }
  await db.batch([
    ...insertCalendar(partner.id, { uid, slug, settings, createdAt }),
    insertRevision(partner.id, uid, first, { told: true, toldNumber: 0 }),
  ])
}

/** Changed settings are a revision, and the feed is written anew with them. */
export async function changeCalendar(
  ports: Ports,
  calendar: Calendar,
  settings: CalendarSettings,
  author: string,
): Promise<void> {
  if (JSON.stringify(settings) === JSON.stringify(calendar.settings)) return
  const fields = settingsChanged(calendar.settings, settings)
  const about = { calendar: calendar.slug, fields }
  const act: Act = { author, action: 'settings.changed', calendarId: calendar.id, about }
  const changes = await outdatedEvents(ports, calendar, settings)
  await publish(ports, calendar, changes, {
    ...{ kind: 'settings', uploadId: null, restored: null, author, reason: null },
    ...{ summary: { changed: changes.length }, settings },
    alongside: () => [recordAudit(ports, calendar.partnerId, act)],
  })
}

/** The old address goes on leading here. Throws `name_taken` for any other calendar's address. */
export async function renameTo(
  ports: Ports,
  calendar: Calendar,
  slug: string,
  author: string,
): Promise<void> {
  const fields = [{ field: 'calendar', from: calendar.slug, to: slug }]
  const act: Act = { author, action: 'address.changed', calendarId: calendar.id, about: { fields } }
  try {
    await ports.db.batch([
      ...renameCalendar(calendar, slug),
      recordAudit(ports, calendar.partnerId, act),
    ])
  } catch (error) {
    if (error instanceof GuardFailed) throw new Problem('name_taken', { value: slug })
    throw error
  }
}

/** Every event gets a tombstone; the feed becomes one event that says so. */
export async function deleteCalendar(
  ports: Ports,
  calendar: Calendar,
  { author, reason }: { author: string; reason: string | null },
): Promise<Revision> {
  const events = (await currentEvents(ports.db, calendar, ALSO_PRIVATE)).filter(
    ({ removed }) => !removed,
  )
  const changes = events.map((event) => step(event, { removed: true }))
  return publish(ports, calendar, changes, {
    ...{ kind: 'deletion', uploadId: null, restored: null, author, reason },
    summary: { removed: changes.length },
    feedText: (toldNumber, publishedAt) =>
      placeholderFeed(calendar, calendar.settings, { kind: 'deleted', toldNumber, publishedAt }),
    alongside: (_, publishedAt) => [markDeleted(calendar, publishedAt)],
  })
}

/** Deleted calendars that have explained themselves for long enough keep a tiny feed. */
export async function expireDeleted(ports: Ports): Promise<number> {
  const weeksAgo = Date.parse(ports.now()) - TOMBSTONE_WEEKS * 7 * 86_400_000
  let expired = 0
  for (const calendar of await everyCalendar(ports.db)) {
    if (!calendar.deletedAt || Date.parse(calendar.deletedAt) > weeksAgo) continue
    const last = await findRevision(ports.db, calendar, calendar.revision)
    if (last?.kind === 'expiry') continue
    await publish(ports, calendar, [], {
      ...{ kind: 'expiry', uploadId: null, restored: null, author: 'kalends', reason: null },
      summary: {},
      feedText: (toldNumber, publishedAt) =>
        placeholderFeed(calendar, calendar.settings, { kind: 'gone', toldNumber, publishedAt }),
    })
    expired += 1
  }
  return expired
}

/** The calendar at an address, or `not_found`. */
export async function requireCalendar(
  { db }: Ports,
  partner: string,
  slug: string,
): Promise<Calendar> {
  const calendar = await findCalendar(db, partner, slug)
  if (!calendar) throw new Problem('not_found', { what: 'calendar', name: `${partner}/${slug}` })
  return calendar
}
