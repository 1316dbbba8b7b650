// The smaller fields of a row: numbers, lists of minutes, when tickets open, the language.

import type { SaidFacts } from '../schedule/row.ts'
import type { DateContext } from './dates.ts'
import type { Given, Notes } from './given.ts'
import { MAX_ALARM_MINUTES, MAX_ALARMS } from './limits.ts'
import { momentOf } from './moments.ts'
import { pointIn } from './points.ts'
import { readTime } from './times.ts'

/** As many decimals as a computer writes, and as it writes them; more than twelve are atoms, but harmless. */
const DECIMAL = /^-?\d{1,3}(?:\.\d{1,20})?(?:e-\d{1,3})?$/

/** Both or neither: half a place is none. */
export function readCoordinates(
  given: Given,
  notes: Notes,
): { latitude?: number | null; longitude?: number | null } {
  const read = (field: 'latitude' | 'longitude', most: number): number | null | undefined => {
    const text = given.text(field)?.trim()
    if (!text) return text === undefined ? undefined : null
    const number = DECIMAL.test(text) ? Number(text) : Number.NaN
    if (Math.abs(number) <= most) return number
    notes.note('error', 'field.invalid', field, text, { wanted: `-${most} … ${most}` })
    return null
  }
  const [latitude, longitude] = [read('latitude', 90), read('longitude', 180)]
  const lacks = (field: 'latitude' | 'longitude') => !given.text(field)?.trim()
  if (typeof latitude === 'number' && lacks('longitude'))
    notes.note('error', 'field.required', 'longitude')
  if (typeof longitude === 'number' && lacks('latitude'))
    notes.note('error', 'field.required', 'latitude')
  return {
    ...(latitude === undefined ? {} : { latitude }),
    ...(longitude === undefined ? {} : { longitude }),
  }
}

const GAME_NO = /^(?:dh|game|no\.?|#|더블헤더|제)?\s*(\d{1,4})\s*(?:차전|경기|차|회)?$/i

/** `2`, `DH2`, `더블헤더 2`, `2차전` */
export function readGameNo(given: Given, notes: Notes): { gameNo?: number | null } {
  const text = given.text('game_no')?.trim()
  if (text === undefined) return {}
  if (text === '' || text === '-') return { gameNo: null }
  const found = GAME_NO.exec(text)
  if (found) return { gameNo: Number(found[1]) }
  notes.note('error', 'field.invalid', 'game_no', text, { wanted: '1, 2, DH1, DH2' })
  return {}
}

export function readAlarms(given: Given, notes: Notes): { alarms?: number[] } {
  const items = given.list('alarm')
  if (!items) return {}
  const wanted = `0 … ${MAX_ALARM_MINUTES}, ≤ ${MAX_ALARMS}`
  const minutes = items.map((item) => (/^\d{1,6}$/.test(item.trim()) ? Number(item) : -1))
  const wrong = minutes.findIndex((minute) => minute < 0 || minute > MAX_ALARM_MINUTES)
  if (wrong >= 0 || minutes.length > MAX_ALARMS)
    notes.note('error', 'field.invalid', 'alarm', items[wrong] ?? items.join(', '), { wanted })
  return { alarms: [...new Set(minutes)].sort((a, b) => a - b) }
}

export function readLanguage(given: Given, notes: Notes): { lang?: string | null } {
  const text = given.text('lang')?.trim().toLowerCase()
  if (text === undefined) return {}
  if (text === '') return { lang: null }
  if (/^[a-z]{2}$/.test(text)) return { lang: text }
  notes.note('error', 'field.invalid', 'lang', text, { wanted: 'ko, en, ja …' })
  return {}
}

const OPENING = { whole: 'ticket_opens_at', date: 'ticket_opens_at', time: 'start' } as const

/** Local time in the event's zone; a date where no time is given. */
export function readTicketOpening(
  given: Given,
  notes: Notes,
  context: DateContext & { timezone: string },
): Pick<SaidFacts, 'ticketOpensAt'> {
  const text = given.text('ticket_opens_at')
  if (text === undefined) return {}
  if ('tbd' in readTime(text)) return { ticketOpensAt: null }
  const alone: Given = {
    ...given,
    text: (field) => (field === 'ticket_opens_at' ? text : undefined),
  }
  const moment = momentOf(alone, notes, OPENING, context)
  if (!moment?.date) return { ticketOpensAt: null }
  if (!moment.time) return { ticketOpensAt: moment.date }
  const written = `${moment.date}T${moment.time}`
  return { ticketOpensAt: pointIn(context.timezone, written, moment.offset).local }
}
