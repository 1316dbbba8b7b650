// What rings when for one event: by example, and what holds whatever the event and the rules.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bareFacts, type Facts } from '../../src/schedule/event.ts'
import { outsideQuiet } from '../../src/schedule/quiet-hours.ts'
import { type Rules, rulesFor } from '../../src/schedule/reminder-rules.ts'
import { remindersOf } from '../../src/schedule/reminders.ts'
import { DEFAULT_CHOICES } from '../../src/schedule/subscription.ts'
import { placeIn, wallTime } from '../../src/schedule/zones.ts'

const SEOUL = 'Asia/Seoul'
const ALWAYS = { from: '2026-01-01T00:00:00Z', to: '2027-06-01T00:00:00Z' }
const NONE: Rules = { minutes: [], daysBefore: [], allDay: [], tickets: [], quiet: null }
const evening = [{ days: 1, at: '20:00' }]

const game = (start: string, about: Partial<Facts> = {}): Facts => ({
  ...{ ...bareFacts('개막전', start, SEOUL), ...about },
})
const due = (facts: Facts, rules: Partial<Rules>, zone = SEOUL, range = ALWAYS) =>
  remindersOf({ uid: 'u', facts, defaultMinutes: 120 }, { ...NONE, ...rules }, zone, range)
/** By the person's clock. */
const told = (facts: Facts, rules: Partial<Rules>, zone = SEOUL, range = ALWAYS) =>
  due(facts, rules, zone, range).map(({ at, key }) => [wallTime(at, zone).slice(0, 16), key])

test('minutes before the start, and days before at a time of the person’s own clock', () => {
  const rules = { minutes: [30, 0], daysBefore: [...evening, { days: 0, at: '09:00' }] }
  expect(told(game('2026-05-01T18:30:00'), rules)).toEqual([
    ['2026-04-30T20:00', 'u/day-1-20:00'],
    ['2026-05-01T09:00', 'u/day-0-09:00'],
    ['2026-05-01T18:00', 'u/before-30'],
    ['2026-05-01T18:30', 'u/before-0'],
  ])
  // At home in Lisbon it begins at 10:30: minutes are the same moments, the evening is one's own.
  expect(told(game('2026-05-01T18:30:00'), rules, 'Europe/Lisbon').map(([at]) => at)).toEqual([
    ...['2026-04-30T20:00', '2026-05-01T09:00', '2026-05-01T10:00', '2026-05-01T10:30'],
  ])
  // In Honolulu it begins the evening before, at 23:30.
  expect(told(game('2026-05-01T18:30:00'), rules, 'Pacific/Honolulu')[0]?.[0]).toBe(
    '2026-04-29T20:00',
  )
})

test('an all-day event and one without a time yet ring by days alone, on the date that they have', () => {
  const rules = { minutes: [30], daysBefore: evening, allDay: evening, tickets: [0] }
  const fans = game('2026-05-09', { timezone: 'America/New_York' })
  expect(told(fans, rules)).toEqual([['2026-05-08T20:00', 'u/allDay-1-20:00']])
  const undecided = { ...fans, timeTbd: true, ticketOpensAt: '2026-05-02T11:00:00' }
  expect(told(undecided, rules)).toEqual([
    ['2026-05-03T00:00', 'u/tickets-0'],
    ['2026-05-08T20:00', 'u/allDay-1-20:00'],
  ])
  for (const status of ['postponed', 'cancelled', 'ended'] as const)
    expect(told({ ...undecided, status }, rules)).toEqual([])
})

test('tickets ring when they open, long before the event; of a series once; never for what has begun', () => {
  const opens = (start: string, about: Partial<Facts> = {}) =>
    due(game(start, { ticketOpensAt: '2026-05-20T11:00:00', ...about }), { tickets: [10, 0] })
  expect(opens('2026-09-01T18:30:00').map(({ at, opensAt }) => [at, opensAt])).toEqual([
    ['2026-05-20T01:50:00Z', '2026-05-20T02:00:00Z'],
    ['2026-05-20T02:00:00Z', '2026-05-20T02:00:00Z'],
  ])
  expect(opens('2026-05-20T10:59:00')).toEqual([])
  expect(opens('2026-09-01T18:30:00', { soldOut: true })).toEqual([])
  const weekly = opens('2026-05-06T18:30:00', { rrule: 'FREQ=WEEKLY' })
  expect(weekly.map(({ key, occurrence }) => [key, occurrence.start])).toEqual([
    ['u/tickets-10', '2026-05-20T18:30:00'],
    ['u/tickets-0', '2026-05-20T18:30:00'],
  ])
})

