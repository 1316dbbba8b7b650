// Whether a server has to wake up for anything: what is due is never overlooked, and rest is rest.

import { expect, test } from 'vitest'
import { keptSince } from '../../src/push/dispatch.ts'
import { planLines } from '../../src/push/plan.ts'
import { DUE, isAnythingDue, type Step } from '../../src/storage/due.ts'
import { ticker } from '../../src/timer.ts'
import { source } from '../sources/server.ts'
import { choose, OVER, SEASON } from '../subscriptions/subscribed.ts'
import { type Pushed, pushed } from './pushed.ts'

const STEPS = Object.keys(DUE) as Step[]

/** Which steps of a tick have anything to do. */
async function dueSteps({ kalends: { ports } }: Pushed): Promise<Step[]> {
  const now = ports.now()
  const lines = { now, ...planLines(now), old: keptSince(now) }
  const asked = STEPS.map((step) => isAnythingDue(ports.db, lines, [step]))
  const answers = await Promise.all(asked)
  const due = STEPS.filter((_, place) => answers[place])
  expect(await isAnythingDue(ports.db, lines)).toBe(due.length > 0)
  return due
}

const write = ({ kalends: { ports } }: Pushed, statement: string) =>
  ports.db.batch([{ sql: statement, params: [] }])

const at = (here: Pushed, now: string) => {
  here.kalends.clock.now = now
}

/** For each step of a tick, whatever gives it something to do, and nothing else; in the order of the day. */
const KINDS: Record<Step, ((here: Pushed) => unknown)[]> = {
  'key for pushing': [(here) => write(here, `DELETE FROM installation WHERE name = 'vapid'`)],
  'reminders to plan': [
    (here) => here.add('phone'),
    (here) => choose(here, { reminders: null, alarms: [20] }),
    (here) => write(here, `UPDATE push_plans SET until = '2026-05-01T00:00:00Z'`),
    (here) => write(here, `UPDATE push_plans SET until = '2027-01-01T00:00:00Z'`),
  ],
  'changes to push': [
    (here) => here.kalends.upload(OVER, SEASON.replace('2026-05-01,18:30', '2026-05-01,19:00')),
  ],
  'changes that wait': [
    (here) =>
      write(
        here,
        `UPDATE push_due SET state = 'held', kind = 'change'
        WHERE id = (SELECT MAX(id) FROM push_due WHERE state = 'open')`,
      ),
  ],
  publications: [
    async (here) => {
      const { kalends } = here
      const { body } = await kalends.upload(OVER, SEASON, { publish: 'false' })
      await kalends.admin('POST', `/v1/uploads/${body.id}/publication?at=2026-04-30T13:00:00Z`)
      expect(await dueSteps(here)).toEqual([])
      at(here, '2026-04-30T13:00:00Z')
    },
  ],
  fetches: [
    async (here) => {
      here.kalends.ports.log.error = () => {}
      await source(here.kalends)
      await write(here, `UPDATE sources SET next_at = '2026-04-30T13:00:00Z'`)
    },
  ],
  notices: [
    (here) =>
      write(
        here,
        `INSERT INTO notices SELECT 'a notice', partner_id, id, 'webhook', '{}', 0,
        '2026-04-30T13:00:00Z', '2026-04-30T13:00:00Z' FROM sources`,
      ),
  ],
  'fetch ledger': [
    async (here) => {
      const headers = {
        'cf-connecting-ip': '203.0.113.7',
        'user-agent': 'iOS/26.5 dataaccessd/1.0',
      }
      await here.kalends.request(`/feeds/${OVER}.ics`, { headers })
      await here.kalends.ports.fetches.flush()
      await write(here, `UPDATE sources SET next_at = '9999'`)
      await write(here, 'DELETE FROM notices')
      at(here, '2026-05-01T00:00:01Z')
    },
  ],
  pushes: [
    async (here) => {
      await write(here, `UPDATE push_plans SET until = '2026-05-02T20:00:00Z'`)
      at(here, '2026-05-01T09:10:00Z')
    },
    (here) =>
      write(
        here,
        `UPDATE push_due SET state = 'missed', at = '2026-05-01T10:00:00Z'
        WHERE id = (SELECT MAX(id) FROM push_due)`,
      ),
    (here) =>
      write(
        here,
        `UPDATE push_due SET state = 'sent', at = '2026-04-20T10:00:00Z'
        WHERE id = (SELECT MAX(id) FROM push_due)`,
      ),
  ],
}

test('whatever a tick does, a server at rest wakes up for it, and rests when it is done', async () => {
  const here = await pushed()
  const { kalends } = here
  at(here, '2026-04-30T12:00:00Z')
  const rest = async () => {
    // Another process: it holds nothing in memory.
    const tick = ticker({ ...kalends.ports, db: { ...kalends.ports.db } })
    for (const _ of [1, 2]) await (await tick()).ended
    return dueSteps(here)
  }
  expect(await rest()).toEqual([])
  for (const [step, kinds] of Object.entries(KINDS))
    for (const [nth, kind] of kinds.entries()) {
      await kind(here)
      expect([step, nth, await dueSteps(here)]).toEqual([step, nth, [step]])
      expect([step, nth, await rest()]).toEqual([step, nth, []])
    }
})

test('a source of a deleted calendar keeps nobody awake', async () => {
  const here = await pushed()
  await source(here.kalends)
  expect(await dueSteps(here)).toContain('fetches')
  await here.kalends.admin('DELETE', `/v1/partners/harbour/calendars/regatta`)
  expect(await dueSteps(here)).not.toContain('fetches')
})
