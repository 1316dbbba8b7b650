// Real tables as their makers publish them, against what the same makers say elsewhere.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readFile } from '../../src/intake/read.ts'
import { compare } from '../../src/schedule/diff.ts'
import type { Json } from '../harness.ts'

const CORPUS = new URL('../../../shared/corpus/', import.meta.url)
const here = existsSync(CORPUS)
const SEOUL = { timezone: 'Asia/Seoul', language: 'ko', today: '2026-04-01' }

const bytesOf = (path: string) => readFileSync(new URL(path, CORPUS))
const namesIn = (path: string, ending: string) =>
  here ? readdirSync(new URL(path, CORPUS)).filter((name) => name.endsWith(ending)) : []

/** `2025-01-01 신정`, in the order of the file. */
function daysOf(path: string): string[] {
  const { rows, findings } = readFile(bytesOf(path), path.split('/').at(-1) ?? '', SEOUL)
  expect(findings.filter(({ severity }) => severity !== 'warning')).toEqual([])
  return rows.map(({ facts }) => `${facts.start} ${facts.title}`)
}

test.skipIf(!here).each(namesIn('schedules/holidays-kr/', '.csv'))('holidays %s', (name) => {
  const path = `schedules/holidays-kr/${name}`
  const told = JSON.parse(bytesOf(path.replace('.csv', '.json')).toString('utf8'))
  const known = Object.entries(told as Record<string, string[]>).flatMap(([date, titles]) =>
    titles.map((title) => `${date} ${title}`),
  )
  expect(daysOf(path).sort()).toEqual(known.sort())
})

test.skipIf(!here).each(namesIn('schedules/derived-encodings/', 'v'))(
  '%s reads like the original',
  (name) => {
    expect(daysOf(`schedules/derived-encodings/${name}`)).toEqual(
      daysOf('schedules/holidays-kr/2025.csv'),
    )
  },
)

test.skipIf(!here).each(namesIn('schedules/waste-toronto/csv/', '.csv'))(
  'collection days of %s',
  (name) => {
    const ics = bytesOf(`schedules/waste-toronto/ics/${name.replace('.csv', '.ics')}`)
    const starts = [...ics.toString('utf8').matchAll(/^DTSTART;VALUE=DATE:(\d{4})(\d\d)(\d\d)/gm)]
    const known = starts.map(([, year, month, day]) => `${year}-${month}-${day}`)
    const read = daysOf(`schedules/waste-toronto/csv/${name}`).map((day) => day.slice(0, 10))
    expect(read.filter((day) => !known.includes(day))).toEqual([])
    expect(read.length).toBeGreaterThan(100)
  },
)

test.skipIf(!here)('every season of every league is read, and is a schedule of its own', () => {
  let matchCount = 0
  for (const name of namesIn('bulk/football.json/', '.json')) {
    const { matches } = JSON.parse(bytesOf(`bulk/football.json/${name}`).toString('utf8'))
    const lines = matches.map(({ date, time, team1, team2, status }: Json) =>
      [date, time ?? '', team1, team2, status ?? ''].map((cell) => `"${cell}"`).join(','),
    )
    const file = ['Date,Time,Home Team,Away Team,Status', ...lines].join('\n')
    const { rows, findings } = readFile(Buffer.from(file), 'season.csv', {
      ...{ timezone: 'Europe/London', language: 'en', today: '2026-04-01' },
    })
    expect(
      findings.filter(({ severity }) => severity === 'error'),
      name,
    ).toEqual([])
    let minted = 0
    const comparison = { rows, mode: 'replace', isUpcoming: () => false } as const
    const { changes } = compare({ ...comparison, events: [], mintUid: () => `u${++minted}` })
    const events = changes.map(({ after }) => after)
    const again = compare({ ...comparison, events, mintUid: () => 'none' })
    expect([again.changes, again.questions], name).toEqual([[], []])
    matchCount += events.length
  }
  expect(matchCount).toBeGreaterThan(50_000)
})
