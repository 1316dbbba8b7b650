// Dates and times as people read them, the same on every runtime: no words from the host.

import type { Language } from '../language/choose.ts'
import { addDays, instantWithOffset, placeIn } from '../schedule/zones.ts'

const WEEKDAYS = {
  ko: ['일', '월', '화', '수', '목', '금', '토'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
}
const MONTHS =
  'January February March April May June July August September October November December'
const MONTH_NAMES = MONTHS.split(' ')

/** From Sunday, as calendars on Korean walls are. */
export const weekdays = (language: Language): readonly string[] => WEEKDAYS[language]

export const weekdayOf = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay()

/** `4월 3일 (금)`, `Fri 3 Apr`; with the year where it is another than `year`. */
export function dateText(date: string, language: Language, year = ''): string {
  const [y = '', month, day] = date.split('-').map((part) => String(Number(part)))
  const weekday = WEEKDAYS[language][weekdayOf(date)]
  const other = date.slice(0, 4) !== year
  if (language === 'ko') return `${other ? `${y}년 ` : ''}${month}월 ${day}일 (${weekday})`
  return `${weekday} ${day} ${MONTH_NAMES[Number(month) - 1]?.slice(0, 3)}${other ? ` ${y}` : ''}`
}

/** `2026년 4월`, `April 2026` */
export function monthText(month: string, language: Language): string {
  const [year, number] = month.split('-').map(Number)
  return language === 'ko' ? `${year}년 ${number}월` : `${MONTH_NAMES[(number ?? 1) - 1]} ${year}`
}

export interface Moment {
  start: string
  end: string | null
  allDay: boolean
  timeTbd: boolean
  timezone: string
}

export const UNDECIDED = { ko: '시간 미정', en: 'time to be decided' }
/** Whose clock goes without saying. */
export const OWN_ZONE = { ko: 'Asia/Seoul', en: null }
export const ALL_DAY = { ko: '하루 종일', en: 'all day' }

/** The clock alone: `18:30`, `18:30–21:00`, all day, or undecided. */
export function clockText({ start, end, allDay, timeTbd }: Moment, language: Language): string {
  if (timeTbd) return UNDECIDED[language]
  if (allDay) return ALL_DAY[language]
  const sameDay = end !== null && end.slice(0, 10) === start.slice(0, 10)
  return `${start.slice(11, 16)}${sameDay ? `–${end.slice(11, 16)}` : ''}`
}

/** Day and clock; both ends where they lie on different days. */
export function momentText(moment: Moment, language: Language, year = ''): string {
  const { start, end, allDay, timeTbd } = moment
  const [first, last] = [start.slice(0, 10), (end ?? start).slice(0, 10)]
  const from = dateText(first, language, year)
  const time = allDay && !timeTbd ? '' : ` ${clockText(moment, language)}`
  if (first === last) return `${from}${time}`
  const to = dateText(last, language, first.slice(0, 4))
  if (allDay) return `${from} – ${to}${timeTbd ? time : ''}`
  return `${from} ${start.slice(11, 16)} – ${to} ${end?.slice(11, 16)}`
}

/** When something opens, which has a day and often a time, and no end. */
export const opening = (start: string, timezone: string): Moment => ({
  ...{ start, end: null, allDay: !start.includes('T'), timeTbd: false, timezone },
})

/** For `<time datetime>`: with its zone's offset, or the date of what lasts all day. */
export const datetimeOf = ({
  start,
  allDay,
  timezone,
}: Pick<Moment, 'start' | 'allDay' | 'timezone'>) =>
  allDay ? start : instantWithOffset(placeIn(start, timezone).instant, timezone)

/** Of what is on and ends on another day, the end: `12월 4일 (금)까지`, `until Fri 4 Dec`. */
export function momentSaid(moment: Moment, language: Language, year: string, isOn: boolean) {
  const { start, end, allDay } = moment
  if (!isOn || end === null || end.slice(0, 10) === start.slice(0, 10))
    return { text: momentText(moment, language, year), datetime: datetimeOf(moment) }
  const last = `${dateText(end.slice(0, 10), language, year)}${allDay ? '' : ` ${end.slice(11, 16)}`}`
  return {
    text: language === 'ko' ? `${last}까지` : `until ${last}`,
    datetime: datetimeOf({ ...moment, start: end }),
  }
}

/** `2026-04` and so many months on. */
export function monthAfter(month: string, months: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number - 1 + months, 1)).toISOString().slice(0, 7)
}

/** The weeks that a month's page shows, from a Sunday to a Saturday. */
export function weeksOf(month: string): string[][] {
  const first = `${month}-01`
  const beyond = `${monthAfter(month, 1)}-01`
  const weeks: string[][] = []
  for (let sunday = addDays(first, -weekdayOf(first)); sunday < beyond; sunday = addDays(sunday, 7))
    weeks.push([0, 1, 2, 3, 4, 5, 6].map((days) => addDays(sunday, days)))
  return weeks
}
