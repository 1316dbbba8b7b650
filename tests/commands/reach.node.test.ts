// How many people a calendar reaches, as a person at a terminal sees it.

import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import type { Client } from '../../src/commands/client.ts'
import { showReach } from '../../src/commands/reach.ts'
import { CLUB, written } from './folders.ts'
import { kalends, temporary } from './process.ts'

async function club() {
  const folder = temporary()
  const env = { DATA_DIR: join(folder, 'data') }
  await kalends(['apply', written(join(folder, 'mine'), CLUB)], env)
  return env
}

test('a calendar that nobody has fetched claims nothing; an unknown one is said', async () => {
  const env = await club()
  const { status, out } = await kalends(['reach', 'club/season'], env)
  expect(status).toBe(0)
  expect(out).toMatch(
    /^Nobody has been seen subscribing yet\.\n {2}1 {2}\S+Z {2}–\n {2}0 {2}\S+Z {2}–\n$/,
  )
  const unknown = await kalends(['reach', 'club/none'], { ...env, LC_ALL: 'ko_KR.UTF-8' })
  expect(unknown.status).toBe(1)
  expect(unknown.err).toContain('club/none')
  expect((await kalends(['reach', 'club'], env)).status).toBe(2)
})

const REACHED = {
  ...{ subscribers: 1241, atLeast: true, personal: 3 },
  families: [
    {
      name: 'Google Calendar',
      polls: 'cloud',
      fetchedAt: '2026-04-01T05:00:00Z',
      devices: 0,
      personal: 0,
    },
    {
      name: 'Apple Calendar (Mac)',
      polls: 'device',
      fetchedAt: '2026-04-01T06:00:00Z',
      devices: 1237,
      personal: 3,
    },
    { name: 'Bots', polls: 'nobody', fetchedAt: '2026-04-01T06:00:00Z', devices: 0, personal: 0 },
  ],
  revisions: [
    { revision: 2, publishedAt: '2026-04-01T00:00:00Z', have: 1017, of: 1240, percent: 82 },
  ],
}

test.each([
  ['en', 'At least 1,241 people are subscribed.', '82 % have it (1,017 of 1,240)'],
  ['ko', '1,241명 이상이 구독하고 있습니다.', '82%가 받음 (1,240명 중 1,017명)'],
] as const)('people, programs and the share, in %s', async (language, people, share) => {
  const log = vi.spyOn(console, 'log').mockImplementation(() => {})
  const send = async () => ({ status: 200, body: REACHED })
  expect(await showReach({ language, send } as unknown as Client, '/v1/…')).toBe(0)
  expect(log.mock.calls.map(([line]) => line)).toEqual([
    people,
    '  Google Calendar       ≥ 1   2026-04-01T05:00:00Z',
    '  Apple Calendar (Mac)  1240  2026-04-01T06:00:00Z',
    `  2  2026-04-01T00:00:00Z  ${share}`,
  ])
  log.mockRestore()
})
