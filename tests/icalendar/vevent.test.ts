// One event as a VEVENT, by the numbers of the publisher's checklist in docs/interop.md.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Facts, Status } from '../../src/schedule/event.ts'
import { lineOf, rawOf, readList, textOf, valuesOf } from './reading.ts'
import { rendered, vevent } from './rendered.ts'
import { hostile } from './strings.ts'

const STATUSES: Status[] = ['tentative', 'confirmed', 'postponed', 'cancelled', 'ended']

const link = (label: string, url: string) => ({ label, url })
const place = (location: Partial<NonNullable<Facts['location']>>) => ({
  location: {
    name: null,
    address: null,
    latitude: null,
    longitude: null,
    region: null,
    ...location,
  },
})
const times = (facts: Partial<Facts>) => {
  const event = rendered({ facts })
  return [lineOf(event, 'DTSTART'), lineOf(event, 'DTEND')].map(
    (line) => `${line?.params.VALUE ?? ''}${line?.params.TZID ?? ''}:${line?.value}`,
  )
}

test('§8.6 LOCATION and CATEGORIES are escaped; a comma separates categories', () => {
  const categories = ['a,b', 'c;d', 'e\\f', ' g ', '\n']
  const event = rendered({ facts: { ...place({ name: 'A;B', address: 'C,D' }), categories } })
  expect(textOf(event, 'LOCATION')).toBe('A;B, C,D')
  expect(readList(rawOf(event, 'CATEGORIES') ?? '')).toEqual(['a,b', 'c;d', 'e\\f', 'g'])
  expect(rawOf(rendered(), 'CATEGORIES')).toBeUndefined()
})

test('§8.7 URL is the partner’s information link, not escaped; http and https only', () => {
  const url = (...links: Facts['links']) => {
    const line = lineOf(rendered({ facts: { links } }), 'URL')
    return line && `${line.params.VALUE} ${line.value}`
  }
  expect(url(link('info', 'https://x.example/a,b;c?q="1"'))).toBe(
    'URI https://x.example/a,b;c?q=%221%22',
  )
  expect(url(link('ticket', 'https://x.example/'))).toBeUndefined()
  for (const bad of ['javascript:alert(1)', 'data:text/html,x', 'x.example', ''])
    expect(url(link('info', bad)), bad).toBeUndefined()
})

test('§8.14 exactly one UID, DTSTAMP, DTSTART and SUMMARY, which is never empty', () => {
  for (const facts of [{}, { start: '2026-04-01', allDay: true }, { title: '' }, { title: '\n' }]) {
    const event = rendered({ facts })
    for (const name of ['UID', 'DTSTAMP', 'DTSTART', 'SUMMARY'])
      expect(valuesOf(event, name), name).toHaveLength(1)
    expect(textOf(event, 'SUMMARY')).not.toBe('')
  }
})

test('§8.15 UID is the stored name, whatever time, title, language or state the event has', () => {
  const uids = [
    rendered(),
    rendered({ facts: { title: 'Opening night', start: '2026-05-01T19:00:00' }, language: 'en' }),
    rendered({ facts: { status: 'cancelled', timezone: 'UTC' }, sequence: 7 }),
  ].map((event) => rawOf(event, 'UID'))
  expect(new Set(uids)).toEqual(new Set(['u7k2m9q4x1c8v5b3n6z0']))
})

test('§8.17 DTSTAMP and LAST-MODIFIED are the publication’s instant, in UTC', () => {
  const event = rendered()
  expect(rawOf(event, 'DTSTAMP')).toBe('20260301T000000Z')
  expect(rawOf(event, 'LAST-MODIFIED')).toBe('20260301T000000Z')
})

test('§8.23 DTEND is after DTSTART, of the same type, and there is no DURATION', () => {
  expect(times({})).toEqual([':20260401T093000Z', ':20260401T103000Z'])
  expect(times({ end: '2026-04-01T21:30:00' })).toEqual([':20260401T093000Z', ':20260401T123000Z'])
  for (const end of ['2026-04-01T18:30:00', '2026-04-01T18:00:00'])
    expect(times({ end }), end).toEqual([':20260401T093000Z', ':20260401T103000Z'])
  // An hour that summer time skips makes the end come before the start.
  const gap = { start: '2026-03-08T02:30:00', end: '2026-03-08T03:00:00' }
  expect(times({ ...gap, timezone: 'America/New_York' })).toEqual([
    ...[':20260308T073000Z', ':20260308T083000Z'],
  ])
  expect(vevent()).not.toContain('DURATION')
})

test('§8.24 all day: dates, the end exclusive, no zone', () => {
  const allDay = { allDay: true, timezone: 'Asia/Seoul' }
  expect(times({ ...allDay, start: '2026-06-05', end: '2026-06-08' })).toEqual([
    ...['DATE:20260605', 'DATE:20260609'],
  ])
  expect(times({ ...allDay, start: '2026-06-05' })).toEqual(['DATE:20260605', 'DATE:20260606'])
  expect(times({ ...allDay, start: '2026-12-31' })).toEqual(['DATE:20261231', 'DATE:20270101'])
  expect(times({ ...allDay, start: '2028-02-28' })).toEqual(['DATE:20280228', 'DATE:20280229'])
})

