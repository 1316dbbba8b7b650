// What a reader of a partner's words must be told of the calendar they are for.

import type { ReadingContext } from '../../intake/row.ts'
import type { Ports } from '../../ports.ts'
import { wallTime } from '../../schedule/zones.ts'
import { listAudiences } from '../../storage/audiences.ts'
import type { Calendar } from '../../storage/calendars.ts'

export async function readingContext(
  { db, now }: Ports,
  { partnerId, settings }: Calendar,
): Promise<ReadingContext> {
  const audiences = await listAudiences(db, partnerId)
  return {
    timezone: settings.timezone,
    language: settings.language,
    today: wallTime(now(), settings.timezone).slice(0, 10),
    defaultMinutes: settings.defaultMinutes,
    audiences: audiences.map(({ slug, name, translations }) => ({
      slug,
      names: [name, ...Object.values(translations).flatMap((each) => each.name ?? [])],
    })),
  }
}
