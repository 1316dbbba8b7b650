import fc from 'fast-check'
import { expect, test } from 'vitest'
import { harness } from '#harness'
import {
  type Change,
  KalendsProblem,
  type SyncStore,
  syncPages,
} from '../../src/client/src/index.ts'
import { answering, clientOf, json, problem } from './over.ts'

const removal = (uid: string): Change => ({ type: 'remove', uid })
const page = (uids: string[], next: string, more = false) => ({
  ...{ changes: uids.map(removal), next, more },
})

test('pages come until there are no more, each from where the one before ended', async () => {
  const { client, sent } = answering([json(page(['a', 'b'], '1', true)), json(page(['c'], '2'))])
  const told: string[] = []
  const range = { from: '2026-05-01', to: '2026-06-01', hidden: true }
  for await (const { changes, restarted } of client.subscription('t').sync('0', range)) {
    expect(restarted).toBe(false)
    told.push(...changes.map((change) => (change.type === 'remove' ? change.uid : '')))
  }
  expect(told).toEqual(['a', 'b', 'c'])
  const asked = 'from=2026-05-01&to=2026-06-01'
  expect(sent.map(({ path }) => path)).toEqual([
    `/v1/subscriptions/t/changes?${asked}&since=0&hidden=true`,
    `/v1/subscriptions/t/changes?${asked}&since=1&hidden=true`,
  ])
})

test('a token that is gone starts again, and says so on the first page alone', async () => {
  const answers = [problem('token_gone', 410), json(page(['a'], '1', true)), json(page([], '2'))]
  const { client } = answering(answers)
  const restarts: boolean[] = []
  for await (const { restarted } of client.subscription('t').sync('old')) restarts.push(restarted)
  expect(restarts).toEqual([true, false])
})

test('what ended for good is no reason to start again, nor is a page that comes back for ever', async () => {
  const ended = answering([problem('subscription_ended', 410)]).client.subscription('t')
  await expect(ended.sync('1').next()).rejects.toMatchObject({ code: 'subscription_ended' })
  const gone = answering([problem('token_gone', 410)]).client.subscription('t')
  await expect(gone.sync(null).next()).rejects.toMatchObject({ code: 'token_gone' })
  const endless = answering([json(page([], '1', true))]).client.subscription('t')
  await expect(endless.sync('1').next()).rejects.toMatchObject({ code: 'unexpected_answer' })
})

const GONE = new KalendsProblem({
  ...{ code: 'token_gone', status: 410, title: 'Gone', detail: 'Start again.' },
})

/** A server of numbered writes over three names, which forgets its past now and then. */
type Step = ['write', 'a' | 'b' | 'c'] | ['sync', number] | ['forget'] | ['break', number]
const steps = fc.array(
  fc.oneof(
    fc.tuple(
      fc.constant('write' as const),
      fc.constantFrom('a' as const, 'b' as const, 'c' as const),
    ),
    fc.tuple(fc.constant('sync' as const), fc.integer({ min: 1, max: 3 })),
    fc.tuple(fc.constant('forget' as const)),
    fc.tuple(fc.constant('break' as const), fc.integer({ min: 0, max: 2 })),
  ),
  { maxLength: 12 },
)

