// Every published feed still has the fingerprint it was published with, or is not served as it is.

import type { Ports } from '../ports.ts'
import { type Calendar, everyCalendar } from '../storage/calendars.ts'
import { sha256 } from '../storage/digest.ts'
import { findRevision, type StoredBytes } from '../storage/revisions.ts'
import { feedFolder } from './feed.ts'

export interface Damage {
  calendar: string
  revision: number
  /** Which representation, and what is wrong with it. */
  what: string
}

/** Compares what is stored with what was recorded at publication. Damaged bytes are taken out of service. */
export async function checkFeeds(ports: Ports): Promise<Damage[]> {
  const damages: Damage[] = []
  for (const calendar of await everyCalendar(ports.db)) {
    const revision = await findRevision(ports.db, calendar, calendar.revision)
    if (!revision) {
      damages.push({ ...addressOf(calendar), what: 'its revision is not recorded' })
      continue
    }
    for (const coding of ['identity', 'gzip', 'br'] as const) {
      const what = await damageOf(ports, calendar, revision.feed[coding])
      if (what) damages.push({ ...addressOf(calendar), what: `${coding}: ${what}` })
    }
  }
  return damages
}

const addressOf = ({ partner, slug, revision }: Calendar) => ({
  calendar: `${partner}/${slug}`,
  revision,
})

async function damageOf(
  { blobs }: Ports,
  calendar: Calendar,
  recorded: StoredBytes,
): Promise<string | null> {
  const key = `${feedFolder(calendar, calendar.revision)}/${recorded.sha256}`
  const bytes = await blobs.get(key)
  if (!bytes) return 'the bytes are missing'
  const found = await sha256(bytes)
  if (found === recorded.sha256) return null
  await blobs.delete([key])
  return `SHA-256 is ${found}, ${recorded.sha256} was published`
}
