import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { harness } from '#harness'
import { typesOf } from '../../src/client/generate.ts'
import { describedBy } from '../api/description.ts'

const FILE = new URL('../../src/client/src/api.ts', import.meta.url)

test('the client’s types are those of the API’s description', async () => {
  const types = await typesOf(await describedBy(await harness({ bare: true })))
  const kept = readFileSync(FILE, 'utf8')
  const hint = 'src/client/src/api.ts is out of date: `npm run client` makes it anew'
  expect(kept === types ? '' : hint).toBe('')
})
