// Streams: 10,000 personal feeds listened to at once, each by its own token, from a second process.
// What they hold, what polls wait meanwhile, and how long after a publication the last one is told.

import type { ChildProcess } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import { readConfig } from '../src/config.ts'
import { MAX_STREAMS } from '../src/live/listeners.ts'
import { jsonLog, openStation } from '../src/node.ts'
import { DEFAULT_CHOICES } from '../src/schedule/subscription.ts'
import { findCalendar } from '../src/storage/calendars.ts'
import { sha256 } from '../src/storage/digest.ts'
import { followCalendars, insertSubscription } from '../src/storage/subscriptions.ts'
import {
  ask,
  inFolder,
  type Kalends,
  makeCalendars,
  median,
  megabytes,
  quantile,
  type Report,
  seconds,
  startHelper,
  startKalends,
  stop,
  upload,
} from './harness.ts'
import type { Opened, Told } from './listeners.ts'
import type { Pace, Paced } from './load.ts'
import { scheduleCsv } from './schedule.ts'

const EVENTS = 1000
const PUBLICATIONS = 5
const POLL_EVERY_MS = 5
/** Every stream gets a sign of life within. */
const QUIET_MS = 28_000
const FEED = '/feeds/measured/season.ics'

export const streams = (): Promise<Report> =>
  inFolder(async (folder) => {
    // They listen by the time they are told to.
    const [load, listeners] = [startHelper('load.ts'), startHelper('listeners.ts')]
    const first = await startKalends(folder)
    await makeCalendars(first, ['season'])
    await publish(first, 0)
    await first.stop()
    const tokens = await subscribe(folder)
    // As it is installed, and without the thread that uploads want.
    const how = { asInstalled: true, env: { TRUST_PROXY: '1' } }
    const kalends = await startKalends(folder, how)
    try {
      return reportOf(await measured(kalends, load, listeners, tokens))
    } finally {
      await Promise.all([kalends.stop(), stop(load), stop(listeners)])
    }
  })

const publish = (kalends: Kalends, nth: number) =>
  upload(kalends, 'season', new TextEncoder().encode(scheduleCsv(EVENTS + nth)))

/** Written to the file itself: so many may not be made over HTTP within an hour. */
async function subscribe(dataDir: string): Promise<string[]> {
  const { ports, sqlite } = openStation({ ...readConfig({}), dataDir }, jsonLog)
  const { db, mint, now } = ports
  const calendar = await findCalendar(db, 'measured', 'season')
  if (!calendar) throw new Error('no calendar to follow')
  const tokens = Array.from({ length: MAX_STREAMS }, () => `${mint()}${mint()}`.slice(-32))
  const at = now()
  const statements = []
  for (const token of tokens) {
    const uid = mint()
    const written = {
      uid,
      language: 'ko',
      choices: DEFAULT_CHOICES,
      revision: 1,
      unseen: 0,
      look: 0,
      used: true,
    } as const
    const moments = { lookedAt: at, changedAt: at, createdAt: at, endedAt: null }
    statements.push(
      insertSubscription(await sha256(token), { ...written, ...moments }),
      ...followCalendars(uid, [{ calendar, address: calendar.slug }]),
    )
  }
  await db.batch(statements)
  sqlite.close()
  return tokens
}

interface Measured {
  rss: Record<'before' | 'open' | 'told' | 'peak', number>
  opened: Opened
  polls: Record<'alone' | 'quiet' | 'told', Paced>
  /** Milliseconds from the answer to the upload until the last was told. */
  late: number[]
  cpuShare: number
}

async function measured(
  kalends: Kalends,
  load: ChildProcess,
  listeners: ChildProcess,
  tokens: string[],
): Promise<Measured> {
  const { base, usage } = kalends
  const alone = await paced(load, base, () => pause(5_000))
  const before = (await usage()).rss
  const opened = await ask<Opened>(listeners, { kind: 'open', base, tokens })
  const { rss: open, cpuMicros } = await usage()
  const begun = performance.now()
  const quiet = await paced(load, base, () => pause(QUIET_MS))
  const spent = (await usage()).cpuMicros - cpuMicros
  const late: number[] = []
  const told = await paced(load, base, async () => {
    for (let nth = 1; nth <= PUBLICATIONS; nth += 1) {
      const all = ask<Told>(listeners, { kind: 'told' })
      await publish(kalends, nth)
      const published = Date.now()
      late.push((await all).last - published)
    }
  })
  const { rss, peakRss } = await usage()
  return {
    rss: { before, open, told: rss, peak: peakRss },
    ...{ opened, polls: { alone, quiet, told }, late },
    cpuShare: spent / 1000 / (performance.now() - begun),
  }
}

async function paced(load: ChildProcess, base: string, meanwhile: () => Promise<unknown>) {
  const order: Pace = { kind: 'pace', url: `${base}${FEED}`, headers: {}, everyMs: POLL_EVERY_MS }
  await ask(load, order)
  await meanwhile()
  return ask<Paced>(load, 'stop')
}

function reportOf(found: Measured): Report {
  const { rss, opened, polls, late } = found
  const row = (name: string, octets: number, { latencies, failed }: Paced, told = '') => [
    ...[name, megabytes(octets), quantile(latencies, 0.5).toFixed(1)],
    ...[quantile(latencies, 0.99).toFixed(1), String(failed), told],
  ]
  const publications = `${seconds(median(late))}, at most ${seconds(Math.max(...late))}`
  return {
    name: `${opened.open} streams, opened in ${opened.seconds.toFixed(1)} s (peak ${megabytes(rss.peak)})`,
    columns: ['', 'RSS', 'poll p50 ms', 'p99 ms', 'failed', 'last told after'],
    rows: [
      row('no stream', rss.before, polls.alone),
      row('all open, signs of life', rss.open, polls.quiet),
      row(`${PUBLICATIONS} publications`, rss.told, polls.told, publications),
    ],
    samples: { ...found, polls: undefined },
  }
}
