// A new season in the same calendar: what is over leaves the schedule and is kept as an archive.

import type { Ports } from '../../ports.ts'
import { Problem } from '../../problem.ts'
import { placeholderFeed, storeFeed } from '../../publication/feed.ts'
import { publish } from '../../publication/publish.ts'
import { step } from '../../schedule/diff.ts'
import { placeIn, wallTime } from '../../schedule/zones.ts'
import { type Calendar, findCalendarById } from '../../storage/calendars.ts'
import { sha256 } from '../../storage/digest.ts'
import { currentEvents, type EventVersion } from '../../storage/events.ts'
import type { StoredBytes } from '../../storage/revisions.ts'
import { findSeason, insertSeason, type Season, seasonFolder } from '../../storage/seasons.ts'
import { ALSO_PRIVATE } from '../../storage/sight.ts'
import { requireSlug } from '../../web/names.ts'
import type { HandAct } from '../by-hand/hand-publication.ts'
import { csvOfEvents, icsOf, inOrder } from '../export/export.ts'

export interface RollOver {
  /** Stands in the archive's address. */
  name: string
  /** A day; what ended before it is archived. Today, unless given. */
  before?: string | undefined
}

/** Publications at once by others; after this many in a row one gives up. */
const MAX_RETRIES = 60

/** Address, calendar UID and subscribers stay; a restoration brings the events back. */
export async function rollOver(
  ports: Ports,
  calendar: Calendar,
  { name, before }: RollOver,
  act: HandAct,
  retries = MAX_RETRIES,
): Promise<Season> {
  await refuse(ports, calendar, name, act)
  const today = wallTime(ports.now(), calendar.settings.timezone).slice(0, 10)
  const day = before ?? today
  if (day > today)
    throw new Problem('invalid_request', { place: 'before', found: day, wanted: `≤ ${today}` })
  const events = await endedBefore(ports, calendar, day)
  if (events.length === 0) throw new Problem('nothing_to_archive', { before: day })
  const { author, reason } = act
  const made = { name, before: day, events: events.length, author }
  const files = await archive(ports, calendar, events)
  const changes = events.map((event) => step(event, { removed: true, season: name }))
  const seasonAt = (revision: number, createdAt: string) => ({
    ...made,
    files,
    revision,
    createdAt,
  })
  try {
    const { revision, publishedAt } = await publish(ports, calendar, changes, {
      ...{ kind: 'season', uploadId: null, restored: null, author, reason: reason ?? name },
      summary: { archived: events.length },
      alongside: (...when) => [insertSeason(calendar, seasonAt(...when))],
    })
    return seasonAt(revision, publishedAt)
  } catch (error) {
    const moved = error instanceof Problem && error.code === 'calendar_moved_on'
    const now = moved ? await findCalendarById(ports.db, calendar.partnerId, calendar.id) : null
    if (!now || retries === 0) throw error
    return rollOver(ports, now, { name, before: day }, act, retries - 1)
  }
}

async function refuse({ db }: Ports, calendar: Calendar, name: string, { ifRevision }: HandAct) {
  requireSlug(name)
  if (calendar.deletedAt)
    throw new Problem('calendar_deleted', { name: calendar.slug, when: calendar.deletedAt })
  if (ifRevision !== undefined && ifRevision !== calendar.revision)
    throw new Problem('calendar_moved_on', { base: ifRevision, now: calendar.revision })
  const taken = await findSeason(db, calendar, name)
  if (taken) throw new Problem('season_taken', { name, when: taken.createdAt })
}

/** In the calendar's own zone. A series that goes on has not ended. */
async function endedBefore({ db }: Ports, calendar: Calendar, day: string) {
  const { instant } = placeIn(`${day}T00:00:00`, calendar.settings.timezone)
  const events = await currentEvents(db, calendar, ALSO_PRIVATE)
  return events.filter(({ removed, endsAt }) => !removed && endsAt <= instant).sort(inOrder)
}

/** Written once, under their own fingerprints. */
async function archive(
  ports: Ports,
  calendar: Calendar,
  events: readonly EventVersion[],
): Promise<Season['files']> {
  const folder = seasonFolder(calendar, calendar.revision + 1)
  const open = events.filter(({ facts }) => facts.audience === null)
  const moment = { kind: 'no-events' as const, toldNumber: calendar.toldNumber + 1 }
  const text =
    open.length > 0
      ? await icsOf(ports, calendar, open)
      : placeholderFeed(calendar, calendar.settings, { ...moment, publishedAt: ports.now() })
  const assembled = { text, events: open.length, omitted: 0 }
  const ics = await storeFeed(ports.blobs, folder, assembled, ports.now())
  const kept = (text: string) => keep(ports, folder, text)
  const whole =
    open.length < events.length ? { whole: await kept(await icsOf(ports, calendar, events)) } : {}
  // A table cannot tell the happenings of a series that differ.
  if (events.some(({ facts }) => facts.overrides.length > 0)) return { ics, csv: null, ...whole }
  const csv = await kept(csvOfEvents(events, calendar.settings.timezone))
  return { ics, csv, ...whole }
}

async function keep({ blobs }: Ports, folder: string, text: string): Promise<StoredBytes> {
  const bytes = new TextEncoder().encode(text)
  const named = { sha256: await sha256(bytes), octets: bytes.length }
  await blobs.put(`${folder}/${named.sha256}`, bytes)
  return named
}

/** The bytes of an archive as they were written, for the partner. */
export async function archivedFile(
  { blobs }: Ports,
  calendar: Calendar,
  { revision, files, name }: Season,
  format: 'ics' | 'csv',
): Promise<Uint8Array> {
  const stored = format === 'ics' ? (files.whole ?? files.ics.identity) : files.csv
  if (!stored) throw new Problem('not_exportable', { format, title: name, instead: 'ics' })
  const bytes = await blobs.get(`${seasonFolder(calendar, revision)}/${stored.sha256}`)
  if (!bytes) throw new Error(`no file of season ${name} of ${calendar.uid}`)
  return bytes
}