test('§8.24 the time undecided: all day, and the title says so', () => {
  const event = rendered({ facts: { allDay: true, timeTbd: true, start: '2026-04-01' } })
  expect(lineOf(event, 'DTSTART')?.params).toEqual({ VALUE: 'DATE' })
  expect(textOf(event, 'SUMMARY')).toBe('개막전 (시간 미정)')
  expect(rawOf(event, 'STATUS')).toBe('TENTATIVE')
})

test('§8.26 SUMMARY and LOCATION are one line of at most 255 units, markers included', () => {
  fc.assert(
    fc.property(hostile, hostile, fc.constantFrom(...STATUSES), (title, name, status) => {
      const long = { title: title.repeat(9), ...place({ name: name.repeat(9), address: title }) }
      const event = rendered({ facts: { ...long, status } })
      for (const text of [textOf(event, 'SUMMARY'), textOf(event, 'LOCATION') ?? '']) {
        expect(text?.length).toBeLessThanOrEqual(255)
        expect(text).not.toMatch(/[\r\n]/)
      }
    }),
  )
  const cancelled = rendered({ facts: { title: '가'.repeat(300), status: 'cancelled' } })
  expect(textOf(cancelled, 'SUMMARY')).toMatch(/^\[취소\] 가+…$/)
  expect(textOf(cancelled, 'SUMMARY')).toHaveLength(255)
})

test('§8.27 DESCRIPTION: the partner’s text, what became of it, the links, one a line, in order', () => {
  const facts: Partial<Facts> = {
    description: '외야석 무료\r\n우천 시 실내',
    reason: '그라운드 사정',
    links: [
      ...[link('shop', 'https://s.example/'), link('굿즈', 'https://g.example/')],
      ...[link('ticket', 'https://t.example/a,b'), link('info', 'https://i.example/')],
      ...[link('watch', 'https://w.example/')],
    ],
  }
  const movedFrom = {
    start: '2026-03-31T18:30:00',
    allDay: false,
    timeTbd: false,
    timezone: 'Asia/Seoul',
  }
  expect(textOf(rendered({ facts, movedFrom }), 'DESCRIPTION')?.split('\n')).toEqual([
    ...['외야석 무료', '우천 시 실내', '', '원래 3/31 18:30', '사유: 그라운드 사정', ''],
    ...['안내: https://i.example/', '예매: https://t.example/a,b', '중계: https://w.example/'],
    ...['상점: https://s.example/', '굿즈: https://g.example/'],
  ])
  expect(rawOf(rendered(), 'DESCRIPTION')).toBeUndefined()
})

test('§8.27 what an event moved from is said in its language; year and zone where they differ', () => {
  const from = (movedFrom: object, facts: Partial<Facts> = {}) => {
    const slot = {
      start: '2026-03-31T18:30:00',
      allDay: false,
      timeTbd: false,
      timezone: 'Asia/Seoul',
    }
    return textOf(rendered({ facts, movedFrom: { ...slot, ...movedFrom } }), 'DESCRIPTION')
  }
  expect(from({})).toBe('원래 3/31 18:30')
  expect(from({}, { lang: 'en' })).toBe('Originally Mar 31 18:30')
  expect(from({ start: '2025-12-31T18:30:00' })).toBe('원래 2025/12/31 18:30')
  expect(from({ start: '2025-12-31', allDay: true }, { lang: 'en' })).toBe('Originally Dec 31 2025')
  expect(from({ start: '2026-03-31', allDay: true, timeTbd: true })).toBe('원래 3/31 (시간 미정)')
  expect(from({ timezone: 'Asia/Tokyo' })).toBe('원래 3/31 18:30 (Asia/Tokyo)')
})

test('§8.27 DESCRIPTION is at most 8,000 units: the partner’s text gives way, never half a link', () => {
  const url = (letter: string) => `https://x.example/${letter.repeat(2000)}`
  const links = [...'abcdef'].map((letter) => link(letter, url(letter)))
  const facts = { description: '가'.repeat(16_000), reason: '나'.repeat(16_000), links }
  const text = textOf(rendered({ facts }), 'DESCRIPTION') ?? ''
  expect(text.length).toBeLessThanOrEqual(8000)
  const lines = text.split('\n')
  expect(lines[0]).toMatch(/^가*…$/)
  expect(lines.find((line) => line.startsWith('사유'))).toMatch(/^사유: 나{999}…$/)
  expect(lines.filter((line) => line.includes('https:'))).toEqual(
    [...'abc'].map((letter) => `${letter}: ${url(letter)}`),
  )
  const short = textOf(rendered({ facts: { ...facts, links: [], reason: null } }), 'DESCRIPTION')
  expect(short?.length).toBeLessThanOrEqual(8000)
  expect(short?.length).toBeGreaterThan(7990)
})

