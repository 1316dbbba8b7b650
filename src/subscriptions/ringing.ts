// Which reminders fall in a range: found by what tells times alone, along the index of starts and no
// further than there is room; only what rings is read whole.

import type { Facts } from '../schedule/event.ts'
import { DAY, secondsFrom } from '../schedule/instants.ts'
import { daysAhead, type Rules, rulesFor } from '../schedule/reminder-rules.ts'
import { beginningWithin, inOrder, type Reminder, remindersOf } from '../schedule/reminders.ts'
import { wantedOf } from '../schedule/weekday-series.ts'
import { addDays } from '../schedule/zones.ts'
import type { Database } from '../storage/database.ts'
import type { Range } from '../storage/events.ts'
import { eventsAmong } from '../storage/subscription-events.ts'
import { inTurns, nextTurn } from '../storage/turns.ts'
import type { Choosing, Place } from './choose.ts'
import { type Glance, type Glancer, glancer } from './glance.ts'

export interface Ringing {
  followed: Place
  uid: string
  reminder: Reminder
}

export interface Asking {
  range: Range
  /** What any event of the subscription may ring by. */
  rules: readonly Rules[]
  /** The person's. */
  zone: string
  after: Pick<Reminder, 'at' | 'key'> | undefined
  limit: number
}

/** By time, then key. */
export async function ringingIn(
  db: Database,
  choosing: Choosing,
  asking: Asking,
): Promise<Ringing[]> {
  const { range, zone, after, limit } = asking
  const ahead = aheadOf(glancer(db, choosing), choosing, asking)
  const found: Ringing[] = []
  for (const part of partsOf(range, limit)) {
    const ringing = (await ahead(part))
      .flatMap((each) => ofGlance(each, choosing, zone, part))
      .filter(({ reminder }) => !after || inOrder(after, reminder) < 0)
    for (const each of ringing.sort(byTime)) found.push(each)
    if (found.length >= limit) break
    await nextTurn()
  }
  return wholeOf(db, choosing, asking, found.slice(0, limit))
}

/** A page of a busy calendar is full after a day: no more of it is read. */
function* partsOf({ from, to }: Range, limit: number): Generator<Range> {
  if (limit === Number.POSITIVE_INFINITY) return yield { from, to }
  for (let [begin, days] = [from, 1]; begin < to; days *= 2) {
    const end = secondsFrom(begin, days * DAY)
    yield { from: begin, to: end < to ? end : to }
    begin = end
  }
}

/** Those that may ring in one part after another: each is read once. */
function aheadOf(seen: Glancer, choosing: Choosing, { range, rules }: Asking) {
  const days = Math.max(...rules.map(daysAhead))
  const { from } = beginningWithin(range, days)
  const opening = openingWithin(rules, range)
  const known = new Map<Place, { always: Glance[]; singles: Glance[] }>()
  const slim = { lean: true, timing: true } as const
  const begin = async (place: Place) => {
    const series = await seen.at(place, { of: 'series', range: { from, to: END }, ...slim })
    const opened = opening && (await seen.at(place, { of: { opening }, range: EVER, ...slim }))
    const singles: Glance[] = []
    const own = { always: [...series, ...(opened ?? []).filter(isSingle)], singles }
    known.set(place, own)
    return own
  }
  return async (part: Range): Promise<Glance[]> => {
    const near = beginningWithin(part, days)
    const all: Glance[] = []
    for (const place of choosing.followed) {
      const own = known.get(place) ?? (await begin(place))
      const after = own.singles.at(-1)
      const next = { range: { from, to: near.to }, ...slim, ...(after ? { after } : {}) }
      for (const each of await seen.at(place, { of: 'singles', ...next })) own.singles.push(each)
      const begun = own.singles.filter(({ endsAt }) => endsAt > near.from)
      all.push(...new Map([...own.always, ...begun].map((each) => [each.uid, each])).values())
    }
    return all
  }
}

const isSingle = ({ facts }: Glance): boolean => facts === null

const DAY_MINUTES = 1440
const END = '9999-12-31T23:59:59Z'
const EVER = { from: '0000-01-01T00:00:00Z', to: END }

/** Tickets open long before: in which local times, whatever the zone and the quiet hours. */
function openingWithin(rules: readonly Rules[], { from, to }: Range): Range | null {
  const tickets = rules.flatMap((each) => each.tickets)
  if (tickets.length === 0) return null
  const ahead = Math.ceil(Math.max(...tickets) / DAY_MINUTES) + 3
  return { from: addDays(from.slice(0, 10), -2), to: addDays(to.slice(0, 10), ahead) }
}

function ofGlance(glance: Glance, choosing: Choosing, zone: string, range: Range): Ringing[] {
  const facts = glance.timing ?? glance.facts
  return facts ? ringingOf({ ...glance, facts }, choosing, zone, range) : []
}

interface Told {
  uid: string
  facts: Facts
  followed: Place
}

function ringingOf(
  { uid, facts, followed }: Told,
  { choices, overlays }: Choosing,
  zone: string,
  range: Range,
): Ringing[] {
  const overlay = overlays.get(uid) ?? null
  const shown =
    facts.rrule === null ? facts : wantedOf(facts, choices.filters.weekdays, overlay?.skipped ?? [])
  if (!shown) return []
  const about = { uid, facts: shown, defaultMinutes: followed.calendar.settings.defaultMinutes }
  return remindersOf(about, rulesFor(choices, overlay, facts), zone, range).map((reminder) => ({
    ...{ followed, uid, reminder },
  }))
}

const byTime = (a: Ringing, b: Ringing): number => inOrder(a.reminder, b.reminder)

const WHOLE_AT_ONCE = 500

/** The same again with everything that is told of it; what has left since is left out. */
async function wholeOf(
  db: Database,
  choosing: Choosing,
  { range, zone }: Asking,
  found: readonly Ringing[],
): Promise<Ringing[]> {
  const nameOf = ({ uid, reminder }: Ringing) => `${uid} ${reminder.at} ${reminder.key}`
  const names = new Set(found.map(nameOf))
  const whole: Ringing[] = []
  for (const followed of choosing.followed) {
    const own = found.filter((each) => each.followed === followed)
    for await (const uids of inTurns([...new Set(own.map(({ uid }) => uid))], WHOLE_AT_ONCE))
      for (const { uid, facts } of await eventsAmong(db, [followed], uids))
        whole.push(
          ...ringingOf({ uid, facts, followed }, choosing, zone, range).filter((each) =>
            names.has(nameOf(each)),
          ),
        )
  }
  return whole.sort(byTime)
}
