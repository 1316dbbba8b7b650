// Changed fields of an event as sentences.

import type { HistoryEntry } from '../engine.ts'
import { dayText, momentText } from './dates.ts'
import type { AllWords, Language } from './words.ts'

type Field = HistoryEntry['fields'][number]

/** Said by others of them: an event that moved has new ends too. */
const SILENT = ['end', 'allDay', 'timeTbd', 'timezone', 'reason']
/** Too long to be told, or not made to be read. */
const UNTOLD = [
  ...['description', 'links', 'rrule', 'exdates', 'overrides', 'tags', 'translations', 'lang'],
]
const LOCAL = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?/

export function sentencesOf({ fields }: HistoryEntry, language: Language, words: AllWords) {
  const start = fields.find(({ field }) => field === 'start')
  const tbd = fields.find(({ field }) => field === 'timeTbd')
  const told = start ? [slotSentence(start, tbd, language, words)] : []
  const others = fields.filter(
    ({ field }) => field !== 'start' && !(start && SILENT.includes(field)),
  )
  return [...told, ...others.map((each) => sentence(each, language, words))].filter(Boolean)
}

function sentence({ field, before, after }: Field, language: Language, words: AllWords): string {
  const { event, marks } = words
  if (field === 'reason') return ''
  const name = event.fields[field]
  if (!name) return ''
  if (UNTOLD.includes(field)) return event.changed(name)
  const said = (value: string | null): string => {
    if (value === null || value === '') return event.nothing
    if (field === 'status') return value === 'confirmed' ? event.confirmed : markOf(value, marks)
    if (['soldOut', 'timeTbd', 'allDay'].includes(field))
      return value === 'true' ? event.yes : event.no
    if (field === 'ticketOpensAt') return momentText(value, language)
    return LOCAL.test(value) ? localText(value, language) : value
  }
  return event.change(name, said(before), said(after))
}

const markOf = (value: string, marks: AllWords['marks']): string =>
  value in marks ? marks[value as keyof typeof marks] : value

/** The clocks alone where the day is the same. */
function slotSentence(start: Field, tbd: Field | undefined, language: Language, words: AllWords) {
  const [before, after] = [start.before ?? '', start.after ?? '']
  const sameDay = before.slice(0, 10) === after.slice(0, 10)
  const said = (value: string, undecided: boolean): string => {
    if (!LOCAL.test(value)) return value || words.event.nothing
    const clock = undecided ? words.when.tbd : value.slice(11, 16)
    const day = dayText(value.slice(0, 10), language)
    return sameDay ? clock || words.when.allDay : `${day} ${clock}`.trim()
  }
  return `${said(before, tbd?.before === 'true')} → ${said(after, tbd?.after === 'true')}`
}

const localText = (value: string, language: Language): string =>
  `${dayText(value.slice(0, 10), language)} ${value.slice(11, 16)}`.trim()
