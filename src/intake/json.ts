// A JSON file to rows of a schedule: {"events": […]}.

import { type ReadRow, readRow } from './facts.ts'
import type { Finding, FindingCode } from './finding.ts'
import { gathered } from './gathered.ts'
import { quoted } from './given.ts'
import { type GivenEvent, givenEvent, isObject } from './json-fields.ts'
import { isTooDeep, parseJson, pointerTo, shown } from './json-text.ts'
import { MAX_JSON_DEPTH, MAX_ROWS } from './limits.ts'
import { orderIn } from './moments.ts'
import type { Reading, ReadingContext } from './row.ts'

export function readJson(text: string, context: ReadingContext): Reading {
  const opened = open(text)
  if ('findings' in opened)
    return gathered('json', { rowCount: 0, read: [], findings: opened.findings })
  const { events } = opened
  const leftOut = new Set(context.leaveOut)
  const givens = events
    .map((event, at) => ({ at, given: isObject(event) ? givenEvent(event, at) : event }))
    .filter(({ at }) => !leftOut.has(at + 1))
  const order =
    context.dateOrder ??
    orderIn(givens.flatMap(({ given }) => (isGiven(given) ? [given.given] : [])))
  const rowContext = { ...context, order, year: context.year ?? null }
  const read = givens.map(({ given, at }): ReadRow => {
    if (!isGiven(given)) return { row: null, findings: [notAnEvent(given, at)] }
    // A value of a wrong type has been refused: what it would have been is not missed as well.
    if (!given.findings.every(({ code }) => MERELY_TOO_MUCH.has(code)))
      return { row: null, findings: given.findings }
    const read = readRow(given.given, rowContext)
    if (given.findings.length === 0) return read
    return { row: null, findings: [...given.findings, ...read.findings] }
  })
  return gathered('json', { rowCount: givens.length, read, findings: [] })
}

/** What the rest of an event can be read beside. */
const MERELY_TOO_MUCH = new Set<FindingCode>(['json.unknown_field', 'json.key'])

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
    const { line, near } = parsed
    return { findings: [error('json.syntax', { line, value: quoted(near) })] }
  }
  const { value } = parsed
  if (!isObject(value)) return { findings: [notTheseEvents('', value)] }
  const others = Object.keys(value).filter((key) => key !== 'events')
  if (others.length > 0)
    return {
      findings: others.slice(0, 10).map((key) => {
        const code = key === '__proto__' ? 'json.key' : 'json.unknown_field'
        return error(code, { pointer: pointerTo(key), value: quoted(key) })
      }),
    }
  const { events } = value
  if (!Array.isArray(events)) return { findings: [notTheseEvents('/events', events)] }
  if (events.length === 0) return { findings: [error('file.no_rows', { pointer: '/events' })] }
  if (events.length > MAX_ROWS)
    return {
      findings: [error('file.too_many_rows', { pointer: '/events', params: { limit: MAX_ROWS } })],
    }
  return { events }
}

const notTheseEvents = (pointer: string, value: unknown): Finding =>
  error('json.type', { pointer, value: shown(value), params: { wanted: '{"events": […]}' } })

const notAnEvent = (value: unknown, at: number): Finding => {
  const pointer = pointerTo('events', at)
  return error('json.type', {
    pointer,
    value: shown(value),
    params: { wanted: '{title, start, …}' },
  })
}
