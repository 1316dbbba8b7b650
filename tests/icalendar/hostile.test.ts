// §8.9: whatever a partner writes, the feed holds the properties that Kalends meant, and no others.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { harness } from '#harness'
import { renderCalendar } from '../../src/icalendar/calendar.ts'
import { placeholderFeed } from '../../src/publication/feed.ts'
import { type Facts, LINK_LABELS } from '../../src/schedule/event.ts'
import { type Component, eventsOf, readFeed } from './reading.ts'
import { vevent } from './rendered.ts'
import { hostile } from './strings.ts'

const MEANT = [
  ...['CATEGORIES', 'DESCRIPTION', 'DTEND', 'DTSTAMP', 'DTSTART', 'EXDATE', 'GEO', 'LAST-MODIFIED'],
  ...['LOCATION', 'RRULE', 'SEQUENCE', 'STATUS', 'SUMMARY', 'TRANSP', 'UID', 'URL'],
  ...['X-APPLE-STRUCTURED-LOCATION', 'X-MICROSOFT-CDO-ALLDAYEVENT', 'X-MICROSOFT-CDO-BUSYSTATUS'],
  'X-MICROSOFT-MSNCALENDAR-ALLDAYEVENT',
]
const MEANT_OF_CALENDAR = [
  ...['CALSCALE', 'COLOR', 'DESCRIPTION', 'NAME', 'PRODID', 'REFRESH-INTERVAL', 'VERSION'],
  ...['X-APPLE-CALENDAR-COLOR', 'X-PUBLISHED-TTL', 'X-WR-CALDESC', 'X-WR-CALNAME', 'X-WR-TIMEZONE'],
]

/** Nothing but VEVENTs in it, nothing but what is meant in them, and nothing twice. */
function expectClean(calendar: Component, events: number): void {
  expect(calendar.components.map(({ name }) => name)).toEqual(Array(events).fill('VEVENT'))
  expect(names(calendar).filter((name) => !MEANT_OF_CALENDAR.includes(name))).toEqual([])
  for (const event of eventsOf(calendar)) {
    expect(event.components).toEqual([])
    expect(names(event).filter((name) => !MEANT.includes(name))).toEqual([])
    expect(new Set(names(event)).size).toBe(names(event).length)
  }
}

const names = ({ lines }: Component): string[] => lines.map(({ name }) => name)

const facts: fc.Arbitrary<Partial<Facts>> = fc.record({
  ...{ title: hostile, description: hostile, kind: hostile, home: hostile, away: hostile },
  ...{ result: hostile, reason: hostile, externalId: hostile, lang: hostile },
  categories: fc.array(hostile, { maxLength: 3 }),
  tags: fc.array(hostile, { maxLength: 2 }),
  location: fc.record({
    ...{ name: hostile, address: hostile, region: hostile },
    latitude: fc.constantFrom(null, 37.5, -1e-9),
    longitude: fc.constantFrom(null, 127.1),
  }),
  links: fc.array(
    fc.record({ label: fc.oneof(fc.constantFrom(...LINK_LABELS), hostile), url: hostile }),
    {
      maxLength: 4,
    },
  ),
  extra: fc.dictionary(hostile, hostile, { maxKeys: 2 }),
  status: fc.constantFrom('confirmed', 'cancelled', 'postponed'),
})

test('§8.9 hostile text in every field of an event', () => {
  fc.assert(
    fc.property(facts, hostile, hostile, (facts, name, description) => {
      const about = { timezone: 'Asia/Seoul', color: '#123456', refreshHours: 1 }
      const feed = renderCalendar({ name, description, ...about }, [vevent({ facts }), vevent()])
      expectClean(readFeed(feed), 2)
    }),
    { numRuns: 500 },
  )
})

test('§8.9 hostile names in the feeds of one explaining event', () => {
  const settings = { timezone: 'Asia/Seoul', language: 'ko', category: null, color: null }
  fc.assert(
    fc.property(
      hostile,
      hostile,
      fc.constantFrom('unpublished', 'deleted', 'gone'),
      (name, description, kind) => {
        const feed = placeholderFeed(
          { uid: 'x' },
          { ...settings, name, description, defaultMinutes: 60, translations: {} },
          { kind, toldNumber: 3, publishedAt: '2026-04-01T00:00:00Z' },
        )
        expectClean(readFeed(feed), 1)
      },
    ),
  )
})

const CRLF_EVENT = '제목\r\nBEGIN:VEVENT\r\nUID:evil\r\nEND:VEVENT'

test('§8.9 the same through the front door: taken as text, or refused, never as iCalendar', async () => {
  const kalends = await harness()
  const event = { title: '개막', start: '2026-05-01T18:30:00' }
  const fields: Record<string, unknown>[] = [
    ...['title', 'description', 'kind', 'home', 'reason', 'externalId', 'result'].map((field) => ({
      [field]: CRLF_EVENT,
    })),
    ...[{ location: { name: CRLF_EVENT } }, { location: { name: '홀', address: CRLF_EVENT } }],
    ...[{ categories: [CRLF_EVENT] }, { url: `https://x.example/${CRLF_EVENT}` }],
    ...[{ links: [{ label: CRLF_EVENT, url: 'https://x.example/' }] }, { timezone: CRLF_EVENT }],
    ...[{ description: 'x\nEND:VCALENDAR\n' }, { title: '\ud800' }, { title: 'a\u0000b' }],
  ]
  for (const [place, field] of fields.entries()) {
    const file = { events: [{ ...event, externalId: `e${place}`, ...field }] }
    const { status } = await kalends.upload('harbour/regatta', file, {
      mode: 'merge',
      confirm: 'true',
    })
    expect([201, 422], JSON.stringify(field)).toContain(status)
    const calendar = readFeed(await kalends.feed('harbour/regatta'))
    expectClean(calendar, calendar.components.length)
  }
})

test('§8.9 settings of a calendar are refused, or harmless', async () => {
  const kalends = await harness()
  const bodies = [
    ...[
      { name: 'a\r\nX-EVIL:1' },
      { description: 'a\r\nX-EVIL:1' },
      { color: '#12345\r\nX-EVIL:1' },
    ],
    ...[
      { timezone: 'Asia/Seoul\r\nX-EVIL:1' },
      { category: 'a\nX-EVIL:1' },
      { name: 'a\u2028X-EVIL:1' },
    ],
    ...[{ description: 'a\nX-EVIL:1' }, { name: '레가타\ud800' }],
  ]
  for (const body of bodies) {
    await kalends.admin('PUT', '/v1/partners/harbour/calendars/regatta', body)
    const response = await kalends.request('/feeds/harbour/regatta.ics')
    expect(response.status, JSON.stringify(body)).toBe(200)
    expectClean(readFeed(await response.text()), 1)
  }
})
