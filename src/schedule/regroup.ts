// What becomes of events when stores change their group: only what must.

import { type Change, step } from './diff.ts'
import type { EventState, Facts, Location } from './event.ts'
import { expandStarts, parseRule } from './recurrence.ts'
import { readRule, writeRule } from './rule.ts'
import { same } from './same.ts'
import { ownStore, retold, type Store, type StoreGroup } from './store-groups.ts'

export interface Regrouping {
  before: readonly StoreGroup[]
  after: readonly StoreGroup[]
  /** The groups' new names by their old ones, where they have one. */
  renamed: ReadonlyMap<string, string>
  /** A local date: what was until then stays as it was. */
  today: string
  mintUid: () => string
}

/** `events` are those that have not ended. */
export function regrouped(events: readonly EventState[], regrouping: Regrouping): Change[] {
  const { before, after, renamed } = regrouping
  const pairs = before.flatMap((was) => {
    const is = after.find(({ name }) => name === (renamed.get(was.name) ?? was.name))
    return is && !same(was, is) ? [{ was, is }] : []
  })
  const stays = events.flatMap((event) => {
    const changed = pairs.reduce<EventState>(
      (now, { was, is }) =>
        now.facts.tags.includes(was.name) ? told(now, was, is, regrouping) : now,
      event,
    )
    return same(changed.facts, event.facts) && changed.removed === event.removed
      ? []
      : [step(event, { facts: changed.facts, removed: changed.removed })]
  })
  return [...stays, ...pairs.flatMap(({ was, is }) => joined(events, was, is, regrouping))]
}

function told(event: EventState, was: StoreGroup, is: StoreGroup, how: Regrouping): EventState {
  const own = ownStore(event.facts, was)
  const kept = own && is.stores.find(({ name }) => name === own.name)
  if (own && !kept) return left(event, was, own, how)
  const facts = retold(event.facts, was, is)
  return {
    ...event,
    facts: kept ? { ...facts, location: placed(facts.location, own, kept) } : facts,
  }
}

/** A series of the group's ends for the store that leaves; anything else goes with the store. */
function left(event: EventState, was: StoreGroup, own: Store, how: Regrouping): EventState {
  if (isSeries(event)) return ended(event, how.today)
  const to = how.after.find(({ stores }) => stores.some(({ name }) => name === own.name))
  const tags = event.facts.tags.flatMap((tag) => {
    if (tag !== was.name) return [tag]
    return to ? [to.name] : []
  })
  return { ...event, facts: { ...event.facts, tags: [...new Set(tags)] } }
}

/** Of a rule that was made by hand; what a file says, the file's next says again. */
const isSeries = ({ facts, locked }: EventState): boolean =>
  facts.rrule !== null && locked.includes('start')

function ended(event: EventState, today: string): EventState {
  const { facts } = event
  const rule = readRule(facts.rrule ?? '')
  if ('code' in rule) return event
  const until = facts.allDay ? today : `${today}T23:59:59`
  if (rule.until !== null && rule.until.slice(0, 10) <= today) return event
  const parsed = parseRule(writeRule({ ...rule, count: null, until }), facts)
  if (!('rule' in parsed)) return { ...event, removed: true }
  const isPast = (start: string) => start.slice(0, 10) <= today
  return {
    ...event,
    facts: {
      ...facts,
      ...{ rrule: parsed.rule, exdates: facts.exdates.filter(isPast) },
      overrides: facts.overrides.filter(({ recurrenceId }) => isPast(recurrenceId)),
    },
  }
}

/** An address that was the store's follows it; what somebody else wrote there stays. */
const placed = (place: Location | null, was: Store, is: Store): Location | null =>
  place && {
    ...place,
    address: place.address === was.address ? is.address : place.address,
    region: place.region === was.region ? is.region : place.region,
  }

/** Stores that are new in a group get each series of its stores, from tomorrow on. */
function joined(
  events: readonly EventState[],
  was: StoreGroup,
  is: StoreGroup,
  { today, mintUid }: Regrouping,
): Change[] {
  const series = events.filter(
    (event) => isSeries(event) && event.facts.tags.includes(was.name) && ownStore(event.facts, was),
  )
  const models = new Map(series.map((event) => [modelOf(event.facts), event]))
  const fresh = is.stores.filter(({ name }) => !was.stores.some((known) => known.name === name))
  return fresh.flatMap((store) =>
    [...models.values()].flatMap((model) => {
      const facts = copied(model.facts, was, is, store, today)
      return facts ? [added(model, facts, mintUid())] : []
    }),
  )
}

/** Stores of one group that repeat alike for the same thing have one series between them. */
const modelOf = ({ rrule, categories, kind, start }: Facts): string =>
  JSON.stringify([rrule, kind, categories, start.slice(11)])

function copied(
  facts: Facts,
  was: StoreGroup,
  is: StoreGroup,
  store: Store,
  today: string,
): Facts | null {
  const own = ownStore(facts, was)
  const start = own && nextStart(facts, today)
  if (!own || !start) return null
  const named = (text: string) => text.replace(own.name, () => store.name)
  const texts = Object.entries(facts.translations).map(([language, { title, ...rest }]) => [
    language,
    title === undefined ? rest : { ...rest, title: named(title) },
  ])
  const ahead = (moment: string) => moment >= start
  const tags = facts.tags.filter((tag) => tag !== own.name)
  return {
    ...facts,
    ...{ externalId: null, title: named(facts.title), translations: Object.fromEntries(texts) },
    ...{ start, end: facts.end && later(facts.end, facts.start, start) },
    location: {
      ...{ name: store.name, address: store.address, region: store.region },
      ...{ latitude: null, longitude: null },
    },
    tags: [...tags.map((tag) => (tag === was.name ? is.name : tag)), store.name],
    exdates: facts.exdates.filter(ahead),
    overrides: facts.overrides.filter(({ recurrenceId }) => ahead(recurrenceId)),
  }
}

/** A rule that counts is counted from its first start. */
function nextStart(facts: Facts, today: string): string | null {
  if (facts.rrule?.includes('COUNT=')) return facts.start
  const tomorrow = new Date(Date.parse(`${today}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10)
  const from = facts.start.slice(0, 10) > tomorrow ? facts.start.slice(0, 10) : tomorrow
  const [start] = expandStarts(facts, from, HORIZON, 1)
  return start ?? null
}

const DAY_MS = 86_400_000
const HORIZON = '2200-12-31'

function later(end: string, from: string, to: string): string {
  const floating = (local: string) => Date.parse(local.includes('T') ? `${local}Z` : local)
  const moved = floating(end) + floating(to) - floating(from)
  return new Date(moved).toISOString().slice(0, end.length)
}

function added({ locked }: EventState, facts: Facts, uid: string): Change {
  return {
    ...{ type: 'new', row: null, seen: true, fields: [] },
    after: {
      ...{ uid, facts, sequence: 0, movedFrom: null, withdrawn: false, removed: false },
      ...{ changedAt: '', locked, filed: null, aliases: [], season: null },
    },
  }
}
