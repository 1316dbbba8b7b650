// A JSON file to rows of a schedule: {"events": […]}.

import { orderOf, THREE_NUMBERS } from './dates.ts'
import { type ReadRow, readRow } from './facts.ts'
import type { Finding, FindingCode } from './finding.ts'
import { gathered } from './gathered.ts'
import { quoted } from './given.ts'
import { type GivenEvent, givenEvent, isObject } from './json-fields.ts'
import { isTooDeep, parseJson, pointerTo } from './json-text.ts'
import { MAX_JSON_DEPTH, MAX_ROWS } from './limits.ts'
import { splitMoment } from './moments.ts'
import type { Reading, ReadingContext } from './row.ts'

export function readJson(text: string, context: ReadingContext): Reading {
  const opened = open(text)
  if ('findings' in opened)
    return gathered('json', { rowCount: 0, read: [], findings: opened.findings })
  const { events } = opened
  const givens = events.map((event, at) => (isObject(event) ? givenEvent(event, at) : event))
  const order = context.dateOrder ?? orderIn(givens)
  const rowContext = { ...context, order, year: context.year ?? null }
  const read = givens.map((given, at): ReadRow => {
    if (!isGiven(given)) return { row: null, findings: [notAnEvent(given, at)] }
    // A value of a wrong type has been refused: what it would have been is not missed as well.
    if (given.findings.length > 0) return { row: null, findings: given.findings }
    return readRow(given.given, rowContext)
  })
  return gathered('json', { rowCount: events.length, read, findings: [] })
}

const isGiven = (given: unknown): given is GivenEvent => isObject(given) && 'given' in given

const error = (code: FindingCode, more: Partial<Finding> = {}): Finding => ({
  ...{ code, severity: 'error' },
  ...more,
})

function open(text: string): { events: unknown[] } | { findings: Finding[] } {
  if (isTooDeep(text))
    return { findings: [error('json.depth', { params: { limit: MAX_JSON_DEPTH } })] }
  const parsed = parseJson(text)
  if (!('value' in parsed)) {
    const line = parsed.line === null ? {} : { line: parsed.line }
    return { findings: [error('json.syntax', { ...line, value: quoted(parsed.near) })] }
  }
  const { value } = parsed
  const wanted = { params: { wanted: '{"events": […]}' } }
  if (!isObject(value)) return { findings: [error('json.type', { pointer: '', ...wanted })] }
  const others = Object.keys(value).filter((key) => key !== 'events')
  if (others.length > 0)
    return {
      findings: others.slice(0, 10).map((key) => {
        const code = key === '__proto__' ? 'json.key' : 'json.unknown_field'
        return error(code, { pointer: pointerTo(key), value: quoted(key) })
      }),
    }
  const { events } = value
  if (!Array.isArray(events))
    return { findings: [error('json.type', { pointer: '/events', ...wanted })] }
  if (events.length === 0) return { findings: [error('file.no_rows', { pointer: '/events' })] }
  if (events.length > MAX_ROWS)
    return {
      findings: [error('file.too_many_rows', { pointer: '/events', params: { limit: MAX_ROWS } })],
    }
  return { events }
}

const notAnEvent = (value: unknown, at: number): Finding =>
  error('json.type', {
    ...{ pointer: pointerTo('events', at), value: quoted(JSON.stringify(value) ?? '') },
    params: { wanted: '{title, start, …}' },
  })

function orderIn(givens: readonly unknown[]) {
  const fields = ['start', 'start_date', 'end', 'end_date'] as const
  const texts = givens
    .filter(isGiven)
    .flatMap(({ given }) => fields.map((field) => splitMoment(given.text(field) ?? '').date))
  return orderOf(texts.filter((text) => THREE_NUMBERS.test(text)))
}