test('§8.28 cancelled and postponed are marked, and never STATUS:CANCELLED', () => {
  const of = (facts: Partial<Facts>, language = 'ko') => {
    const event = rendered({ facts, language })
    return `${textOf(event, 'SUMMARY')} ${rawOf(event, 'STATUS')}`
  }
  expect(of({})).toBe('개막전 CONFIRMED')
  expect(of({ status: 'tentative' })).toBe('개막전 TENTATIVE')
  expect(of({ status: 'ended' })).toBe('개막전 CONFIRMED')
  expect(of({ status: 'cancelled' })).toBe('[취소] 개막전 CONFIRMED')
  expect(of({ status: 'cancelled' }, 'en')).toBe('[Cancelled] 개막전 CONFIRMED')
  expect(of({ status: 'postponed' })).toBe('[연기] 개막전 TENTATIVE')
  expect(of({ status: 'postponed' }, 'en')).toBe('[Postponed] 개막전 TENTATIVE')
  expect(of({ soldOut: true })).toBe('[매진] 개막전 CONFIRMED')
  expect(of({ soldOut: true }, 'en')).toBe('[Sold out] 개막전 CONFIRMED')
  expect(of({ soldOut: true, status: 'cancelled' })).toBe('[취소] 개막전 CONFIRMED')
  expect(of({ soldOut: true, status: 'ended' })).toBe('개막전 CONFIRMED')
  const undecided = { allDay: true, timeTbd: true, start: '2026-04-01' }
  expect(of({ ...undecided, status: 'cancelled' })).toBe('[취소] 개막전 TENTATIVE')
  expect(of(undecided, 'en')).toBe('개막전 (time TBD) TENTATIVE')
})

test('§8.29 nobody is marked busy, and both properties say so', () => {
  for (const status of STATUSES)
    for (const facts of [{ status }, { status, start: '2026-04-01', allDay: true }]) {
      const event = rendered({ facts })
      expect(rawOf(event, 'TRANSP')).toBe('TRANSPARENT')
      expect(rawOf(event, 'X-MICROSOFT-CDO-BUSYSTATUS')).toBe('FREE')
    }
})

test('§8.30 GEO is two plain numbers, and Apple’s place has LOCATION’s words', () => {
  const geo = (latitude: number, longitude: number) =>
    rawOf(rendered({ facts: place({ name: 'A', latitude, longitude }) }), 'GEO')
  expect(geo(37.5126, 127.0719)).toBe('37.5126;127.0719')
  expect(geo(-33, 0)).toBe('-33;0')
  expect(geo(0.0000001, -0.0000001)).toBe('0;0')
  expect(geo(37.51234567891, 1e-6)).toBe('37.512346;0.000001')
  const event = rendered({
    facts: place({ name: '잠실, "제1"', address: '서울', latitude: 37.5, longitude: 127.1 }),
  })
  const apple = lineOf(event, 'X-APPLE-STRUCTURED-LOCATION')
  expect(apple).toMatchObject({ params: { VALUE: 'URI' }, value: 'geo:37.5,127.1' })
  expect(apple?.params['X-TITLE']).toBe(textOf(event, 'LOCATION'))
  expect(rawOf(rendered({ facts: place({ name: 'A', latitude: 37.5 }) }), 'GEO')).toBeUndefined()
})

test('§8.31 no alarm, unless a subscriber asks for one', () => {
  expect(rendered({ facts: { alarms: [10, 60] } }).components).toEqual([])
})

test('§8.46 a single timed event stands in UTC, whatever its zone', () => {
  const zones = {
    'Asia/Seoul': '20260401T093000Z',
    'America/New_York': '20260401T223000Z',
    'Asia/Kathmandu': '20260401T124500Z',
    'Australia/Lord_Howe': '20260401T073000Z',
    UTC: '20260401T183000Z',
  }
  for (const [timezone, start] of Object.entries(zones)) {
    const line = lineOf(rendered({ facts: { timezone } }), 'DTSTART')
    expect(line, timezone).toMatchObject({ params: {}, value: start })
  }
})

test('§8.46 an hour that happens twice is the first, one that is skipped is an hour later', () => {
  const start = (start: string) => times({ start, timezone: 'America/New_York' })[0]
  expect(start('2026-11-01T01:30:00')).toBe(':20261101T053000Z')
  expect(start('2026-03-08T02:30:00')).toBe(':20260308T073000Z')
})

test('§8.52 no floating time', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('UTC', 'Asia/Seoul', 'Europe/London', 'Pacific/Apia'),
      fc.date({ min: new Date('1990-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
      (timezone, date) => {
        const start = date.toISOString().slice(0, 19)
        for (const time of times({ start, timezone })) expect(time).toMatch(/^:\d{8}T\d{6}Z$/)
      },
    ),
  )
})
