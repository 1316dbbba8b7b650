// The largest upload, 50,000 rows, while phones poll: how long each step takes, how large things
// become, how long the event loop stalls, and what the polls feel of it.

import type { ChildProcess } from 'node:child_process'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import {
  type Answer,
  ask,
  inFolder,
  type Kalends,
  makeCalendars,
  megabytes,
  quantile,
  type Report,
  seconds,
  startHelper,
  startKalends,
  stop,
  upload,
} from './harness.ts'
import type { Pace, Paced } from './load.ts'
import { movedGameCsv, scheduleCsv } from './schedule.ts'

const ROWS = 50_000
const POLL_EVERY_MS = 20

interface Step {
  name: string
  milliseconds: number
  cpuMs: number
  longestStallMs: number
  polls: Record<'p50' | 'p99' | 'max' | 'count' | 'failed', number>
  rssGrowth: number
}

export const largestUpload = (): Promise<Report> =>
  inFolder(async (folder) => {
    const kalends = await startKalends(folder)
    const load = startHelper('load.ts')
    try {
      await makeCalendars(kalends, ['polled', 'large', 'reviewed'])
      const csv = new TextEncoder().encode(scheduleCsv(ROWS))
      await upload(kalends, 'polled', new TextEncoder().encode(scheduleCsv(1000)))
      const steps = await allSteps(kalends, load, csv)
      const { peakRss } = await kalends.usage()
      const sizes = { ...sizesIn(folder), file: csv.length, peakRss }
      return reportOf(steps, sizes)
    } finally {
      await Promise.all([kalends.stop(), stop(load)])
    }
  })

async function allSteps(kalends: Kalends, load: ChildProcess, csv: Uint8Array): Promise<Step[]> {
  const measured = (name: string, act: () => Promise<Answer>) => step(name, kalends, load, act)
  const moved = new TextEncoder().encode(movedGameCsv())
  let id = ''
  return [
    await measured('first upload, published', () => upload(kalends, 'large', csv)),
    await measured('the same file again', () => upload(kalends, 'large', csv)),
    await measured('one game moved, the rest stays', () =>
      upload(kalends, 'large', moved, { mode: 'merge' }),
    ),
    await measured('upload for review', async () => {
      const answer = await upload(kalends, 'reviewed', csv, { publish: 'false' })
      id = answer.body.id
      return answer
    }),
    await measured('review', () => kalends.send('GET', `/v1/uploads/${id}`)),
    await measured('publication of it', () =>
      kalends.send('POST', `/v1/uploads/${id}/publication`),
    ),
  ]
}

async function step(
  name: string,
  kalends: Kalends,
  load: ChildProcess,
  act: () => Promise<Answer>,
): Promise<Step> {
  const url = `${kalends.base}/feeds/measured/polled.ics`
  const headers = { 'Accept-Encoding': 'gzip' }
  const before = await kalends.usage()
  await ask(load, { kind: 'pace', url, headers, everyMs: POLL_EVERY_MS } satisfies Pace)
  const { milliseconds } = await act()
  const { latencies, failed } = await ask<Paced>(load, 'stop')
  const after = await kalends.usage()
  return {
    name,
    milliseconds,
    cpuMs: (after.cpuMicros - before.cpuMicros) / 1000,
    longestStallMs: after.longestStallMs,
    polls: {
      ...{ p50: quantile(latencies, 0.5), p99: quantile(latencies, 0.99) },
      ...{ max: Math.max(...latencies), count: latencies.length, failed },
    },
    rssGrowth: after.rss - before.rss,
  }
}

interface Sizes {
  file: number
  database: number
  feed: { identity: number; gzip: number; br: number }
  plan: number
  peakRss: number
}

function sizesIn(folder: string): Omit<Sizes, 'file' | 'peakRss'> {
  const file = join(folder, 'kalends.db')
  const db = new Sqlite(file, { readonly: true })
  const text = (sql: string) => db.prepare(sql).pluck().get() as string
  const feed = JSON.parse(
    text(`SELECT feed FROM revisions WHERE revision = 1 AND calendar_id =
            (SELECT id FROM calendars WHERE slug = 'large')`),
  )
  const plan = Number(text(`SELECT max(length(bytes)) FROM blobs JOIN uploads ON key = plan_key`))
  db.close()
  const { identity, gzip, br } = feed
  return {
    database: statSync(file).size + statSync(`${file}-wal`).size,
    feed: { identity: identity.octets, gzip: gzip.octets, br: br.octets },
    plan,
  }
}

function reportOf(steps: Step[], sizes: Sizes): Report {
  const { feed } = sizes
  const rest = ['', '', '', '', '', '']
  return {
    name: `${ROWS} rows, polled every ${POLL_EVERY_MS} ms meanwhile`,
    columns: ['step', 'time', 'CPU', 'longest stall', 'poll p50', 'p99', 'max', 'memory'],
    rows: [
      ...steps.map((step) => [
        step.name,
        seconds(step.milliseconds),
        seconds(step.cpuMs),
        seconds(step.longestStallMs),
        seconds(step.polls.p50),
        seconds(step.polls.p99),
        `${seconds(step.polls.max)}${step.polls.failed > 0 ? ` (${step.polls.failed} failed)` : ''}`,
        `${step.rssGrowth < 0 ? '-' : '+'}${megabytes(Math.abs(step.rssGrowth))}`,
      ]),
      [`file ${megabytes(sizes.file)}, plan ${megabytes(sizes.plan)}`, ...rest, ''],
      [
        `feed ${megabytes(feed.identity)}, gzip ${megabytes(feed.gzip)}, br ${megabytes(feed.br)}`,
        ...rest,
        '',
      ],
      [
        `database after all ${megabytes(sizes.database)}, peak memory ${megabytes(sizes.peakRss)}`,
        ...rest,
        '',
      ],
    ],
    samples: { steps, sizes },
  }
}
