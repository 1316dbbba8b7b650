// Lists of minutes in a form: the usual ones are ticked, others are written, as `45, 90`.

import { invalid, MAX_ALARM_MINUTES } from '../../schedule/subscription.ts'

/** Minutes that have a box of their own; all others are written. */
export const USUAL_MINUTES = [0, 10, 30, 60, 120, 1440] as const

export interface MinutesNames {
  ticked: string
  written: string
  /** As the API calls it. */
  field: string
}

/** Throws `choice_invalid` for what is no number. */
export function minutesIn(
  fields: URLSearchParams,
  { ticked, written, field }: MinutesNames,
): number[] {
  const own = (fields.get(written) ?? '').split(/[\s,;]+/)
  return [...fields.getAll(ticked), ...own].filter(Boolean).map((text) => {
    if (!/^\d{1,6}$/.test(text)) throw invalid(field, text, `0–${MAX_ALARM_MINUTES}`)
    return Number(text)
  })
}

export function putMinutes(
  fields: URLSearchParams,
  { ticked, written }: MinutesNames,
  minutes: readonly number[],
): void {
  const isUsual = (each: number) => (USUAL_MINUTES as readonly number[]).includes(each)
  for (const each of minutes.filter(isUsual)) fields.append(ticked, String(each))
  const others = minutes.filter((each) => !isUsual(each))
  if (others.length > 0) fields.set(written, others.join(', '))
}
