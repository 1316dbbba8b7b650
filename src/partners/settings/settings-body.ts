// What a partner and a calendar can be told to be.

import { z } from '@hono/zod-openapi'
import { zoneNamed } from '../../schedule/zones.ts'
import type { CalendarSettings } from '../../storage/calendars.ts'
import type { Partner } from '../../storage/partners.ts'
import { closed, texts } from '../../web/schemas.ts'

/** One line of text: no control characters, which calendar clients and terminals obey. */
export const oneLine = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(/^\P{Cc}*$/u, 'One line without control characters.')
    .openapi({ pattern: '^\\P{Cc}*$' })

const paragraph = (max: number) =>
  z
    .string()
    .max(max)
    .regex(/^[^\p{Cc}]*(?:[\n\t][^\p{Cc}]*)*$/u, 'No control characters.')
    .openapi({ pattern: '^[^\\p{Cc}]*(?:[\\n\\t][^\\p{Cc}]*)*$' })

const timezone = z
  .string()
  .max(64)
  .refine((name) => 'zone' in zoneNamed(name) && !('code' in zoneNamed(name)), {
    message: 'An IANA time zone such as Asia/Seoul.',
  })
  .openapi({ example: 'Asia/Seoul' })

const language = z.enum(['ko', 'en']).openapi({ description: 'Of markers, labels and findings.' })

const color = z
  .string()
  .regex(/^#[0-9A-Fa-f]{6}$/, '#RRGGBB')
  .nullable()

export const partnerBody = closed({
  name: oneLine(200),
  timezone: timezone.optional(),
  locale: language.optional(),
  description: paragraph(2000).nullable().optional(),
  translations: texts.optional(),
  color: color.optional(),
}).openapi('PartnerSettings')

/** What an owner may change; the address, the time zone and the language stay the operator's. */
export const lookBody = closed({
  name: oneLine(200).optional(),
  description: paragraph(2000).nullable().optional(),
  translations: texts.optional(),
  color: color.optional(),
}).openapi('PartnerLook')

export const calendarBody = closed({
  name: oneLine(200).optional(),
  calendar: z.string().optional().openapi({ description: 'A new name for its address.' }),
  description: paragraph(2000).nullable().optional(),
  timezone: timezone.optional(),
  language: language.optional(),
  category: oneLine(64).nullable().optional(),
  color: color.optional(),
  defaultMinutes: z
    .number()
    .int()
    .min(1)
    .max(7 * 24 * 60)
    .optional()
    .openapi({ description: 'How long a timed event without an end lasts.' }),
  translations: texts.optional(),
}).openapi('CalendarSettings')

/** An event without an end lasts an hour, as in Google's and Outlook's import. */
const DEFAULT_MINUTES = 60

/** A new calendar's settings: what is not said comes from its partner. */
export function settingsOf(body: z.infer<typeof calendarBody>, partner: Partner): CalendarSettings {
  return {
    name: body.name ?? partner.name,
    description: body.description ?? null,
    timezone: body.timezone ?? partner.timezone,
    language: body.language ?? partner.locale,
    category: body.category ?? null,
    color: body.color ?? null,
    defaultMinutes: body.defaultMinutes ?? DEFAULT_MINUTES,
    translations: body.translations ?? {},
  }
}
