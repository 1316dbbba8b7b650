// The law of recurrence: what Kalends expands is what another calendar engine reads in its feed.

import fc from 'fast-check'
import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { renderCalendar } from '../../src/icalendar/calendar.ts'
import { renderEvent } from '../../src/icalendar/vevent.ts'
import { timezonesFor } from '../../src/icalendar/vtimezone.ts'
import { bareFacts, type EventState, untouched } from '../../src/schedule/event.ts'
import { occurrencesOf, spanOf } from '../../src/schedule/occurrences.ts'
import { parseRule } from '../../src/schedule/recurrence.ts'

const ZONES = [
  'Asia/Seoul',
  'America/New_York',
  'Europe/London',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'America/Vancouver',
  'America/Sao_Paulo',
  'Asia/Kathmandu',
  'Europe/Dublin',
  'Pacific/Auckland',
]
const DAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA']

const start = fc
  .record({
    day: fc.integer({ min: 0, max: 1200 }),
    hour: fc.integer({ min: 0, max: 23 }),
    minute: fc.constantFrom(0, 15, 30),
  })
  .map(({ day, hour, minute }) =>
    new Date(Date.UTC(2025, 0, 1 + day, hour, minute)).toISOString().slice(0, 19),
  )

/** A rule that fits its start, as people write them. */
const rule = fc.record({
  form: fc.constantFrom('daily', 'weekly', 'monthday', 'nth', 'last', 'yearly'),
  interval: fc.integer({ min: 1, max: 4 }),
  end: fc.oneof(
    fc.constant(''),
    fc.integer({ min: 2, max: 60 }).map((count) => `;COUNT=${count}`),
    fc.integer({ min: 30, max: 900 }).map((days) => days),
  ),
  extra: fc.subarray(DAYS, { maxLength: 3 }),
})

type Shape = typeof rule extends fc.Arbitrary<infer T> ? T : never

function ruleFor(at: string, { form, interval, end, extra }: Shape): string {
  const date = new Date(`${at}Z`)
  const weekday = DAYS[date.getUTCDay()] ?? 'SU'
  const [day, month] = [date.getUTCDate(), date.getUTCMonth() + 1]
  const every = interval > 1 ? `;INTERVAL=${interval}` : ''
  const until =
    typeof end === 'number'
      ? `;UNTIL=${new Date(date.getTime() + end * 86_400_000).toISOString().slice(0, 10).replaceAll('-', '')}`
      : end
  const forms: Record<string, string> = {
    daily: 'FREQ=DAILY',
    weekly: `FREQ=WEEKLY;BYDAY=${[...new Set([weekday, ...extra])].join(',')}`,
    monthday: `FREQ=MONTHLY;BYMONTHDAY=${day}`,
    nth: `FREQ=MONTHLY;BYDAY=${Math.min(4, Math.ceil(day / 7))}${weekday}`,
    last: `FREQ=MONTHLY;BYMONTHDAY=${day},-1`,
    yearly: `FREQ=YEARLY;BYMONTH=${month};BYMONTHDAY=${day}`,
  }
  return `${forms[form]}${every}${until}`
}

const FROM = '2025-01-01T00:00:00Z'
const TO = '2031-01-01T00:00:00Z'
const MOST = 400

function feedOf(facts: EventState['facts']): string {
  const state: EventState = {
    ...{
      uid: 'series',
      facts,
      sequence: 0,
      movedFrom: null,
      withdrawn: false,
      removed: false,
      ...untouched(),
    },
    changedAt: FROM,
  }
  const vevent = renderEvent(state, { publishedAt: FROM }, { language: 'en', defaultMinutes: 60 })
  const zones = timezonesFor([{ vevent, ...spanOf(facts, 60) }], FROM)
  const head = { name: 'x', description: null, timezone: 'UTC', color: null, refreshHours: 1 }
  return renderCalendar(head, [...zones, vevent])
}

/** Every start that ical.js finds, in UTC, zones read from the feed's own VTIMEZONEs. */
function startsByIcalJs(feed: string): string[] {
  const calendar = new ICAL.Component(ICAL.parse(feed))
  for (const zone of calendar.getAllSubcomponents('vtimezone'))
    ICAL.TimezoneService.register(new ICAL.Timezone(zone))
  const starts = calendar.getAllSubcomponents('vevent').flatMap((vevent: ICAL.Component) => {
    const event = new ICAL.Event(vevent)
    if (!event.isRecurring()) return [instantOf(event.startDate)]
    const iterator = event.iterator()
    const found: string[] = []
    for (let next = iterator.next(); next && found.length < MOST; next = iterator.next()) {
      const at = instantOf(next)
      if (at >= TO) break
      found.push(at)
    }
    return found
  })
  ICAL.TimezoneService.reset()
  return starts
    .filter((at) => at < TO)
    .sort()
    .slice(0, MOST)
}

const instantOf = (time: ICAL.Time): string =>
  time.convertToZone(ICAL.Timezone.utcTimezone).toString().slice(0, 19)

test('random rules in ten zones', () => {
  let compared = 0
  fc.assert(
    fc.property(start, rule, fc.constantFrom(...ZONES), (at, shape, timezone) => {
      const slot = { start: at, allDay: false, timezone }
      const parsed = parseRule(ruleFor(at, shape), slot)
      if (!('rule' in parsed)) return
      const facts = { ...bareFacts('series', at, timezone), rrule: parsed.rule }
      const ours = occurrencesOf(facts, FROM, TO, 60, MOST).map(({ startInstant }) =>
        startInstant.slice(0, 19),
      )
      const theirs = startsByIcalJs(feedOf(facts))
      compared += ours.length
      expect(theirs.slice(0, 300)).toEqual(ours.slice(0, 300))
    }),
    { seed: 20260401, numRuns: 150 },
  )
  expect(compared).toBeGreaterThan(5000)
})
