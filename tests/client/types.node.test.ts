import { readFileSync } from 'node:fs'
// Comes with openapi-typescript, and knows nothing of how this description is made.
import { createConfig, lintFromString } from '@redocly/openapi-core'
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

test('somebody else finds the description to be OpenAPI 3.1, whole and with valid examples', async () => {
  const document = await describedBy(await harness({ bare: true }))
  const faults = async (looked: object) => {
    const examples = ['media-type', 'schema', 'parameter'].map((of) => `no-invalid-${of}-examples`)
    const config = await createConfig({
      extends: ['recommended-strict'],
      rules: Object.fromEntries(examples.map((rule) => [rule, 'error'])),
    })
    const found = await lintFromString({ source: JSON.stringify(looked), config })
    return found.map(({ ruleId, message }) => `${ruleId}: ${message}`)
  }
  expect(await faults(document)).toEqual([])
  document.paths['/v1/partners'].get.parameters[0].schema.example = 'many'
  expect(await faults(document)).toHaveLength(1)
})
