// All-day recurrence, by the numbers of the publisher's checklist in docs/interop.md. What the rule
// means is compared with a reading of RFC 5545 that simply tries every day.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { expandStarts, lastStart, parseRule, startsAmong } from '../../src/schedule/recurrence.ts'

const allDay = (start: string) => ({ allDay: true, start, timezone: 'Asia/Seoul' })
const ruleOf = (text: string, start = '2026-01-01') => {
  const parsed = parseRule(text, allDay(start))
  return 'rule' in parsed ? parsed.rule : `${parsed.code} ${Object.values(parsed.params)}`
}
const dates = (rrule: string, start: string, limit = 6, exdates: string[] = []) =>
  expandStarts({ ...allDay(start), rrule, exdates }, start, '2100-01-01', limit)

test('§8.34 a start off its rule is refused: some programs count it, some do not', () => {
  expect(ruleOf('FREQ=WEEKLY;BYDAY=TH')).toBe('FREQ=WEEKLY;BYDAY=TH')
  expect(ruleOf('FREQ=WEEKLY;BYDAY=FR')).toBe('rrule.unsupported start 2026-01-01')
  expect(ruleOf('FREQ=MONTHLY;BYDAY=1TH')).toBe('FREQ=MONTHLY;BYDAY=1TH')
  expect(ruleOf('FREQ=MONTHLY;BYDAY=2TH')).toBe('rrule.unsupported start 2026-01-01')
  expect(ruleOf('FREQ=MONTHLY;BYDAY=-5TH')).toBe('FREQ=MONTHLY;BYDAY=-5TH')
  expect(ruleOf('FREQ=MONTHLY;BYMONTHDAY=-31')).toBe('FREQ=MONTHLY;BYMONTHDAY=-31')
  expect(ruleOf('FREQ=MONTHLY;BYMONTHDAY=2')).toBe('rrule.unsupported start 2026-01-01')
  expect(ruleOf('FREQ=YEARLY;BYMONTH=2')).toBe('rrule.unsupported start 2026-01-01')
})

test('§8.35 FREQ first, DAILY to YEARLY; INTERVAL from 1; COUNT from 2, or UNTIL, not both', () => {
  expect(ruleOf('interval=2 ; byday=th;freq=weekly')).toBe(
    'FREQ=WEEKLY;INTERVAL=2;BYDAY=TH;WKST=MO',
  )
  expect(ruleOf('RRULE:FREQ=DAILY;INTERVAL=1')).toBe('FREQ=DAILY')
  expect(ruleOf('FREQ=DAILY;COUNT=2')).toBe('FREQ=DAILY;COUNT=2')
  const refused = {
    'FREQ=HOURLY': 'FREQ=HOURLY',
    'FREQ=SECONDLY;COUNT=2': 'FREQ=SECONDLY',
    'COUNT=3': 'FREQ',
    '': 'FREQ',
    'FREQ=DAILY;INTERVAL=0': 'INTERVAL=0',
    'FREQ=DAILY;INTERVAL=-1': 'INTERVAL=-1',
    'FREQ=DAILY;INTERVAL=1000': 'INTERVAL=1000',
    'FREQ=DAILY;COUNT=1': 'COUNT=1',
    'FREQ=DAILY;COUNT=5001': 'COUNT=5001',
    'FREQ=DAILY;COUNT=': 'COUNT=',
    'FREQ=DAILY;COUNT=3;UNTIL=20260201': 'COUNT + UNTIL',
    'FREQ=DAILY;FREQ=WEEKLY': 'FREQ=WEEKLY',
    'FREQ=WEEKLY;BYDAY=XX': 'BYDAY=XX',
    'FREQ=WEEKLY;BYDAY=1TH': 'WEEKLY + BYDAY',
    'FREQ=MONTHLY;BYMONTHDAY=0': 'BYMONTHDAY=0',
    'FREQ=MONTHLY;BYMONTHDAY=32': 'BYMONTHDAY=32',
    'FREQ=YEARLY;BYMONTH=13': 'BYMONTH=13',
  }
  for (const [text, part] of Object.entries(refused))
    expect(ruleOf(text)).toBe(`rrule.invalid ${part}`)
})

test('§8.35 one spelling for one meaning', () => {
  expect(ruleOf('FREQ=WEEKLY;BYDAY=SU,TH,MO,TH')).toBe('FREQ=WEEKLY;BYDAY=MO,TH,SU')
  expect(ruleOf('FREQ=MONTHLY;BYDAY=3TH,+1TH')).toBe('FREQ=MONTHLY;BYDAY=1TH,3TH')
  expect(ruleOf('FREQ=MONTHLY;BYMONTHDAY=15,1,-1')).toBe('FREQ=MONTHLY;BYMONTHDAY=-1,1,15')
})

