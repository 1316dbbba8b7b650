// 100,000 subscriptions of one calendar, with a browser each: how long until their reminders are
// planned, and until one change of a near event has come to all whose calendar has not fetched it.

import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type Sqlite from 'better-sqlite3'
import { readConfig } from '../src/config.ts'
import { openStation } from '../src/node.ts'
import { type Counts, type PushService, subscribe, withPushService } from './browsers.ts'
import {
  ask,
  inFolder,
  type Kalends,
  makeCalendars,
  megabytes,
  quantile,
  type Report,
  startKalends,
} from './harness.ts'

const FOLLOWERS = Number(process.env.KALENDS_BENCH_CHANNELS ?? 100_000)
const GAMES = 100
const GIVEN_UP_MS = 900_000
const LOOK_EVERY_MS = 200
const ASKED_EVERY_MS = 50
const HOUR_MS = 3_600_000
const BEGUN = Date.now()

export const followers = (): Promise<Report> =>
  inFolder((folder) => withPushService(folder, (service) => measured(service, folder)))

async function measured(service: PushService, folder: string): Promise<Report> {
  const data = join(folder, 'data')
  const first = await startKalends(data)
  await makeCalendars(first, ['season'])
  await publish(first, games())
  await first.stop()
  const { sqlite } = openStation(readConfig({ DATA_DIR: data, KALENDS_FEEDS: 'none' }))
  subscribe(sqlite, service, { count: FOLLOWERS, choices: { alarms: [30, 1440] } })
  const kalends = await startKalends(data, { env: service.env })
  const rows = [
    await step(kalends, 'all planned for the first time', () => planned(sqlite)),
    await step(kalends, 'a near game is moved: all told of', () => told(kalends, sqlite, service)),
    await step(kalends, '… and planned anew', () => until(sqlite, PLANNED)),
  ]
  await kalends.stop()
  sqlite.close()
  const columns = ['', 'after', 'CPU', 'memory', 'longest stall', 'poll p99', 'partner p50, max']
  return { name: `${FOLLOWERS} followers with a browser each`, columns, rows, samples: rows }
}

const HEADER = 'title,start,timezone'

/** One each day from tomorrow, so that two are within what is planned ahead. */
const games = (first = 12): string =>
  [
    HEADER,
    ...Array.from({ length: GAMES }, (_, day) => game(day, day === 0 ? first : 12 + 24 * day)),
  ].join('\n')

const game = (day: number, hours: number): string =>
  `경기 ${day},${new Date(BEGUN + hours * HOUR_MS).toISOString().slice(0, 16)},UTC`

const publish = (kalends: Kalends, csv: string) =>
  kalends.send(
    'POST',
    '/v1/partners/measured/calendars/season/uploads?filename=season.csv&publish=true&mode=merge',
    Buffer.from(csv),
  )

const PLANNED = 'SELECT NOT EXISTS (SELECT 1 FROM push_plans WHERE planned < wanted)'
const TOLD = `SELECT NOT EXISTS (SELECT 1 FROM push_news n JOIN calendars c ON c.id = n.calendar_id
  WHERE c.revision > n.told) AND NOT EXISTS (
  SELECT 1 FROM push_due WHERE kind = 'change' AND state = 'open')`

/** As if they had all been registered now. */
async function planned(sqlite: Sqlite.Database): Promise<string> {
  sqlite.exec(`INSERT INTO push_plans (subscription_id, wanted, planned, revision, until, soon)
    SELECT id, 1, 0, 0, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), '' FROM subscriptions`)
  return until(sqlite, PLANNED)
}

/** Every other one's calendar program has what was published already. */
async function told(
  kalends: Kalends,
  sqlite: Sqlite.Database,
  { receiver }: PushService,
): Promise<string> {
  sqlite.exec(`INSERT INTO personal_fetches
    SELECT partner_id, calendar_id, subscription_id, 'apple-ios', strftime('%Y-%m-%dT%H:%M:%SZ', 'now'),
      99, 1, 1 FROM subscription_calendars WHERE subscription_id % 2 = 0`)
  await publish(kalends, games(14))
  const took = await until(sqlite, TOLD)
  const { received, twice, wrong } = await ask<Counts>(receiver, 'counts')
  return `${took}, ${received} pushed, ${twice} twice, ${wrong} wrong`
}

async function until(sqlite: Sqlite.Database, question: string): Promise<string> {
  const [asked, begun] = [sqlite.prepare(question).pluck(), Date.now()]
  while (asked.get() !== 1) {
    if (Date.now() - begun > GIVEN_UP_MS) throw new Error(`not within time: ${question}`)
    await pause(LOOK_EVERY_MS)
  }
  return `${((Date.now() - begun) / 1000).toFixed(1)} s`
}

async function step(
  kalends: Kalends,
  name: string,
  work: () => Promise<string>,
): Promise<string[]> {
  const before = await kalends.usage()
  const asking = new AbortController()
  const polls = asks(asking.signal, () => fetch(`${kalends.base}/feeds/measured/season.ics`))
  const calls = asks(asking.signal, () => kalends.send('GET', '/v1/partners/measured'))
  const took = await work()
  const after = await kalends.usage()
  asking.abort()
  const [poll, call] = [await polls, await calls]
  const ms = (milliseconds: number) => `${milliseconds.toFixed(0)} ms`
  return [
    ...[name, took, `${((after.cpuMicros - before.cpuMicros) / 1e6).toFixed(1)} s`],
    ...[megabytes(after.rss), ms(after.longestStallMs), ms(quantile(poll, 0.99))],
    `${ms(quantile(call, 0.5))}, ${ms(Math.max(...call))}`,
  ]
}

/** How long each took that was asked for meanwhile. */
async function asks(signal: AbortSignal, ask: () => Promise<unknown>): Promise<number[]> {
  const took: number[] = []
  while (!signal.aborted) {
    const begun = performance.now()
    const answer = await ask()
    if (answer instanceof Response) await answer.arrayBuffer()
    took.push(performance.now() - begun)
    await pause(ASKED_EVERY_MS)
  }
  return took
}
