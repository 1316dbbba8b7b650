// Partners and calendars as JSON.

import { z } from '@hono/zod-openapi'
import type { Calendar } from '../storage/calendars.ts'
import type { Partner } from '../storage/partners.ts'
import { texts } from './schemas.ts'

export const partnerSchema = z
  .object({
    partner: z.string(),
    name: z.string(),
    timezone: z.string(),
    locale: z.string(),
    description: z.string().nullable(),
    translations: texts,
    color: z.string().nullable(),
    logoUrl: z.string().nullable(),
    createdAt: z.string(),
  })
  .openapi('Partner')

export const calendarSchema = z
  .object({
    partner: z.string(),
    calendar: z.string(),
    name: z.string(),
    description: z.string().nullable(),
    timezone: z.string(),
    language: z.string(),
    category: z.string().nullable(),
    color: z.string().nullable(),
    defaultMinutes: z.number().int(),
    translations: texts,
    revision: z.number().int(),
    feedUrl: z.string(),
    webcalUrl: z.string(),
    createdAt: z.string(),
    deletedAt: z.string().nullable(),
  })
  .openapi('Calendar')

export function partnerJson(publicUrl: string, { id: _, slug, logo, ...partner }: Partner) {
  return { partner: slug, ...partner, logoUrl: logo && `${publicUrl}${logoPath(logo)}` }
}

export const logoPath = (logo: string): string => `/assets/logos/${logo}`

/** `revision` is the latest of which everybody was told, as everybody counts them. */
export function calendarJson(publicUrl: string, calendar: Calendar) {
  const { partner, slug, settings, toldNumber, createdAt, deletedAt } = calendar
  const feedUrl = `${publicUrl}/feeds/${partner}/${slug}.ics`
  const webcalUrl = feedUrl.replace(/^https?:/, 'webcal:')
  return {
    ...{ partner, calendar: slug, ...settings, revision: toldNumber },
    ...{ feedUrl, webcalUrl, createdAt, deletedAt },
  }
}
