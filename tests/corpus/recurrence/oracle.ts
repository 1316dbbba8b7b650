// Expected instances of other programs, and ours beside them: of bare rules, and of whole files.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { startsOf } from '../../../src/intake/ics/expansion.ts'
import { readWideRule } from '../../../src/intake/ics/wide-rule.ts'
import { readFile } from '../../../src/intake/read.ts'
import { bareFacts, type Facts } from '../../../src/schedule/event.ts'
import { occurrencesOf } from '../../../src/schedule/occurrences.ts'
import { expandStarts, parseRule } from '../../../src/schedule/recurrence.ts'
import { placeIn } from '../../../src/schedule/zones.ts'

const ORACLE = new URL('../../../../shared/corpus/recurrence-oracle/', import.meta.url)
export const here = existsSync(ORACLE)
export const text = (name: string): string => readFileSync(new URL(name, ORACLE), 'utf8')
export const json = (name: string) => JSON.parse(text(name))
export const filesIn = (folder: string, ending: string): string[] =>
  readdirSync(new URL(`${folder}/`, ORACLE), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => `${folder}/${name}`)
    .sort()

export interface Case {
  rule: string
  start: string
  instances: string[]
  /** What the block says instead of instances. */
  instead: string
}

/** Blocks of libical's and ical.net's tables. */
export const casesIn = (file: string): Case[] =>
  text(file)
    .split(/\n\s*\n/)
    .flatMap((block) => {
      const of = (name: string) => new RegExp(`^${name}:(.*)$`, 'm').exec(block)?.[1]?.trim() ?? ''
      const [rule, start, made] = [of('RRULE'), of('DTSTART'), of('INSTANCES')]
      if (!rule || !start) return []
      const all = /^\d/.test(made) ? made.split(',').map(local) : []
      // Where their iterator is moved: what follows the start is still ours to make.
      const instances = all.filter((one) => one >= local(of('START-AT') || '0'))
      const instead = of('EXCEPTION') ? 'EXCEPTION' : all.length === 0 ? 'UNIMPLEMENTED' : ''
      return [{ rule, start: local(start), instances, instead }]
    })

/** `19970902T090000` as `1997-09-02T09:00:00`. */
export const local = (written: string): string =>
  written
    .trim()
    .replace(/^(\d{4})(\d\d)(\d\d)/, '$1-$2-$3')
    .replace(/T(\d\d)(\d\d)(\d\d)Z?$/, 'T$1:$2:$3')

const until = (written: string | null, start: string): string | null => {
  if (written === null) return null
  const read = local(written)
  if (!start.includes('T')) return read.slice(0, 10)
  return read.includes('T') ? read : `${read}T23:59:59`
}

/** By the walk, which takes every rule; a word instead for one that is refused. */
export function walked(rule: string, start: string, last: string): string[] | string {
  const read = readWideRule(rule)
  if ('code' in read) return `${read.code} ${read.params.part}`
  const bounds = { until: until(read.until, start), horizon: last, limit: 10_000 }
  return startsOf(read, start, bounds).filter((one) => one <= last)
}

/** By what expands published rules; null for one that is not published as a rule. */
export function published(rule: string, start: string, last: string): string[] | null {
  const slot = { start, allDay: !start.includes('T'), timezone: 'UTC' }
  const parsed = parseRule(rule, slot)
  if ('code' in parsed) return null
  const made = expandStarts({ ...slot, rrule: parsed.rule, exdates: [] }, start, '9999-12-31', 5000)
  return made.filter((one) => one <= last)
}

/** Whether the walk, and where it is published the rule, makes exactly those up to the last of them. */
export function verdict({ rule, start, instances }: Case): string {
  const last = instances.at(-1) ?? ''
  const made = walked(rule, start, last)
  if (typeof made === 'string') return `refused: ${made}`
  const count = Number(/COUNT=(\d+)/i.exec(rule)?.[1] ?? Number.NaN)
  const from = instances[0] ?? ''
  // Their iterators leave out a start that is off its rule, so that their count ends one later.
  const offRule = from > start && instances.length > 0 && made[0] === start
  const wanted = offRule && instances.length === count ? instances.slice(0, -1) : instances
  const got = made.filter((one) => one >= from).slice(0, wanted.length)
  if (got.join() !== wanted.join()) return `differs: ${got.slice(0, 4)}`
  const rules = published(rule, start, last)?.filter((one) => one >= from)
  return rules && rules.join() !== instances.join() ? `differs as a rule: ${rules}` : 'agrees'
}

