// A partner and a calendar made, changed, renamed or deleted, whoever asks: the API or the console.

import type { z } from '@hono/zod-openapi'
import type { Ports } from '../../ports.ts'
import { Problem } from '../../problem.ts'
import {
  changeCalendar,
  createCalendar,
  deleteCalendar,
  renameTo,
} from '../../publication/calendars.ts'
import { recordAudit, settingsChanged } from '../../storage/audit.ts'
import { type Calendar, type CalendarSettings, findCalendar } from '../../storage/calendars.ts'
import {
  findPartner,
  type Partner,
  type PartnerSettings,
  savePartner,
} from '../../storage/partners.ts'
import { requireSlug } from '../../web/names.ts'
import { type calendarBody, type partnerBody, settingsOf } from './settings-body.ts'

type PartnerBody = z.infer<typeof partnerBody>
type CalendarBody = z.infer<typeof calendarBody>

/** Makes or changes a partner; what is not said stays as it is. */
export async function keepPartner(
  ports: Ports,
  slug: string,
  { name, timezone, locale, description, translations, color }: PartnerBody,
  author: string,
): Promise<{ partner: Partner; isNew: boolean }> {
  requireSlug(slug)
  const before = await findPartner(ports.db, slug)
  const settings = {
    name,
    timezone: timezone ?? before?.timezone ?? 'UTC',
    locale: locale ?? before?.locale ?? 'en',
    description: description === undefined ? (before?.description ?? null) : description,
    translations: translations ?? before?.translations ?? {},
    color: color === undefined ? (before?.color ?? null) : color,
  }
  await ports.db.batch([
    savePartner(slug, settings, ports.now()),
    ...(before ? partnerChanged(ports, before, settings, author) : []),
  ])
  const partner = await findPartner(ports.db, slug)
  if (!partner) throw new Error(`partner ${slug} is not there after being saved`)
  return { partner, isNew: before === null }
}

function partnerChanged(ports: Ports, before: Partner, settings: PartnerSettings, author: string) {
  const fields = settingsChanged(before, settings)
  const act = { author, action: 'settings.changed' as const, about: { fields } }
  return fields?.length ? [recordAudit(ports, before.id, act)] : []
}

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
