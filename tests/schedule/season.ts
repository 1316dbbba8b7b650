// Rows and events for tests, in few words.

import { bareFacts, type EventState, type Facts, untouched } from '../../src/schedule/event.ts'
import type { Row } from '../../src/schedule/row.ts'

/** `game('두산', 'LG', '2026-04-01T18:30:00')` */
export function game(
  home: string,
  away: string,
  start: string,
  { row = 2, status, removed = false, ...facts }: Partial<Row['facts']> & Partial<Row> = {},
): Row {
  const allDay = !start.includes('T')
  return {
    row,
    removed,
    ...(status ? { status } : {}),
    facts: {
      ...{ title: `${home} vs ${away}`, home, away, start, allDay, timeTbd: allDay },
      ...{ timezone: 'Asia/Seoul', ...facts },
    },
  }
}

/** `event('봄 세일', '2026-04-01')` */
export const event = (
  title: string,
  start: string,
  { row = 2, status, removed = false, ...facts }: Partial<Row['facts']> & Partial<Row> = {},
): Row => ({
  row,
  removed,
  ...(status ? { status } : {}),
  facts: {
    ...{ title, start, allDay: !start.includes('T'), timeTbd: false, timezone: 'Asia/Seoul' },
    ...facts,
  },
})

export const known = (uid: string, row: Row, more: Partial<EventState> = {}): EventState => ({
  uid,
  facts: {
    ...bareFacts(row.facts.title ?? '', row.facts.start ?? '', 'Asia/Seoul'),
    ...{ kind: row.facts.home && row.facts.away ? 'game' : 'event' },
    ...(row.facts as Partial<Facts>),
    status: row.status ?? 'confirmed',
  },
  ...{ sequence: 0, movedFrom: null, withdrawn: false, removed: false, ...untouched() },
  changedAt: '2026-03-01T00:00:00Z',
  ...more,
})
