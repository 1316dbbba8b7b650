// Whole calendars through our own intake, against the instances that other programs' tests expect.

import { expect, test } from 'vitest'
import { addDays } from '../../../src/schedule/zones.ts'
import {
  compare,
  contains,
  filesIn,
  here,
  instancesOf,
  instantOf,
  json,
  type Tally,
  tally,
  text,
  todayFor,
} from './oracle.ts'
import { CALCARD, HORDE, ICAL_NET, KCALENDARCORE, RECURRING_ICAL_EVENTS } from './readings.ts'

const counts = ({ cases, agreed, refused }: Tally) => ({ cases, agreed, refused })

const instants = ({ instances }: ReturnType<typeof instancesOf>): string[] => [
  ...new Set(instances.map(({ instant }) => instant)),
]

test.skipIf(!here)('KCalendarCore', () => {
  const found = tally()
  for (const name of filesIn('kcalendarcore-rrule', '.ics')) {
    // One has no list of its next occurrences.
    if (name.endsWith('LibICal_TestCase56.ics')) continue
    const lines = text(`${name}.next.ref`)
      .split('\n')
      .filter((line) => /^\d{4}-/.test(line))
    const theirs = lines.map((line) => instantOf(line.split(' ')[0] ?? '', line.split(' ')[2]))
    const timezone = /OutTZ:(.*)/.exec(text(name))?.[1]?.trim() ?? 'UTC'
    const file = instancesOf(text(name), { timezone, today: todayFor(theirs), most: 600 })
    compare(found, name.slice(20), { errors: file.errors, ours: instants(file), theirs })
  }
  expect(found.differing).toEqual(Object.keys(KCALENDARCORE))
  expect(counts(found)).toEqual({ cases: 85, agreed: 63, refused: { 'rrule.too_dense': 7 } })
})

interface Call {
  ics: string
  from: { local: string } | null
  to: { local: string } | null
  eventIndex: number
  expected: { local: string; tzid: string | null }[]
}

test.skipIf(!here)('ical.net', () => {
  const found = tally()
  for (const name of filesIn('ical.net-recurrence/expected', '.json'))
    for (const { ics, from, to, eventIndex, expected } of json(name) as Call[]) {
      const calendar = text(`ical.net-recurrence/${ics}`)
      const own = /^TZID:(.*)$/m.exec(calendar)?.[1]?.trim()
      const zoneOf = (tzid: string | null) => (tzid?.startsWith('(') ? own : tzid) ?? 'UTC'
      const theirs = expected.map(({ local, tzid }) => instantOf(local, zoneOf(tzid))).sort()
      const zone = zoneOf(expected[0]?.tzid ?? null)
      const [begin, end] = [from?.local ?? '1900-01-01', to?.local ?? '2200-01-01']
      const today = todayFor(theirs)
      const file = instancesOf(onlyEvent(calendar, eventIndex), { today, most: 3000 })
      const ours = instants(file).filter(
        (one) => one >= instantOf(begin, zone) && one < instantOf(end, zone),
      )
      compare(found, ics, { errors: file.errors, ours, theirs })
    }
  expect(found.differing).toEqual(Object.keys(ICAL_NET))
  expect(counts(found)).toEqual({
    cases: 39,
    agreed: 30,
    refused: { 'encoding.unsupported': 3, 'rrule.too_dense': 4 },
  })
})

function onlyEvent(calendar: string, wanted: number): string {
  let place = 0
  return calendar.replace(/BEGIN:VEVENT[\s\S]*?END:VEVENT\r?\n/g, (vevent) =>
    place++ === wanted ? vevent : '',
  )
}

interface Told {
  component?: string
  summary?: string
  dtstart: { date?: string; local?: string }
}

test.skipIf(!here)('recurring-ical-events', () => {
  const found = tally()
  for (const name of filesIn('recurring-ical-events/expected', '.json')) {
    const { ics, queries } = json(name) as { ics: string; queries: { result: Told[] | number }[] }
    if (!ics.endsWith('.ics')) continue
    const told = queries.flatMap(({ result }) => (typeof result === 'number' ? [] : result))
    const theirs = told
      .filter(({ component }) => component === 'VEVENT')
      .map(({ summary, dtstart }) =>
        `${dtstart.date ?? dtstart.local} ${summary ?? 'untitled'}`.trim(),
      )
    const file = { today: todayFor(theirs), most: 3000 }
    const { instances, errors } = instancesOf(text(`recurring-ical-events/${ics}`), file)
    const ours = instances.map(({ written, title }) => `${written} ${title}`)
    contains(found, ics, { errors, ours, theirs })
  }
  expect(found.differing).toEqual(Object.keys(RECURRING_ICAL_EVENTS))
  expect(counts(found)).toEqual({
    cases: 43,
    agreed: 30,
    refused: {
      'file.no_rows': 4,
      'ics.duplicate_property': 2,
      'ics.line': 1,
      'recurrence.duplicate': 1,
      'uid.duplicate': 2,
    },
  })
})

test.skipIf(!here)('Horde', () => {
  const found = tally()
  for (const name of filesIn('horde-vtimezone', '.ics')) {
    const lines = text(name.replace(/ics$/, 'txt'))
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean)
    const theirs = lines.flatMap((line, place) =>
      place % 2 ? [`2000 ${lines[place - 1]} ${line}`] : [],
    )
    const { instances, errors } = instancesOf(text(name), {})
    const ours = instances.map(({ title, instant }) => `2000 ${title} ${instant.slice(11, 16)}`)
    contains(found, name.slice(16), { errors, ours, theirs })
  }
  expect(found.differing).toEqual(Object.keys(HORDE))
  expect(counts(found)).toEqual({ cases: 14, agreed: 11, refused: {} })
})

test.skipIf(!here)('calcard, whose snapshots nobody has verified', () => {
  const found = tally()
  const expansions = new Set(filesIn('calcard', '.json'))
  for (const name of filesIn('calcard', '.ics')) {
    const expansion = name.replace(/ics$/, 'json')
    if (!expansions.has(expansion)) continue
    const starts = [...text(expansion).matchAll(/"start": "([^"]+)"/g)]
    const theirs = starts
      .map(([, start = '']) => `${new Date(start).toISOString().slice(0, 19)}Z`)
      .sort()
    const today = todayFor(theirs)
    const to = addDays(today, 5 * 366 + 2)
    const file = instancesOf(text(name), { timezone: 'Pacific/Auckland', today, to, most: 100 })
    // They stop at a hundred instances of a file, whichever of its series these are of.
    contains(found, name.slice(8), { errors: file.errors, ours: instants(file), theirs })
  }
  expect(found.differing).toEqual(Object.keys(CALCARD))
  expect(counts(found)).toEqual({
    cases: 144,
    agreed: 80,
    refused: {
      'date.invalid': 1,
      'field.required': 3,
      'file.no_rows': 7,
      'ics.duplicate_property': 2,
      'ics.line': 5,
      'ics.structure': 16,
      'tz.unknown': 7,
      'uid.duplicate': 4,
    },
  })
})
