// Questions about series: a year far from their start against their first, and rules that count.

import { bareFacts, type Facts } from '../src/schedule/event.ts'
import { occurrencesOf, spanOf } from '../src/schedule/occurrences.ts'
import { parseRule } from '../src/schedule/recurrence.ts'
import { median, type Report } from './harness.ts'

const SERIES = 1000
const ROUNDS = 5
const FIRST_YEAR = 2026
const YEARS_ON = 50

const RULES = ['FREQ=WEEKLY', 'FREQ=WEEKLY;COUNT=5000', 'FREQ=DAILY', 'FREQ=MONTHLY', 'FREQ=YEARLY']

export async function recurrence(): Promise<Report> {
  const samples = RULES.map((rule) => {
    const all = seriesOf(rule)
    const year = (from: number) =>
      timed(() => {
        for (const facts of all)
          occurrencesOf(facts, `${from}-01-01T00:00:00Z`, `${from + 1}-01-01T00:00:00Z`, 60, 400)
      })
    const spans = timed(() => {
      for (const facts of all) spanOf(facts, 60)
    })
    return { rule, first: year(FIRST_YEAR), later: year(FIRST_YEAR + YEARS_ON), spans }
  })
  return {
    name: `${SERIES} series: a year's occurrences (CPU time, median of ${ROUNDS})`,
    columns: ['rule', 'first year', `${YEARS_ON} years on`, 'ratio', 'first and last'],
    rows: samples.map(({ rule, first, later, spans }) => [
      ...[rule, milliseconds(first), milliseconds(later), (later / first).toFixed(2)],
      milliseconds(spans),
    ]),
    samples,
  }
}

/** Begun in the first week of the first year, so that both years hold as many occurrences. */
function seriesOf(text: string): Facts[] {
  return Array.from({ length: SERIES }, (_, place) => {
    const start = `${FIRST_YEAR}-01-0${1 + (place % 7)}T18:30:00`
    const parsed = parseRule(text, { start, allDay: false, timezone: 'Asia/Seoul' })
    if ('code' in parsed) throw new Error(parsed.code)
    return { ...bareFacts('Training', start, 'Asia/Seoul'), rrule: parsed.rule }
  })
}

const milliseconds = (one: number): string => `${one.toFixed(0)} ms`

/** The first round, in which code is still compiled, is left out. */
function timed(work: () => void): number {
  const rounds = Array.from({ length: ROUNDS + 1 }, () => {
    const begun = process.cpuUsage()
    work()
    const { user, system } = process.cpuUsage(begun)
    return (user + system) / 1000
  })
  return median(rounds.slice(1))
}
