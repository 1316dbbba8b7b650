// Who need not be told of a change by push: those whose calendar programs all have it already.

import { isFamily } from '../ledger/client.ts'
import { livingDays, PERSONAL_FAMILIES } from '../ledger/families.ts'
import type { Ports } from '../ports.ts'
import type { Claimed } from '../storage/push-claims.ts'
import { type CalendarFetch, listFetchesAmong } from '../storage/reach.ts'

const DAY_MS = 86_400_000

/** Of the changes among what is due, those that nobody need be told of any more. */
export async function fetchedChanges(
  { db, now }: Pick<Ports, 'db' | 'now'>,
  due: readonly Claimed[],
): Promise<Set<number>> {
  const changes = due.filter(({ kind }) => kind === 'change')
  if (changes.length === 0) return new Set()
  const fetches = new Map<string, CalendarFetch[]>()
  for (const fetch of await listFetchesAmong(db, changes.map(pairOf)))
    if (isLiving(fetch, now())) {
      const place = `${fetch.subscriptionId} ${fetch.calendarId}`
      fetches.set(place, [...(fetches.get(place) ?? []), fetch])
    }
  const has = ({ subscriptionId, calendarId, revision }: Claimed) => {
    const programs = fetches.get(`${subscriptionId} ${calendarId}`) ?? []
    return programs.length > 0 && programs.every((each) => each.revision >= (revision ?? 0))
  }
  return new Set(changes.filter(has).map(({ id }) => id))
}

const pairOf = ({ subscriptionId, partnerId, calendarId }: Claimed) => ({
  ...{ subscriptionId, partnerId: partnerId ?? 0, calendarId: calendarId ?? 0 },
})

/** Browsers and bots are no calendar, and a program that comes no more keeps nobody from being told. */
const isLiving = ({ family, fetchedAt }: CalendarFetch, now: string): boolean =>
  isFamily(family) &&
  PERSONAL_FAMILIES.includes(family) &&
  Date.parse(fetchedAt) >= Date.parse(now) - livingDays(family) * DAY_MS
