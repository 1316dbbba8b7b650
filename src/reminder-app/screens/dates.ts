// Days, clocks and ages as people read them, by Intl; days and clocks are those of this device.

import type { Language } from './words.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** What the person's own device says of this language, or a plain one. */
function localeOf(language: Language): string {
  const own = (globalThis.navigator?.languages ?? []).find((tag) => tag.startsWith(language))
  return own ?? (language === 'en' ? 'en-GB' : 'ko-KR')
}

const kept = new Map<string, Intl.DateTimeFormat>()

function format(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language}${JSON.stringify(options)}`
  const known = kept.get(key) ?? new Intl.DateTimeFormat(localeOf(language), options)
  kept.set(key, known)
  return known
}

const two = (value: number): string => String(value).padStart(2, '0')

export const deviceZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone

/** `2026-11-27` on this device. */
export function dateOf(instant: string | Date): string {
  const at = new Date(instant)
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
}

/** The first instant of a day on this device. */
export const dayStart = (date: string): Date => new Date(`${date}T00:00:00`)

export const addDays = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10)

const ofYear = (date: string): 'numeric' | undefined =>
  date.slice(0, 4) === dateOf(new Date()).slice(0, 4) ? undefined : 'numeric'

/** `11월 27일 (금)`, `Fri 27 Nov`; with the year where it is another than today's. */
export function dayText(date: string, language: Language): string {
  const month = language === 'ko' ? 'long' : 'short'
  const options = { year: ofYear(date), month, day: 'numeric', weekday: 'short' } as const
  return format(language, { ...options, timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`))
}

/** `11월 27일`, `27 Nov` */
export function shortDayText(date: string, language: Language): string {
  const month = language === 'ko' ? 'long' : 'short'
  const options = { year: ofYear(date), month, day: 'numeric', timeZone: 'UTC' } as const
  return format(language, options).format(new Date(`${date}T00:00:00Z`))
}

/** `18:30` here, or in a zone. */
export const clock = (instant: string | Date, language: Language, timeZone?: string): string =>
  format(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone }).format(
    new Date(instant),
  )

export const momentText = (instant: string, language: Language): string =>
  `${dayText(dateOf(instant), language)} ${clock(instant, language)}`

/** A zone as people call it: `한국 시간`, `Central Time`. */
export function zoneName(timeZone: string, language: Language): string {
  const parts = format(language, { timeZone, timeZoneName: 'longGeneric' }).formatToParts()
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone
}

const JUST_NOW = { ko: '방금', en: 'just now' }

/** `7시간 전`, `7 hours ago` */
export function ago(instant: string, language: Language, now: number): string {
  const passed = Math.max(0, now - Date.parse(instant))
  const words = new Intl.RelativeTimeFormat(language)
  if (passed < MINUTE) return JUST_NOW[language]
  if (passed < HOUR) return words.format(-Math.floor(passed / MINUTE), 'minute')
  if (passed < 2 * DAY) return words.format(-Math.floor(passed / HOUR), 'hour')
  return words.format(-Math.floor(passed / DAY), 'day')
}
