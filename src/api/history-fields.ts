// What differs between two versions of an event, for everybody: short things as text, long ones by name.

import type { Facts } from '../schedule/event.ts'
import { same } from '../schedule/same.ts'

export interface FieldChange {
  field: string
  from: string | null
  to: string | null
}

type Texts = Partial<Record<keyof Facts, (facts: Facts) => string | null>>

const plain = (field: keyof Facts) => (facts: Facts) => {
  const value = facts[field]
  return value === null || value === '' ? null : String(value)
}

/** In the order in which people want to know them. */
const TOLD: Texts = {
  ...{ start: plain('start'), end: plain('end'), allDay: plain('allDay') },
  ...{ timeTbd: plain('timeTbd'), timezone: plain('timezone'), title: plain('title') },
  location: ({ location }) =>
    [location?.name, location?.address].filter(Boolean).join(', ') || null,
  ...{ status: plain('status'), soldOut: plain('soldOut'), result: plain('result') },
  ...{ ticketOpensAt: plain('ticketOpensAt'), home: plain('home'), away: plain('away') },
  ...{ gameNo: plain('gameNo'), kind: plain('kind') },
  categories: ({ categories }) => categories.join(', ') || null,
}

/** Too long, or not made to be read. What no feed shows is not among them. */
const NAMED = [
  ...(['description', 'links', 'tags', 'rrule', 'exdates', 'overrides'] as const),
  ...(['translations', 'lang'] as const),
]

/** None of the first version. */
export function fieldsBetween(before: Facts | undefined, after: Facts): FieldChange[] {
  if (!before) return []
  const told = Object.entries(TOLD).flatMap(([field, text]) => {
    const [from, to] = [text(before), text(after)]
    return from === to ? [] : [{ field, from, to }]
  })
  const named = NAMED.filter((field) => !same(before[field], after[field]))
  return [...told, ...named.map((field) => ({ field, from: null, to: null }))]
}
