// docs/interop.md names tests that exist, and every test by a number of its checklist has its row.

import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const TESTS = fileURLToPath(new URL('../', import.meta.url))
const DOCUMENT = fileURLToPath(new URL('../../docs/interop.md', import.meta.url))
const ITEMS = 70

/** `§8.16, 19, 20 title` as [item, title]. */
const titles = readdirSync(TESTS, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.test.ts'))
  .flatMap((file) => [
    ...readFileSync(`${TESTS}${file}`, 'utf8').matchAll(
      /['`]§8\.(\d+(?:, \d+)*) ((?:\\.|[^'`\\\n])+)['`]/g,
    ),
  ])
  .flatMap(([, items = '', title = '']) =>
    items
      .split(', ')
      .map((item): [number, string] => [Number(item), title.replaceAll('\\\\', '\\')]),
  )

const rows = [...readFileSync(DOCUMENT, 'utf8').matchAll(/^\| (\d+) \| ([^|]+) \| (.+) \|$/gm)].map(
  ([, item, must, cell = '']) => ({
    ...{ item: Number(item), must, cell },
    named: [...cell.matchAll(/“([^”]+)”/g)].map(([, title]) => title ?? ''),
  }),
)

test('each item of the checklist has its row, with tests or the reason why there is none', () => {
  expect(rows.map(({ item }) => item)).toEqual(
    Array.from({ length: ITEMS }, (_, place) => place + 1),
  )
  const silent = rows.filter(({ named, cell }) => named.length === 0 && !/\w{4,}.*\.$/.test(cell))
  expect(silent).toEqual([])
})

test('the tests that the rows name exist, under their number', () => {
  const missing = rows.flatMap(({ item, named }) =>
    named
      .filter((name) => !titles.some(([number, title]) => number === item && title === name))
      .map((name) => `${item} ${name}`),
  )
  expect(missing).toEqual([])
})

test('an item that has a test says so', () => {
  const unsaid = titles.filter(
    ([number]) => !rows.some(({ item, named }) => item === number && named.length > 0),
  )
  expect(unsaid).toEqual([])
})
