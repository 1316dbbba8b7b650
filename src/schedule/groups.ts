// Rows and events that share a key.

import type { EventState } from './event.ts'
import type { Row } from './row.ts'

export interface Group {
  rows: Row[]
  events: EventState[]
}

/** Groups that have both rows and events, in the order of their first row. */
export function groups(
  rows: readonly Row[],
  keyOfRow: (row: Row) => string,
  events: readonly EventState[],
  keyOfEvent: (event: EventState) => string,
): Group[] {
  if (rows.length === 0 || events.length === 0) return []
  const byKey = new Map<string, Group>()
  for (const row of rows) {
    const key = keyOfRow(row)
    const group = byKey.get(key)
    if (group) group.rows.push(row)
    else byKey.set(key, { rows: [row], events: [] })
  }
  for (const event of events) byKey.get(keyOfEvent(event))?.events.push(event)
  return [...byKey.values()].filter((group) => group.events.length > 0)
}
