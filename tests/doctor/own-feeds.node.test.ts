// Our own feeds before the doctor: every example calendar, a personal feed of all of them.

import { beforeAll, expect, test } from 'vitest'
import { harness } from '#harness'
import { applyFolder } from '../../src/commands/apply.ts'
import { localClient } from '../../src/commands/client.ts'
import { EXAMPLES, exampleCalendars } from '../examples.ts'
import type { Json, Kalends } from '../harness.ts'

let kalends: Kalends
beforeAll(async () => {
  kalends = await harness({ bare: true, now: '2026-04-01T00:00:00Z' })
  await applyFolder(localClient(kalends.ports, 'en'), EXAMPLES, () => {})
}, 120_000)

/** Within this process, as the page does with our own addresses. */
async function examined(path: string): Promise<Json> {
  const url = encodeURIComponent(`https://kalends.example${path}`)
  const response = await kalends.request(`/v1/doctor?url=${url}`)
  // The bound on one host is not what is tried here.
  kalends.clock.now = new Date(Date.parse(kalends.clock.now) + 60_000).toISOString().slice(0, 19)
  kalends.clock.now += 'Z'
  return response.json()
}

const codesOf = ({ findings }: Json): string[] => findings.map(({ code }: Json) => code)

test.each(exampleCalendars)('%s has nothing wrong with it', async (address) => {
  const report = await examined(`/feeds/${address}.ics`)
  expect(report.events).toBeGreaterThan(0)
  expect(codesOf(report)).toEqual([])
})

test('neither has a personal feed of several, with alarms, a prefix and the venue’s time', async () => {
  const { body } = await kalends.admin('POST', '/v1/subscriptions', {
    calendars: exampleCalendars.slice(0, 4),
    ...{ alarms: [30, 1440], eveningBefore: '20:00', prefix: '⚾', language: 'en' },
  })
  const report = await examined(`/feeds/my/${body.token}.ics`)
  expect(report.events).toBeGreaterThan(0)
  expect(codesOf(report)).toEqual([])
})
