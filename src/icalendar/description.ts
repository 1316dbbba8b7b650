// SUMMARY, DESCRIPTION and LOCATION: what a subscriber reads.

import { clean } from '../schedule/clean.ts'
import {
  type EventState,
  type Facts,
  LINK_LABELS,
  MAX_TITLE_UNITS,
  type Slot,
} from '../schedule/event.ts'
import { type Words, wordsFor } from '../schedule/words.ts'
import { cut, oneLine } from './text.ts'

/** Google shows no more of a DESCRIPTION. */
export const MAX_DESCRIPTION_UNITS = 8000
const MAX_REASON_UNITS = 1000

/** The title with what has become of the event; never empty. */
export function summaryOf({ status, soldOut, timeTbd, title }: Facts, language: string): string {
  const words = wordsFor(language)
  const marks: string[] = []
  if (status === 'cancelled') marks.push(words.cancelled)
  else if (status === 'postponed') marks.push(words.postponed)
  else if (soldOut && status !== 'ended') marks.push(words.soldOut)
  const before = marks.map((mark) => `${mark} `).join('')
  const undecided = timeTbd && status !== 'cancelled' && status !== 'postponed'
  const after = undecided ? ` ${words.timeTbd}` : ''
  const room = MAX_TITLE_UNITS - before.length - after.length
  return `${before}${cut(oneLine(title) || '–', room)}${after}`
}

/** The partner's text, what became of the slot, the links: in that order, a blank line between. */
export function descriptionOf(
  { facts, movedFrom }: Pick<EventState, 'facts' | 'movedFrom'>,
  language: string,
): string {
  const words = wordsFor(language)
  const text = clean(facts.description ?? '').trim()
  const reason = cut(oneLine(facts.reason ?? ''), MAX_REASON_UNITS)
  const notes = [
    ...(movedFrom ? [`${words.originally} ${slotText(movedFrom, facts, words)}`] : []),
    ...(reason ? [`${words.reason}: ${reason}`] : []),
  ].join('\n')
  const links = thatFit(linksOf(facts, words), MAX_DESCRIPTION_UNITS - notes.length - 2)
  const rest = [notes, links].filter(Boolean).join('\n\n')
  return [cut(text, MAX_DESCRIPTION_UNITS - rest.length - 2), rest].filter(Boolean).join('\n\n')
}

/** Whole lines only: half a link leads nowhere. */
function thatFit(lines: readonly string[], room: number): string {
  let text = ''
  for (const line of lines) {
    if (text.length + line.length + 1 > room) break
    text += `${text && '\n'}${line}`
  }
  return text
}

/** One a line, the known kinds first and always in the same order, so that apps can read them. */
function linksOf({ links }: Facts, words: Words): string[] {
  const known = LINK_LABELS as readonly string[]
  const place = (label: string) => (known.includes(label) ? known.indexOf(label) : known.length)
  return [...links]
    .sort((a, b) => place(a.label) - place(b.label))
    .map(({ label, url }) => `${words.links[label] ?? oneLine(label)}: ${oneLine(url)}`)
}

/** `4/1 18:30`; the year and the zone only where they differ from the new ones. */
function slotText(from: Slot, to: Facts, words: Words): string {
  const [year = 0, month = 0, day = 0] = from.start.slice(0, 10).split('-').map(Number)
  const date = words.day(year, month, day, from.start.slice(0, 4) !== to.start.slice(0, 4))
  const time = from.allDay
    ? from.timeTbd
      ? ` ${words.timeTbd}`
      : ''
    : ` ${from.start.slice(11, 16)}`
  const zone = from.allDay || from.timezone === to.timezone ? '' : ` (${from.timezone})`
  return `${date}${time}${zone}`
}

/** Name and address on one line. */
export function locationOf({ location }: Facts): string {
  const parts = [location?.name, location?.address].map((part) => oneLine(part ?? ''))
  return cut(parts.filter(Boolean).join(', '), MAX_TITLE_UNITS)
}
