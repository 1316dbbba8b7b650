// Series with a clock time and dates that differ, by the numbers of the checklist in docs/interop.md.

import { expect, test } from 'vitest'
import { harness } from '#harness'
import { bareFacts, type Facts } from '../../src/schedule/event.ts'
import { parseRule } from '../../src/schedule/recurrence.ts'
import * as ics from '../intake/ics/calendars.ts'
import { type Component, eventsOf, lineOf, rawOf, readFeed, textOf, valuesOf } from './reading.ts'
import { vevent } from './rendered.ts'

const YORK = { timezone: 'America/New_York' }

const readAll = (text: string): Component[] =>
  eventsOf(readFeed(`BEGIN:VCALENDAR\r\n${text}END:VCALENDAR\r\n`))

const series = (facts: Partial<Facts>): Component[] => readAll(vevent({ facts }))

const written = (event: Component | undefined, name: string): string | undefined => {
  const line = event && lineOf(event, name)
  return line && [...Object.values(line.params), line.value].join(' ')
}

test('§8.22 overrides have the SEQUENCE and the stamps of their series', async () => {
  const kalends = await harness({ now: '2026-01-31T00:00:00Z' })
  const at = (name: string, stamp: string) => `${name};TZID=Europe/Lisbon:${stamp}`
  const drill = ['UID:drill', 'RRULE:FREQ=WEEKLY;COUNT=3', at('DTSTART', '20260304T180000')]
  const late = (hour: number) => [
    ...['UID:drill', at('RECURRENCE-ID', '20260311T180000'), at('DTSTART', `20260311T${hour}0000`)],
  ]
  const files = [[drill, late(19)], [drill, late(20)], [drill]]
  for (const [sequence, file] of files.entries()) {
    kalends.clock.now = `2026-02-0${sequence + 1}T00:00:00Z`
    const text = ics.calendar(...file.map((lines) => ics.vevent(...lines)))
    await kalends.upload('harbour/regatta', text, { filename: 'drill.ics' })
    const events = eventsOf(readFeed(await kalends.feed('harbour/regatta')))
    const stamps = events.map((event) => [
      ...[rawOf(event, 'UID'), rawOf(event, 'SEQUENCE'), rawOf(event, 'DTSTAMP')],
    ])
    const [uid] = stamps[0] ?? []
    expect(stamps).toEqual(file.map(() => [uid, `${sequence}`, `2026020${sequence + 1}T000000Z`]))
  }
})

test('§8.40 RECURRENCE-ID is written as DTSTART is, names a start of the rule, beside its series', () => {
  const written40 = (facts: Partial<Facts>, recurrenceId: string) => {
    const overrides = [{ recurrenceId, facts: { title: 'Moved' } }]
    const [master, moved, ...others] = series({ ...facts, rrule: 'FREQ=DAILY;COUNT=3', overrides })
    expect(others).toEqual([])
    expect(moved && rawOf(moved, 'UID')).toBe(master && rawOf(master, 'UID'))
    expect([moved && rawOf(moved, 'RRULE'), moved && textOf(moved, 'SUMMARY')]).toEqual([
      ...[undefined, 'Moved'],
    ])
    return [written(master, 'DTSTART'), written(moved, 'RECURRENCE-ID')]
  }
  const evening = { start: '2026-04-01T18:30:00' }
  expect(written40({ ...evening, ...YORK }, '2026-04-02T18:30:00')).toEqual([
    ...['America/New_York 20260401T183000', 'America/New_York 20260402T183000'],
  ])
  expect(written40({ ...evening, timezone: 'UTC' }, '2026-04-02T18:30:00')).toEqual([
    ...['20260401T183000Z', '20260402T183000Z'],
  ])
  expect(written40({ start: '2026-04-01', allDay: true }, '2026-04-02')).toEqual([
    ...['DATE 20260401', 'DATE 20260402'],
  ])
})

test('§8.41 a date is taken back by EXDATE, or differs by an override, never both', () => {
  const start = '2026-10-18T01:30:00'
  const [master, ...others] = series({
    ...{ ...YORK, start, rrule: 'FREQ=WEEKLY;COUNT=4', exdates: ['2026-10-25T01:30:00'] },
    overrides: [
      // The clocks show this hour twice: it stands alone, with what differs.
      { recurrenceId: '2026-11-01T01:30:00', facts: { title: 'Late' } },
      { recurrenceId: '2026-11-08T01:30:00', facts: { status: 'cancelled' } },
    ],
  })
  expect(master && valuesOf(master, 'EXDATE')).toEqual(['20261025T013000', '20261101T013000'])
  expect(others.map((event) => [rawOf(event, 'RECURRENCE-ID'), textOf(event, 'SUMMARY')])).toEqual([
    ['20261108T013000', '[취소] 개막전'],
    [undefined, 'Late'],
  ])
})