test('§8.36 UNTIL is a date that exists, the last day included', () => {
  expect(dates(ruleOf('FREQ=DAILY;UNTIL=20260103'), '2026-01-01')).toEqual([
    ...['2026-01-01', '2026-01-02', '2026-01-03'],
  ])
  // Of a date-time, the day in the event's own zone is meant.
  expect(ruleOf('FREQ=DAILY;UNTIL=20260103T150000Z')).toBe('FREQ=DAILY;UNTIL=20260104')
  for (const until of ['20260230', '20260000', '20260230T000000Z', '2026-01-03'])
    expect(ruleOf(`FREQ=DAILY;UNTIL=${until}`)).toBe(`rrule.invalid UNTIL=${until}`)
  expect(ruleOf('FREQ=DAILY;UNTIL=20251231')).toBe('rrule.no_occurrence UNTIL=2025-12-31')
})

test('§8.37 what programs read in several ways is refused by name', () => {
  for (const part of ['BYWEEKNO=1', 'BYYEARDAY=1', 'BYHOUR=1', 'RSCALE=GREGORIAN', 'X-A=1'])
    expect(ruleOf(`FREQ=YEARLY;${part}`)).toBe(`rrule.unsupported ${part.split('=')[0]}`)
  expect(ruleOf('FREQ=YEARLY;BYDAY=1TH')).toBe('rrule.unsupported YEARLY - BYMONTH')
  const parts = {
    'FREQ=MONTHLY;BYDAY=1TH,TH': 'BYDAY',
    'FREQ=DAILY;BYMONTHDAY=1': 'DAILY + BYMONTHDAY',
    'FREQ=DAILY;BYMONTH=1': 'DAILY + BYMONTH',
    'FREQ=WEEKLY;INTERVAL=2;BYMONTH=1;BYDAY=TH': 'WEEKLY + BYMONTH',
    'FREQ=MONTHLY;INTERVAL=2;BYMONTH=1': 'MONTHLY + BYMONTH',
    'FREQ=MONTHLY;BYMONTHDAY=1;BYDAY=1TH': 'BYDAY + BYMONTHDAY',
    'FREQ=YEARLY;BYMONTH=1,3;BYMONTHDAY=-31': 'BYMONTH + BYMONTHDAY',
    'FREQ=YEARLY;BYMONTH=1,4;BYMONTHDAY=1,31': 'BYMONTHDAY=31',
    'FREQ=YEARLY;BYMONTH=1,2;BYMONTHDAY=1,29': 'BYMONTHDAY=29',
    'FREQ=WEEKLY;INTERVAL=2;BYDAY=TH;WKST=SA': 'WKST=SA',
  }
  for (const [text, part] of Object.entries(parts))
    expect(ruleOf(text)).toBe(`rrule.unsupported ${part}`)
  expect(ruleOf('FREQ=WEEKLY;BYDAY=TH;BYSETPOS=1')).toBe('rrule.unsupported WEEKLY + BYSETPOS')
})

test('§8.37 what can be said so that all read it alike is said so', () => {
  expect(ruleOf('FREQ=MONTHLY;BYMONTH=1;BYDAY=1TH')).toBe('FREQ=YEARLY;BYMONTH=1;BYDAY=1TH')
  expect(ruleOf('FREQ=WEEKLY;BYMONTH=1,7;BYDAY=TH')).toBe('FREQ=YEARLY;BYMONTH=1,7;BYDAY=TH')
  expect(ruleOf('FREQ=DAILY;BYDAY=TH,FR')).toBe('FREQ=WEEKLY;BYDAY=TH,FR')
  expect(ruleOf('FREQ=YEARLY', '2028-02-29')).toBe('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29')
  expect(ruleOf('FREQ=YEARLY;BYMONTH=1,3', '2026-01-31')).toBe(
    'FREQ=YEARLY;BYMONTH=1,3;BYMONTHDAY=31',
  )
  expect(ruleOf('FREQ=YEARLY;BYMONTH=1,4', '2026-01-31')).toBe('rrule.unsupported BYMONTHDAY=31')
  expect(ruleOf('FREQ=YEARLY', '2026-01-31')).toBe('FREQ=YEARLY')
})

test('§8.38 WKST is said where it matters', () => {
  expect(ruleOf('FREQ=WEEKLY;INTERVAL=2;BYDAY=TH,SU')).toContain('WKST=MO')
  expect(ruleOf('FREQ=WEEKLY;INTERVAL=2;BYDAY=TH,SU;WKST=SU')).toContain('WKST=SU')
  const fortnight = (wkst: string) =>
    dates(`FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,TH;WKST=${wkst}`, '2026-01-01', 3)
  expect(fortnight('MO')).toEqual(['2026-01-01', '2026-01-04', '2026-01-15'])
  expect(fortnight('SU')).toEqual(['2026-01-01', '2026-01-11', '2026-01-15'])
})

