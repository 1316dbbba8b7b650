// Whether a server has to wake up for anything: what is due is never overlooked, and rest is rest.

import { expect, test } from 'vitest'
import { keptSince } from '../../src/push/dispatch.ts'
import { planLines } from '../../src/push/plan.ts'
import { isAnythingDue } from '../../src/storage/due.ts'
import { choose, OVER, SEASON } from '../subscriptions/subscribed.ts'
import { pushed } from './pushed.ts'

test('a new browser, a minute come, other choices, a publication and a day gone by are something due', async () => {
  const here = await pushed()
  const { clock, ports } = here.kalends
  clock.now = '2026-04-30T12:00:00Z'
  const isDue = () => {
    const now = clock.now
    return isAnythingDue(ports.db, { now, ...planLines(now), old: keptSince(now) })
  }
  const rests = async (now?: string) => {
    await here.tick(now)
    await here.tick()
    return !(await isDue())
  }
  expect(await rests()).toBe(true)
  await here.add('phone')
  expect([await isDue(), await rests()]).toEqual([true, true])
  clock.now = '2026-05-01T09:00:00Z'
  expect([await isDue(), await rests()]).toEqual([true, true])
  await choose(here, { reminders: null, alarms: [10] })
  expect([await isDue(), await rests()]).toEqual([true, true])
  await here.kalends.upload(OVER, SEASON.replace('2026-05-01,18:30', '2026-05-01,20:00'))
  expect([await isDue(), await rests()]).toEqual([true, true])
  clock.now = '2026-05-03T09:00:00Z'
  expect([await isDue(), await rests()]).toEqual([true, true])
})
