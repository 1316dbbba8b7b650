// One VTIMEZONE for a zone and the years in which it is needed, from the carried database.

import { WEEKDAYS } from '../schedule/rule.ts'
import { type Transition, transitionsOf } from '../schedule/tzdata.ts'
import { escapeText, fold } from './text.ts'

const DAY_MS = 86_400_000
/** Clients look for an observance before the first event. */
const MARGIN_MS = 31 * DAY_MS
/** A rule is believed after so many years; fewer transitions are written one by one. */
const MIN_YEARS_OF_RULE = 3

export interface Years {
  /** Instants, in milliseconds; `to` null when a series never ends. */
  from: number
  to: number | null
  /** How far ahead a zone without a rule is written out when nothing ends the series. */
  horizon: number
}

/** One observance for each transition in those years, or two rules where they are regular. */
export function renderTimezone(name: string, { from, to, horizon }: Years): string {
  const changes = changesBetween(name, from - MARGIN_MS, (to ?? horizon) + 366 * DAY_MS)
  const rules = rulesOf(changes)
  const observances = rules ?? changes.map((change) => ({ change, rule: null }))
  const lines = observances.flatMap(({ change, rule }) => observanceLines(change, rule))
  return ['BEGIN:VTIMEZONE', `TZID:${name}`, ...lines, 'END:VTIMEZONE'].map(fold).join('')
}

interface Change {
  at: number
  /** Minutes east of UTC, before and after. */
  from: number
  to: number
  name: string
}

/** The observance that holds at `from`, and every change until `to`. */
function changesBetween(name: string, from: number, to: number): Change[] {
  const transitions = transitionsOf(name)
  const changes = transitions.map((transition, place): Change => {
    const before = transitions[place - 1] ?? transition
    return changeOf(transition, before)
  })
  const first = changes.findLastIndex(({ at }) => at <= from)
  return changes.slice(Math.max(0, first)).filter(({ at }) => at < to)
}

const changeOf = ({ at, offset, abbreviation }: Transition, before: Transition): Change => ({
  ...{ at, from: before.offset, to: offset, name: abbreviation },
})

interface Observance {
  change: Change
  rule: string | null
}

/** Two kinds of change, each on the same weekday of the same month, year after year. */
function rulesOf(changes: readonly Change[]): Observance[] | null {
  const [first, second] = changes
  if (!first || !second || !Number.isFinite(first.at)) return null
  const kinds = [
    changes.filter((_, place) => place % 2 === 0),
    changes.filter((_, place) => place % 2 === 1),
  ]
  const observances = kinds.map((kind) => {
    const rule = ruleOf(kind)
    return rule && kind[0] ? { change: kind[0], rule } : null
  })
  const [one, other] = observances
  return one && other ? [one, other] : null
}

function ruleOf(kind: readonly Change[]): string | null {
  const [first] = kind
  if (!first || kind.length < MIN_YEARS_OF_RULE) return null
  const days = kind.map(localDay)
  const same = kind.every(
    ({ from, to }, place) =>
      from === first.from && to === first.to && days[place]?.year === (days[0]?.year ?? 0) + place,
  )
  const alike = (of: (day: LocalDay) => unknown) => new Set(days.map(of)).size === 1
  if (!same || !alike(({ month, weekday, time }) => `${month} ${weekday} ${time}`)) return null
  const [day] = days
  if (!day) return null
  if (alike(({ nth }) => nth))
    return `FREQ=YEARLY;BYMONTH=${day.month};BYDAY=${day.nth}${day.weekday}`
  if (days.every(({ last }) => last))
    return `FREQ=YEARLY;BYMONTH=${day.month};BYDAY=-1${day.weekday}`
  return null
}

interface LocalDay {
  year: number
  month: number
  weekday: string
  /** Which of its weekday in the month, from 1; and whether it is the last. */
  nth: number
  last: boolean
  time: string
}

/** Of a change, by the clock that is about to be changed. */
function localDay({ at, from }: Change): LocalDay {
  const local = new Date(at + from * 60_000)
  const [year, month, day] = [local.getUTCFullYear(), local.getUTCMonth() + 1, local.getUTCDate()]
  return {
    ...{ year, month, weekday: WEEKDAYS[local.getUTCDay()] ?? 'SU', nth: Math.ceil(day / 7) },
    last: day + 7 > new Date(Date.UTC(year, month, 0)).getUTCDate(),
    time: local.toISOString().slice(11, 19),
  }
}

function observanceLines(change: Change, rule: string | null): string[] {
  const kind = change.to > change.from ? 'DAYLIGHT' : 'STANDARD'
  return [
    `BEGIN:${kind}`,
    `DTSTART:${localStart(change)}`,
    `TZOFFSETFROM:${offsetText(change.from)}`,
    `TZOFFSETTO:${offsetText(change.to)}`,
    `TZNAME:${escapeText(change.name)}`,
    ...(rule ? [`RRULE:${rule}`] : []),
    `END:${kind}`,
  ]
}

/** A zone that never changed has been so since ever; clients want a date all the same. */
const localStart = ({ at, from }: Change): string =>
  Number.isFinite(at)
    ? new Date(at + from * 60_000).toISOString().slice(0, 19).replace(/[-:]/g, '')
    : '19700101T000000'

function offsetText(offset: number): string {
  const minutes = Math.abs(Math.round(offset))
  const pad = (value: number) => String(value).padStart(2, '0')
  return `${offset < 0 ? '-' : '+'}${pad(Math.floor(minutes / 60))}${pad(minutes % 60)}`
}

/** A VEVENT's text and the instants between which it needs its zone. */
export interface Placed {
  vevent: string
  startsAt: string
  endsAt: string
}

const ZONED = /^(?:DTSTART|DTEND|EXDATE|RECURRENCE-ID);TZID=([^:;\r\n]+):/gm
const ENDLESS_YEAR = '9999'

/** One VTIMEZONE for each zone that is named, and none besides; in the order of their names. */
export function timezonesFor(placed: readonly Placed[], now: string): string[] {
  const years = new Map<string, Years>()
  const horizon = Date.parse(now) + YEARS_AHEAD * 366 * DAY_MS
  for (const { vevent, startsAt, endsAt } of placed) {
    if (!vevent.includes(';TZID=')) continue
    const [from, to] = [
      Date.parse(startsAt),
      endsAt.startsWith(ENDLESS_YEAR) ? null : Date.parse(endsAt),
    ]
    for (const name of new Set([...vevent.matchAll(ZONED)].map(([, tzid]) => tzid ?? ''))) {
      const known = years.get(name) ?? { from, to, horizon }
      const last = known.to === null || to === null ? null : Math.max(known.to, to)
      years.set(name, { from: Math.min(known.from, from), to: last, horizon })
    }
  }
  return [...years.keys()].sort().map((name) => renderTimezone(name, years.get(name) as Years))
}

const YEARS_AHEAD = 10
