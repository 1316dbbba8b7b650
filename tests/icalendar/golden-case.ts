// A golden folder's publications, taken one after the other.

import { expect } from 'vitest'
import { harness } from '#harness'
import type { Kalends } from '../harness.ts'

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

/** `file` gives a file of the folder by its name. */
export async function takeCase(file: (name: string) => string): Promise<Kalends> {
  const { calendar, steps } = JSON.parse(file('steps.json')) as Case
  const kalends = await harness({ now: '2026-01-01T00:00:00Z' })
  expect((await kalends.admin('PUT', ADDRESS, calendar)).status).toBe(201)
  for (const step of steps) await take(kalends, file, step)
  return kalends
}

async function take(kalends: Kalends, file: (name: string) => string, step: Step): Promise<void> {
  kalends.clock.now = step.at
  if (step.upload) {
    const options = { confirm: String(step.confirm ?? false) }
    const { body } = await kalends.upload('harbour/golden', file(step.upload), options)
    expect(body, JSON.stringify(body.findings)).toMatchObject({ status: 'published' })
  }
  if (step.restore !== undefined) {
    const path = `${ADDRESS}/revisions/${step.restore}/restoration`
    expect((await kalends.admin('POST', path)).status).toBe(201)
  }
  if (step.delete) expect((await kalends.admin('DELETE', ADDRESS)).status).toBe(204)
}
