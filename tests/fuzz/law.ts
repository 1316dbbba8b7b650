// What holds of every file whatsoever: refused at a place, or read into a feed that others can read.

import ICAL from 'ical.js'
import { renderCalendar } from '../../src/icalendar/calendar.ts'
import { renderEvent } from '../../src/icalendar/vevent.ts'
import { timezonesFor } from '../../src/icalendar/vtimezone.ts'
import { readFile } from '../../src/intake/read.ts'
import type { ReadingContext } from '../../src/intake/row.ts'
import { compare } from '../../src/schedule/diff.ts'
import type { EventState } from '../../src/schedule/event.ts'
import { spanOf } from '../../src/schedule/occurrences.ts'
import { readFeed } from '../icalendar/reading.ts'

const NOW = '2026-04-01T00:00:00Z'
const CONTEXT: ReadingContext = {
  ...{ timezone: 'Asia/Seoul', language: 'ko', today: '2026-04-01', defaultMinutes: 60 },
}
const HEAD = {
  ...{ name: '레가타', description: null, timezone: 'Asia/Seoul', color: null, refreshHours: 1 },
}
/** Rendering more of one file takes time and shows nothing new. */
const MAX_EVENTS = 200

/** A second is promised on a quiet machine; the CPU's time alone is counted. */
const MAX_CPU_MS = 1000

/** `accepted` or `refused`; throws at whatever breaks the law. */
export function lawful(bytes: Uint8Array, filename: string): 'accepted' | 'refused' {
  const begun = process.cpuUsage()
  const { rows, findings } = readFile(bytes, filename, CONTEXT)
  const { user, system } = process.cpuUsage(begun)
  if ((user + system) / 1000 > MAX_CPU_MS) throw new Error(`slow: ${(user + system) / 1000} ms`)
  for (const { code, severity, row, line, pointer } of findings)
    if (
      severity === 'error' &&
      !row &&
      !line &&
      pointer === undefined &&
      !/^(?:file|encoding)/.test(code)
    )
      throw new Error(`without a place: ${code}`)
  if (findings.some(({ severity }) => severity !== 'warning')) return 'refused'
  if (rows.length === 0) return 'accepted'
  let minted = 0
  const ask = (events: EventState[]) =>
    compare({
      ...{ rows: rows.slice(0, MAX_EVENTS), events, mode: 'replace', isUpcoming: () => true },
      mintUid: () => `u${String(++minted).padStart(19, '0')}`,
    })
  const events = ask([]).changes.map(({ after }) => ({ ...after, changedAt: NOW }))
  const again = ask(events).changes
  if (again.length > 0)
    throw new Error(`changes again: ${again[0]?.type} ${JSON.stringify(again[0]?.fields)}`)
  const feed = feedOf(events)
  if (feedOf(events) !== feed) throw new Error('rendered otherwise the second time')
  readable(feed)
  return 'accepted'
}

function feedOf(events: readonly EventState[]): string {
  const placed = events
    .filter(({ removed }) => !removed)
    .map((event) => ({
      ...spanOf(event.facts, 60),
      vevent: renderEvent(event, { publishedAt: NOW }, { language: 'ko', defaultMinutes: 60 }),
    }))
  const vevents = placed.map(({ vevent }) => vevent)
  return renderCalendar(HEAD, [...timezonesFor(placed, NOW), ...vevents])
}

/** Our own strict reader, and another's. */
function readable(feed: string): void {
  readFeed(feed)
  const seen = new Set<string>()
  for (const vevent of new ICAL.Component(ICAL.parse(feed)).getAllSubcomponents('vevent')) {
    const event = new ICAL.Event(vevent)
    const key = `${event.uid} ${event.recurrenceId ?? ''}`
    if (seen.has(key)) throw new Error(`one UID twice: ${key}`)
    seen.add(key)
    event.startDate.toJSDate()
    event.endDate.toJSDate()
  }
}

/** What is wrong, in words of which those before the colon are the kind; null when nothing is. */
export function offence(bytes: Uint8Array, filename: string): string | null {
  try {
    lawful(bytes, filename)
    return null
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error)
  }
}
