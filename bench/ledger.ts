// What the fetch ledger adds to a poll: the same application with it and with one that notes nothing,
// in turns, and what writing the fullest ledger takes.

import { createApp } from '../src/app.ts'
import { readConfig } from '../src/config.ts'
import { MAX_HELD } from '../src/ledger/ledger.ts'
import { openStation } from '../src/node.ts'
import type { FetchLedger, Ports } from '../src/ports.ts'
import { median, type Report } from './harness.ts'

const ADMIN_KEY = 'the-operators-key-of-the-measurements'
const POLLS = 20_000
const ROUNDS = 9
const AGENTS = ['iOS/26.5 (23F77) dataaccessd/1.0', 'Google-Calendar-Importer', 'curl/8.5.0']

const SILENT: FetchLedger = {
  note: () => {},
  noteUse: () => {},
  flush: async () => {},
  held: () => 0,
}

export async function ledger(): Promise<Report> {
  const config = readConfig({ DATA_DIR: ':memory:', KALENDS_ADMIN_KEY: ADMIN_KEY })
  const { ports, sqlite } = openStation({ ...config, trustProxy: 1 })
  const [withIt, without] = [createApp(ports), createApp({ ...ports, fetches: SILENT })]
  await makeCalendar(withIt)
  const rounds: { ours: number; bare: number }[] = []
  for (let round = 0; round <= ROUNDS; round += 1) {
    rounds.push({ ours: await perPoll(withIt), bare: await perPoll(without) })
    await ports.fetches.flush()
  }
  const flush = await fullFlush(ports)
  sqlite.close()
  const ours = median(rounds.slice(1).map((round) => round.ours))
  const bare = median(rounds.slice(1).map((round) => round.bare))
  return {
    name: `A poll (304) with and without the fetch ledger (CPU, median of ${ROUNDS})`,
    columns: ['', 'with', 'without', 'ratio', `a flush of ${MAX_HELD} callers`],
    rows: [
      ['poll', micros(ours), micros(bare), (ours / bare).toFixed(2), `${flush.toFixed(0)} ms`],
    ],
    samples: { rounds, flush },
  }
}

type App = ReturnType<typeof createApp>

async function makeCalendar(app: App): Promise<void> {
  const headers = { authorization: `Bearer ${ADMIN_KEY}`, 'content-type': 'application/json' }
  const put = (path: string) =>
    app.request(path, { method: 'PUT', headers, body: '{"name":"Measured"}' })
  await put('/v1/partners/measured')
  await put('/v1/partners/measured/calendars/season')
}

/** A thousand callers, each of them again and again, as in the ten seconds between two flushes. */
async function perPoll(app: App): Promise<number> {
  const path = 'http://kalends.example/feeds/measured/season.ics'
  const etag = (await app.request(path)).headers.get('etag') ?? ''
  const requests = Array.from({ length: POLLS }, (_, place) => {
    const address = `198.${place % 100}.${place % 10}.7`
    const agent = AGENTS[place % AGENTS.length] ?? ''
    return new Request(path, {
      headers: { 'if-none-match': etag, 'user-agent': agent, 'x-forwarded-for': address },
    })
  })
  const begun = process.cpuUsage()
  for (const request of requests) await app.fetch(request)
  const { user, system } = process.cpuUsage(begun)
  return (user + system) / POLLS
}

async function fullFlush({ fetches }: Ports): Promise<number> {
  for (let place = 0; place < MAX_HELD; place += 1)
    fetches.note({
      ...{ subscription: null, userAgent: AGENTS[0], visitor: `block ${place}` },
      calendars: [{ partnerId: 1, calendarId: 1, revision: 0 }],
    })
  const begun = performance.now()
  await fetches.flush()
  return performance.now() - begun
}

const micros = (one: number): string => `${one.toFixed(1)} µs`