test('a happening that moved rings at its new time, under the key of its day; one called off does not', () => {
  const series = game('2026-05-04T18:30:00', {
    rrule: 'FREQ=WEEKLY;COUNT=4',
    exdates: ['2026-05-25T18:30:00'],
    overrides: [
      { recurrenceId: '2026-05-11T18:30:00', facts: { start: '2026-05-20T14:00:00' } },
      { recurrenceId: '2026-05-18T18:30:00', facts: { status: 'cancelled' } },
    ],
  })
  expect(told(series, { minutes: [30] })).toEqual([
    ['2026-05-04T18:00', 'u/2026-05-04/before-30'],
    ['2026-05-20T13:30', 'u/2026-05-11/before-30'],
  ])
  const later = { ...series, start: '2026-05-04T20:00:00', exdates: [], overrides: [] }
  expect(told(later, { minutes: [30] })[1]).toEqual(['2026-05-11T19:30', 'u/2026-05-11/before-30'])
})

test('in quiet hours it rings a minute before they begin, and once', () => {
  const quiet = { from: '23:00', to: '07:00' }
  const early = game('2026-05-02T06:00:00')
  expect(told(early, { minutes: [30, 10], quiet })).toEqual([['2026-05-01T22:59', 'u/before-10']])
  expect(told(game('2026-05-02T07:30:00'), { minutes: [30], quiet })[0]?.[0]).toBe(
    '2026-05-02T07:00',
  )
  // Two hours that are one on the night of the clocks, and an hour that is none.
  const paris = (at: string, from: string, to: string) =>
    outsideQuiet(at, { from, to }, 'Europe/Paris')
  expect(paris('2026-10-25T01:15:00Z', '02:30', '07:00')).toBe('2026-10-25T00:29:00Z')
  expect(paris('2026-03-29T01:10:00Z', '02:30', '07:00')).toBe('2026-03-29T00:59:00Z')
  expect(
    told(game('2026-03-30T12:00:00'), { daysBefore: [{ days: 1, at: '02:30' }] }, 'Europe/Paris'),
  )
    // 02:30 is skipped that night.
    .toEqual([['2026-03-29T03:30', 'u/day-1-02:30']])
})

test('who chose nothing is reminded as the feed’s alarms ring; an event’s own rules go before', () => {
  const choices = { ...DEFAULT_CHOICES, alarms: [60, 10], eveningBefore: '21:00' }
  const own = { minutes: [5], daysBefore: [], allDay: [], tickets: [0] }
  const quiet = { from: '23:00', to: '07:00' }
  const [noAlarms, some] = [
    { alarms: [], reminders: null },
    { alarms: [240], reminders: null },
  ]
  const reminders = { ...own, quiet, changes: false }
  const of = (chosen: typeof choices, overlay: Parameters<typeof rulesFor>[1], timeTbd = false) =>
    rulesFor(chosen, overlay, { timeTbd })
  const late = [{ days: 1, at: '21:00' }]
  expect(of(choices, null)).toEqual({ ...NONE, minutes: [60, 10], allDay: late })
  expect(of(choices, some)).toEqual({ ...NONE, minutes: [240], allDay: evening })
  expect(of(choices, some, true).allDay).toEqual(late)
  expect(of({ ...choices, reminders }, noAlarms)).toEqual({ ...NONE, quiet, tickets: [0] })
  expect(of({ ...choices, reminders }, null)).toEqual({ ...own, quiet })
  expect(of({ ...choices, reminders }, { alarms: [1], reminders: { ...NONE } }).quiet).toBe(quiet)
})

const zone = fc.constantFrom(SEOUL, 'America/New_York', 'Europe/Lisbon', 'Australia/Lord_Howe')
const pad = (value: number) => String(value).padStart(2, '0')
/** Around the days on which clocks change. */
const date = fc
  .constantFrom('2026-03-0', '2026-03-2', '2026-04-0', '2026-10-2', '2026-11-0', '2026-05-1')
  .chain((month) => fc.integer({ min: 1, max: 9 }).map((day) => `${month}${day}`))
const clock = fc
  .record({ hour: fc.integer({ min: 0, max: 23 }), minute: fc.constantFrom(0, 10, 30, 59) })
  .map(({ hour, minute }) => `${pad(hour)}:${pad(minute)}`)