test('whatever is written, forgotten or cut off: in the end the store has what the server has', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (all: Step[]) => {
      const server = { at: new Map<string, number>(), last: 0, era: 0 }
      let [size, breaksAfter] = [1, Number.POSITIVE_INFINITY]
      const pageAfter = async (since: string | null) => {
        if (breaksAfter-- <= 0) throw new Error('offline')
        const [era = server.era, from = 0] = since?.split('.').map(Number) ?? []
        if (era !== server.era) throw GONE
        const later = [...server.at].filter(([, at]) => at > from).sort((x, y) => x[1] - y[1])
        const changes = later.slice(0, size)
        const next = `${server.era}.${changes.at(-1)?.[1] ?? from}`
        return { changes, next, more: later.length > size }
      }
      const kept = { token: null as string | null, items: new Map<string, number>() }
      const sync = async () => {
        for await (const { changes, next, restarted } of syncPages(pageAfter, kept.token)) {
          if (restarted) kept.items.clear()
          for (const [name, at] of changes) kept.items.set(name, at)
          kept.token = next
        }
      }
      for (const [what, how] of all) {
        if (what === 'write') server.at.set(how, ++server.last)
        if (what === 'forget') server.era++
        if (what === 'break') breaksAfter = how
        if (what === 'sync') size = how
        if (what !== 'sync' && what !== 'break') continue
        await sync().catch(() => {})
        breaksAfter = Number.POSITIVE_INFINITY
      }
      await sync()
      expect(kept.items).toEqual(server.at)
    }),
    { numRuns: 60 },
  )
})

test('a store is asked where it is, and keeps each page before it is told', async () => {
  const { client, sent } = answering([json(page(['a'], '8', true)), json(page(['b'], '9'))])
  const kept: string[] = []
  const store: SyncStore<Change> = {
    token: () => '7',
    keep: async ({ next }) => void kept.push(next),
  }
  for await (const { next } of client.subscription('t').sync(store)) expect(kept.at(-1)).toBe(next)
  expect(kept).toEqual(['8', '9'])
  expect(sent[0]?.path).toContain('since=7')
})

test('a calendar is synced by the same law, from the true server', async () => {
  const kalends = await harness()
  await kalends.upload('harbour/regatta', '날짜,시간,제목\n2026-05-01,18:30,개막\n')
  let token: string | null = null
  const titles: string[] = []
  for await (const { changes, next } of clientOf(kalends).syncCalendar('harbour/regatta', null)) {
    token = next
    for (const change of changes) if (change.type === 'upsert') titles.push(change.event.title)
  }
  expect(titles).toEqual(['개막'])
  for await (const { changes } of clientOf(kalends).syncCalendar('harbour/regatta', token))
    expect(changes).toEqual([])
})

test('a subscription too: what was hidden since is gone, and another link ends this one', async () => {
  const kalends = await harness()
  await kalends.upload('harbour/regatta', '날짜,시간,제목\n2026-05-01,18:30,개막\n')
  const client = clientOf(kalends)
  const { token } = await client.post('/v1/subscriptions', {
    body: { calendars: ['harbour/regatta'] },
  })
  const mine = client.subscription(token)
  const [month, told] = [{ from: '2026-05-01', to: '2026-06-01' }, [] as Change[]]
  let since: string | null = null
  const sync = async () => {
    for await (const { changes, next } of mine.sync(since, month)) {
      told.push(...changes)
      since = next
    }
  }
  await sync()
  const event = told[0]?.type === 'upsert' ? told[0].event : undefined
  expect(event?.occurrences?.map(({ startsAt }) => startsAt)).toEqual(['2026-05-01T18:30:00+09:00'])
  await sync()
  await mine.overlay.put(event?.uid ?? '', { hidden: true })
  await sync()
  expect(told.slice(1)).toEqual([{ type: 'remove', uid: event?.uid }])
  await mine.rotate().then(({ token }) => expect(token).not.toBe(mine.token))
  await expect(mine.sync(since).next()).rejects.toMatchObject({ code: 'subscription_ended' })
})

test('reminders come whole, however many pages they are', async () => {
  const { client, sent } = answering([
    json({ reminders: [{ key: '1' }], next: 'n' }),
    json({ reminders: [{ key: '2' }] }),
  ])
  const found = await client.subscription('t').reminders({ to: '2026-05-08T00:00:00Z' })
  expect(found.map(({ key }) => key)).toEqual(['1', '2'])
  expect(sent[1]?.path).toBe('/v1/subscriptions/t/reminders?to=2026-05-08T00%3A00%3A00Z&cursor=n')
})
