// What happens when in a subscription: occurrences in their order, and the preview of one not yet made.

import { titleOf } from '../icalendar/personal-text.ts'
import type { Ports } from '../ports.ts'
import { type Occurrence, occurrencesOf } from '../schedule/occurrences.ts'
import { DEFAULT_CHOICES } from '../schedule/subscription.ts'
import { addYears } from '../schedule/zones.ts'
import type { Range } from '../storage/events.ts'
import { type Choosing, type Chosen, chosenEvents } from './choose.ts'
import { calendarsAt, type Wish, withWish } from './make.ts'

export interface Happening extends Chosen {
  occurrence: Occurrence
  /** As its owner's feed has it. */
  title: string
}

export interface Position {
  startsAt: string
  uid: string
}

export interface Wanted {
  range: Range
  /** Where a page before ended. */
  after?: Position
  limit: number
  hidden?: boolean
}

/** By start, then uid; of an endless series as much as the range holds, at most `limit`. */
export async function agendaOf(
  { db }: Pick<Ports, 'db'>,
  choosing: Choosing,
  { range, after = { startsAt: '', uid: '' }, limit, hidden = false }: Wanted,
): Promise<Happening[]> {
  const from = after.startsAt > range.from ? after.startsAt : range.from
  const chosen = await chosenEvents(db, choosing, { range: { ...range, from }, hidden })
  return happeningsOf(chosen, choosing, { ...range, from }, limit + OVERLAPPING)
    .filter(({ occurrence: { startInstant }, event }) =>
      startInstant === after.startsAt ? event.uid > after.uid : startInstant > after.startsAt,
    )
    .slice(0, limit)
}

/** So many of one series may have begun before a position and still go on. */
const OVERLAPPING = 400

function happeningsOf(
  chosen: readonly Chosen[],
  { choices }: Choosing,
  { from, to }: Range,
  limit: number,
): Happening[] {
  return chosen
    .flatMap((each) => {
      const { defaultMinutes, language } = each.calendar.settings
      return occurrencesOf(each.shown, from, to, defaultMinutes, limit).map((occurrence) => ({
        ...each,
        ...{ occurrence, title: titleOf(occurrence.facts, choices, language) },
      }))
    })
    .sort(inOrder)
}

const inOrder = (a: Happening, b: Happening): number =>
  compare(a.occurrence.startInstant, b.occurrence.startInstant) || compare(a.event.uid, b.event.uid)

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

export interface Preview {
  /** Events that are not over; a series counts once. */
  count: number
  next: Happening[]
}

/** How far ahead a preview follows a series. */
const PREVIEW_YEARS = 2

/** What a wish would hold, before anything is made of it; throws what makeSubscription throws. */
export async function previewOf(ports: Ports, wish: Wish, limit: number): Promise<Preview> {
  const choices = withWish(DEFAULT_CHOICES, wish)
  const followed = await calendarsAt(ports, wish.calendars ?? [])
  return upcoming(ports, { followed, choices, overlays: new Map() }, limit)
}

/** The same for what there is already. */
export async function upcoming(
  { db, now }: Ports,
  choosing: Choosing,
  limit: number,
): Promise<Preview> {
  const from = now()
  const to = addYears(from, PREVIEW_YEARS)
  const chosen = await chosenEvents(db, choosing, { range: { from, to: END } })
  const next = happeningsOf(chosen, choosing, { from, to }, limit).slice(0, limit)
  return { count: chosen.length, next }
}

const END = '9999-12-31T23:59:59Z'
