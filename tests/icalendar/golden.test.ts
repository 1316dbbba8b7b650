/// <reference types="vite/types/importMeta.d.ts" />
// One folder a case in tests/golden/feeds: uploads and their moments, and the feed that must come
// out, byte for byte, on both runtimes.

import { expect, test } from 'vitest'
import { harness } from '#harness'
import type { Kalends } from '../harness.ts'
import { readFeed } from './reading.ts'

const FILES = import.meta.glob<string>('../golden/feeds/*/*', {
  ...{ query: '?raw', import: 'default', eager: true },
})

interface Case {
  about: string
  calendar: object
  steps: Step[]
}

interface Step {
  /** The clock. */
  at: string
  upload?: string
  confirm?: boolean
  /** Back to this revision. */
  restore?: number
  delete?: boolean
}

const ADDRESS = '/v1/partners/harbour/calendars/golden'

const file = (folder: string, name: string): string => {
  const text = FILES[`../golden/feeds/${folder}/${name}`]
  if (text === undefined) throw new Error(`tests/golden/feeds/${folder}/${name} is missing`)
  return text
}

async function take(kalends: Kalends, folder: string, step: Step): Promise<void> {
  kalends.clock.now = step.at
  if (step.upload) {
    const options = { confirm: String(step.confirm ?? false) }
    const { body } = await kalends.upload('harbour/golden', file(folder, step.upload), options)
    expect(body, JSON.stringify(body.findings)).toMatchObject({ status: 'published' })
  }
  if (step.restore !== undefined) {
    const path = `${ADDRESS}/revisions/${step.restore}/restoration`
    expect((await kalends.admin('POST', path)).status).toBe(201)
  }
  if (step.delete) expect((await kalends.admin('DELETE', ADDRESS)).status).toBe(204)
}

const folders = [...new Set(Object.keys(FILES).map((path) => path.split('/').at(-2) ?? ''))]

test('the golden cases are found', () => {
  expect(folders).toContain('baseball-week')
})

test.each(folders)('golden: %s', async (folder) => {
  const { calendar, steps } = JSON.parse(file(folder, 'steps.json')) as Case
  const kalends = await harness({ now: '2026-01-01T00:00:00Z' })
  expect((await kalends.admin('PUT', ADDRESS, calendar)).status).toBe(201)
  for (const step of steps) await take(kalends, folder, step)
  const feed = await kalends.feed('harbour/golden')
  readFeed(feed)
  expect(feed).toBe(file(folder, 'feed.ics'))
})
