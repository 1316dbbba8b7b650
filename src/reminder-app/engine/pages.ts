// One page of changes into the store, whole or not at all: events, their happenings, what became
// different, and the token to go on with.

import type { IDBPTransaction } from 'idb'
import type { Change } from '../../client/src/index.ts'
import type { SyncPage } from '../../client/src/sync.ts'
import { differenceOf, type Snapshot, snapshotOf } from './snapshot.ts'
import type { EventJson, KeptEvent, KeptHappening, KeptSync, Schema, Store } from './store.ts'

type Upsert = Extract<Change, { type: 'upsert' }>
type Occurrence = NonNullable<Upsert['event']['occurrences']>[number]

export interface Telling {
  now: string
  /** What is followed: what leaves with its calendar is no news. */
  calendars: readonly string[]
  filters: string
}

const NAMES = ['kept', 'events', 'happenings', 'differences'] as const
type Act = IDBPTransaction<Schema, typeof NAMES, 'readwrite'>

/** Answers where the next page goes on. */
export async function keepPage(
  store: Store,
  page: SyncPage<Change>,
  sync: KeptSync,
  telling: Telling,
): Promise<KeptSync> {
  const act: Act = store.transaction(NAMES, 'readwrite')
  const { calendars, filters } = telling
  try {
    let { longestMs } = sync
    for (const change of page.changes) {
      const uid = change.type === 'upsert' ? change.event.uid : change.uid
      const before = await presentIn(act, uid)
      const after = change.type === 'upsert' ? keptOf(change, sync.round) : null
      await replaceIn(act, uid, before?.happenings ?? [], after)
      for (const each of after?.happenings ?? [])
        longestMs = Math.max(longestMs, Date.parse(each.endsAt) - Date.parse(each.startsAt))
      await noteDifference(act, uid, { before, after, telling, told: sync.told })
    }
    if (!page.more) await sweep(act, sync.round)
    const told = page.more ? sync.told : { calendars: [...calendars], filters }
    const next: KeptSync = { ...sync, token: page.next, longestMs, told }
    await act.objectStore('kept').put(next, 'sync')
    await act.done
    return next
  } catch (error) {
    await act.done.catch(() => {})
    throw error
  }
}

interface Present {
  kept: KeptEvent
  happenings: KeptHappening[]
}

async function presentIn(act: Act, uid: string): Promise<Present | null> {
  const kept = await act.objectStore('events').get(uid)
  if (!kept) return null
  return { kept, happenings: await act.objectStore('happenings').index('uid').getAll(uid) }
}

/** What lies outside of the horizon is not kept: no screen shows it. */
function keptOf({ event }: Upsert, round: number): Present | null {
  const { mine, occurrences = [], ...facts } = event
  if (occurrences.length === 0) return null
  const calendar = `${event.partner}/${event.calendar}`
  return {
    kept: { uid: event.uid, calendar, event: facts as EventJson, mine, round },
    happenings: occurrences.map((each) => happeningOf(event.uid, each)),
  }
}

const utc = (instant: string): string => `${new Date(instant).toISOString().slice(0, 19)}Z`

function happeningOf(uid: string, told: Occurrence): KeptHappening {
  const { recurrenceId, start, end, startsAt, endsAt, allDay, hidden, ...other } = told
  return {
    ...{ uid, recurrenceId: recurrenceId ?? '', start, end, allDay, hidden, other },
    ...{ startsAt: utc(startsAt), endsAt: utc(endsAt) },
  }
}

async function replaceIn(
  act: Act,
  uid: string,
  gone: readonly KeptHappening[],
  after: Present | null,
): Promise<void> {
  const [events, happenings] = [act.objectStore('events'), act.objectStore('happenings')]
  for (const { recurrenceId } of gone) await happenings.delete([uid, recurrenceId])
  if (!after) return events.delete(uid)
  await events.put(after.kept)
  for (const each of after.happenings) await happenings.put(each)
}

interface Became {
  before: Present | null
  after: Present | null
  telling: Telling
  told: KeptSync['told']
}

/** Since its owner last looked: what changed twice is one difference, what went back is none. */
async function noteDifference(act: Act, uid: string, became: Became): Promise<void> {
  const { before, after, telling } = became
  const differences = act.objectStore('differences')
  const known = await differences.get(uid)
  const snapshot = (present: Present | null): Snapshot | null =>
    present && snapshotOf(present.kept, present.happenings, telling.now)
  const seen = known ? known.seen : snapshot(before)
  const latest = snapshot(after)
  const isNews = !isOwnDoing(became) && differenceOf(seen, latest) !== null
  if (isNews) await differences.put({ uid, seen, latest, at: telling.now })
  else await differences.delete(uid)
}

/** Hidden or shown, a calendar followed or left, other filters: whoever did it knows. */
function isOwnDoing({ before, after, telling, told }: Became): boolean {
  if (after?.kept.mine.hidden || before?.kept.mine.hidden) return true
  if (before && after) return false
  if (!told || told.filters !== telling.filters) return true
  const calendar = (after ?? before)?.kept.calendar ?? ''
  return !(after ? told.calendars : telling.calendars).includes(calendar)
}

/** At the end of a round from the beginning: what it did not tell is there no longer. */
async function sweep(act: Act, round: number): Promise<void> {
  const earlier = IDBKeyRange.upperBound(round, true)
  for (const uid of await act.objectStore('events').index('round').getAllKeys(earlier)) {
    const keys = await act.objectStore('happenings').index('uid').getAllKeys(uid)
    for (const key of keys) await act.objectStore('happenings').delete(key)
    await act.objectStore('events').delete(uid)
    await act.objectStore('differences').delete(uid)
  }
}
