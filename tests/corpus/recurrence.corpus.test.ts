// Rules as libical's authors expect them to be expanded, by the walk and by what is published.

import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { startsOf } from '../../src/intake/ics/expansion.ts'
import { readWideRule } from '../../src/intake/ics/wide-rule.ts'
import { expandStarts, parseRule } from '../../src/schedule/recurrence.ts'

const ORACLE = new URL(
  '../../../shared/corpus/recurrence-oracle/libical-icalrecur/',
  import.meta.url,
)
const here = existsSync(ORACLE)

interface Case {
  rule: string
  start: string
  instances: string[]
}

function casesIn(file: string): Case[] {
  return readFileSync(new URL(file, ORACLE), 'utf8')
    .split(/\n\s*\n/)
    .flatMap((block) => {
      const of = (name: string) => new RegExp(`^${name}:(.*)$`, 'm').exec(block)?.[1]?.trim()
      const [rule, start, instances] = [of('RRULE'), of('DTSTART'), of('INSTANCES')]
      if (!rule || !start || !instances || instances.includes('***') || of('START-AT')) return []
      return [{ rule, start: local(start), instances: instances.split(',').map(local) }]
    })
}

/** `19970902T090000` as `1997-09-02T09:00:00`. */
const local = (text: string): string =>
  text
    .trim()
    .replace(/^(\d{4})(\d\d)(\d\d)/, '$1-$2-$3')
    .replace(/T(\d\d)(\d\d)(\d\d)Z?$/, 'T$1:$2:$3')

const until = (text: string | null, start: string): string | null => {
  if (text === null) return null
  const read = local(text)
  if (!start.includes('T')) return read.slice(0, 10)
  return read.includes('T') ? read : `${read}T23:59:59`
}

test.skipIf(!here)('libical’s rules, by the walk', () => {
  const differing: string[] = []
  let count = 0
  for (const { rule, start, instances } of here ? casesIn('icalrecur_test.txt') : []) {
    const read = readWideRule(rule)
    if ('code' in read) continue
    count += 1
    // Their iterator leaves out a start that is off its rule; with it, a count ends one sooner.
    const onRule = instances[0] === start
    const wanted = onRule || read.count === null ? instances : instances.slice(0, -1)
    const made = startsOf(read, start, {
      ...{ until: until(read.until, start), horizon: '2400-01-01', limit: instances.length + 1 },
    })
    const got = (onRule ? made : made.slice(1)).slice(0, wanted.length)
    if (got.join() !== wanted.join())
      differing.push(`${rule} ${start}\n  ${got.slice(0, 6)}\n  ${wanted.slice(0, 6)}`)
  }
  expect(differing).toEqual([])
  expect(count).toBeGreaterThanOrEqual(70)
})

test.skipIf(!here)('those that are published as rules, by what expands them', () => {
  const differing: string[] = []
  let count = 0
  for (const { rule, start, instances } of here ? casesIn('icalrecur_test.txt') : []) {
    const slot = { start, allDay: !start.includes('T'), timezone: 'UTC' }
    const parsed = parseRule(rule, slot)
    if ('code' in parsed) continue
    count += 1
    const series = { ...slot, rrule: parsed.rule, exdates: [] }
    const made = expandStarts(series, start, '2200-01-01', instances.length)
    if (made.join() !== instances.join())
      differing.push(`${rule} ${start}\n  ${made.slice(0, 6)}\n  ${instances.slice(0, 6)}`)
  }
  expect(differing).toEqual([])
  // Eight of 42 are refused since real programs read them otherwise: docs/decisions/0011.
  expect(count).toBeGreaterThanOrEqual(34)
})
