// What there is to choose among in some calendars: only what really occurs in them is offered.

import type { Ports } from '../../ports.ts'
import type { Facts } from '../../schedule/event.ts'
import { DEFAULT_CHOICES } from '../../schedule/subscription.ts'
import { addDays } from '../../schedule/zones.ts'
import { type Choosing, chosenEvents } from '../../subscriptions/choose.ts'

export interface Facets {
  /** Each value once, the commonest first. */
  kinds: string[]
  categories: string[]
  tags: string[]
  teams: string[]
  /** Languages of texts and translations, two letters each. */
  languages: string[]
  timezones: string[]
  hasAllDay: boolean
  hasTimed: boolean
  hasCategories: boolean
}

/** What was last year is what there is to choose while a new season is not there yet. */
const LOOKED_BACK_DAYS = 400
const END = '9999-12-31T23:59:59Z'
/** Of one list. */
const MAX_OFFERED = 200

export async function facetsOf(
  { db, now }: Pick<Ports, 'db' | 'now'>,
  followed: Choosing['followed'],
): Promise<Facets> {
  const from = `${addDays(now().slice(0, 10), -LOOKED_BACK_DAYS)}T00:00:00Z`
  const choosing = { followed, choices: DEFAULT_CHOICES, overlays: new Map() }
  const all = await chosenEvents(db, choosing, { range: { from, to: END } })
  const facts = all.map(({ event }) => event.facts)
  return {
    kinds: commonest(facts, ({ kind }) => [kind]),
    categories: commonest(facts, ({ categories }) => categories),
    tags: commonest(facts, ({ tags }) => tags),
    teams: commonest(facts, ({ home, away }) => [home, away]),
    languages: commonest(facts, ({ translations }) => Object.keys(translations)),
    timezones: commonest(facts, ({ timezone, allDay }) => [allDay ? null : timezone]),
    hasAllDay: facts.some(({ allDay }) => allDay),
    hasTimed: facts.some(({ allDay }) => !allDay),
    hasCategories: facts.some(({ categories }) => categories.length > 0),
  }
}

/** Round 2 before Round 10. */
const inOrder = new Intl.Collator('en', { numeric: true })

function commonest(facts: readonly Facts[], valuesOf: (facts: Facts) => (string | null)[]) {
  const counts = new Map<string, number>()
  for (const each of facts)
    for (const value of new Set(valuesOf(each)))
      if (value) counts.set(value, (counts.get(value) ?? 0) + 1)
  const ordered = [...counts].sort(([a, m], [b, n]) => n - m || inOrder.compare(a, b))
  return ordered.slice(0, MAX_OFFERED).map(([value]) => value)
}
