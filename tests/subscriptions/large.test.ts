// A subscription to a large calendar: what is read of it, and that what is judged in SQL is judged alike.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { engine } from '#harness'
import { DEFAULT_CHOICES } from '../../src/schedule/subscription.ts'
import { overlaysOf } from '../../src/storage/overlays.ts'
import { teamOf } from '../../src/subscriptions/choose.ts'
import { requireSubscription } from '../../src/subscriptions/find.ts'
import { EVER, glancer } from '../../src/subscriptions/glance.ts'
import { chosenWhole } from './chosen-whole.ts'
import { OVER, overlay, poll, type Subscribed, send, subscribed } from './subscribed.ts'

const MANY = 2500

/** Copies of g1 on the same day, in the database alone. */
async function large(wish: object = {}): Promise<Subscribed> {
  const here = await subscribed(wish)
  await here.kalends.ports.db.batch([
    {
      sql: `WITH RECURSIVE n (at) AS (SELECT 1 UNION ALL SELECT at + 1 FROM n WHERE at < ?)
        INSERT INTO all_event_versions (partner_id, calendar_id, revision, uid, sequence, removed,
          withdrawn, facts, moved_from, recurring, starts_at, ends_at, changed_at, vevent)
        SELECT partner_id, calendar_id, revision, uid || at, sequence, removed, withdrawn, facts,
          moved_from, recurring, starts_at, ends_at, changed_at, replace(vevent, uid, uid || at)
        FROM all_event_versions, n WHERE uid = ? AND replaced_at IS NULL`,
      params: [MANY, here.uids.g1 ?? ''],
    },
  ])
  return here
}

/** From now on: how many rows are read, and how many events whole. */
function reading({ kalends }: Subscribed) {
  const read = { rows: 0, whole: 0 }
  const { db } = kalends.ports
  const query = async <T>(statement: Parameters<typeof db.query>[0]): Promise<T[]> => {
    const rows = await db.query<T & { facts?: string | null }>(statement)
    read.rows += rows.length
    read.whole += rows.filter(({ facts }) => typeof facts === 'string').length
    return rows
  }
  Object.assign(kalends.ports, { db: { ...db, query } })
  return read
}

test('a page of events reads a thousand rows at most, and its own events whole', async () => {
  const here = await large()
  const read = reading(here)
  const { body } = await send(
    here.kalends,
    'GET',
    `/v1/subscriptions/${here.token}/events?limit=5&from=2026-05-01`,
  )
  expect(body.events).toHaveLength(5)
  expect(read.whole).toBeLessThan(10)
  expect(read.rows).toBeLessThan(1100)
})

test('a feed, a preview and the page of a link read whole what they show alone', async () => {
  const here = await large({ filters: { teams: ['KIA'] } })
  const read = reading(here)
  expect(await (await poll(here)).text()).toContain('어린이날')
  expect(read.whole).toBe(1)
  const page = await here.kalends.request(`/my/preview?calendar=${OVER}`)
  expect(await page.text()).toContain((MANY + 4).toLocaleString('en'))
  expect(read.whole).toBeLessThan(20)
  expect((await here.kalends.request(`/my/${here.token}`)).status).toBe(200)
  expect(read.whole).toBeLessThan(30)
})

test('of a large calendar what rings is read whole, and of what may ring the times alone', async () => {
  const here = await large({ reminders: { minutes: [30], tickets: [10] } })
  const read = reading(here)
  const ring = (range: string) =>
    send(here.kalends, 'GET', `/v1/subscriptions/${here.token}/reminders?${range}`)
  expect((await ring('from=2026-06-20&to=2026-06-22')).body.reminders).toEqual([])
  expect([read.whole, read.rows < 30]).toEqual([0, true])
  const { body } = await ring('from=2026-05-01&to=2026-05-02&limit=5')
  expect(body.reminders).toHaveLength(5)
  // Its five and one beyond.
  expect(read.whole).toBeLessThan(10)
})

test('of a large calendar a feed is the same as of its parts read whole: the nearest, the latest', async () => {
  const here = await large()
  here.kalends.clock.now = '2026-05-03T00:00:00Z'
  await overlay(here, here.uids.g3, { memo: '우산' })
  const text = await (await poll(here)).text()
  const uids = [...text.matchAll(/^UID:(.*)\r$/gm)].map(([, uid]) => uid)
  expect(uids).toHaveLength(1000)
  for (const id of ['g2', 'g3', 'g4']) expect(uids).toContain(here.uids[id])
  expect(uids).not.toContain(here.uids.g5)
})

const ROWS = `external_id,날짜,시간,제목,홈,원정,카테고리,태그,종류,rrule
a,2026-05-01,18:30,하나,LG,두산,홈경기,x;y,game,
b,2026-05-02,17:00,둘,두산,LG,원정경기;홈경기,,game,
c,2026-05-03,17:00,셋,LG,,,y,,
d,2026-05-04,17:00,넷,,LG,"it's ""so""",z,,
e,2026-05-05,,다섯,,,행사,,event,
f,2026-05-06,10:00,여섯,LG,KIA,행사,x,,FREQ=WEEKLY;BYDAY=WE,SA
g,2026-05-09,10:00,일곱,KIA,LG,,,,FREQ=DAILY;COUNT=3
`.replace('FREQ=WEEKLY;BYDAY=WE,SA', '"FREQ=WEEKLY;BYDAY=WE,SA"')

const choices = fc.record({
  filters: fc.record({
    categories: fc.subarray(['홈경기', '원정경기', '행사', `it's "so"`]),
    tags: fc.subarray(['x', 'y', 'z']),
    teams: fc.subarray(['LG', 'KIA']),
    homeAway: fc.constantFrom('home' as const, 'away' as const, null),
    kinds: fc.subarray(['game', 'event']),
    weekdays: fc.subarray(['mon', 'wed', 'sat', 'sun'] as const),
  }),
  hiddenTeams: fc.subarray(['두산', 'KIA'], { maxLength: 1 }),
})

test('what is judged in SQL is what is judged of the whole event', async () => {
  const here = await subscribed({}, ROWS)
  await overlay(here, here.uids.c, { hidden: true })
  const { db } = here.kalends.ports
  const subscription = await requireSubscription(here.kalends.ports, here.token)
  const overlays = await overlaysOf(db, subscription)
  await fc.assert(
    fc.asyncProperty(choices, fc.boolean(), async (some, hidden) => {
      const choosing = { ...subscription, overlays, choices: { ...DEFAULT_CHOICES, ...some } }
      const seen = glancer(db, choosing)
      const [place] = choosing.followed
      if (!place) throw new Error('no calendar')
      const sight = { range: EVER, hidden }
      const own = [
        ...(await seen.at(place, { ...sight, of: 'series' })),
        ...(await seen.at(place, { ...sight, of: 'singles' })),
      ]
      const ownTeam = await teamOf(db, choosing.choices, place.calendar)
      const whole = await chosenWhole(db, choosing, sight, ownTeam)
      expect(own.map(({ uid }) => uid).sort()).toEqual(whole.map(({ event }) => event.uid))
    }),
    { numRuns: engine === 'workers' ? 20 : 150 },
  )
})
