// What happens when in a subscription: occurrences in their order, and the preview of one not yet made.

import { titleOf } from '../icalendar/personal-text.ts'
import type { Ports } from '../ports.ts'
import type { Facts } from '../schedule/event.ts'
import { type Occurrence, occurrencesOf } from '../schedule/occurrences.ts'
import { DEFAULT_CHOICES } from '../schedule/subscription.ts'
import { addYears } from '../schedule/zones.ts'
import type { EventVersion, Range } from '../storage/events.ts'
import type { Choosing, Chosen } from './choose.ts'
import { type Glance, glancer } from './glance.ts'
import { calendarsAt, type Wish, withWish } from './make.ts'

export interface Happening extends Chosen {
  occurrence: Occurrence
  /** As its owner's feed has it. */
  title: string
  /** Out of the feed by its owner's hand: itself, this happening, or who plays. */
  hidden: boolean
}

export interface Position {
  startsAt: string
  uid: string
}

export interface Wanted {
  /** Series are followed as far as `horizon`, where it is not the end of the range. */
  range: Range & { horizon?: string }
  /** Where a page before ended. */
  after?: Position
  limit: number
  hidden?: boolean
}

/** By start, then uid, after a position of that order. */
export async function agendaOf(
  { db }: Pick<Ports, 'db'>,
  choosing: Choosing,
  { range, after = { startsAt: '', uid: '' }, limit, hidden = false }: Wanted,
): Promise<Happening[]> {
  const within = { ...range, from: after.startsAt > range.from ? after.startsAt : range.from }
  const sight = { range: within, hidden, lean: true }
  const enough = (own: readonly Glance[]) => own.length >= limit
  const seen = glancer(db, choosing)
  const series: Glance[] = []
  const singles: Glance[] = []
  for (const place of choosing.followed) {
    series.push(...(await seen.at(place, { ...sight, of: 'series' })))
    singles.push(...(await seen.at(place, { ...sight, of: 'singles', after, enough })))
  }
  const whole = seen.whole([...series, ...nearest(singles, limit)], sight)
  const found = await happeningsOf(whole, choosing, within, limit)
  return found
    .filter(({ occurrence: { startInstant }, event }) =>
      startInstant === after.startsAt ? event.uid > after.uid : startInstant > after.startsAt,
    )
    .slice(0, limit)
}

/** Single events come in the order of what is stored of them. */
const nearest = (singles: readonly Glance[], limit: number): Glance[] =>
  [...singles]
    .sort((a, b) => compare(a.startsAt, b.startsAt) || compare(a.uid, b.uid))
    .slice(0, limit)

async function happeningsOf(
  whole: AsyncIterable<Chosen[]>,
  { choices }: Choosing,
  { from, to, horizon = to }: Range & { horizon?: string },
  limit: number,
): Promise<Happening[]> {
  const happenings: Happening[] = []
  for await (const some of whole)
    for (const each of some) {
      const { defaultMinutes, language } = each.calendar.settings
      const [end, most] = each.shown.rrule === null ? [to, 1] : [horizon, limit]
      const number = most + overlapping(each.shown)
      for (const occurrence of occurrencesOf(each.shown, from, end, defaultMinutes, number))
        happenings.push({
          ...each,
          ...{ occurrence, title: titleOf(occurrence.facts, choices, language) },
          hidden: isHidden(each, occurrence, choices.hiddenTeams),
        })
    }
  return happenings.sort(inOrder)
}

const DAY_MS = 86_400_000

/** How many of a series, at most one a day, can have begun before a position and still overlap it. */
const overlapping = ({ start, end }: Facts): number =>
  2 + Math.ceil((Date.parse(end ?? start) - Date.parse(start)) / DAY_MS)

const isHidden = (
  chosen: Chosen,
  { recurrenceId }: Occurrence,
  hiddenTeams: readonly string[],
): boolean => isHiddenEvent(chosen, hiddenTeams) || isSkipped(chosen, recurrenceId)

/** By its owner's hand: itself, or who plays. */
export const isHiddenEvent = (
  { event, overlay }: Pick<Chosen<EventVersion>, 'event' | 'overlay'>,
  hiddenTeams: readonly string[],
): boolean =>
  overlay?.hidden === true ||
  [event.facts.home, event.facts.away].some((team) => team && hiddenTeams.includes(team))

export const isSkipped = (
  { overlay }: Pick<Chosen<EventVersion>, 'overlay'>,
  recurrenceId: string,
): boolean => overlay?.skipped.includes(recurrenceId.slice(0, 10)) === true

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
  { db, now }: Pick<Ports, 'db' | 'now'>,
  choosing: Choosing,
  limit: number,
): Promise<Preview> {
  const from = now()
  const ahead = { range: { from, to: END }, lean: true }
  const seen = glancer(db, choosing)
  const series: Glance[] = []
  const singles: Glance[] = []
  for (const place of choosing.followed) {
    series.push(...(await seen.at(place, { ...ahead, of: 'series' })))
    singles.push(...(await seen.at(place, { ...ahead, of: 'singles' })))
  }
  const count = series.length + singles.length
  if (limit === 0) return { count, next: [] }
  const whole = seen.whole([...series, ...nearest(singles, limit)], ahead)
  const within = { from, to: addYears(from, PREVIEW_YEARS) }
  const next = (await happeningsOf(whole, choosing, within, limit)).slice(0, limit)
  return { count, next }
}

const END = '9999-12-31T23:59:59Z'