test('§8.39 a day taken back counts, and is left out; one off the rule is told apart', () => {
  const rule = 'FREQ=DAILY;COUNT=4'
  expect(dates(rule, '2026-01-01', 9, ['2026-01-02'])).toEqual([
    ...['2026-01-01', '2026-01-03', '2026-01-04'],
  ])
  const series = { ...allDay('2026-01-11'), rrule: 'FREQ=MONTHLY;BYDAY=2SU,4SU', exdates: [] }
  expect(startsAmong(series, ['2026-02-22', '2026-02-23', '2025-12-14', '2026-01-25'])).toEqual(
    new Set(['2026-01-25', '2026-02-22']),
  )
  expect(startsAmong(series, [])).toEqual(new Set())
})

test('the ends of months and leap days are skipped where they do not exist', () => {
  expect(dates('FREQ=MONTHLY', '2026-01-31', 4)).toEqual([
    ...['2026-01-31', '2026-03-31', '2026-05-31', '2026-07-31'],
  ])
  expect(dates('FREQ=YEARLY', '2028-02-29', 3)).toEqual(['2028-02-29', '2032-02-29', '2036-02-29'])
  expect(dates('FREQ=MONTHLY;BYMONTHDAY=-1', '2026-01-31', 3)).toEqual([
    ...['2026-01-31', '2026-02-28', '2026-03-31'],
  ])
})

const DAY_MS = 86_400_000
const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA']
const at = (date: string) => new Date(`${date}T00:00:00Z`)

/** Every day from the start, asked whether it fits: slow, and hard to get wrong. */
function everyDay(rule: string, start: string, last: string): string[] {
  const part = Object.fromEntries(rule.split(';').map((text) => text.split('='))) as Record<
    string,
    string
  >
  const list = (name: string) => part[name]?.split(',') ?? []
  const [from, interval] = [at(start), Number(part.INTERVAL ?? 1)]
  const weekOf = (day: Date) =>
    Math.floor((day.getTime() / DAY_MS + 4 - WEEKDAYS.indexOf(part.WKST ?? 'MO')) / 7)
  const periods: Record<string, (day: Date) => number> = {
    DAILY: (day) => Math.round((day.getTime() - from.getTime()) / DAY_MS),
    WEEKLY: (day) => weekOf(day) - weekOf(from),
    MONTHLY: (day) =>
      (day.getUTCFullYear() - from.getUTCFullYear()) * 12 + day.getUTCMonth() - from.getUTCMonth(),
    YEARLY: (day) => day.getUTCFullYear() - from.getUTCFullYear(),
  }
  const implied = {
    DAILY: {},
    WEEKLY: part.BYDAY ? {} : { BYDAY: WEEKDAYS[from.getUTCDay()] },
    MONTHLY: part.BYDAY || part.BYMONTHDAY ? {} : { BYMONTHDAY: String(from.getUTCDate()) },
    YEARLY: {
      ...(part.BYMONTH ? {} : { BYMONTH: String(from.getUTCMonth() + 1) }),
      ...(part.BYDAY || part.BYMONTHDAY ? {} : { BYMONTHDAY: String(from.getUTCDate()) }),
    },
  }[part.FREQ as 'DAILY']
  Object.assign(part, implied)
  const found: string[] = []
  for (let time = from.getTime(); time <= at(last).getTime(); time += DAY_MS) {
    const day = new Date(time)
    const inMonth = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 0)).getUTCDate()
    const [date, weekday] = [day.getUTCDate(), WEEKDAYS[day.getUTCDay()]]
    const names = [
      weekday,
      `${Math.ceil(date / 7)}${weekday}`,
      `${-Math.ceil((inMonth - date + 1) / 7)}${weekday}`,
    ]
    const fits =
      (periods[part.FREQ ?? '']?.(day) ?? 0) % interval === 0 &&
      (!part.BYMONTH || list('BYMONTH').includes(String(day.getUTCMonth() + 1))) &&
      (!part.BYMONTHDAY ||
        [date, date - inMonth - 1].some((n) => list('BYMONTHDAY').includes(String(n)))) &&
      (!part.BYDAY || names.some((name) => list('BYDAY').includes(name ?? '')))
    const text = day.toISOString().slice(0, 10)
    if (fits && (!part.UNTIL || text.replaceAll('-', '') <= part.UNTIL)) found.push(text)
    if (part.COUNT && found.length >= Number(part.COUNT)) break
  }
  return found
}

