// A calendar made, changed, renamed or deleted, whoever asks: the API or the console.

import type { z } from '@hono/zod-openapi'
import type { Ports } from '../ports.ts'
import { Problem } from '../problem.ts'
import {
  changeCalendar,
  createCalendar,
  deleteCalendar,
  renameTo,
} from '../publication/calendars.ts'
import { type Calendar, type CalendarSettings, findCalendar } from '../storage/calendars.ts'
import type { Partner } from '../storage/partners.ts'
import { requireSlug } from '../web/names.ts'
import { type calendarBody, settingsOf } from './settings-body.ts'

type CalendarBody = z.infer<typeof calendarBody>

/** Makes the calendar; false when its address is somebody's by now. */
export async function makeCalendar(
  ports: Ports,
  partner: Partner,
  slug: string,
  body: CalendarBody,
  author: string,
): Promise<boolean> {
  requireSlug(slug)
  try {
    await createCalendar(ports, partner, { slug, settings: settingsOf(body, partner), author })
    return true
  } catch (error) {
    if (await findCalendar(ports.db, partner.slug, slug)) return false
    throw error
  }
}

/** Changes settings, then the name. Returns the slug it has now. */
export async function reviseCalendar(
  ports: Ports,
  calendar: Calendar,
  body: CalendarBody,
  author: string,
): Promise<string> {
  requireAlive(calendar)
  const { calendar: newSlug, ...given } = body
  if (newSlug !== undefined) requireSlug(newSlug)
  const told = Object.entries(given).filter(([, value]) => value !== undefined)
  const settings: CalendarSettings = { ...calendar.settings, ...Object.fromEntries(told) }
  // The name first: when it is taken, nothing has changed.
  if (newSlug !== undefined && newSlug !== calendar.slug)
    await renameTo(ports, calendar, newSlug, author)
  await changeCalendar(ports, calendar, settings, author)
  return newSlug ?? calendar.slug
}

export async function endCalendar(
  ports: Ports,
  calendar: Calendar,
  by: { author: string; reason: string | null },
): Promise<void> {
  requireAlive(calendar)
  await deleteCalendar(ports, calendar, by)
}

function requireAlive({ slug, deletedAt }: Calendar): void {
  if (deletedAt) throw new Problem('calendar_deleted', { name: slug, when: deletedAt })
}
