// An examination in a reader's words: what the page, the command and the API all show.

import type { Language } from '../language/choose.ts'
import { CLIENT_NAMES, CLIENTS, type Client } from './clients.ts'
import { DEFECTS, type DefectCode, type Effect, type Severity } from './defects.ts'
import type { Examination, Seen } from './examine.ts'
import type { Defect, Place } from './notes.ts'
import { REPORT_WORDS } from './report-words.ts'
import type { State } from './verdict.ts'
import type { Hop } from './visits.ts'
import { describeDefect, describeVerdict } from './words.ts'
import { EFFECT_WORDS } from './words-effects.ts'

export interface Report {
  health: Examination['health']
  /** Where the feed was found in the end; null for a file. */
  url: string | null
  events: number | null
  octets: number | null
  findings: Finding[]
  clients: { client: Client; name: string; state: State; message: string }[]
  redirects: Hop[]
  answers: Answer[]
}

export interface Finding {
  code: DefectCode
  /** Of the checklist, interop.md §8. */
  item: number
  severity: Severity
  count: number
  places: Place[]
  message: string
  hint: string
  clients: { client: Client; name: string; effect: Effect; message: string }[]
}

export interface Answer extends Seen {
  name: string
}

export const reportOf = (examination: Examination, language: Language): Report => ({
  health: examination.health,
  url: examination.way?.url ?? null,
  events: examination.anatomy?.events ?? null,
  octets: examination.anatomy?.octets ?? null,
  findings: examination.defects.map((defect) => findingOf(defect, language)),
  clients: examination.verdicts.map((verdict) => ({
    ...{ client: verdict.client, name: CLIENT_NAMES[verdict.client], state: verdict.state },
    message: describeVerdict(verdict, language),
  })),
  redirects: examination.way?.hops ?? [],
  answers: (examination.way?.seen ?? []).map((seen) => ({
    ...{ ...seen, name: CLIENT_NAMES[seen.client] },
  })),
})

function findingOf(defect: Defect, language: Language): Finding {
  const { found, right } = describeDefect(defect, language)
  const { item, severity } = DEFECTS[defect.code]
  const suffering = Object.entries(defect.clients) as [Client, Effect][]
  return {
    ...{ code: defect.code, item, severity, count: defect.count, places: defect.places },
    ...{ message: found, hint: right },
    clients: suffering.map(([client, effect]) => ({
      ...{ client, name: CLIENT_NAMES[client], effect },
      message: EFFECT_WORDS[language][effect],
    })),
  }
}

/** Who suffers alike, together: “Google Calendar, Outlook (Windows): loses events”. */
export function sufferingOf({ clients }: Finding, language: Language): Suffering[] {
  const byMessage = new Map<string, string[]>()
  for (const { name, message } of clients)
    byMessage.set(message, [...(byMessage.get(message) ?? []), name])
  return [...byMessage].map(([message, names]) => ({
    message,
    who: names.length === CLIENTS.length ? EVERYBODY[language] : names.join(', '),
  }))
}

interface Suffering {
  who: string
  message: string
}

const EVERYBODY: Record<Language, string> = { en: 'Every program', ko: '모든 프로그램' }

/** The whole in one sentence. */
export function healthText({ health, clients }: Report, language: Language): string {
  const words = REPORT_WORDS[language]
  const isOut = clients.every(({ state }) => state === 'broken')
  return isOut ? words.nobody : words.health[health]
}

export const sizeOf = (octets: number): string =>
  octets < 10_000 ? `${octets} B` : `${Math.round(octets / 1000)} kB`

/** `200 text/calendar; charset=utf-8, gzip, 12 kB` */
export function saidOf(answer: Answer, nothing: string): string {
  const { status, failure, contentType, encoding, octets } = answer
  if (status === null) return failure ? `${nothing} (${failure})` : nothing
  const size = octets > 0 ? sizeOf(octets) : null
  return [`${status} ${contentType ?? ''}`.trim(), encoding, size].filter(Boolean).join(', ')
}
