// Dates and times as a feed writes them.

import { writtenMoment } from '../intake/ics/values.ts'
import { type Component, oneOf, type Property } from './components.ts'

export interface Moment {
  /** `2026-04-01` */
  date: string
  /** `18:30:00`; null for a date alone. */
  time: string | null
  kind: 'date' | 'utc' | 'zoned' | 'floating'
  /** Of `zoned`, as it is written. */
  tzid: string
}

/** Null for what is no moment. */
export function momentOf({ value, params }: Pick<Property, 'value' | 'params'>): Moment | null {
  const written = writtenMoment(value)
  if ('code' in written) return outOfReach(value, params)
  const { date, time, utc } = written
  const tzid = params.TZID ?? ''
  const kind = time === null ? 'date' : utc ? 'utc' : tzid ? 'zoned' : 'floating'
  return { date, time, kind, tzid }
}

/** Our own reader takes the years of schedules only; a birthday of 1955 is none the less a date. */
function outOfReach(value: string, params: Property['params']): Moment | null {
  if (!/^\d{8}(T\d{6}Z?)?$/.test(value.trim())) return null
  const within = writtenMoment(value.trim().replace(/^\d{4}/, '2028'))
  if ('code' in within) return null
  const { time, utc } = within
  const tzid = params.TZID ?? ''
  const kind = time === null ? 'date' : utc ? 'utc' : tzid ? 'zoned' : 'floating'
  return { date: `${value.trim().slice(0, 4)}${within.date.slice(4)}`, time, kind, tzid }
}

/** A number that can be compared with others of the same clock. */
export const wallOf = ({ date, time }: Moment): number =>
  Date.parse(`${date}T${time ?? '00:00:00'}Z`)

export const startOf = (event: Component): Moment | null => {
  const property = oneOf(event, 'DTSTART')
  return property ? momentOf(property) : null
}

export const DAY_MS = 86_400_000
