// What an event is about, whatever its date: the name by which rows and events are compared.

import type { EventState } from './event.ts'
import type { Row } from './row.ts'

export interface Named {
  kind?: string
  title?: string
  home?: string | null
  away?: string | null
}

export type KindsBySubject = Map<string, Set<string>>

/** What an event is about, whatever its date: kind and teams, or kind and title. */
export const subjectOf = (facts: Named): string => `${facts.kind ?? 'event'}\n${nameOf(facts)}`

export const nameOf = ({ title, home, away }: Named): string =>
  home && away ? `${plain(home)} : ${plain(away)}` : plain(title ?? '')

/** Words that are as `plain` would make them: nearly all, and this is asked of every row. */
const PLAIN = /^[0-9a-z\uac00-\ud7a3]+(?: [0-9a-z\uac00-\ud7a3]+)*$/

const plain = (text: string): string =>
  PLAIN.test(text) ? text : text.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase()

export function kindsBySubject(events: readonly EventState[]): KindsBySubject {
  const kinds: KindsBySubject = new Map()
  for (const { facts } of events) {
    const name = nameOf(facts)
    const known = kinds.get(name)
    if (known) known.add(facts.kind)
    else kinds.set(name, new Set([facts.kind]))
  }
  return kinds
}

/** A file without a kind column speaks of the kind the calendar already knows by that name. */
export function subjectOfRow(row: Row, kinds: KindsBySubject): string {
  if (row.facts.kind !== undefined) return subjectOf(row.facts)
  const known = kinds.get(nameOf(row.facts))
  const [only] = known?.size === 1 ? known : []
  return subjectOf({ ...row.facts, kind: only ?? defaultKind(row) })
}

/** A row of two teams is a game. */
export const defaultKind = (row: Row): string =>
  row.facts.home && row.facts.away ? 'game' : 'event'
