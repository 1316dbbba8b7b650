// Groups of stores: kept, given up, and their events: each act one publication.

import type { Finding } from '../../intake/finding.ts'
import type { Ports } from '../../ports.ts'
import { Problem } from '../../problem.ts'
import { addedByHand, happeningByHand, happeningTakenOut } from '../../schedule/by-hand.ts'
import type { Change } from '../../schedule/diff.ts'
import type { EventState } from '../../schedule/event.ts'
import { overriddenFacts } from '../../schedule/occurrences.ts'
import { regrouped } from '../../schedule/regroup.ts'
import { same } from '../../schedule/same.ts'
import { type StoreGroup, withStores } from '../../schedule/store-groups.ts'
import { wallTime } from '../../schedule/zones.ts'
import { recordAudit } from '../../storage/audit.ts'
import type { Calendar } from '../../storage/calendars.ts'
import { currentEvents } from '../../storage/events.ts'
import { ALSO_PRIVATE } from '../../storage/sight.ts'
import { replaceStoreGroups, storeGroups } from '../../storage/store-groups.ts'
import { startIn } from '../by-hand/hand-edits.ts'
import { type HandAct, publishByHand } from '../by-hand/hand-publication.ts'
import { rowOfEdit, rowOfNew, type Said } from '../by-hand/hand-row.ts'
import { readingContext } from '../upload/reading.ts'
import { saidAtStore, saidOfGroup } from './said-of-group.ts'

/** All of a calendar's groups are one JSON parameter. */
export const MAX_GROUPS = 50
export const MAX_STORES = 200

export interface Kept {
  revision: number
  group: StoreGroup
  /** How many events it changed. */
  events: number
}

/** Makes or changes the group `name`; a store that is another group's leaves that. */
export async function keepGroup(
  ports: Ports,
  calendar: Calendar,
  name: string,
  group: StoreGroup,
  act: HandAct,
): Promise<Kept> {
  const done = await regroup(ports, calendar, act, (before) => {
    requireFree(before, name, group)
    const taken = new Set(group.stores.map((store) => store.name))
    const others = before
      .filter((other) => other.name !== name)
      .map((other) => ({ ...other, stores: other.stores.filter((one) => !taken.has(one.name)) }))
    if (others.length >= MAX_GROUPS)
      throw new Problem('invalid_request', {
        ...{ place: 'groups', found: String(others.length + 1), wanted: `≤ ${MAX_GROUPS}` },
      })
    return { after: [...others, group], renamed: new Map([[name, group.name]]) }
  })
  return { ...done, group }
}

/** Its events stay as they are, and follow no group any more. */
export const dropGroup = (ports: Ports, calendar: Calendar, name: string, act: HandAct) =>
  regroup(ports, calendar, act, (before) => {
    groupAmong(before, name)
    return { after: before.filter((group) => group.name !== name), renamed: new Map() }
  })

export function groupAmong(groups: readonly StoreGroup[], name: string): StoreGroup {
  const group = groups.find((one) => one.name === name)
  if (!group) throw new Problem('not_found', { what: 'group', name: name.slice(0, 80) })
  return group
}

/** One tag cannot mean two things. */
function requireFree(before: readonly StoreGroup[], name: string, group: StoreGroup): void {
  const others = before.filter((other) => other.name !== name)
  const stores = group.stores.map((store) => store.name)
  const theirs = others.flatMap((other) => other.stores.map((store) => store.name))
  const names = new Set(others.map((other) => other.name))
  const taken = [
    ...[group.name].filter((one) => names.has(one) || stores.includes(one) || theirs.includes(one)),
    ...stores.filter((store, place) => names.has(store) || stores.indexOf(store) !== place),
  ]
  if (taken[0] !== undefined) throw new Problem('group_name_taken', { name: taken[0].slice(0, 80) })
}

interface Decided {
  after: StoreGroup[]
  renamed: ReadonlyMap<string, string>
}

async function regroup(
  ports: Ports,
  calendar: Calendar,
  act: HandAct,
  decide: (before: readonly StoreGroup[]) => Decided,
) {
  const { revision, told } = await publishByHand(ports, calendar, act, async (now) => {
    const before = await storeGroups(ports.db, now)
    const { after, renamed } = decide(before)
    if (same(before, after)) return { changes: [], told: 0 }
    const events = await upcoming(ports, now)
    const today = wallTime(ports.now(), now.settings.timezone).slice(0, 10)
    const changes = regrouped(events, { before, after, renamed, today, mintUid: ports.mint })
    const fields = [{ field: 'storeGroups', from: namesOf(before), to: namesOf(after) }]
    const audited = { author: act.author, action: 'groups.changed' as const, calendarId: now.id }
    const audit = recordAudit(ports, now.partnerId, { ...audited, about: { fields } })
    return {
      changes,
      alongside: [...replaceStoreGroups(now, after), audit],
      told: changes.length,
    }
  })
  return { revision, events: told }
}

