// Injures the writer, and looks at what is left: nothing acknowledged lost, nothing half-published.

import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createApp } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { openStation } from '../../src/node.ts'
import { checkFeeds } from '../../src/publication/integrity.ts'

export const KEY = 'an-operator-key-for-faults-of-40-characters'
export const WRITER = fileURLToPath(new URL('./writer.ts', import.meta.url))
export const RUNNER = [process.execPath, '--import', 'tsx', WRITER]
export const hasStrace = spawnSync('strace', ['-V']).status === 0
const silent = { info: () => {}, error: () => {} }

export const folder = (): string => mkdtempSync(join(tmpdir(), 'kalends-faults-'))

export interface Ack {
  k: number
  revision: number
  sha256: string
}

export interface Told {
  acks: Ack[]
  refused: { refused: number; code: string; detail: string; k: number }[]
  killed: boolean
}

/** Runs a command to its end, or kills it some time after it said that it had begun. */
export function injured(command: string[], killAfterMs?: number): Promise<Told> {
  const [file = '', ...args] = command
  const child = spawn(file, args, { stdio: ['ignore', 'pipe', 'ignore'] })
  let text = ''
  child.stdout.on('data', (part) => {
    if (text === '' && killAfterMs !== undefined)
      setTimeout(() => child.kill('SIGKILL'), killAfterMs)
    text += part
  })
  return ended(child).then(() => ({ ...told(text), killed: child.signalCode === 'SIGKILL' }))
}

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => child.once('close', () => resolve()))

function told(text: string): Omit<Told, 'killed'> {
  const lines = text
    .split('\n')
    .filter((line) => line.endsWith('}'))
    .map((line) => JSON.parse(line))
  return {
    acks: lines.filter(({ sha256 }) => sha256),
    refused: lines.filter(({ refused }) => refused),
  }
}

/** What a start after the injury finds wrong; nothing when all is well. */
export async function wrongIn(dataDir: string, acks: readonly Ack[]): Promise<string[]> {
  const config = readConfig({ DATA_DIR: dataDir, KALENDS_ADMIN_KEY: KEY })
  const { ports, sqlite } = openStation(config, silent)
  try {
    const app = createApp(ports)
    const wrong = (await checkFeeds(ports)).map(({ what }) => `damaged: ${what}`)
    if (sqlite.pragma('integrity_check', { simple: true }) !== 'ok') wrong.push('integrity_check')
    const feeds = new Map(
      (
        sqlite.prepare('SELECT revision, feed FROM revisions').all() as {
          revision: number
          feed: string
        }[]
      ).map(({ revision, feed }) => [revision, JSON.parse(feed).identity.sha256]),
    )
    for (const { k, revision, sha256 } of acks)
      if (feeds.get(revision) !== sha256) wrong.push(`upload ${k} was acknowledged and is lost`)
    const served = await (await app.request('/feeds/harbour/regatta.ics')).text()
    const uploads = new Set([...served.matchAll(/of upload (\d+)/g)].map(([, k]) => k))
    if (uploads.size > 1) wrong.push(`a mixture of uploads ${[...uploads].join(', ')}`)
    const last = Math.max(...feeds.keys())
    const sha256 = createHash('sha256').update(served).digest('hex')
    if (feeds.size > 0 && feeds.get(last) !== sha256) wrong.push('the last revision is not served')
    return wrong
  } finally {
    sqlite.close()
  }
}

/** Some at a time, so that two cores are busy and no more. */
export async function inParallel<T>(
  items: readonly T[],
  width: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const queue = [...items]
  const worker = async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item)
  }
  await Promise.all(Array.from({ length: width }, worker))
}
