/// <reference types="vite/types/importMeta.d.ts" />
// One folder a case in tests/golden/feeds: uploads and their moments, and the feed that must come
// out, byte for byte, on both runtimes.

import { expect, test } from 'vitest'
import { takeCase } from './golden-case.ts'
import { readFeed } from './reading.ts'

const FILES = import.meta.glob<string>('../golden/feeds/*/*', {
  ...{ query: '?raw', import: 'default', eager: true },
})

const file = (folder: string, name: string): string => {
  const text = FILES[`../golden/feeds/${folder}/${name}`]
  if (text === undefined) throw new Error(`tests/golden/feeds/${folder}/${name} is missing`)
  return text
}

const folders = [...new Set(Object.keys(FILES).map((path) => path.split('/').at(-2) ?? ''))]

test('the golden cases are found', () => {
  expect(folders).toContain('baseball-week')
})

test.each(folders)('golden: %s', async (folder) => {
  const kalends = await takeCase((name) => file(folder, name))
  const feed = await kalends.feed('harbour/golden')
  readFeed(feed)
  expect(feed).toBe(file(folder, 'feed.ics'))
})
