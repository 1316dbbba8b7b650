// What is kept on the device, in IndexedDB: the server's truth as it was last told, and beside it
// what was done here and is not there yet. Neither is ever written into the other.

import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { components, Mine } from '../../client/src/index.ts'
import type { HistoryEntry, PhoneState, Rules, Setback } from '../engine.ts'
import type { Edit } from './edit.ts'
import type { Snapshot } from './snapshot.ts'

type Schemas = components['schemas']
export type EventJson = Schemas['Event']

export interface KeptEvent {
  uid: string
  /** partner/calendar */
  calendar: string
  event: EventJson
  mine: Mine
  /** Of the sync from the beginning that told it last. */
  round: number
}

export interface KeptHappening {
  uid: string
  /** '' for a single event. */
  recurrenceId: string
  /** Instants in UTC, so that their texts are in the order of time. */
  startsAt: string
  endsAt: string
  start: string
  end: string | null
  allDay: boolean
  hidden: boolean
  /** What one happening of a series has otherwise. */
  other: Partial<Pick<EventJson, 'status' | 'timeTbd' | 'location'>> & { title?: string }
}

export interface KeptDifference {
  uid: string
  /** As its owner last saw it, and as it is now. */
  seen: Snapshot | null
  latest: Snapshot | null
  at: string
}

export interface KeptSync {
  /** The change token; null before the first page of a round. */
  token: string | null
  from: string
  to: string
  round: number
  /** Of the longest happening: how far before a range one may begin that reaches into it. */
  longestMs: number
  /** What was followed, and how it was filtered, when all was last told; null before that. */
  told: { calendars: string[]; filters: string } | null
}

export interface OwnOverlay {
  hidden: boolean
  memo: string | null
  /** Minutes before the start, wherever they were chosen. */
  alarms: number[] | null
  skipped: string[]
  /** All of what reminds of it, where it was chosen for this event. */
  reminders: Schemas['Overlay']['reminders']
  changedAt: string
}

export interface KeptCalendar {
  calendar: string
  name: string
  partnerName: string
  /** By language; missing where an older version kept the rest. */
  translations?: Translated
  partnerTranslations?: Translated
}

type Translated = Record<string, { name?: string | undefined }>

/** Things of which there is one. */
export interface Kept {
  token: string
  choices: Schemas['Subscription'] & { reminders?: Rules | null }
  sync: KeptSync
  overlays: Record<string, OwnOverlay>
  /** Of what is followed, by address. */
  names: Record<string, KeptCalendar>
  phone: PhoneState[]
  syncedAt: string
  ended: true
  /** A subscription that is being made: sent again, it is made once. */
  making: { key: string; calendars: string[] }
  setbacks: Setback[]
  push: { id: string; endpoint: string; language: string }
}

export interface Schema extends DBSchema {
  kept: { key: string; value: unknown }
  events: { key: string; value: KeptEvent; indexes: { round: number } }
  happenings: {
    key: [string, string]
    value: KeptHappening
    indexes: { startsAt: string; uid: string }
  }
  edits: { key: number; value: Edit; indexes: { slot: string } }
  differences: { key: string; value: KeptDifference }
  histories: { key: string; value: { uid: string; entries: HistoryEntry[] } }
  /** Notifications that were shown, by key, so that none is shown twice. */
  shown: { key: string; value: { key: string; at: number }; indexes: { at: number } }
}

export type Store = IDBPDatabase<Schema>
const STORES = [
  ...(['kept', 'events', 'happenings', 'edits', 'differences', 'histories', 'shown'] as const),
]

const VERSION = 1

/** `onClosed`: it can be used no longer, and is to be opened anew. */
export const openStore = (database: string, onClosed = () => {}): Promise<Store> =>
  openDB<Schema>(database, VERSION, {
    upgrade(store) {
      store.createObjectStore('kept')
      const events = store.createObjectStore('events', { keyPath: 'uid' })
      events.createIndex('round', 'round')
      const happenings = store.createObjectStore('happenings', { keyPath: ['uid', 'recurrenceId'] })
      happenings.createIndex('startsAt', 'startsAt')
      happenings.createIndex('uid', 'uid')
      const edits = store.createObjectStore('edits', { keyPath: 'id', autoIncrement: true })
      edits.createIndex('slot', 'slot', { unique: true })
      store.createObjectStore('differences', { keyPath: 'uid' })
      store.createObjectStore('histories', { keyPath: 'uid' })
      store.createObjectStore('shown', { keyPath: 'key' }).createIndex('at', 'at')
    },
    // A newer app was opened beside this one, and waits: this one steps back.
    blocking(_before, _after, event) {
      ;(event.target as IDBDatabase).close()
      onClosed()
    },
    terminated: onClosed,
  })

export const keptOf = async <K extends keyof Kept>(store: Store, key: K) =>
  (await store.get('kept', key)) as Kept[K] | undefined

export const keep = async <K extends keyof Kept>(store: Store, key: K, value: Kept[K]) => {
  await store.put('kept', value, key)
}

/** Everything goes, in one act. */
export async function clearStore(store: Store): Promise<void> {
  const all = store.transaction(STORES, 'readwrite')
  await Promise.all([...STORES.map((name) => all.objectStore(name).clear()), all.done])
}
