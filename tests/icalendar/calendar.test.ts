// The calendar around its events, by the numbers of the publisher's checklist in docs/interop.md.

import { expect, test } from 'vitest'
import { harness } from '#harness'
import { renderCalendar } from '../../src/icalendar/calendar.ts'
import { nearestColorName } from '../../src/icalendar/color.ts'
import { eventsOf, lineOf, rawOf, readFeed, textOf, valuesOf } from './reading.ts'
import { vevent } from './rendered.ts'

const HEAD = {
  ...{ name: '레가타', description: null, timezone: 'Asia/Seoul', color: null, refreshHours: 1 },
}
const head = (about: Partial<Parameters<typeof renderCalendar>[0]> = {}) =>
  readFeed(renderCalendar({ ...HEAD, ...about }, [vevent()]))

test('§8.1 the last line too ends in CRLF', () => {
  expect(renderCalendar(HEAD, [vevent()])).toMatch(/\r\nEND:VCALENDAR\r\n$/)
})

test('§8.6 the calendar’s names and descriptions are escaped, and one line where they must be', () => {
  const calendar = head({ name: 'a;b,\\c\r\nX-EVIL:1', description: 'd;\ne' })
  for (const name of ['NAME', 'X-WR-CALNAME'])
    expect(textOf(calendar, name)).toBe('a;b,\\c X-EVIL:1')
  for (const name of ['DESCRIPTION', 'X-WR-CALDESC']) expect(textOf(calendar, name)).toBe('d;\ne')
  expect(rawOf(calendar, 'X-EVIL')).toBeUndefined()
})

test('§8.10 properties come before components, always in the same order', () => {
  const about = { description: '설명', color: '#1F6F8B' }
  // readFeed throws at a property after a component.
  expect(head(about).lines.map(({ name }) => name)).toEqual([
    ...['VERSION', 'PRODID', 'CALSCALE', 'NAME', 'X-WR-CALNAME', 'DESCRIPTION', 'X-WR-CALDESC'],
    ...['X-WR-TIMEZONE', 'REFRESH-INTERVAL', 'X-PUBLISHED-TTL', 'COLOR', 'X-APPLE-CALENDAR-COLOR'],
  ])
})

test('§8.11 one VCALENDAR, VERSION:2.0 and PRODID once, the Gregorian calendar', () => {
  expect(valuesOf(head(), 'VERSION')).toEqual(['2.0'])
  expect(valuesOf(head(), 'PRODID')).toHaveLength(1)
  expect(valuesOf(head(), 'CALSCALE')).toEqual(['GREGORIAN'])
})

test('§8.12 no METHOD, no ORGANIZER, no ATTENDEE', async () => {
  const kalends = await harness()
  await kalends.upload('harbour/regatta', '날짜,제목,담당자\n2026-05-01,개막,김 대리\n')
  expect(await kalends.feed('harbour/regatta')).not.toMatch(/^(METHOD|ORGANIZER|ATTENDEE)/m)
})

test('§8.13 never empty: unpublished, emptied and deleted feeds explain themselves in one event', async () => {
  const kalends = await harness()
  const path = '/v1/partners/harbour/calendars/regatta'
  const only = async () => {
    const [event, ...others] = eventsOf(readFeed(await kalends.feed('harbour/regatta')))
    expect(others).toEqual([])
    return event && { uid: rawOf(event, 'UID'), summary: textOf(event, 'SUMMARY') }
  }
  const unpublished = await only()
  expect(unpublished?.summary).toContain('구독이 연결되었습니다')
  await kalends.upload('harbour/regatta', '날짜,제목\n2026-05-01,개막\n')
  expect(await only()).toMatchObject({ summary: '개막' })
  await kalends.admin('POST', `${path}/revisions/0/restoration`)
  expect(await only()).toEqual({ uid: unpublished?.uid, summary: '레가타: 지금은 일정이 없습니다' })
  await kalends.admin('DELETE', path)
  expect(await only()).toMatchObject({
    uid: unpublished?.uid,
    summary: expect.stringContaining('종료'),
  })
})

test('§8.13 the explaining event stands on the publisher’s day, not UTC’s', async () => {
  const kalends = await harness({ now: '2026-04-01T20:00:00Z' })
  const [event] = eventsOf(readFeed(await kalends.feed('harbour/regatta')))
  expect(event && rawOf(event, 'DTSTART')).toBe('20260402')
})

test('§8.32 COLOR is a CSS3 name beside Apple’s #RRGGBB; both or none', () => {
  const colored = head({ color: '#d16ba5' })
  expect([rawOf(colored, 'COLOR'), rawOf(colored, 'X-APPLE-CALENDAR-COLOR')]).toEqual([
    ...['palevioletred', '#D16BA5'],
  ])
  expect([rawOf(head(), 'COLOR'), rawOf(head(), 'X-APPLE-CALENDAR-COLOR')]).toEqual([
    ...[undefined, undefined],
  ])
  const named = { '#ff0000': 'red', '#FFFFFF': 'white', '#000001': 'black', '#2E8B57': 'seagreen' }
  for (const [hex, name] of Object.entries(named)) expect(nearestColorName(hex)).toBe(name)
})

test('§8.33 NAME is X-WR-CALNAME; REFRESH-INTERVAL is X-PUBLISHED-TTL, an hour or more', () => {
  for (const [refreshHours, duration] of [
    [1, 'PT1H'],
    [24, 'P1D'],
    [36, 'PT36H'],
    [168, 'P1W'],
  ] as const) {
    const calendar = head({ refreshHours })
    expect(lineOf(calendar, 'REFRESH-INTERVAL')).toMatchObject({
      ...{ params: { VALUE: 'DURATION' }, value: duration },
    })
    expect(rawOf(calendar, 'X-PUBLISHED-TTL')).toBe(duration)
    expect(rawOf(calendar, 'NAME')).toBe(rawOf(calendar, 'X-WR-CALNAME'))
  }
})

test('§8.33 a calendar gone for good asks to be looked at once a week', async () => {
  const kalends = await harness()
  await kalends.admin('DELETE', '/v1/partners/harbour/calendars/regatta')
  expect(rawOf(readFeed(await kalends.feed('harbour/regatta')), 'X-PUBLISHED-TTL')).toBe('PT1H')
  const { expireDeleted } = await import('../../src/publication/calendars.ts')
  kalends.clock.now = '2026-08-01T00:00:00Z'
  await expireDeleted(kalends.ports)
  expect(rawOf(readFeed(await kalends.feed('harbour/regatta')), 'X-PUBLISHED-TTL')).toBe('P1W')
})
