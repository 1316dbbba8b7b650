// Collects what is wrong with a feed: each defect once, with the first places where it stands.

import { quoted } from '../intake/given.ts'
import type { Client } from './clients.ts'
import { DEFECT_CODES, DEFECTS, type DefectCode, type Effect, type Suffering } from './defects.ts'

/** So many places are shown of one defect; the others are counted. */
export const MAX_PLACES = 3

export interface Place {
  /** From 1, as an editor counts. */
  line: number
  text: string
}

export interface Defect {
  code: DefectCode
  places: Place[]
  count: number
  params: Record<string, string | number>
  clients: Suffering
}

export interface Notes {
  at(code: DefectCode, place: { at: number; text: string }, params?: Defect['params']): void
  /** Of the whole feed, or of what the server answered. */
  whole(code: DefectCode, params?: Defect['params'], suffering?: readonly Client[]): void
  has(code: DefectCode): boolean
  /** The gravest first, then by the checklist. */
  defects(): Defect[]
}

export function notesOnFeed(): Notes {
  const found = new Map<DefectCode, Defect>()
  const entry = (code: DefectCode, params: Defect['params']): Defect => {
    const known = found.get(code)
    if (known) return known
    const fresh = { code, places: [], count: 0, params, clients: DEFECTS[code].clients }
    found.set(code, fresh)
    return fresh
  }
  return {
    at(code, { at, text }, params = {}) {
      const defect = entry(code, params)
      defect.count += 1
      if (defect.places.length < MAX_PLACES) defect.places.push({ line: at, text: quoted(text) })
    },
    whole(code, params = {}, suffering) {
      const defect = entry(code, params)
      defect.count += 1
      if (suffering)
        defect.clients = { ...defect.clients, ...each(suffering, EFFECT_OF[code] ?? 'at_risk') }
    },
    has: (code) => found.has(code),
    defects: () => [...found.values()].sort(inOrder),
  }
}

const EFFECT_OF: Partial<Record<DefectCode, Effect>> = {
  refused_client: 'not_reached',
  another_answer: 'at_risk',
  condition_ignored: 'fetched_anew',
  condition_wrong: 'edits_missed',
}

const each = (clients: readonly Client[], effect: Effect): Suffering =>
  Object.fromEntries(clients.map((client) => [client, effect]))

const GRAVITY = { breaks: 0, hurts: 1, note: 2 }

const inOrder = (a: Defect, b: Defect): number =>
  GRAVITY[DEFECTS[a.code].severity] - GRAVITY[DEFECTS[b.code].severity] ||
  DEFECTS[a.code].item - DEFECTS[b.code].item ||
  DEFECT_CODES.indexOf(a.code) - DEFECT_CODES.indexOf(b.code)
