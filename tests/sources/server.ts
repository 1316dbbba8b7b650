// A stand-in for other people's servers, and a calendar with a source there.

import type { Fetched, FetchRequest } from '../../src/ports.ts'
import { Problem } from '../../src/problem.ts'
import { type Tick, ticker } from '../../src/timer.ts'
import type { Json, Kalends } from '../harness.ts'

export const URL = 'https://harbour.example.com/2026/schedule.csv'
export const SOURCES = '/v1/partners/harbour/calendars/regatta/sources'

export interface Reply {
  status?: number
  body?: string
  headers?: Record<string, string>
}

export interface Elsewhere {
  asked: FetchRequest[]
  /** What it answers from now on; text is a body, a Problem a failure. */
  answers: Reply | string | Problem
}

export function elsewhere(kalends: Kalends, answers: Elsewhere['answers']): Elsewhere {
  const there: Elsewhere = { asked: [], answers }
  kalends.ports.fetch = async (request) => {
    there.asked.push(request)
    if (there.answers instanceof Problem) throw there.answers
    return fetched(
      request,
      typeof there.answers === 'string' ? { body: there.answers } : there.answers,
    )
  }
  return there
}

const fetched = (
  { url }: FetchRequest,
  { status = 200, body = '', headers = {} }: Reply,
): Fetched => ({
  ...{ url, status, body: new TextEncoder().encode(body) },
  header: (name) => headers[name.toLowerCase()] ?? null,
})

/** A source, and the calls of one's own. */
export async function source(kalends: Kalends, settings: object = {}) {
  const made = await kalends.admin('POST', SOURCES, { url: URL, ...settings })
  const path = `${SOURCES}/${made.body.id}`
  return {
    made,
    path,
    /** By hand, as soon as it may be done again. */
    async pull(): Promise<Json> {
      const { status, body } = await kalends.admin('POST', `${path}/pull`)
      if (status !== 429) return body
      kalends.clock.now = later(kalends.clock.now, body.seconds)
      return (await kalends.admin('POST', `${path}/pull`)).body
    },
    read: async (): Promise<Json> => (await kalends.admin('GET', path)).body,
  }
}

/** One tick at a time, to its very end. */
export async function tick(kalends: Kalends, now?: string): Promise<void> {
  if (now) kalends.clock.now = now
  const { ended }: Tick = await ticker(kalends.ports)()
  await ended
}

const later = (instant: string, seconds: number): string =>
  `${new Date(Date.parse(instant) + seconds * 1000).toISOString().slice(0, 19)}Z`
