// Moves an example's dates so that the day it was written for falls on the day it is first applied.

const DAY_MS = 86_400_000
const ISO_DATE = /(?<![\d-])(\d{4}-\d{2}-\d{2})(?![\d-])/g
const UNTIL = /UNTIL=(\d{4})(\d{2})(\d{2})/g

/** By whole weeks, so that a Saturday game stays on a Saturday; never further, so that no result is told before its game. */
export function placeDates(text: string, writtenFor: string, today: string): string {
  const weeks = Math.floor((Date.parse(today) - Date.parse(writtenFor)) / (7 * DAY_MS))
  const moved = (date: string) =>
    new Date(Date.parse(date) + weeks * 7 * DAY_MS).toISOString().slice(0, 10)
  return text
    .replace(ISO_DATE, moved)
    .replace(UNTIL, (_, y, m, d) => `UNTIL=${moved(`${y}-${m}-${d}`).replaceAll('-', '')}`)
}
