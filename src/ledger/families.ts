// What is known of each family of clients beforehand: who polls for whom, and how often it is said to.

import { FAMILIES, type Family } from './client.ts'

/** For one person's device or account, for everybody at once, or for no calendar at all. */
export type Polls = 'device' | 'cloud' | 'nobody'

export interface Facts {
  /** As people call it; the same in both languages. */
  name: string
  polls: Polls
  /** Minutes between two fetches as others have seen or as its maker says; null: not known. */
  said: readonly [number, number] | null
}

const HOUR = 60
const DAY = 24 * HOUR

export const FACTS: Record<Family, Facts> = {
  google: { name: 'Google Calendar', polls: 'cloud', said: [4 * HOUR, 26 * HOUR] },
  'apple-ios': { name: 'Apple Calendar (iPhone, iPad)', polls: 'device', said: [1, 3 * HOUR] },
  'apple-mac': { name: 'Apple Calendar (Mac)', polls: 'device', said: [5, 7 * DAY] },
  'outlook-cloud': {
    ...{ name: 'Outlook.com, Microsoft 365', polls: 'cloud', said: [3 * HOUR, DAY] },
  },
  'outlook-classic': { name: 'Outlook (Windows)', polls: 'device', said: [30, 60] },
  thunderbird: { name: 'Thunderbird', polls: 'device', said: [30, 30] },
  evolution: { name: 'GNOME Calendar, Evolution', polls: 'device', said: [30, 30] },
  icsx5: { name: 'ICSx5', polls: 'device', said: [15, 7 * DAY] },
  vdirsyncer: { name: 'vdirsyncer', polls: 'device', said: null },
  kde: { name: 'KDE', polls: 'device', said: [HOUR, HOUR] },
  nextcloud: { name: 'Nextcloud', polls: 'device', said: [HOUR, 7 * DAY] },
  browser: { name: 'Web browsers', polls: 'nobody', said: null },
  bot: { name: 'Bots', polls: 'nobody', said: null },
  other: { name: 'Other programs', polls: 'nobody', said: null },
}

/** A client that has not come for three of its longest intervals is taken to be gone. */
const INTERVALS_TILL_GONE = 3
/** Machines are switched off over weekends, and programs whose intervals nobody knows are given time. */
const MIN_DAYS = 4
const MAX_DAYS = 21

/** How many days after its last fetch a client of this family still counts. */
export function livingDays(family: Family): number {
  const longest = FACTS[family].said?.[1] ?? 7 * DAY
  const days = Math.ceil((INTERVALS_TILL_GONE * longest) / DAY)
  return Math.min(Math.max(days, MIN_DAYS), MAX_DAYS)
}

/**
 * Whether a caller counts as a subscriber only once it came again an hour later. Who comes less
 * often than three times a day cannot be asked to: a caller is forgotten when the day is over.
 */
export function mustReturn(family: Family): boolean {
  const longest = FACTS[family].said?.[1] ?? 7 * DAY
  return INTERVALS_TILL_GONE * longest <= DAY
}

/** Calendar programs; at a personal feed, whose address is a secret, the unknown ones too. */
export const PERSONAL_FAMILIES = FAMILIES.filter(
  (family) => family === 'other' || FACTS[family].polls !== 'nobody',
)
