// A calendar's feed, put together from stored VEVENTs and stored ready to send.

import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { renderCalendar } from '../icalendar/calendar.ts'
import { renderPlaceholder } from '../icalendar/placeholder.ts'
import { timezonesFor } from '../icalendar/vtimezone.ts'
import { chooseWindow } from '../icalendar/window.ts'
import { wallTime } from '../schedule/zones.ts'
import type { Blobs } from '../storage/blobs.ts'
import type { Calendar, CalendarSettings } from '../storage/calendars.ts'
import type { Database } from '../storage/database.ts'
import { sha256 } from '../storage/digest.ts'
import { everHadEvents, feedEntries, type NewVersion, storedVevents } from '../storage/events.ts'
import type { StoredBytes, StoredFeed } from '../storage/revisions.ts'
import { inTurns } from '../storage/turns.ts'

/** How often a client is asked to look; most go by their own clock. */
const REFRESH_HOURS = 1
const REFRESH_HOURS_WHEN_GONE = 7 * 24

/** Brotli's best, 11, takes over a hundred times as long for a seventh less: docs/decisions/performance.md. */
const BROTLI_QUALITY = 5

/** How many events are measured at once, some milliseconds. */
const EVENTS_AT_ONCE = 1000

export interface Assembled {
  text: string
  events: number
  omitted: number
  /** Set when what is still to come is more than clients read. */
  tooLarge: { events: number; octets: number } | null
}

export interface FeedMoment {
  settings: CalendarSettings
  toldNumber: number
  publishedAt: string
  /** What this publication adds and changes; the rest is as stored. */
  versions: readonly NewVersion[]
}

/** Everything ahead, and as much of the past as fits, decided now and never by a poll. */
export async function assembleFeed(
  db: Database,
  calendar: Calendar,
  { settings, toldNumber, publishedAt, versions }: FeedMoment,
): Promise<Assembled> {
  const fresh = new Map(versions.map((version) => [version.uid, version]))
  const entries = (await feedEntries(db, calendar)).filter(({ uid }) => !fresh.has(uid))
  for await (const some of inTurns(versions, EVENTS_AT_ONCE))
    entries.push(...some.filter(isPublic).map(entryOf))
  const head = headOf(settings, REFRESH_HOURS)
  const choose = async (around: number) => {
    const window = chooseWindow(entries, publishedAt, around)
    const stored = window.chosen.filter(({ uid }) => !fresh.has(uid)).map(({ uid }) => uid)
    const texts = await storedVevents(db, calendar, stored)
    const placed = window.chosen.map((entry) => {
      const vevent = fresh.get(entry.uid)?.vevent ?? texts.get(entry.uid) ?? ''
      return { ...entry, vevent }
    })
    return { window, placed, timezones: timezonesFor(placed, publishedAt) }
  }
  const around = octetsOf(renderCalendar(head, []))
  const first = await choose(around)
  // Which zones are needed is known by what was chosen; they count as well.
  const zones = octetsOf(first.timezones.join(''))
  const { window, placed, timezones } = zones > 0 ? await choose(around + zones) : first
  const vevents = placed.map(({ vevent }) => vevent)
  if (vevents.length === 0) {
    const kind = (await everHadEvents(db, calendar)) ? 'no-events' : 'unpublished'
    vevents.push(placeholder(calendar, settings, { kind, toldNumber, publishedAt }))
  }
  const text = renderCalendar(head, [...timezones, ...vevents])
  const { omitted, tooLarge } = window
  return { text, events: placed.length, omitted, tooLarge }
}

export type PlaceholderKind = 'unpublished' | 'no-events' | 'deleted' | 'gone'

interface PlaceholderMoment {
  kind: PlaceholderKind
  toldNumber: number
  publishedAt: string
}

/** A feed of the one event that explains why there are no others. */
export function placeholderFeed(
  calendar: { uid: string },
  settings: CalendarSettings,
  moment: PlaceholderMoment,
): string {
  const hours = moment.kind === 'gone' ? REFRESH_HOURS_WHEN_GONE : REFRESH_HOURS
  return renderCalendar(headOf(settings, hours), [placeholder(calendar, settings, moment)])
}

/** Compresses and stores a feed's bytes; they are published only when a revision names them. */
export async function storeFeed(
  blobs: Blobs,
  folder: string,
  assembled: Pick<Assembled, 'text' | 'events' | 'omitted'>,
  lastModified: string,
): Promise<StoredFeed> {
  const identity = new TextEncoder().encode(assembled.text)
  const [zipped, brotli] = await Promise.all([
    promisify(gzip)(identity, { level: 9 }),
    promisify(brotliCompress)(identity, {
      params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY },
    }),
  ])
  const feed = {
    identity: await named(identity),
    gzip: await named(zipped),
    br: await named(brotli),
    lastModified,
    events: assembled.events,
    omitted: assembled.omitted,
  }
  await blobs.putAll(
    new Map([
      [`${folder}/${feed.identity.sha256}`, identity],
      [`${folder}/${feed.gzip.sha256}`, zipped],
      [`${folder}/${feed.br.sha256}`, brotli],
    ]),
  )
  return feed
}

const named = async (bytes: Uint8Array): Promise<StoredBytes> => ({
  ...{ sha256: await sha256(bytes), octets: bytes.length },
})

/** Where the representations of one revision's feed lie, each under its own SHA-256. */
export const feedFolder = ({ uid }: { uid: string }, revision: number): string =>
  `feeds/${uid}/${revision}`

/** Private events are in no feed but the personal ones of their audience. */
const isPublic = ({ removed, facts }: NewVersion): boolean => !removed && facts.audience === null

const entryOf = ({ uid, startsAt, endsAt, vevent }: NewVersion) => ({
  uid,
  startsAt,
  endsAt,
  octets: octetsOf(vevent),
})

const encoder = new TextEncoder()
const octetsOf = (text: string): number => encoder.encode(text).length

const headOf = (settings: CalendarSettings, refreshHours: number) => ({
  name: settings.name,
  description: settings.description,
  timezone: settings.timezone,
  color: settings.color,
  refreshHours,
})

const placeholder = (
  { uid }: { uid: string },
  settings: CalendarSettings,
  { kind, toldNumber, publishedAt }: PlaceholderMoment,
): string =>
  renderPlaceholder(kind, {
    uid: `${uid}-placeholder`,
    calendarName: settings.name,
    date: wallTime(publishedAt, settings.timezone).slice(0, 10),
    stampedAt: publishedAt,
    sequence: toldNumber,
    language: settings.language,
  })