const ZONES: Record<string, string> = {
  'US-Eastern': 'America/New_York',
}

/** What an oracle's local time means: by its zone, else as UTC. */
export const instantOf = (written: string, zone = 'UTC'): string => {
  const fixed = zone.replace(
    /^UTC([+-])0?(\d+):00$/,
    (_, sign, hours) => `Etc/GMT${sign === '-' ? '+' : '-'}${hours}`,
  )
  const moment = written.includes('T') ? written : `${written}T00:00:00`
  return placeIn(moment, ZONES[zone] ?? fixed).instant
}

/** A year's beginning, from which series that are written out are followed for five years. */
export const todayFor = (instants: readonly string[]): string =>
  `${[...instants].sort()[0]?.slice(0, 4) ?? '2000'}-01-01`

export interface Tally {
  cases: number
  agreed: number
  refused: Record<string, number>
  differing: string[]
}

export const tally = (): Tally => ({ cases: 0, agreed: 0, refused: {}, differing: [] })

/** Series that are written out are followed for five years from the day of reading. */
const YEARS = 5

/** Agreed where ours are theirs, neither more nor fewer, as far as ours are followed. */
export function compare(
  into: Tally,
  name: string,
  { errors, ours, theirs }: { errors: string[]; ours: string[]; theirs: string[] },
): void {
  into.cases += 1
  const reason = errors.join()
  const end = `${Number(todayFor(theirs).slice(0, 4)) + YEARS}`
  const wanted = theirs.filter((one) => one < end)
  const last = wanted.at(-1) ?? ''
  const got = ours.filter((one) => one <= last)
  if (reason) into.refused[reason] = (into.refused[reason] ?? 0) + 1
  else if (got.join() === wanted.join()) into.agreed += 1
  else if (!into.differing.includes(name)) {
    into.differing.push(name)
  }
}

/** The same for oracles that tell of a part of a file: theirs are all among ours. */
export function contains(
  into: Tally,
  name: string,
  { errors, ours, theirs }: { errors: string[]; ours: string[]; theirs: string[] },
): void {
  const among = new Set(ours)
  const distinct = [...new Set(theirs)].sort()
  compare(into, name, { errors, ours: distinct.filter((one) => among.has(one)), theirs: distinct })
}

export interface Instance {
  title: string
  /** By the clocks of its zone. */
  written: string
  /** `2026-04-01T09:30:00Z` */
  instant: string
}

/** Test files without a title, or with an end before the start, are about recurrence all the same. */
const readable = (ics: string): string =>
  ics
    .replace(/\r\n/g, '\n')
    .replace(/BEGIN:VEVENT\n(?:(?!END:VEVENT)[^\n]*\n)*?END:VEVENT/g, (vevent) =>
      /^SUMMARY/m.test(vevent) ? vevent : vevent.replace('\n', '\nSUMMARY:untitled\n'),
    )
    .replace(/^(?:DTEND|DURATION)[;:].*\n(?:[ \t].*\n)*/gm, '')

/** What a file comes to; its errors instead, where it is refused. */
export function instancesOf(
  bytes: string | Uint8Array,
  { timezone = 'UTC', today = '2026-01-01', from = '1900-01-01', to = '2200-01-01', most = 500 },
): { instances: Instance[]; errors: string[] } {
  const file = typeof bytes === 'string' ? new TextEncoder().encode(readable(bytes)) : bytes
  const { rows, findings } = readFile(file, 'calendar.ics', { timezone, language: 'en', today })
  const errors = findings.filter(({ severity }) => severity === 'error').map(({ code }) => code)
  const instances = rows.flatMap((row) => {
    const facts = { ...bareFacts('', '', timezone), ...row.facts } as Facts
    const range = [`${from}T00:00:00Z`, `${to}T00:00:00Z`] as const
    return occurrencesOf(facts, ...range, 0, most).map(({ start, startInstant, facts }) => ({
      ...{ title: facts.title, written: start, instant: startInstant },
    }))
  })
  const order = (a: Instance, b: Instance) => (a.instant < b.instant ? -1 : 1)
  return { instances: instances.sort(order), errors: [...new Set(errors)] }
}
