// What every measurement stands on: servers as processes of their own, their usage, medians, a table.

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

export const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

const ROOT = at('..')
const PROBE = new URL('probe.mjs', import.meta.url).href
const ADMIN_KEY = 'the-operators-key-of-the-measurements'

/** What one measurement says: lines for people, and every sample for those who calculate. */
export interface Report {
  name: string
  columns: string[]
  rows: string[][]
  samples: unknown
}

/** What a process used since it began; the stall since it was last asked. */
export interface Usage {
  cpuMicros: number
  rss: number
  peakRss: number
  longestStallMs: number
}

export interface Kalends {
  base: string
  usage(): Promise<Usage>
  /** A request with the operator's key; answers JSON and how long it took. */
  send(method: string, path: string, body?: string | Uint8Array): Promise<Answer>
  stop(): Promise<void>
}

export interface Answer {
  status: number
  // biome-ignore lint/suspicious/noExplicitAny: each measurement knows what it asked for
  body: any
  milliseconds: number
}

/** Our real server on a data folder, ready to answer. `install` starts it as `npm start` does. */
export async function startKalends(
  dataDir: string,
  { feeds = 'none', asInstalled = false, env = {} as Record<string, string> } = {},
): Promise<Kalends> {
  const port = await freePort()
  const entry = asInstalled ? ['src/kalends.mjs'] : ['--import', 'tsx', 'src/cli.ts']
  const child = spawn(process.execPath, ['--import', PROBE, ...entry, 'serve'], {
    ...{ cwd: ROOT, stdio: ['ignore', 'ignore', 'pipe', 'ipc'] },
    env: {
      ...{ ...process.env, PORT: String(port), DATA_DIR: dataDir },
      ...{ KALENDS_FEEDS: feeds, KALENDS_ADMIN_KEY: ADMIN_KEY },
      ...env,
    },
  })
  let complaints = ''
  child.stderr?.on('data', (text) => {
    complaints += text
  })
  const base = `http://127.0.0.1:${port}`
  await ready(base, child).catch((error) => {
    throw new Error(`${error}\n${complaints}`)
  })
  return { base, usage: () => ask(child, 'usage'), send: sender(base), stop: () => stop(child) }
}

const READY_WITHIN_MS = 120_000

async function ready(base: string, child: ChildProcess): Promise<void> {
  const patience = Date.now() + READY_WITHIN_MS
  while (Date.now() < patience) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`)
    const answer = await fetch(`${base}/readyz`).catch(() => null)
    if (answer?.ok) return
    await pause(5)
  }
  child.kill()
  throw new Error('the server does not get ready')
}

const sender =
  (base: string): Kalends['send'] =>
  async (method, path, body) => {
    const begun = performance.now()
    const response = await fetch(`${base}${path}`, {
      method,
      headers: { Authorization: `Bearer ${ADMIN_KEY}`, 'Content-Type': contentType(body) },
      ...(body === undefined ? {} : { body }),
    })
    const text = await response.text()
    const milliseconds = performance.now() - begun
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text.slice(0, 500)}`)
    return { status: response.status, body: text ? JSON.parse(text) : null, milliseconds }
  }

const contentType = (body: unknown) => (typeof body === 'string' ? 'application/json' : 'text/csv')

/** A helper of the bench, in TypeScript, spoken to by messages. */
export function startHelper(file: string): ChildProcess {
  return spawn(process.execPath, ['--import', PROBE, '--import', 'tsx', at(file)], {
    ...{ cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] },
  })
}

/** One message, one answer. */
export async function ask<T>(child: ChildProcess, message: string | object): Promise<T> {
  const answer = once(child, 'message')
  child.send(message)
  return (await answer)[0] as T
}

export async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const exit = once(child, 'exit')
  child.kill('SIGTERM')
  await exit
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address ? address.port : 0
}

/** A folder that is gone afterwards. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'kalends-bench-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A partner with empty calendars to upload to. */
export async function makeCalendars(kalends: Kalends, slugs: readonly string[]): Promise<void> {
  const partner = { name: 'Measured', timezone: 'Asia/Seoul', locale: 'ko' }
  await kalends.send('PUT', '/v1/partners/measured', JSON.stringify(partner))
  for (const slug of slugs) {
    const path = `/v1/partners/measured/calendars/${slug}`
    await kalends.send('PUT', path, JSON.stringify({ name: slug }))
  }
}

export function upload(
  kalends: Kalends,
  slug: string,
  csv: Uint8Array,
  options: { publish?: string; mode?: string } = {},
) {
  const all = { filename: 'season.csv', mode: 'replace', publish: 'true', ...options }
  const path = `/v1/partners/measured/calendars/${slug}/uploads?${new URLSearchParams(all)}`
  return kalends.send('POST', path, csv)
}

export const median = (numbers: readonly number[]): number => quantile(numbers, 0.5)

export function quantile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

export const megabytes = (octets: number): string => `${(octets / 1e6).toFixed(1)} MB`
export const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(2)} s`
export const times = (ratio: number): string => `${ratio.toFixed(2)} ×`
