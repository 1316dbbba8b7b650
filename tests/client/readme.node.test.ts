import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { harness } from '#harness'
import { clientOf } from './over.ts'

const README = readFileSync(new URL('../../src/client/README.md', import.meta.url), 'utf8')
/** It is TypeScript without a type, so that it runs as it stands. */
const [FIRST = ''] = /(?<=```ts\n)[\s\S]*?(?=```)/.exec(README) ?? []
const AsyncFunction = (async () => {}).constructor as new (
  ...parts: string[]
) => (createClient: typeof clientOf, console: { log(...said: unknown[]): void }) => Promise<void>

test('the README’s first example goes from nothing to a reminder', async () => {
  const kalends = await harness()
  await kalends.upload('harbour/regatta', '날짜,시간,제목\n2026-04-03,18:30,개막\n')
  const said: unknown[][] = []
  const code = FIRST.replace("import { createClient } from '@kalends/client'", '')
  const run = new AsyncFunction('createClient', 'console', code)
  await run(() => clientOf(kalends), { log: (...words) => void said.push(words) })
  expect(said).toEqual([
    [expect.stringMatching(/^in a calendar app: webcal:/)],
    ['1 events'],
    ['2026-04-03T09:00:00Z', '개막'],
  ])
})