const namesOf = (groups: readonly StoreGroup[]): string[] =>
  groups.map(({ name, stores }) => `${name}: ${stores.map((store) => store.name).join(', ')}`)

async function upcoming({ db, now }: Ports, calendar: Calendar): Promise<EventState[]> {
  const events = await currentEvents(db, calendar, ALSO_PRIVATE)
  return events.filter(({ removed, endsAt }) => !removed && endsAt > now())
}

export interface GroupEvent {
  said: Said
  /** An event at each store, rather than one for all. */
  eachStore: boolean
}

/** With no events nothing was done: the findings say why. */
export interface GroupEvents {
  revision: number
  events: EventState[]
  findings: Finding[]
}

export async function addGroupEvents(
  ports: Ports,
  calendar: Calendar,
  { group: name, said, eachStore }: GroupEvent & { group: string },
  act: HandAct,
): Promise<GroupEvents> {
  const { revision, told } = await publishByHand(ports, calendar, act, async (now) => {
    const groups = await storeGroups(ports.db, now)
    const group = groupAmong(groups, name)
    const { externalId: _, external_id: __, uid: ___, ...free } = said
    const asked = eachStore
      ? group.stores.map((store) => saidAtStore(free, group, store))
      : [saidOfGroup(free, group, now.settings.language)]
    const context = await readingContext(ports, now)
    const read = asked.map((each) => rowOfNew(each, context))
    const rows = read.flatMap(({ row }) => (row && !row.removed ? [row] : []))
    const complete = rows.length > 0 && rows.length === read.length
    const changes = complete
      ? rows.map((row) => addedByHand(withStores(row, groups), ports.mint()))
      : []
    const events = changes.map(({ after }) => after)
    // What is wrong with one is wrong with each.
    return { changes, told: { events, findings: read[0]?.findings ?? [] } }
  })
  return { revision, ...told }
}

export interface GroupHappening {
  group: string
  /** One of the series meant: those of the group that repeat alike. */
  uid: string
  /** The day that the rule makes. */
  date: string
  /** Another day; null: not on that day. */
  to: string | null
}

/** Skips or moves one happening of a group's series, at all of its stores. */
export async function changeHappening(
  ports: Ports,
  calendar: Calendar,
  { group: name, uid, date, to }: GroupHappening,
  act: HandAct,
): Promise<GroupEvents> {
  const { revision, told } = await publishByHand(ports, calendar, act, async (now) => {
    const group = groupAmong(await storeGroups(ports.db, now), name)
    const series = seriesOf(await upcoming(ports, now), group, uid)
    const context = await readingContext(ports, now)
    const findings: Finding[] = []
    const changes = series.flatMap((event): Change[] => {
      const start = startIn(
        event,
        event.facts.allDay ? date : `${date}${event.facts.start.slice(10)}`,
      )
      if (to === null) return [happeningTakenOut(event, start)]
      const known = event.facts.overrides.find(({ recurrenceId }) => recurrenceId === start)
      const facts = overriddenFacts(event.facts, known ?? { recurrenceId: start, facts: {} })
      const moved = rowOfEdit({ ...event, facts }, movedTo(facts.allDay, to, act.reason), context)
      findings.push(...moved.findings)
      return moved.row ? [happeningByHand(event, start, moved.row)] : []
    })
    const whole = changes.length === series.length ? changes : []
    return { changes: whole, told: { events: whole.map(({ after }) => after), findings } }
  })
  return { revision, ...told }
}

const movedTo = (allDay: boolean, to: string, reason: string | null): Said => ({
  ...{ start_date: to, ...(allDay ? { all_day: true } : {}), ...(reason ? { reason } : {}) },
})

/** A group's series, each with its sisters at other stores. */
export async function seriesIn(
  ports: Ports,
  calendar: Calendar,
  group: StoreGroup,
): Promise<EventState[][]> {
  const events = await upcoming(ports, calendar)
  const series: EventState[][] = []
  for (const { uid } of events.filter((event) => isSeriesOf(event, group))) {
    if (series.some((known) => known.some((event) => event.uid === uid))) continue
    series.push(seriesOf(events, group, uid))
  }
  return series
}

const isSeriesOf = ({ facts }: EventState, { name }: StoreGroup): boolean =>
  facts.rrule !== null && facts.tags.includes(name)

/** The event `uid` of the group and those that repeat like it. */
function seriesOf(events: readonly EventState[], group: StoreGroup, uid: string): EventState[] {
  const own = events.filter((event) => isSeriesOf(event, group))
  const meant = own.find((event) => event.uid === uid)
  if (!meant) throw new Problem('not_found', { what: 'event', name: uid.slice(0, 80) })
  const { rrule, categories } = meant.facts
  return own.filter(({ facts }) => facts.rrule === rrule && same(facts.categories, categories))
}
