// Names of things that are on this server, so that what the documentation shows can be run here.

import type { Ports } from '../ports.ts'
import { firstCalendars } from '../storage/calendars.ts'
import { changedEvents } from '../storage/event-history.ts'

/** Enough to find one that was not taken out. */
const LOOKED_AT = 20
const FIRST = { revision: -1, uid: '' }

export interface Values {
  /** Null: nothing is there to run an example on. */
  calendar: { partner: string; calendar: string } | null
  uid: string | null
  publicUrl: string
  today: string
}

export async function valuesHere({ db, config, now }: Ports): Promise<Values> {
  const [calendar] = await firstCalendars(db, 1)
  const events = calendar ? await changedEvents(db, calendar, FIRST, LOOKED_AT) : []
  return {
    calendar: calendar ? { partner: calendar.partner, calendar: calendar.slug } : null,
    uid: events.find(({ removed }) => !removed)?.uid ?? null,
    ...{ publicUrl: config.publicUrl, today: now().slice(0, 10) },
  }
}
