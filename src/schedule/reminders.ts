// What rings when for one event: computed from its happenings and the rules, never from the clock.

import type { Facts } from './event.ts'
import { DAY, MINUTE, secondsFrom } from './instants.ts'
import { type Occurrence, occurrencesOf } from './occurrences.ts'
import { outsideQuiet } from './quiet-hours.ts'
import { type DayRule, daysAhead, type Rules, SILENT } from './reminder-rules.ts'
import { addDays, placeIn, wallTime } from './zones.ts'

export type ReminderKind = 'before' | 'day' | 'allDay' | 'tickets'

export interface Reminder {
  /** `2026-04-01T09:30:00Z` */
  at: string
  /** The same for the same rule of the same happening, wherever that moves to. */
  key: string
  kind: ReminderKind
  /** Of rules that count minutes. */
  minutes: number | null
  /** Of the tickets' opening, where it is that. */
  opensAt: string | null
  /** Null for an event that does not recur. */
  recurrenceId: string | null
  /** What it reminds of. */
  occurrence: Occurrence
}

/** An event, or a series, as far as it is wanted. */
export interface Reminded {
  uid: string
  facts: Facts
  /** How long an event without an end is taken to last. */
  defaultMinutes: number
}

interface Within {
  /** `from` inclusive, `to` exclusive. */
  from: string
  to: string
}

/** By time, then key; one at most at any one moment. `zone` is the person's. */
export function remindersOf(
  event: Reminded,
  rules: Rules,
  zone: string,
  { from, to }: Within,
): Reminder[] {
  const all = [
    ...ofTickets(event, rules),
    ...happeningsNear(event, rules, { from, to }).flatMap((each) => ofHappening(each, rules, zone)),
  ]
  const ringing = all
    .map((each) => ({ ...each, at: outsideQuiet(each.at, rules.quiet, zone) }))
    .filter(({ at }) => at >= from && at < to)
    .map(({ rule, ...each }) => ({ ...each, ...namedBy(event, each, rule) }))
  return onePerMoment(ringing).sort(inOrder)
}

/** By time, then key. */
export const inOrder = (a: Pick<Reminder, 'at' | 'key'>, b: Pick<Reminder, 'at' | 'key'>): number =>
  compare(a.at, b.at) || compare(a.key, b.key)

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** A day begins up to 26 hours apart in the zones of event and person, and lasts up to 25. */
export const SLACK_DAYS = 3

/** What can ring in a range begins in this one. */
export const beginningWithin = ({ from, to }: Within, days: number): Within => ({
  from: secondsFrom(from, -SLACK_DAYS * DAY),
  to: secondsFrom(to, (days + SLACK_DAYS) * DAY),
})

const DAY_MS = 86_400_000

function happeningsNear(event: Reminded, rules: Rules, range: Within): Occurrence[] {
  const { facts, defaultMinutes } = event
  const near = beginningWithin(range, daysAhead(rules))
  const days = (Date.parse(near.to) - Date.parse(near.from)) / DAY_MS
  return occurrencesOf(facts, near.from, near.to, defaultMinutes, atMost(facts, days))
}

/** A series has one happening a day, those that are on already counted; what was moved may join them. */
const atMost = ({ start, end, overrides }: Facts, days: number): number =>
  Math.ceil(days + Math.abs(Date.parse(end ?? start) - Date.parse(start)) / DAY_MS) +
  overrides.length +
  3

type Due = Pick<Reminder, 'at' | 'kind' | 'minutes' | 'opensAt' | 'occurrence'> & {
  /** As the key has it. */
  rule: string
}

function ofHappening(occurrence: Occurrence, rules: Rules, zone: string): Due[] {
  const { facts, startInstant } = occurrence
  if (SILENT.includes(facts.status)) return []
  const about = { occurrence, opensAt: null }
  const ofDay = (kind: 'day' | 'allDay', date: string) => (rule: DayRule) => ({
    ...{ ...about, kind, minutes: null, rule: `${kind}-${rule.days}-${rule.at}` },
    at: placeIn(`${addDays(date, -rule.days)}T${rule.at}:00`, zone).instant,
  })
  // A day is the same date everywhere; its midnight is not the same moment.
  if (facts.allDay) return rules.allDay.map(ofDay('allDay', occurrence.start))
  const date = wallTime(startInstant, zone).slice(0, 10)
  return [
    ...rules.minutes.map((minutes) => ({
      ...{ ...about, kind: 'before' as const, minutes, rule: `before-${minutes}` },
      at: secondsFrom(startInstant, -minutes * MINUTE),
    })),
    ...rules.daysBefore.map(ofDay('day', date)),
  ].filter(({ at }) => at <= startInstant)
}

/** Of the event as a whole; a series opens them once, for what comes next then. */
function ofTickets(event: Reminded, { tickets }: Rules): Due[] {
  const { ticketOpensAt, timezone, status, soldOut } = event.facts
  if (ticketOpensAt === null || tickets.length === 0) return []
  if (SILENT.includes(status) || soldOut) return []
  const opensAt = placeIn(ticketOpensAt, timezone).instant
  const occurrence = nextFrom(event, opensAt)
  if (!occurrence) return []
  return tickets.map((minutes) => ({
    ...{ kind: 'tickets', minutes, opensAt, occurrence, rule: `tickets-${minutes}` },
    at: secondsFrom(opensAt, -minutes * MINUTE),
  }))
}

const END = '9999-12-31T23:59:59Z'

/** The first happening that has not begun by then; a day has not while it lasts. */
function nextFrom({ facts, defaultMinutes }: Reminded, instant: string): Occurrence | undefined {
  return occurrencesOf(facts, instant, END, defaultMinutes, atMost(facts, 1)).find(
    ({ startInstant, facts: own }) =>
      !SILENT.includes(own.status) && (own.allDay || startInstant >= instant),
  )
}

/** By the day of the happening, at most one a day: it stays when its series moves to another hour. */
function namedBy({ uid, facts }: Reminded, { kind, occurrence }: Omit<Due, 'rule'>, rule: string) {
  const recurrenceId = facts.rrule === null || kind === 'tickets' ? null : occurrence.recurrenceId
  const parts = [uid, ...(recurrenceId ? [recurrenceId.slice(0, 10)] : []), rule]
  return { recurrenceId, key: parts.join('/') }
}

/** Tickets first, since they say when the event is too; else what begins first, by the nearest rule. */
function onePerMoment(reminders: readonly Reminder[]): Reminder[] {
  const kept = new Map<string, Reminder>()
  for (const each of [...reminders].sort(byUrgency)) if (!kept.has(each.at)) kept.set(each.at, each)
  return [...kept.values()]
}

const byUrgency = (a: Reminder, b: Reminder): number =>
  Number(b.kind === 'tickets') - Number(a.kind === 'tickets') ||
  compare(a.occurrence.startInstant, b.occurrence.startInstant) ||
  (a.minutes ?? MOST) - (b.minutes ?? MOST) ||
  compare(a.key, b.key)

const MOST = Number.MAX_SAFE_INTEGER
