// One event rendered and read back, for the tests.

import { renderEvent } from '../../src/icalendar/vevent.ts'
import { bareFacts, type EventState, type Facts, untouched } from '../../src/schedule/event.ts'
import { type Component, eventsOf, readFeed } from './reading.ts'

export interface Given extends Partial<Omit<EventState, 'facts'>> {
  facts?: Partial<Facts>
  language?: string
  defaultMinutes?: number
}

/** An evening game in Seoul, unless told otherwise. */
export function vevent({
  facts,
  language = 'ko',
  defaultMinutes = 60,
  ...state
}: Given = {}): string {
  const start = facts?.start ?? '2026-04-01T18:30:00'
  return renderEvent(
    {
      uid: 'u7k2m9q4x1c8v5b3n6z0',
      sequence: 0,
      movedFrom: null,
      withdrawn: false,
      removed: false,
      ...untouched(),
      changedAt: '2026-03-01T00:00:00Z',
      facts: { ...bareFacts('개막전', start, 'Asia/Seoul'), ...facts },
      ...state,
    },
    { publishedAt: '2026-03-01T00:00:00Z' },
    { language, defaultMinutes },
  )
}

export function readVevent(text: string): Component {
  const [event, ...others] = eventsOf(readFeed(`BEGIN:VCALENDAR\r\n${text}END:VCALENDAR\r\n`))
  if (!event || others.length > 0) throw new Error('not one VEVENT')
  return event
}

export const rendered = (given?: Given): Component => readVevent(vevent(given))
