// Delta sync over a personal feed: whatever is published and chosen while somebody pages, the copy ends
// as the feed is.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { engine } from '#harness'
import type { Json } from '../harness.ts'
import {
  CALENDARS,
  type Client,
  drain,
  expectInStep,
  keys,
  page,
  pathOf,
  type Scene,
  scene,
} from './following.ts'

const TEAMS = ['A', 'B', 'C']
const game = fc.record({
  day: fc.integer({ min: 1, max: 9 }),
  home: fc.constantFrom(...TEAMS, ''),
  away: fc.constantFrom(...TEAMS, ''),
  status: fc.constantFrom('확정', '확정', '취소', '삭제'),
  audience: fc.constantFrom('', '', 'members'),
  rrule: fc.constantFrom('', '', 'FREQ=WEEKLY;COUNT=3'),
})
type Game = {
  day: number
  home: string
  away: string
  status: string
  audience: string
  rrule: string
}

const csv = (games: Record<string, Game>) =>
  [
    'external_id,start_date,start_time,title,home,away,status,공개 대상,rrule',
    ...Object.entries(games).map(
      ([id, { day, home, away, status, audience, rrule }]) =>
        `${id},2026-05-0${day},18:30,${id},${home},${away},${status},${audience},${rrule}`,
    ),
  ].join('\n')

const which = fc.nat({ max: 1 })
const publication = fc.record({
  publish: which,
  games: fc.dictionary(fc.constantFrom('e1', 'e2', 'e3', 'e4', 'e5', 'e6'), game, { minKeys: 1 }),
  mode: fc.constantFrom('replace', 'merge'),
})
const wishes = fc.constantFrom(
  ...[
    { calendars: CALENDARS },
    { calendars: CALENDARS.slice(1) },
    { calendars: CALENDARS.slice(0, 1) },
  ],
  ...[{ filters: { teams: ['A'] } }, { filters: { teams: [] } }, { hiddenTeams: ['B'] }],
  ...[{ hiddenTeams: [] }, { filters: { homeAway: 'home' } }, { filters: { homeAway: null } }],
  ...[
    { prefix: '⛵' },
    { prefix: '' },
    { filters: { weekdays: ['fri', 'sat'] } },
    { filters: { weekdays: [] } },
  ],
)
const laying = fc.record({
  lay: fc.nat({ max: 11 }),
  overlay: fc.constantFrom(
    ...[{ hidden: true }, { hidden: false, memo: '우산' }, {}, { alarms: [5] }],
    { skipped: true },
  ),
})
const act = fc.oneof(
  { weight: 4, arbitrary: fc.record({ client: which, limit: fc.integer({ min: 1, max: 4 }) }) },
  { weight: 3, arbitrary: publication },
  // Somebody publishes, or its owner edits, between two queries of one request.
  {
    weight: 2,
    arbitrary: fc.record({
      client: which,
      limit: fc.integer({ min: 1, max: 4 }),
      query: fc.nat({ max: 6 }),
      meanwhile: fc.oneof(publication, laying, fc.record({ wish: wishes })) as fc.Arbitrary<Json>,
    }),
  },
  { weight: 1, arbitrary: fc.record({ restore: which, back: fc.integer({ min: 1, max: 4 }) }) },
  { weight: 2, arbitrary: laying },
  { weight: 2, arbitrary: fc.record({ wish: wishes }) },
  {
    weight: 1,
    arbitrary: fc.record({ member: fc.constantFrom('open', 'open', 'leave', 'add', 'remove') }),
  },
) as fc.Arbitrary<Json>

/** Takes another step just before the request's nth query. */
async function torn(here: Scene, { client, limit, query, meanwhile }: Json): Promise<void> {
  const { ports } = here.kalends
  const { db } = ports
  let asked = 0
  ports.db = {
    ...{ generation: () => db.generation(), batch: (acts) => db.batch(acts) },
    query: async (statement) => {
      asked += 1
      if (asked === query + 1) {
        ports.db = db
        await take(here, meanwhile)
      }
      return db.query(statement)
    },
  }
  await page(here, here.clients[client] as Client, limit)
  ports.db = db
}

async function take(here: Scene, step: Json): Promise<void> {
  const { kalends } = here
  if ('meanwhile' in step) await torn(here, step)
  else if ('client' in step) await page(here, here.clients[step.client] as Client, step.limit)
  else if ('publish' in step)
    await kalends.upload(CALENDARS[step.publish] ?? '', csv(step.games), {
      ...{ mode: step.mode, confirm: 'true' },
    })
  else if ('restore' in step) await restore(here, CALENDARS[step.restore] ?? '', step.back)
  else if ('lay' in step) await lay(here, step)
  else if ('wish' in step) await kalends.admin('PATCH', pathOf(here), step.wish)
  else if (step.member === 'open')
    await kalends.admin('PUT', pathOf(here, '/audiences'), {
      partner: 'harbour',
      key: 'MEMBER-0001',
    })
  else if (step.member === 'leave')
    await kalends.admin('DELETE', pathOf(here, '/audiences/harbour/members'))
  else await keys(kalends, step.member)
}

async function restore({ kalends }: Scene, address: string, back: number) {
  const { body } = await kalends.admin('GET', `/v1/calendars/${address}`)
  const path = `/v1/partners/${address.replace('/', '/calendars/')}/revisions`
  await kalends.admin('POST', `${path}/${Math.max(0, body.revision - back)}/restoration`)
}

/** Over one of the events that are shown, hidden ones too. */
async function lay(here: Scene, { lay: place, overlay }: Json) {
  const { body } = await here.kalends.admin('GET', pathOf(here, '/events?limit=500&hidden=true'))
  const event = body.events[place % Math.max(1, body.events.length)]
  if (!event) return
  const { skipped, ...laid } = overlay
  const days = skipped && event.recurrenceId ? { skipped: [event.recurrenceId] } : {}
  const path = pathOf(here, `/overlay/${event.uid}`)
  expect((await here.kalends.admin('PUT', path, { ...laid, ...days })).status).toBe(200)
}

const same = {
  publish: 0,
  games: { e1: { day: 1, home: 'A', away: 'A', status: '확정', audience: '', rrule: '' } },
  mode: 'replace',
} as const

/** Of thousands: gone and back within one request, and then its calendar is dropped. */
const FOUND: [(typeof same)[], Json[], number][] = [
  [
    [same],
    [
      ...[
        { client: 0, limit: 1 },
        { restore: 0, back: 1 },
      ],
      { client: 0, limit: 1, query: 1, meanwhile: same },
      ...[{ wish: { calendars: CALENDARS.slice(1) } }, { client: 0, limit: 1 }, same, same],
    ],
    1,
  ],
]

test('whatever is published and chosen between pages, each copy ends as the feed is', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(publication, { minLength: 1, maxLength: 2 }),
      fc.array(act, { minLength: 4, maxLength: 24 }),
      fc.integer({ min: 1, max: 4 }),
      async (first, steps, limit) => {
        const here = await scene()
        for (const step of [...first, ...steps]) await take(here, step)
        for (const client of here.clients) {
          await drain(here, client, limit)
          await expectInStep(here, client)
          expect(await drain(here, client, limit)).toEqual([])
        }
      },
    ),
    { examples: FOUND, numRuns: engine === 'workers' ? 2 : 15 },
  )
}, 60_000)
