// A disk that is full, that fails, that lies: refused in plain words, and nothing acknowledged lost.

import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createApp } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { openStation } from '../../src/node.ts'
import { checkFeeds } from '../../src/publication/integrity.ts'
import { folder, hasStrace, injured, KEY, RUNNER, type Told, wrongIn } from './injury.ts'

const silent = { info: () => {}, error: () => {} }
const isRoot = process.getuid?.() === 0
const mount = (...args: string[]) => spawnSync('mount', args).status === 0

function mountedTmpfs(size: string): string | null {
  const dir = folder()
  return isRoot && mount('-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', dir) ? dir : null
}

function unmount(dir: string): void {
  spawnSync('umount', ['-l', dir])
  rmSync(dir, { recursive: true, force: true })
}

/** What the refusals said, each once, up to the first full stop or semicolon. */
const saidOf = (refused: Told['refused']): string[] => [
  ...new Set(
    refused.map(
      ({ refused, code, detail }) => `${refused} ${code}: ${/^[^;.]*\.?/.exec(detail)?.[0]}`,
    ),
  ),
]

test.skipIf(!isRoot)('a full disk refuses uploads, and goes on when there is room', async (t) => {
  const dir = mountedTmpfs('3m')
  if (!dir) return t.skip()
  const { acks, refused } = await injured([...RUNNER, dir, '1', '400'])
  expect(acks.length).toBeGreaterThan(0)
  expect(refused.length).toBeGreaterThan(0)
  expect(saidOf(refused)).toEqual(['503 unavailable: The disk of the server is full'])
  mount('-o', 'remount,size=64m', dir)
  const after = await injured([...RUNNER, dir, '1001', '3'])
  expect(after.refused).toEqual([])
  expect(await wrongIn(dir, [...acks, ...after.acks])).toEqual([])
  unmount(dir)
})

test.skipIf(!hasStrace).each(['fsync', 'pwrite64'])(
  '%s that fails is no acknowledgement',
  async (call) => {
    const dir = folder()
    await injured([...RUNNER, dir, '1', '3'])
    const { acks, refused } = await injured([
      ...['strace', '-f', '-qq', '-o', '/dev/null', '-e', `trace=${call}`],
      ...['-e', `inject=${call}:error=EIO:when=12+`, ...RUNNER, dir, '10', '6'],
    ])
    expect(saidOf(refused)).toEqual(['503 unavailable: The disk of the server reports an error.'])
    expect(await wrongIn(dir, acks)).toEqual([])
    rmSync(dir, { recursive: true, force: true })
  },
)

test('three writers on one file: every upload a revision of its own, none refused', async () => {
  const dir = folder()
  await injured([...RUNNER, dir, '1', '1'])
  const writers = await Promise.all(
    [100, 200, 300].map((from) => injured([...RUNNER, dir, String(from), '8'])),
  )
  expect(writers.flatMap(({ refused }) => refused)).toEqual([])
  const revisions = writers.flatMap(({ acks }) => acks.map(({ revision }) => revision))
  expect(new Set(revisions).size).toBe(24)
  rmSync(dir, { recursive: true, force: true })
})

const FLIPS = 60

test(`${FLIPS} flipped places: what is served is what was published, or nothing is`, async () => {
  const dir = folder()
  await injured([...RUNNER, dir, '1', '3'])
  const file = join(dir, 'kalends.db')
  openStation(readConfig({ DATA_DIR: dir }), silent).sqlite.close()
  const sound = readFileSync(file)
  const published = await servedFrom(dir)
  for (let n = 0; n < FLIPS; n += 1) {
    const hurt = folder()
    mkdirSync(hurt, { recursive: true })
    const bytes = Buffer.from(sound)
    const place = Math.floor((sound.length * (n + 0.5)) / FLIPS)
    for (let byte = place; byte < Math.min(place + 8, bytes.length); byte += 1)
      bytes[byte] = (bytes[byte] ?? 0) ^ 0xff
    writeFileSync(join(hurt, 'kalends.db'), bytes)
    const served = await servedFrom(hurt).catch((error: Error) => error.message)
    expect([published, ...SAID], `flipped at ${place}`).toContain(served)
    rmSync(hurt, { recursive: true, force: true })
  }
  rmSync(dir, { recursive: true, force: true })
})

/** Why a start was refused, or why a feed was. */
const SAID = [
  'database disk image is malformed',
  'file is not a database',
  'The database is damaged. The operator must restore a backup. Try again in a minute.',
  'What is stored for “harbour/regatta” no longer has the fingerprint it was published with, so it is not served. The operator must restore a backup.',
]

/** After a start, which checks every feed: the feed, or why there is none. */
async function servedFrom(dataDir: string): Promise<string> {
  const { ports, sqlite } = openStation(
    readConfig({ DATA_DIR: dataDir, KALENDS_ADMIN_KEY: KEY }),
    silent,
  )
  try {
    await checkFeeds(ports)
    const response = await createApp(ports).request('/feeds/harbour/regatta.ics')
    return response.status === 200
      ? await response.text()
      : ((await response.json()) as { detail: string }).detail
  } finally {
    sqlite.close()
  }
}
