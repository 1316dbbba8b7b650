// What is exported and uploaded again changes nothing, in every format.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { engine, harness } from '#harness'
import { ADMIN_KEY, type Json, type Kalends } from '../harness.ts'

const FORMATS = ['csv', 'xlsx', 'json', 'ics']
const NOTHING = { new: 0, changed: 0, moved: 0, cancelled: 0, removed: 0, refused: 0 }

async function exported(kalends: Kalends, format: string, address = 'harbour/regatta') {
  const [partner, calendar] = address.split('/')
  const path = `/v1/partners/${partner}/calendars/${calendar}/export?format=${format}`
  const headers = { authorization: `Bearer ${ADMIN_KEY}` }
  const response = await kalends.request(path, { headers })
  expect(response.status).toBe(200)
  return new Uint8Array(await response.arrayBuffer())
}

async function changesNothing(kalends: Kalends, format: string) {
  const file = await exported(kalends, format)
  const { body } = await kalends.upload('harbour/regatta', file, { filename: `a.${format}` })
  const wrong = body.findings.filter(({ severity }: Json) => severity !== 'warning')
  expect([format, wrong, body.changes]).toEqual([format, [], []])
  expect(body.summary).toMatchObject(NOTHING)
  expect(body.revision).toBe(1)
}

const text = fc.oneof(
  fc.constantFrom(
    '=1+1',
    '+82',
    '-x',
    '@a',
    "'=1",
    "'-1",
    '＝a',
    '말, "따옴표"',
    '👩‍🚀 a;b|c',
    '[취소',
  ),
  fc
    .tuple(
      fc.constantFrom('', '=', '-', '@', '+', "'", '"'),
      fc.string({ minLength: 1, maxLength: 20 }),
    )
    .map(([before, after]) => `${before}${after.replace(/\s+/g, ' ')}x`),
)
const lines = fc.array(text, { minLength: 1, maxLength: 3 }).map((all) => all.join('\n'))
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 2 })
const day = fc
  .integer({ min: 1, max: 26 })
  .map((n) => `2026-0${(n % 9) + 1}-${String(n).padStart(2, '0')}`)
const url = fc.constantFrom(
  'https://x.example/a',
  'https://x.example/?q=1,2;3',
  'http://x.example/%EA#b',
)
const links = fc.uniqueArray(
  fc.record({
    label: fc.oneof(fc.constantFrom('info', 'ticket', 'watch', 'shop', '굿즈'), text),
    url,
  }),
  { selector: ({ label }) => label.trim(), maxLength: 4 },
)

const slot = fc.oneof(
  day.map((start) => ({ start, allDay: true })),
  day.map((start) => ({ start, allDay: true, end: `${start.slice(0, 7)}-28` })),
  day.map((start) => ({ start, timeTbd: true })),
  fc
    .tuple(
      day,
      fc.constantFrom('18:30:00', '00:00:00', '23:59:30'),
      maybe(fc.constant('28T01:00:00')),
    )
    .map(([date, time, end]) => ({
      start: `${date}T${time}`,
      ...(end ? { end: `${date.slice(0, 8)}${end}` } : {}),
    })),
  day.map((start) => ({
    start: `${start}T09:00:00`,
    rrule: 'FREQ=DAILY;COUNT=5',
    exdates: [start],
  })),
  day.map((start) => ({ start, rrule: 'FREQ=MONTHLY', allDay: true })),
)

const event = fc
  .tuple(
    slot,
    fc.record({
      title: text,
      status: fc.constantFrom('confirmed', 'tentative', 'postponed', 'cancelled', 'ended'),
      soldOut: fc.boolean(),
      ...{ description: maybe(lines), reason: maybe(text), result: maybe(text) },
      ...{
        home: maybe(text),
        away: maybe(text),
        kind: maybe(text),
        lang: maybe(fc.constant('en')),
      },
      audience: fc.constantFrom(null, 'members'),
      categories: fc.array(text, { maxLength: 3 }),
      tags: fc.array(text, { maxLength: 3 }),
      links,
      location: maybe(
        fc.record({
          ...{ name: maybe(text), address: maybe(text), region: maybe(text) },
          ...{
            latitude: fc.constantFrom(37.5, -33.8, 1e-7),
            longitude: fc.constantFrom(127, -0.12),
          },
        }),
      ),
      translations: fc.dictionary(
        fc.constantFrom('en', 'ja', 'id', 'no'),
        fc.record({ title: text, description: maybe(lines), location: maybe(text) }),
        { maxKeys: 2 },
      ),
      alarms: fc.uniqueArray(fc.integer({ min: 0, max: 90 }), { maxLength: 3 }),
      timezone: fc.constantFrom('Asia/Seoul', 'Europe/Paris', 'UTC'),
      ticketOpensAt: maybe(fc.constantFrom('2026-02-01', '2026-02-01T10:00:00')),
      extra: fc.dictionary(fc.constantFrom('=사내', '비밀'), text, { maxKeys: 2 }),
    }),
  )
  .map(([when, what]): Json => ({ ...what, ...when }))

test.each(FORMATS)(
  'whatever a schedule holds, its export as %s says the same',
  async (format) => {
    await fc.assert(
      fc.asyncProperty(fc.array(event, { minLength: 1, maxLength: 6 }), async (drawn) => {
        const events = drawn.map((each, at) => ({
          ...each,
          title: `${each.title} ${at}`,
          externalId: `e${at}`,
        }))
        const kalends = await harness({ now: '2026-04-01T00:00:00Z' })
        await kalends.admin('PUT', '/v1/partners/harbour/audiences/members', { name: '회원' })
        const { body, status } = await kalends.upload('harbour/regatta', { events })
        expect([
          status,
          body.findings.filter(({ severity }: Json) => severity === 'error'),
        ]).toEqual([201, []])
        await changesNothing(kalends, format)
      }),
      // Each run is an application of its own, and workerd keeps all of a file in one isolate.
      { numRuns: engine.startsWith('workers') ? 8 : 60 },
    )
  },
  120_000,
)
