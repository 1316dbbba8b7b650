// How often programs really fetch, from a histogram; nothing of those that were hardly seen.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { harness } from '#harness'
import { intervalsFrom, MIN_INTERVALS } from '../../src/ledger/intervals.ts'
import { INTERVAL_STEPS } from '../../src/storage/fetches.ts'
import { pollAll, SEASON, THUNDERBIRD } from './polls.ts'

const step = (minutes: number, intervals: number, personal: 0 | 1 = 1, family = 'google') => {
  return { family, personal, atLeastSeconds: minutes * 60, intervals }
}

test('half within, and most of them, in minutes', () => {
  const [google] = intervalsFrom([step(240, 10), step(300, 80), step(360, 10)])
  expect(google).toMatchObject({
    ...{ name: 'Google Calendar', measuredAt: 'personal', intervals: 100 },
    ...{ p10: 300, median: 330, p90: 360, said: { from: 240, to: 1560 } },
  })
})

test('shared feeds only where personal links are too few, and nothing below a minimum', () => {
  const few = MIN_INTERVALS - 1
  expect(intervalsFrom([step(60, few), step(60, few, 0)])).toEqual([])
  expect(intervalsFrom([step(60, few), step(60, MIN_INTERVALS, 0)])).toMatchObject([
    { measuredAt: 'shared', intervals: MIN_INTERVALS },
  ])
  expect(intervalsFrom([step(60, MIN_INTERVALS), step(60, 500, 0)])).toMatchObject([
    { measuredAt: 'personal', intervals: MIN_INTERVALS },
  ])
})

test('the three are in order, and within the steps that were counted', () => {
  const rows = fc.uniqueArray(
    fc.record({
      edge: fc.nat(INTERVAL_STEPS.length - 1),
      intervals: fc.integer({ min: 1, max: 99 }),
    }),
    { selector: ({ edge }) => edge, minLength: 1 },
  )
  fc.assert(
    fc.property(rows, (rows) => {
      const steps = rows
        .toSorted((a, b) => a.edge - b.edge)
        .map(({ edge, intervals }) => step((INTERVAL_STEPS[edge] ?? 0) / 60, intervals))
      const [found] = intervalsFrom(steps)
      if (!found) return
      const edges = steps.map(({ atLeastSeconds }) => INTERVAL_STEPS.indexOf(atLeastSeconds))
      const [least, most] = [Math.min(...edges), Math.max(...edges)]
      const end = INTERVAL_STEPS[most + 1] ?? INTERVAL_STEPS[most] ?? 0
      expect(found.p10).toBeLessThanOrEqual(found.median)
      expect(found.median).toBeLessThanOrEqual(found.p90)
      expect(found.p10 * 60).toBeGreaterThanOrEqual(INTERVAL_STEPS[least] ?? 0)
      expect(found.p90 * 60).toBeLessThanOrEqual(end)
    }),
  )
})

test('the page and the JSON say it, in both languages', async () => {
  const kalends = await harness()
  await kalends.upload('harbour/regatta', SEASON)
  const empty = await (await kalends.request('/doctor/clients?lang=en')).text()
  expect(empty).toMatch(/Not enough has been measured.*Google Calendar.*4 h – 26 h.*Thunderbird/s)
  for (let half = 0; half <= MIN_INTERVALS; half += 1) {
    const at = new Date(Date.UTC(2026, 3, 1, 0, half * 31))
    kalends.clock.now = `${at.toISOString().slice(0, 19)}Z`
    await pollAll(kalends, [{ agent: THUNDERBIRD }])
  }
  const response = await kalends.request('/v1/clients')
  expect(response.headers.get('cache-control')).toContain('max-age')
  expect(await response.json()).toEqual({
    clients: [
      {
        ...{ family: 'thunderbird', name: 'Thunderbird', measuredAt: 'shared', intervals: 20 },
        ...{ p10: 31, median: 33, p90: 35, said: { from: 30, to: 30 } },
      },
    ],
  })
  const page = async (language: string) =>
    (await kalends.request(`/doctor/clients?lang=${language}`)).text()
  expect(await page('en')).toMatch(/Thunderbird.*33 min.*31 min – 35 min.*30 min.*20/s)
  expect((await page('en')).match(/scope="row">Thunderbird</g)).toHaveLength(1)
  expect(await page('ko')).toMatch(/Thunderbird.*33분.*31분 – 35분.*30분.*20회/s)
})