const local = fc.tuple(date, clock).map(([day, time]) => `${day}T${time}:00`)
const minutes = fc.uniqueArray(fc.constantFrom(0, 10, 60, 600, 1440, 20_000), { maxLength: 3 })
const days = fc.array(fc.record({ days: fc.integer({ min: 0, max: 9 }), at: clock }), {
  maxLength: 3,
})
const quiet = fc.record({ from: clock, to: clock }).filter(({ from, to }) => from !== to)
const rules = fc.record({
  ...{ minutes, daysBefore: days, allDay: days, tickets: minutes, quiet: fc.option(quiet) },
})
const event = fc
  .record({
    ...{ start: local, timezone: zone, ticketOpensAt: fc.option(local) },
    shape: fc.constantFrom('timed', 'allDay', 'tbd'),
    status: fc.constantFrom('confirmed', 'tentative', 'postponed', 'cancelled', 'ended'),
    rrule: fc.constantFrom(null, null, 'FREQ=DAILY;COUNT=9', 'FREQ=WEEKLY'),
    moved: fc.option(local),
  })
  .map(({ shape, moved, start, ...about }): Facts => {
    const form = (text: string) => (shape === 'timed' ? text : text.slice(0, 10))
    const recurrenceId = form(start)
    const override = moved && about.rrule && { recurrenceId, facts: { start: form(moved) } }
    return {
      ...game(form(start)),
      ...(about as Partial<Facts>),
      ...{ allDay: shape !== 'timed', timeTbd: shape === 'tbd' },
      overrides: override ? [override] : [],
    }
  })

test('nothing rings at a made-up time, nothing in quiet hours, nothing after the start, nothing twice', () => {
  fc.assert(
    fc.property(event, rules, zone, (facts, wanted, home) => {
      const found = due(facts, wanted, home)
      if (['postponed', 'cancelled', 'ended'].includes(facts.status)) expect(found).toEqual([])
      expect(new Set(found.map(({ at }) => at)).size).toBe(found.length)
      expect(new Set(found.map(({ key }) => key)).size).toBe(found.length)
      for (const { at, kind, occurrence, opensAt } of found) {
        const begins = kind === 'tickets' ? opensAt : occurrence.startInstant
        if (facts.allDay) expect(['allDay', 'tickets']).toContain(kind)
        else expect(at <= (begins ?? '')).toBe(true)
        if (wanted.quiet)
          expect(isQuiet(wallTime(at, home).slice(11, 16), wanted.quiet)).toBe(false)
      }
    }),
    { numRuns: 300 },
  )
})

const isQuiet = (time: string, { from, to }: { from: string; to: string }): boolean =>
  from < to ? time >= from && time < to : time >= from || time < to

test('windows side by side give what one gives, without a gap and without a duplicate', () => {
  const between = {
    min: Date.parse('2026-02-20T00:00:00Z'),
    max: Date.parse('2026-12-01T00:00:00Z'),
  }
  const moment = fc.integer(between).map((at) => `${new Date(at).toISOString().slice(0, 16)}:00Z`)
  fc.assert(
    fc.property(
      event,
      rules,
      zone,
      fc.array(moment, { maxLength: 3 }),
      (facts, wanted, home, at) => {
        const one = due(facts, wanted, home)
        // Also windows of a second around what rings: that is where something gets lost.
        const around = one.slice(0, 5).flatMap((each) => [each.at, secondAfter(each.at)])
        const bounds = [ALWAYS.from, ...at, ...around, ALWAYS.to].sort()
        const several = bounds.flatMap((from, place) =>
          due(facts, wanted, home, { from, to: bounds[place + 1] ?? from }),
        )
        expect(several).toEqual(one)
      },
    ),
    { numRuns: 100 },
  )
})

const secondAfter = (instant: string): string =>
  `${new Date(Date.parse(instant) + 1000).toISOString().slice(0, 19)}Z`

test('what moves rings by the same keys at the new times, and at none of the old', () => {
  const by = fc.oneof(
    minutes.map((list) => ({ minutes: list })),
    days.map((list) => ({ daysBefore: list.map((rule) => ({ ...rule, days: rule.days + 1 })) })),
  )
  fc.assert(
    fc.property(local, local, zone, zone, by, (from, to, timezone, home, wanted) => {
      const [before, after] = [from, to].map((start) =>
        due(game(start, { timezone }), wanted, home),
      )
      const keys = (list: typeof before) => list?.map(({ key }) => key).sort()
      expect(keys(after)).toEqual(keys(before))
      const start = placeIn(to, timezone).instant
      for (const { at, minutes: ahead } of after ?? [])
        if (ahead !== null) expect(Date.parse(start) - Date.parse(at)).toBe(ahead * 60_000)
    }),
    { numRuns: 100 },
  )
})
