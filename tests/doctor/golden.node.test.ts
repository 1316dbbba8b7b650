// One folder a case in tests/golden/doctor: a feed, and what the doctor says of it.

import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { DEFECT_CODES, DEFECTS, type DefectCode } from '../../src/doctor/defects.ts'
import { ANSWER_EN } from '../../src/doctor/words-answer-en.ts'
import { told } from './told.ts'

const GOLDEN = new URL('../golden/doctor/', import.meta.url)
const folders = readdirSync(GOLDEN).sort()
const feedIn = (folder: string) => readFileSync(new URL(`${folder}/feed.ics`, GOLDEN))

test.each(folders)('golden: %s', (folder) => {
  const expected = JSON.parse(readFileSync(new URL(`${folder}/expected.json`, GOLDEN), 'utf8'))
  const found = JSON.parse(JSON.stringify(told(feedIn(folder))))
  expect(found).toEqual(expected)
  const codes = found.defects.map(({ code }: { code: string }) => code)
  if (folder.startsWith('healthy')) expect(codes).toEqual([])
  else expect(codes).toContain(folder)
})

test('every defect that a file can have has its case', () => {
  const ofFiles = DEFECT_CODES.filter((code) => !Object.hasOwn(ANSWER_EN, code))
  expect(ofFiles.length).toBeGreaterThan(70)
  expect(ofFiles.filter((code) => !folders.includes(code))).toEqual([])
})

/** Items of interop.md §8 that no single look at a feed can tell, and why. */
const UNSEEN: Record<number, string> = {
  9: 'What was put into a line cannot be told from what was meant; what breaks the file is item 11.',
  21: 'Needs the feed before and after a change.',
  25: 'Of the maker of a feed, not of the feed.',
  42: 'Needs the feed before and after a change.',
  44: 'Of the maker of a feed: our own expansion.',
  51: 'Of the maker of a feed: our two runtimes.',
  67: 'Of the page that a feed is subscribed from.',
  68: 'Of our own ledger.',
  69: 'Needs the programs themselves.',
  70: 'Needs the programs themselves.',
}

test('each item of the checklist is looked at, or is named as one that cannot be seen', () => {
  const seen = new Set<number>(DEFECT_CODES.map((code: DefectCode) => DEFECTS[code].item))
  const items = Array.from({ length: 70 }, (_, place) => place + 1)
  expect(items.filter((item) => !seen.has(item) && !(item in UNSEEN))).toEqual([])
  expect(items.filter((item) => seen.has(item) && item in UNSEEN)).toEqual([])
})

const FEEDS = new URL('../golden/feeds/', import.meta.url)

test.each(readdirSync(FEEDS))('our own feed %s has nothing wrong with it', (folder) => {
  const { defects } = told(readFileSync(new URL(`${folder}/feed.ics`, FEEDS)))
  expect(defects).toEqual([])
})

const PERSONAL = new URL('../golden/personal/', import.meta.url)

test.each(readdirSync(PERSONAL))('the personal feed %s is healthy', (folder) => {
  const { health, defects } = told(readFileSync(new URL(`${folder}/feed.ics`, PERSONAL)))
  expect(health).toBe('healthy')
  // Whoever wants cancelled games struck out is told what Google makes of them.
  expect(defects.filter(({ code }) => code !== 'cancelled_hidden')).toEqual([])
})
