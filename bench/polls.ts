// Polls: our server with a real SQLite file against node:http with the same bytes in memory.
// A feed of a thousand events; 200 with gzip, and 304; saturated, in turns.

import type { ChildProcess } from 'node:child_process'
import { get, type IncomingMessage } from 'node:http'
import {
  ask,
  inFolder,
  type Kalends,
  makeCalendars,
  median,
  type Report,
  startHelper,
  startKalends,
  stop,
  times,
  type Usage,
  upload,
} from './harness.ts'
import type { Hammer, Hammered } from './load.ts'
import type { Stored } from './plain.ts'
import { scheduleCsv } from './schedule.ts'

const EVENTS = 1000
const ROUNDS = 5
const SECONDS = 2
const CONNECTIONS = 16
const FEED = '/feeds/measured/season.ics'
const GZIP = { 'Accept-Encoding': 'gzip' }

interface Sample {
  perSecond: number
  cpuMicros: number
}

interface Round {
  ours: Sample
  plain: Sample
}

export const polls = (): Promise<Report> =>
  inFolder(async (folder) => {
    const kalends = await startKalends(folder)
    const [plain, load] = [startHelper('plain.ts'), startHelper('load.ts')]
    try {
      await makeCalendars(kalends, ['season'])
      await upload(kalends, 'season', new TextEncoder().encode(scheduleCsv(EVENTS)))
      const stored = await fetchStored(`${kalends.base}${FEED}`)
      const { port } = await ask<{ port: number }>(plain, stored)
      const bases = { kalends, plain, plainBase: `http://127.0.0.1:${port}`, load }
      const full = await compared(bases, GZIP)
      const unchanged = await compared(bases, {
        ...GZIP,
        'If-None-Match': stored.headers.etag ?? '',
      })
      const octets = Buffer.from(stored.bodyBase64, 'base64').length
      return reportOf({ full, unchanged }, octets)
    } finally {
      await Promise.all([kalends.stop(), stop(plain), stop(load)])
    }
  })

async function fetchStored(url: string): Promise<Stored> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    get(url, { headers: GZIP }, resolve).on('error', reject)
  })
  const chunks = await response.toArray()
  const { date: _, connection: _c, 'keep-alive': _k, ...headers } = response.headers
  return {
    headers: headers as Record<string, string>,
    bodyBase64: Buffer.concat(chunks).toString('base64'),
  }
}

interface Bases {
  kalends: Kalends
  plain: ChildProcess
  plainBase: string
  load: ChildProcess
}

/** In turns, so that what else the machine does meets both; the first round only warms up. */
async function compared(bases: Bases, headers: Record<string, string>): Promise<Round[]> {
  const rounds: Round[] = []
  for (let round = 0; round <= ROUNDS; round += 1) {
    const ours = await sample(bases.load, bases.kalends.base, headers, () => bases.kalends.usage())
    const plain = await sample(bases.load, bases.plainBase, headers, () =>
      ask(bases.plain, 'usage'),
    )
    rounds.push({ ours, plain })
  }
  return rounds.slice(1)
}

async function sample(
  load: ChildProcess,
  base: string,
  headers: Record<string, string>,
  usage: () => Promise<Usage>,
): Promise<Sample> {
  const order: Hammer = {
    ...{ kind: 'hammer', url: `${base}${FEED}`, headers },
    ...{ connections: CONNECTIONS, seconds: SECONDS },
  }
  const before = await usage()
  const { requests, seconds } = await ask<Hammered>(load, order)
  const after = await usage()
  return {
    perSecond: requests / seconds,
    cpuMicros: (after.cpuMicros - before.cpuMicros) / requests,
  }
}

function reportOf(found: { full: Round[]; unchanged: Round[] }, octets: number): Report {
  const row = (name: string, rounds: Round[]) => {
    const of = (choose: (round: Round) => number) => median(rounds.map(choose))
    return [
      name,
      of(({ ours }) => ours.perSecond).toFixed(0),
      of(({ plain }) => plain.perSecond).toFixed(0),
      of(({ ours }) => ours.cpuMicros).toFixed(0),
      of(({ plain }) => plain.cpuMicros).toFixed(0),
      times(of(({ ours, plain }) => ours.cpuMicros / plain.cpuMicros)),
    ]
  }
  return {
    name: `Polls of a feed of ${EVENTS} events against node:http from memory`,
    columns: ['poll', 'ours req/s', 'plain req/s', 'ours CPU µs', 'plain CPU µs', 'CPU ratio'],
    rows: [row(`200 gzip, ${octets} bytes`, found.full), row('304', found.unchanged)],
    samples: found,
  }
}
