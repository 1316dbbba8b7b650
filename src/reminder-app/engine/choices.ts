// What was chosen of the subscription: its rules, and what filters it.

import type { Rules } from '../engine.ts'
import type { Kept } from './store.ts'

export type Chosen = Pick<
  Kept['choices'],
  'reminders' | 'alarms' | 'eveningBefore' | 'hiddenTeams' | 'language' | 'calendars'
>

export const NEVER_CHOSEN: Chosen = {
  ...{ reminders: null, alarms: [], eveningBefore: null, hiddenTeams: [], language: null },
  calendars: [],
}

/** Where none were chosen, what the feed's alarms say. */
export const rulesOf = ({ reminders, alarms, eveningBefore }: Chosen): Rules =>
  reminders ?? {
    ...{ minutes: alarms, daysBefore: [], tickets: [], quiet: null, changes: true },
    allDay: eveningBefore === null ? [] : [{ days: 1, at: eveningBefore }],
  }

/** Other filters make events come and go that nobody published or removed. */
export const filtersOf = ({ filters, hiddenTeams }: Kept['choices']): string =>
  JSON.stringify([filters, hiddenTeams])
