// Who reports, or looks at a report: anybody, or whoever has a personal feed with its audiences.

import type { Calendar } from '../storage/calendars.ts'
import type { Subscription } from '../storage/subscriptions.ts'

/** What is seen of a calendar: what everybody sees, or also what is for these audiences. */
export type ReporterSight = 'public' | readonly string[]

/** `whose` null: nobody's in particular. A calendar that a feed does not follow is seen as by everybody. */
export function sightOf(
  whose: Pick<Subscription, 'followed'> | null,
  { id }: Calendar,
): ReporterSight {
  const followed = whose?.followed.find(({ calendar }) => calendar.id === id)
  return followed && followed.audiences.length > 0 ? followed.audiences : 'public'
}
