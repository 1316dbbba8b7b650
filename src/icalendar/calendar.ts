// A calendar around its VEVENTs: names, refresh, colour; properties before components.

import { clean } from '../schedule/clean.ts'
import { nearestColorName } from './color.ts'
import { escapeText, fold, oneLine } from './text.ts'

export interface CalendarHead {
  name: string
  description: string | null
  timezone: string
  /** #RRGGBB */
  color: string | null
  refreshHours: number
}

/** The whole feed; `components` are VTIMEZONEs, then VEVENTs as `renderEvent` made them. */
export function renderCalendar(head: CalendarHead, components: readonly string[]): string {
  const name = escapeText(oneLine(head.name))
  const description = escapeText(clean(head.description ?? '').trim())
  const refresh = durationOf(head.refreshHours)
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Kalends//Kalends//EN',
    'CALSCALE:GREGORIAN',
    `NAME:${name}`,
    `X-WR-CALNAME:${name}`,
    ...(description ? [`DESCRIPTION:${description}`, `X-WR-CALDESC:${description}`] : []),
    `X-WR-TIMEZONE:${head.timezone}`,
    `REFRESH-INTERVAL;VALUE=DURATION:${refresh}`,
    `X-PUBLISHED-TTL:${refresh}`,
    ...(head.color
      ? [
          `COLOR:${nearestColorName(head.color)}`,
          `X-APPLE-CALENDAR-COLOR:${head.color.toUpperCase()}`,
        ]
      : []),
  ]
  return `${lines.map(fold).join('')}${components.join('')}END:VCALENDAR\r\n`
}

const durationOf = (hours: number): string =>
  hours % (7 * 24) === 0 ? `P${hours / 168}W` : hours % 24 === 0 ? `P${hours / 24}D` : `PT${hours}H`