const some = <T>(values: fc.Arbitrary<T>, maxLength: number) =>
  fc.uniqueArray(values, { minLength: 1, maxLength }).map((items) => items.join(','))
const maybe = (name: string, value: fc.Arbitrary<unknown>) =>
  fc.option(value, { nil: null }).map((text) => (text === null ? '' : `;${name}=${text}`))

const weekday = fc.constantFrom(...WEEKDAYS)
const nth = fc
  .tuple(fc.constantFrom('', 1, 2, 3, 4, 5, -1, -2), weekday)
  .map(([n, day]) => `${n}${day}`)
const rule = fc
  .tuple(
    fc.constantFrom('DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'),
    maybe('INTERVAL', fc.integer({ min: 1, max: 5 })),
    fc.oneof(
      maybe('COUNT', fc.integer({ min: 2, max: 30 })),
      maybe('UNTIL', fc.constantFrom('20270331', '20301231')),
    ),
    maybe('BYMONTH', some(fc.integer({ min: 1, max: 12 }), 3)),
    maybe('BYMONTHDAY', some(fc.constantFrom(1, 2, 15, 28, 29, 30, 31, -1, -2, -31), 3)),
    fc.tuple(some(weekday, 3), some(nth, 3)),
    fc.boolean(),
    maybe('WKST', weekday),
  )
  .map(([freq, interval, end, months, monthDays, [plain, numbered], days, wkst]) => {
    const byDay = days ? `;BYDAY=${freq === 'MONTHLY' || freq === 'YEARLY' ? numbered : plain}` : ''
    return `FREQ=${freq}${interval}${end}${months}${freq === 'WEEKLY' ? '' : monthDays}${byDay}${wkst}`
  })
const day = fc
  .integer({ min: 0, max: 1500 })
  .map((days) => new Date(at('2024-01-01').getTime() + days * DAY_MS).toISOString().slice(0, 10))

test('§8.44 every rule that is taken means what RFC 5545 says, tried day by day', () => {
  let taken = 0
  fc.assert(
    fc.property(rule, day, (text, anyDay) => {
      // A start that fits: the first day on which the rule without its end would fall.
      const start = everyDay(text.replace(/;(COUNT|UNTIL)=\w+/, ''), anyDay, '2032-12-31').find(
        (date) => 'rule' in parseRule(text, allDay(date)),
      )
      if (!start) return
      taken += 1
      const parsed = parseRule(text, allDay(start))
      const rrule = 'rule' in parsed ? parsed.rule : ''
      const expected = everyDay(rrule, start, '2034-12-31')
      expect(
        expandStarts({ ...allDay(start), rrule, exdates: [] }, start, '2035-01-01', 9999),
        rrule,
      ).toEqual(expected)
      expect('rule' in parseRule(rrule, allDay(start)) && parseRule(rrule, allDay(start))).toEqual(
        parsed,
      )
    }),
    { numRuns: 100 },
  )
  expect(taken).toBeGreaterThan(10)
}, 30_000)

test('the last date is that of the last occurrence, of UNTIL, or none', () => {
  const last = (rrule: string | null, start = '2026-01-01') =>
    lastStart({ ...allDay(start), rrule, exdates: [] })
  expect(last(null)).toBe('2026-01-01')
  expect(last('FREQ=DAILY')).toBeNull()
  expect(last('FREQ=DAILY;COUNT=10')).toBe('2026-01-10')
  expect(last('FREQ=MONTHLY;UNTIL=20260615')).toBe('2026-06-15')
  expect(last('FREQ=YEARLY;COUNT=3', '2028-02-29')).toBe('2036-02-29')
  expect(last('FREQ=YEARLY;INTERVAL=999;COUNT=2')).toBeNull()
})

test('§8.45 no rule keeps the server busy', () => {
  const rules = {
    'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;COUNT=5000': '2028-02-29',
    'FREQ=DAILY;INTERVAL=2;BYDAY=TU;COUNT=5000': '2028-02-29',
    'FREQ=WEEKLY;INTERVAL=999;BYDAY=TU;COUNT=5000': '2028-02-29',
    'FREQ=MONTHLY;BYDAY=5SU;BYMONTH=2;COUNT=5000': '2032-02-29',
    'FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=31;COUNT=5000': '2026-01-31',
    'FREQ=YEARLY;INTERVAL=999;COUNT=5000': '2026-01-01',
    'FREQ=DAILY;COUNT=5000': '1970-01-01',
  }
  for (const [rule, start] of Object.entries(rules)) {
    expect(ruleOf(rule, start)).not.toContain('rrule.')
    const series = { ...allDay(start), rrule: ruleOf(rule, start), exdates: [] }
    lastStart(series)
    expandStarts(series, '2199-01-01', '2300-01-01', 500)
  }
})
