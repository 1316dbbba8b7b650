// When an event happens, as instants; and each happening of a series.

import { expect, test } from 'vitest'
import { bareFacts, type Facts } from '../../src/schedule/event.ts'
import { occurrencesOf, spanOf } from '../../src/schedule/occurrences.ts'

const facts = (start: string, about: Partial<Facts> = {}): Facts => ({
  ...{ ...bareFacts('x', start, 'Asia/Seoul'), ...about },
})
const span = (start: string, about?: Partial<Facts>) => {
  const { startsAt, endsAt } = spanOf(facts(start, about), 60)
  return [startsAt, endsAt]
}

test('a timed event lasts until its end, or as long as its calendar assumes', () => {
  expect(span('2026-04-01T18:30:00')).toEqual(['2026-04-01T09:30:00Z', '2026-04-01T10:30:00Z'])
  expect(span('2026-04-01T18:30:00', { end: '2026-04-02T01:00:00' })[1]).toBe(
    '2026-04-01T16:00:00Z',
  )
})

test('an all-day event lasts from midnight to midnight in its own zone, the last day included', () => {
  expect(span('2026-06-05')).toEqual(['2026-06-04T15:00:00Z', '2026-06-05T15:00:00Z'])
  expect(span('2026-06-05', { end: '2026-06-08' })[1]).toBe('2026-06-08T15:00:00Z')
  const newYork = { timezone: 'America/New_York' }
  // 23 hours and 25 hours.
  expect(span('2026-03-08', newYork)).toEqual(['2026-03-08T05:00:00Z', '2026-03-09T04:00:00Z'])
  expect(span('2026-11-01', newYork)).toEqual(['2026-11-01T04:00:00Z', '2026-11-02T05:00:00Z'])
})

test('a series lasts from its first start to its last end; one without an end, for ever', () => {
  const series = (rrule: string, about: Partial<Facts> = {}) =>
    span('2026-01-05', { rrule, ...about })
  expect(series('FREQ=WEEKLY;COUNT=3')).toEqual(['2026-01-04T15:00:00Z', '2026-01-19T15:00:00Z'])
  expect(series('FREQ=WEEKLY;UNTIL=20260119')[1]).toBe('2026-01-19T15:00:00Z')
  expect(series('FREQ=WEEKLY;COUNT=3', { end: '2026-01-06' })[1]).toBe('2026-01-20T15:00:00Z')
  expect(series('FREQ=WEEKLY')[1]).toBe('9999-12-31T23:59:59Z')
})

const between = (about: Facts, from: string, to: string, limit = 100) =>
  occurrencesOf(about, from, to, 60, limit).map(({ start }) => start)

test('what overlaps the range counts: from inclusive, to exclusive', () => {
  const game = facts('2026-04-01T18:30:00')
  const at = (from: string, to: string) => between(game, from, to).length
  expect(at('2026-04-01T00:00:00Z', '2026-04-02T00:00:00Z')).toBe(1)
  expect(at('2026-04-01T10:29:59Z', '2026-04-02T00:00:00Z')).toBe(1)
  expect(at('2026-04-01T10:30:00Z', '2026-04-02T00:00:00Z')).toBe(0)
  expect(at('2026-04-01T00:00:00Z', '2026-04-01T09:30:00Z')).toBe(0)
  expect(at('2026-04-01T00:00:00Z', '2026-04-01T09:30:01Z')).toBe(1)
})

test('a series’ happenings in a range, those taken back left out, at most so many', () => {
  const rrule = 'FREQ=MONTHLY;BYDAY=2SU,4SU'
  const closing = facts('2026-01-11', { rrule, exdates: ['2026-02-22'] })
  expect(between(closing, '2026-02-01T00:00:00Z', '2026-04-01T00:00:00Z')).toEqual([
    ...['2026-02-08', '2026-03-08', '2026-03-22'],
  ])
  expect(between(closing, '2026-02-01T00:00:00Z', '2030-01-01T00:00:00Z', 4)).toEqual([
    ...['2026-02-08', '2026-03-08', '2026-03-22', '2026-04-12'],
  ])
  // Midnight in Seoul is the afternoon before in UTC.
  expect(between(closing, '2026-03-07T15:00:00Z', '2026-03-08T15:00:00Z')).toEqual(['2026-03-08'])
  expect(between(closing, '2026-03-08T15:00:00Z', '2026-03-21T15:00:00Z')).toEqual([])
})

test('a happening of several days that began before the range overlaps it', () => {
  const sale = facts('2026-01-05', { end: '2026-01-11', rrule: 'FREQ=MONTHLY' })
  const found = occurrencesOf(sale, '2026-02-09T00:00:00Z', '2026-03-01T00:00:00Z', 60, 9)
  expect(found).toMatchObject([
    {
      ...{ start: '2026-02-05', end: '2026-02-11', recurrenceId: '2026-02-05' },
      ...{ startsAt: '2026-02-05T00:00:00+09:00', endsAt: '2026-02-12T00:00:00+09:00' },
      ...{ startInstant: '2026-02-04T15:00:00Z', endInstant: '2026-02-11T15:00:00Z' },
    },
  ])
})

test('ranges far outside any schedule are harmless', () => {
  const daily = facts('2026-01-01', { rrule: 'FREQ=DAILY' })
  expect(between(daily, '0000-01-01T00:00:00Z', '2026-01-02T15:00:00Z')).toEqual([
    '2026-01-01',
    '2026-01-02',
  ])
  expect(between(daily, '9998-01-01T00:00:00Z', '9999-01-01T00:00:00Z')).toEqual([])
})

test('a happening with a title of its own does not take its series’ in another language', () => {
  const series = facts('2026-04-01T18:30:00', {
    rrule: 'FREQ=DAILY;COUNT=2',
    translations: { en: { title: 'Choir', location: 'Great Hall' } },
    overrides: [{ recurrenceId: '2026-04-02T18:30:00', facts: { title: '특별 합창' } }],
  })
  const range = ['2026-04-01T00:00:00Z', '2026-04-04T00:00:00Z'] as const
  const told = occurrencesOf(series, ...range, 60, 9).map(
    ({ facts: { translations } }) => translations,
  )
  expect(told).toEqual([
    { en: { title: 'Choir', location: 'Great Hall' } },
    { en: { location: 'Great Hall' } },
  ])
})
