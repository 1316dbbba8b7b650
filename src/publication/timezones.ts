// New time-zone data re-publish the events that they move, and no others.

import type { Ports } from '../ports.ts'
import { TZDATA_VERSION } from '../schedule/tzdata.ts'
import { type Calendar, everyCalendar } from '../storage/calendars.ts'
import type { EventVersion } from '../storage/events.ts'
import { findInstalled, recordInstalled } from '../storage/installation.ts'
import { findRevision } from '../storage/revisions.ts'
import { assembleFeed, feedFolder } from './feed.ts'
import { outdatedEvents } from './outdated.ts'
import { publish } from './publish.ts'

const INSTALLED = 'tzdata'

/** Returns how many calendars were published anew; nothing is looked at when the data are the same. */
export async function applyTimezoneData(ports: Ports): Promise<number> {
  const { db } = ports
  const before = await findInstalled(db, INSTALLED)
  if (before === TZDATA_VERSION) return 0
  let published = 0
  for (const calendar of before === null ? [] : await everyCalendar(db)) {
    if (calendar.deletedAt) continue
    const moved = await zonesWrittenOtherwise(ports, calendar)
    const inMovedZone = ({ facts }: EventVersion) =>
      facts.rrule !== null && !facts.allDay && moved.has(facts.timezone)
    const changes = await outdatedEvents(ports, calendar, calendar.settings, inMovedZone)
    if (changes.length === 0) continue
    await publish(ports, calendar, changes, {
      ...{ kind: 'timezones', uploadId: null, restored: null, author: 'kalends' },
      ...{ reason: `tzdata ${before} → ${TZDATA_VERSION}`, summary: { changed: changes.length } },
    })
    published += 1
  }
  await db.batch([recordInstalled(INSTALLED, TZDATA_VERSION)])
  return published
}

/** Zones whose VTIMEZONE, in the feed as it was published, would be written otherwise today. */
async function zonesWrittenOtherwise(
  { db, blobs }: Ports,
  calendar: Calendar,
): Promise<Set<string>> {
  const revision = await findRevision(db, calendar, calendar.revision)
  if (!revision) return new Set()
  const { settings, revision: number, toldNumber } = calendar
  const key = `${feedFolder(calendar, number)}/${revision.feed.identity.sha256}`
  const published = zonesIn(new TextDecoder().decode((await blobs.get(key)) ?? new Uint8Array()))
  const moment = { settings, toldNumber, publishedAt: revision.publishedAt, versions: [] }
  const today = zonesIn((await assembleFeed(db, calendar, moment)).text)
  return new Set([...published.keys()].filter((name) => published.get(name) !== today.get(name)))
}

const VTIMEZONE = /BEGIN:VTIMEZONE\r\nTZID:([^\r\n]+)\r\n[\s\S]*?END:VTIMEZONE\r\n/g

const zonesIn = (feed: string): Map<string, string> =>
  new Map([...feed.matchAll(VTIMEZONE)].map(([block, name]) => [name ?? '', block]))
