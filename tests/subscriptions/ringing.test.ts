// What rings is found by times alone: the same as if every event were read whole.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { engine } from '#harness'
import { rulesFor } from '../../src/schedule/reminder-rules.ts'
import { inOrder, remindersOf } from '../../src/schedule/reminders.ts'
import { addDays } from '../../src/schedule/zones.ts'
import { overlaysOf } from '../../src/storage/overlays.ts'
import { requireSubscription } from '../../src/subscriptions/find.ts'
import { EVER } from '../../src/subscriptions/glance.ts'
import { dueReminders } from '../../src/subscriptions/reminders.ts'
import { chosenWhole } from './chosen-whole.ts'
import { choose, overlay, subscribed } from './subscribed.ts'

const ROWS = `external_id,날짜,시간,제목,종료일,반복,상태,예매오픈,카테고리
a,2026-05-01,18:30,가,,,확정,2026-04-20T10:00,홈
b,2026-05-01,,나,,,확정,,원정
c,2026-05-02,14:00,다,,,취소,2026-04-20T11:00,홈
d,2026-05-03,09:00,라,,FREQ=WEEKLY;COUNT=5,확정,2026-05-04T10:00,홈
e,2026-05-04,00:10,마,2026-05-08,,확정,,홈
f,2026-06-20,19:00,바,,,확정,2026-05-02T09:00,원정
g,2026-05-02,미정,사,,,확정,,홈
h,2026-05-02,18:30,아,,,확정,,원정
`

const day = fc.record({ days: fc.constantFrom(0, 1, 30), at: fc.constantFrom('08:00', '23:30') })
const few = (list: fc.Arbitrary<number>) => fc.array(list, { maxLength: 2 })
const rules = fc.record({
  minutes: few(fc.constantFrom(0, 30, 2880)),
  daysBefore: fc.array(day, { maxLength: 2 }),
  allDay: fc.array(day, { maxLength: 2 }),
  tickets: few(fc.constantFrom(0, 60, 20_000)),
  quiet: fc.constantFrom(null, { from: '22:00', to: '07:00' }),
})

test('what rings, page by page, is what rings of every event read whole', async () => {
  const here = await subscribed({ timezone: 'America/New_York' }, ROWS)
  const { uids, kalends } = here
  await overlay(here, uids.h, { hidden: true })
  await overlay(here, uids.d, { skipped: ['2026-05-10'], alarms: [120] })
  await overlay(here, uids.f, { reminders: { minutes: [15], tickets: [30] } })
  const filters = fc.constantFrom({}, { categories: ['홈'] }, { weekdays: ['fri', 'sun'] })
  const from = fc.integer({ min: 0, max: 60 }).map((days) => addDays('2026-04-15', days))
  await fc.assert(
    fc.asyncProperty(
      ...[rules, filters, from, fc.constantFrom(1, 9, 40), fc.constantFrom(1, 3, 99)],
      async (reminders, kept, begin, days, limit) => {
        await choose(here, { reminders, filters: { categories: [], weekdays: [], ...kept } })
        const range = { from: `${begin}T03:00:00Z`, to: `${addDays(begin, days)}T03:00:00Z` }
        const subscription = await requireSubscription(kalends.ports, here.token)
        const overlays = await overlaysOf(kalends.ports.db, subscription)
        const { choices } = subscription
        const choosing = { ...subscription, overlays }
        const whole = await chosenWhole(kalends.ports.db, choosing, { range: EVER }, null)
        const expected = whole
          .flatMap(({ event, shown, overlay: own, calendar: { settings } }) =>
            remindersOf(
              { uid: event.uid, facts: shown, defaultMinutes: settings.defaultMinutes },
              rulesFor(choices, own, event.facts),
              'America/New_York',
              range,
            ),
          )
          .sort(inOrder)
          .map(({ at, key, occurrence }) => [at, key, occurrence.startsAt])
        const found: Awaited<ReturnType<typeof dueReminders>> = []
        for (let page: number = limit; page === limit; ) {
          const after = found.at(-1)
          const asked = { limit, ...(after ? { after } : {}) }
          const next = await dueReminders(kalends.ports, subscription, range, asked)
          found.push(...next)
          page = next.length
        }
        expect(found.map(({ at, key, startsAt }) => [at, key, startsAt])).toEqual(expected)
      },
    ),
    { numRuns: engine === 'workers' ? 6 : 60 },
  )
})
