// Every word that the help shows has its Korean.

import { expect, test } from 'vitest'
import { kalends } from './process.ts'

/** "  apply [options] <dir>   what it does" → what it does. */
const described = (help: string): string[] =>
  help
    .split('\n')
    .map((line) => /^ {2}\S.*? {2,}(\S.*)$/.exec(line)?.[1] ?? '')
    .filter(Boolean)

test.each([
  [[]],
  [['upload']],
  [['check']],
  [['doctor']],
  [['keys']],
  [['events']],
  [['events', 'edit']],
  [['season']],
  [['review']],
  [['look']],
  [['audit']],
  [['groups']],
  [['groups', 'add']],
  [['apply']],
  [['restore']],
])('kalends help %j is in Korean throughout', async (command) => {
  const { out } = await kalends([...command, '--help'], { LC_ALL: 'ko_KR.UTF-8' })
  const descriptions = described(out)
  expect(descriptions.length).toBeGreaterThan(0)
  expect(descriptions.filter((text) => !/[가-힣]/.test(text))).toEqual([])
  expect(out).toMatch(/^사용법: kalends/)
})
