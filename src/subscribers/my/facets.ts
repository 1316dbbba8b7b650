// What there is to choose among in some calendars: only what really occurs in them is offered.

import type { Ports } from '../../ports.ts'
import type { Facts } from '../../schedule/event.ts'
import { DEFAULT_CHOICES } from '../../schedule/subscription.ts'
import { addDays } from '../../schedule/zones.ts'
import type { Choosing } from '../../subscriptions/choose.ts'
import { EVER, type Glance, type Glancer, glancer } from '../../subscriptions/glance.ts'

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
/** Single events of one calendar that are looked at: the next, and the last. */
const MAX_AHEAD = 2000
const MAX_BACK = 1000
/** Of one list. */
const MAX_OFFERED = 200

export async function facetsOf(
  { db, now }: Pick<Ports, 'db' | 'now'>,
  followed: Choosing['followed'],
): Promise<Facets> {
  const facts: Facts[] = []
  const choosing = { followed, choices: DEFAULT_CHOICES, overlays: new Map() }
  const seen = glancer(db, choosing)
  for await (const some of seen.whole(await lookedAt(seen, followed, now()), { range: EVER }))
    facts.push(...some.map(({ event }) => event.facts))
  return {
    kinds: commonest(facts, ({ kind }) => [kind]),
    categories: kindsSayIt(facts) ? [] : commonest(facts, ({ categories }) => categories),
    tags: commonest(facts, ({ tags }) => tags),
    teams: commonest(facts, ({ home, away }) => [home, away]),
    languages: commonest(facts, ({ translations }) => Object.keys(translations)),
    timezones: commonest(facts, ({ timezone, allDay }) => [allDay ? null : timezone]),
    hasAllDay: facts.some(({ allDay }) => allDay),
    hasTimed: facts.some(({ allDay }) => !allDay),
    hasCategories: facts.some(({ categories }) => categories.length > 0),
  }
}

/** Where each kind has one category of its own, the second list would ask the same again. */
function kindsSayIt(facts: readonly Facts[]): boolean {
  if (facts.some(({ kind, categories }) => kind === null || categories.length !== 1)) return false
  const pairs = new Map(facts.map(({ kind, categories }) => [`${kind}\n${categories[0]}`, kind]))
  const categories = new Set(facts.map((each) => each.categories[0]))
  return pairs.size === new Set(pairs.values()).size && pairs.size === categories.size
}

/** Of each calendar the series, what is next, and what was last. */
async function lookedAt(
  seen: Glancer,
  followed: Choosing['followed'],
  now: string,
): Promise<Glance[]> {
  const range = { ...EVER, from: `${addDays(now.slice(0, 10), -LOOKED_BACK_DAYS)}T00:00:00Z` }
  const ahead = { ...EVER, from: now }
  const all: Glance[] = []
  for (const place of followed) {
    const first = (most: number) => (own: readonly Glance[]) => own.length >= most
    all.push(...(await seen.at(place, { of: 'series', range, lean: true })))
    const next = { of: 'singles', lean: true, range: ahead, enough: first(MAX_AHEAD) } as const
    all.push(...(await seen.at(place, next)).slice(0, MAX_AHEAD))
    const last = { of: { overBy: now }, lean: true, range, enough: first(MAX_BACK) }
    all.push(...(await seen.at(place, last)).slice(0, MAX_BACK))
  }
  return all
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
