// kill -9 at random moments, and at each of the system calls that matter.

import { rmSync } from 'node:fs'
import { expect, test } from 'vitest'
import { folder, hasStrace, injured, inParallel, RUNNER, wrongIn } from './injury.ts'

const KILLS = Number(process.env.KALENDS_KILLS ?? 200)
const WIDTH = 2

async function leftBy(command: (dataDir: string) => string[], afterMs?: number) {
  const dataDir = folder()
  const { acks, killed } = await injured(command(dataDir), afterMs)
  const wrong = await wrongIn(dataDir, acks)
  rmSync(dataDir, { recursive: true, force: true })
  return { wrong, killed, acknowledged: acks.length }
}

test(`${KILLS} random moments`, async () => {
  let acknowledged = 0
  const moments = Array.from({ length: KILLS }, (_, n) => 5 + ((n * 7919) % 1500))
  await inParallel(moments, WIDTH, async (afterMs) => {
    const found = await leftBy((dataDir) => [...RUNNER, dataDir], afterMs)
    expect(found, `killed after ${afterMs} ms`).toMatchObject({ wrong: [], killed: true })
    acknowledged += found.acknowledged
  })
  expect(acknowledged).toBeGreaterThan(0)
})

/** strace stops the writer at its Nth call of one kind, before the call is made. */
const at = (call: string, nth: number) => (dataDir: string) => [
  ...['strace', '-f', '-qq', '-o', '/dev/null', '-e', `trace=${call}`],
  ...['-e', `inject=${call}:signal=SIGKILL:when=${nth}`, ...RUNNER, dataDir, '1', '18'],
]

const EXACT = Math.ceil(KILLS / 2)

test.skipIf(!hasStrace).each([
  ['pwrite64', 3],
  ['fsync', 1],
])(`${EXACT} exact points: %s`, async (call, stride) => {
  const points = Array.from({ length: EXACT }, (_, n) => 1 + n * stride)
  await inParallel(points, WIDTH, async (nth) => {
    const found = await leftBy(at(call, nth))
    expect(found, `killed at ${call} ${nth}`).toMatchObject({ wrong: [], killed: true })
  })
})
