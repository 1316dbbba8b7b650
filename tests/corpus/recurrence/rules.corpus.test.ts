// Bare rules, as the authors of four libraries expect them to be expanded.

import { expect, test } from 'vitest'
import {
  type Case,
  casesIn,
  here,
  instancesOf,
  json,
  local,
  text,
  todayFor,
  verdict,
  walked,
} from './oracle.ts'
import {
  CONTESTED,
  ICAL_NET_RULES,
  LIBICAL,
  LIBICAL_COUNTS,
  RRULE_JS,
  RRULE_JS_SETS,
} from './readings.ts'

function counted(cases: readonly Case[]) {
  const counts: Record<string, number> = {}
  const differing: string[] = []
  for (const one of cases) {
    const full = one.instead ? insteadOf(one) : verdict(one)
    const [kind = ''] = full.split(/: | [A-Z]+=/)
    const code = /rrule\.\w+/.exec(full)?.[0] ?? kind
    counts[code] = (counts[code] ?? 0) + 1
    if (kind.startsWith('differs')) differing.push(`${one.rule} ${one.start}`)
  }
  return { counts, differing }
}

/** What they say must be refused, or give up on. */
function insteadOf({ rule, start }: Case): string {
  const made = walked(rule, start, '2400-01-01')
  return typeof made === 'string' ? made : 'differs'
}

test.skipIf(!here)('libical', () => {
  const { counts, differing } = counted(casesIn('libical-icalrecur/icalrecur_test.txt'))
  expect(differing).toEqual(Object.keys(LIBICAL))
  expect(counts).toEqual({ agrees: 73, differs: 1, 'rrule.too_dense': 14 })
})

test.skipIf(!here)('libical: other calendars, and SKIP, are refused by name (RFC 7529)', () => {
  const files = ['icalrecur_test_rscale.txt', 'icalrecur_test_rscale_withicu.txt']
  const { counts } = counted(files.flatMap((file) => casesIn(`libical-icalrecur/${file}`)))
  expect(counts).toEqual({ agrees: 1, 'rrule.invalid': 18 })
})

test.skipIf(!here)('ical.net', () => {
  const { counts, differing } = counted(casesIn('ical.net-recurrence/RecurrenceTestCases.txt'))
  expect(differing).toEqual(Object.keys(ICAL_NET_RULES))
  expect(counts).toEqual({ agrees: 36, differs: 7, 'rrule.invalid': 4, 'rrule.too_dense': 3 })
})

test.skipIf(!here)('rrule.js', () => {
  const cases = json('rrule.js/cases.json').flatMap((one: Record<string, string & string[]>) => {
    const [start, rule, ...more] = (one.ical ?? '').split('\n')
    if (one.method !== 'all' || !rule?.startsWith('RRULE:') || more.length > 0) return []
    const instances = (one.expected ?? []).map((instant) => instant.slice(0, 19))
    return [
      {
        rule: rule.slice(6),
        start: local(start?.replace(/^.*:/, '') ?? ''),
        instances,
        instead: '',
      },
    ]
  })
  const { counts, differing } = counted(cases)
  expect(differing).toEqual(Object.keys(RRULE_JS))
  expect(counts).toEqual({ agrees: 76, differs: 2, 'rrule.invalid': 13, 'rrule.too_dense': 57 })
})

test.skipIf(!here)('libical’s counts', () => {
  const vevents = text('libical-icalrecur/recur.txt')
    .replace(/\r?\n[ \t]/g, '')
    .split('END:VEVENT')
  const differing: string[] = []
  let agreed = 0
  for (const vevent of vevents) {
    const of = (name: string) =>
      new RegExp(`^${name}[^:\\n]*:(.*)$`, 'm').exec(vevent)?.[1]?.trim() ?? ''
    const [rule, start, count] = [of('RRULE'), of('DTSTART'), Number(of('X-EXPECT-NUMEVENTS'))]
    const made = rule && start && count ? walked(rule, local(start), '2100-01-01') : ''
    if (typeof made === 'string') continue
    if (made.length === count) agreed += 1
    else differing.push(`${rule} ${start}`)
  }
  expect(differing).toEqual(Object.keys(LIBICAL_COUNTS))
  expect(agreed).toBe(50)
})

test.skipIf(!here)('rrule.js: sets, and questions about a part, as calendars', () => {
  let [agreed, skipped] = [0, 0]
  const differing: string[] = []
  for (const { id, ical, method, args, expected } of json('rrule.js/cases.json')) {
    const two = ical.split('RRULE').length > 2
    if (method === 'all' && !two && !/\n(?:EXDATE|RDATE)/.test(ical)) continue
    // EXRULE is of RFC 2445, and of two RRULEs RFC 5545 §3.8.5.3 says nothing.
    if (two || /EXRULE/.test(ical)) {
      skipped += 1
      continue
    }
    const vevent = `BEGIN:VEVENT\nUID:a\n${ical}\nEND:VEVENT\n`
    const calendar = `BEGIN:VCALENDAR\nVERSION:2.0\n${vevent}END:VCALENDAR\n`
    const today = todayFor(expected)
    const { instances, errors } = instancesOf(calendar, { timezone: 'UTC', today, most: 3000 })
    const all = instances.map(({ written }) => `${written}.000Z`)
    const [from = '', to = ''] = args as string[]
    const questions: Record<string, string[]> = {
      all,
      before: all.filter((one) => one < from).slice(-1),
      after: all.filter((one) => one > from).slice(0, 1),
      between: all.filter((one) => one > from && one < to),
    }
    if (errors.length === 0 && questions[method]?.join() === expected.join()) agreed += 1
    else differing.push(id)
  }
  expect(differing).toEqual(Object.keys(RRULE_JS_SETS))
  expect({ agreed, skipped }).toEqual({ agreed: 7, skipped: 6 })
})

test.skipIf(!here)('what python-dateutil reads otherwise is read as RFC 5545 has it', () => {
  const differing: string[] = []
  for (const { rrule, dtstart, expected_head } of json('contested-vs-dateutil.json')) {
    const wanted: string[] = (expected_head ?? []).map(local)
    const made = walked(rrule, local(dtstart), wanted.at(-1) ?? '2400-01-01')
    const theirs = wanted.length > 0 && !wanted[0]?.includes('***')
    const same = theirs && made.slice(0, wanted.length).toString() === wanted.toString()
    if (!same) differing.push(`${rrule} ${local(dtstart)}`)
  }
  expect(differing).toEqual(Object.keys(CONTESTED))
})