test('§8.43 a start that happens twice, or a night of a change, stands alone in UTC', () => {
  const alone = (start: string, end: string) => {
    const [master, ...others] = series({ ...YORK, start, end, rrule: 'FREQ=WEEKLY;COUNT=3' })
    return [
      ...(master ? valuesOf(master, 'EXDATE') : []),
      ...others.map((event) => `${rawOf(event, 'DTSTART')} ${rawOf(event, 'DTEND')}`),
    ]
  }
  expect(alone('2026-10-25T01:30:00', '2026-10-25T02:15:00')).toEqual([
    ...['20261101T013000', '20261101T053000Z 20261101T071500Z'],
  ])
  expect(alone('2026-02-28T22:00:00', '2026-03-01T06:00:00')).toEqual([
    ...['20260307T220000', '20260308T030000Z 20260308T100000Z'],
  ])
  expect(alone('2026-02-28T22:00:00', '2026-03-01T01:00:00')).toEqual([])
})

test('§8.43 a happening moved to an hour that happens twice is written in UTC', () => {
  const moved = { recurrenceId: '2026-10-31T20:00:00', facts: { start: '2026-11-01T01:30:00' } }
  const [, override] = series({
    ...{ ...YORK, start: '2026-10-24T20:00:00', rrule: 'FREQ=WEEKLY;COUNT=3' },
    overrides: [{ ...moved, facts: { ...moved.facts, end: '2026-11-01T03:00:00' } }],
  })
  expect(written(override, 'RECURRENCE-ID')).toBe('America/New_York 20261031T200000')
  expect(written(override, 'DTSTART')).toBe('20261101T053000Z')
})

test('§8.43 a rule that meets an hour that the clocks skip is refused, with the start', () => {
  const slot = { ...bareFacts('', '2026-03-01T02:30:00', 'America/New_York') }
  expect(parseRule('FREQ=WEEKLY;COUNT=2', slot)).toEqual({
    ...{ code: 'rrule.unsupported', params: { part: 'start 2026-03-08T02:30:00' } },
  })
  expect(parseRule('FREQ=WEEKLY;COUNT=2', { ...slot, timezone: 'Asia/Seoul' })).toEqual({
    rule: 'FREQ=WEEKLY;COUNT=2',
  })
})

const ROWS = `title,start,end,timezone,all_day,rrule
weekly,2026-04-01 18:30,,Europe/Lisbon,,FREQ=WEEKLY;COUNT=30
monthly,2026-05-01 18:30,,Europe/Lisbon,,FREQ=MONTHLY;COUNT=3
endless,2026-04-02 18:30,,America/Vancouver,,FREQ=WEEKLY
single,2026-04-02 18:30,,Asia/Gaza,,
utc,2026-04-02 18:30,,UTC,,FREQ=WEEKLY;COUNT=2
days,2026-04-03,,Asia/Tokyo,yes,FREQ=WEEKLY;COUNT=2
`

async function zonesOfRows(): Promise<{ feed: string; zones: Component[] }> {
  const kalends = await harness({ now: '2026-03-01T00:00:00Z' })
  await kalends.upload('harbour/regatta', ROWS)
  const feed = await kalends.feed('harbour/regatta')
  return { feed, zones: readFeed(feed).components.filter(({ name }) => name === 'VTIMEZONE') }
}

test('§8.47 one VTIMEZONE for each TZID, and none that is not used', async () => {
  const { feed, zones } = await zonesOfRows()
  const used = new Set([...feed.matchAll(/;TZID=([^:;]+)/g)].map(([, name]) => name))
  expect([...used].sort()).toEqual(['America/Vancouver', 'Europe/Lisbon'])
  expect(zones.map((zone) => rawOf(zone, 'TZID'))).toEqual([...used].sort())
})

test('§8.49 a VTIMEZONE begins before the first start, and reaches a year beyond the last', async () => {
  const { zones } = await zonesOfRows()
  const [vancouver, lisbon] = zones.map(({ components }) =>
    components.map((observance) => `${observance.name} ${rawOf(observance, 'DTSTART')}`),
  )
  expect(lisbon?.at(0)).toBe('STANDARD 20251026T020000')
  expect(lisbon?.at(-1)).toBe('DAYLIGHT 20270328T010000')
  // Vancouver's new standard time, from November on, is no change of its clocks.
  expect(vancouver).toEqual([
    ...['STANDARD 20251102T020000', 'DAYLIGHT 20260308T020000', 'STANDARD 20261101T020000'],
  ])
  for (const { components } of zones)
    for (const observance of components) {
      expect(rawOf(observance, 'TZOFFSETFROM')).toMatch(/^[+-]\d{4}$/)
      expect(rawOf(observance, 'TZOFFSETTO')).toMatch(/^[+-]\d{4}$/)
      expect(textOf(observance, 'TZNAME')).toBeTruthy()
    }
})
