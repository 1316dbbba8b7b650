// 100,000 reminders that are due at one moment: the real server sends them to a push service that
// decrypts and checks each, while somebody polls a feed.

import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type Sqlite from 'better-sqlite3'
import { readConfig } from '../src/config.ts'
import { openStation } from '../src/node.ts'
import { type Counts, type PushService, subscribe, withPushService } from './browsers.ts'
import {
  ask,
  inFolder,
  makeCalendars,
  median,
  type Report,
  startKalends,
  type Usage,
} from './harness.ts'

const CHANNELS = Number(process.env.KALENDS_BENCH_CHANNELS ?? 100_000)
const GIVEN_UP_MS = 300_000
const POLL_EVERY_MS = 100
const SETTLED_EVERY_MS = 500

export const push = (): Promise<Report> =>
  inFolder((folder) => withPushService(folder, (service) => sentTo(service, folder)))

async function sentTo(service: PushService, folder: string): Promise<Report> {
  const { receiver, env } = service
  const data = join(folder, 'data')
  await withEvent(data)
  const config = readConfig({ DATA_DIR: data, KALENDS_FEEDS: 'none' })
  const { sqlite } = openStation(config)
  subscribe(sqlite, service, { count: CHANNELS })
  plan(sqlite)
  const kalends = await startKalends(data, { env })
  const before = await kalends.usage()
  const idle = (await ask<Usage>(receiver, 'usage')).cpuMicros
  const dueAt = ring(sqlite)
  const polls = await pollUntilSent(kalends.base, sqlite)
  const [after, counts] = [await kalends.usage(), await ask<Counts>(receiver, 'counts')]
  const read = await ask<Usage>(receiver, 'usage')
  await kalends.stop()
  sqlite.close()
  const cpu = (after.cpuMicros - before.cpuMicros) / 1e6
  return reportOf({ counts, dueAt, polls, cpu, receiverCpu: (read.cpuMicros - idle) / 1e6 })
}

/** One calendar with one event, in some hours. */
async function withEvent(data: string): Promise<void> {
  const kalends = await startKalends(data)
  await makeCalendars(kalends, ['season'])
  const start = new Date(Date.now() + 12 * 3_600_000).toISOString().slice(0, 19)
  const events = [{ title: '개막전', start, timezone: 'UTC' }]
  const path = '/v1/partners/measured/calendars/season/uploads?publish=true&mode=merge'
  await kalends.send('POST', path, JSON.stringify({ events }))
  await kalends.stop()
}

/** One reminder for each browser, not yet due. */
function plan(sqlite: Sqlite.Database): void {
  const event = sqlite
    .prepare('SELECT partner_id, calendar_id, uid, sequence, ends_at FROM all_event_versions')
    .get() as Record<string, string | number>
  const planned = sqlite.prepare(`INSERT INTO push_plans VALUES (?, 1, 1, 1, ?, '')`)
  const due = sqlite.prepare(`INSERT INTO push_due (channel_id, subscription_id, kind, key, at,
    expires_at, partner_id, calendar_id, uid, sequence, topic, message, state, next_at)
    VALUES (?, ?, 'reminder', ?, '9999', ?, ?, ?, ?, ?, ?, ?, 'open', '9999')`)
  const [at, later] = ['2020-01-01T00:00:00Z', new Date(Date.now() + 47 * 3_600_000)]
  const until = later.toISOString().replace(/\.\d+/, '')
  const key = `${event.uid}/before-30`
  const message = JSON.stringify({
    ...{ type: 'reminder', at, title: '개막전', body: '오늘 18:30 · 잠실야구장', uid: event.uid },
    ...{ url: `/app#/event/${event.uid}`, recurrenceId: null, language: 'ko', expiresAt: until },
    ...{ key, tag: key },
  })
  const { partner_id, calendar_id, uid, sequence, ends_at } = event
  sqlite.transaction(() => {
    for (let id = 1; id <= CHANNELS; id += 1) {
      planned.run(id, until)
      const topic = String(id).padStart(32, '0')
      due.run(id, id, key, ends_at, partner_id, calendar_id, uid, sequence, topic, message)
    }
  })()
}

/** Now they are due, all at once. */
function ring(sqlite: Sqlite.Database): number {
  const now = Date.now()
  const at = `${new Date(now).toISOString().slice(0, 19)}Z`
  sqlite.prepare("UPDATE push_due SET at = ?, next_at = ? WHERE state = 'open'").run(at, at)
  return now
}

async function pollUntilSent(base: string, sqlite: Sqlite.Database): Promise<number[]> {
  const open = sqlite.prepare("SELECT EXISTS (SELECT 1 FROM push_due WHERE state = 'open')").pluck()
  const [polls, end] = [[] as number[], Date.now() + GIVEN_UP_MS]
  for (let looked = Date.now(); Date.now() < end; await pause(POLL_EVERY_MS)) {
    const begun = performance.now()
    await (await fetch(`${base}/feeds/measured/season.ics`)).arrayBuffer()
    polls.push(performance.now() - begun)
    if (Date.now() - looked < SETTLED_EVERY_MS) continue
    looked = Date.now()
    if (open.get() === 0) return polls
  }
  throw new Error('not all were sent')
}

interface Measured {
  counts: Counts
  dueAt: number
  polls: number[]
  cpu: number
  receiverCpu: number
}

function reportOf({ counts, dueAt, polls, cpu, receiverCpu }: Measured): Report {
  const { received, twice, wrong, first, last } = counts
  const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`
  const slowest = polls.toSorted((a, b) => a - b)
  return {
    name: `${CHANNELS} reminders due at one moment`,
    columns: [
      'received',
      'twice',
      'wrong',
      'first',
      'last',
      'a second',
      'CPU of the server',
      'of the receiver',
      'its reading',
      'poll, median',
      'poll, p99',
    ],
    rows: [
      [
        ...[String(received), String(twice), String(wrong)],
        ...[seconds(first - dueAt), seconds(last - dueAt)],
        Math.round((1000 * received) / (last - first)).toString(),
        ...[`${cpu.toFixed(1)} s`, `${receiverCpu.toFixed(1)} s`, seconds(counts.reading)],
        ...[median(polls), slowest[Math.floor(0.99 * slowest.length)] ?? 0].map(
          (milliseconds) => `${milliseconds.toFixed(1)} ms`,
        ),
      ],
    ],
    samples: { counts, dueAt, polls, cpu, receiverCpu },
  }
}
