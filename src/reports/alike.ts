// Which reports say the same: of one event the same kind and suggestion; of a missing one, an event
// that is alike.

import { duplicatesAmong } from '../schedule/duplicates.ts'
import { bareFacts, type EventState, untouched } from '../schedule/event.ts'
import type { Row } from '../schedule/row.ts'
import type { Entry, Suggestion } from '../storage/reports.ts'
import type { Statement } from './statement.ts'

/** Equal of two that say the same, letter by letter. A note alone is nobody else's. */
export function saying({ uid, kind, suggestion, note }: Statement): string {
  const fields = Object.entries(suggestion).sort(([a], [b]) => (a < b ? -1 : 1))
  const alone = kind === 'other' && fields.length === 0
  return JSON.stringify([kind, uid, fields, alone ? note : null])
}

/** The open entry that misses the same event, however it spells it. */
export function alikeEntry(suggestion: Suggestion, entries: readonly Entry[]): Entry | null {
  const row = missingRow(suggestion)
  const events = entries.map((entry) => missingEvent(entry))
  const [found] = duplicatesAmong([row], events, { rows: [row], events })
  return entries.find(({ id }) => id === found?.event.uid) ?? null
}

const VERSUS = /^(.+?)\s+(?:vs\.?|대|-)\s+(.+)$/i

function namesIn({ title = '' }: Suggestion) {
  const [, home = null, away = null] = VERSUS.exec(title) ?? []
  return { title, home, away }
}

/** What is missing as a row that a file could have. */
export const missingRow = (suggestion: Suggestion): Row => ({
  ...{ row: 1, removed: false },
  facts: { ...namesIn(suggestion), start: suggestion.start ?? '' },
})

function missingEvent({ id, suggestion }: Entry): EventState {
  const { title, home, away } = namesIn(suggestion)
  return {
    ...{ uid: id, sequence: 0, movedFrom: null, withdrawn: false, removed: false, changedAt: '' },
    facts: { ...bareFacts(title, suggestion.start ?? '', 'UTC'), home, away },
    ...untouched(),
  }
}
