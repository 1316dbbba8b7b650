// A subscription as JSON: what may be sent, and what is told.

import { z } from '@hono/zod-openapi'
import type { Config } from '../config.ts'
import {
  DEFAULT_CHOICES,
  invalid,
  MAX_ALARM_MINUTES,
  MAX_ALARMS,
  MAX_CALENDARS,
  MAX_LABEL_UNITS,
  MAX_PAST_DAYS,
  MAX_PREFIX_UNITS,
  MAX_VALUES,
} from '../schedule/subscription.ts'
import { WEEKDAY_NAMES, weekdaysNamed } from '../schedule/weekdays.ts'
import { zoneNamed } from '../schedule/zones.ts'
import type { Subscription } from '../storage/subscriptions.ts'
import { categoryLinks, feedLinks, manageUrl } from '../subscriptions/links.ts'
import type { Wish } from '../subscriptions/make.ts'
import { closed } from '../web/schemas.ts'
import { channelSchema } from './channel-json.ts'
import { overlaySchema } from './overlay-json.ts'
import { remindersIn, remindersTold } from './reminder-json.ts'

const values = z
  .array(z.string())
  .openapi({ description: `Any of these; at most ${MAX_VALUES}. Empty: all.` })
const minutes = z
  .array(z.number().int())
  .openapi({ description: `Minutes before, 0 to ${MAX_ALARM_MINUTES}; at most ${MAX_ALARMS}.` })
const prefix = z
  .string()
  .openapi({ description: `Before every title: at most ${MAX_PREFIX_UNITS} units.` })

/** Everything that can be chosen; what is left out is as it was, or by default. */
export const wishShape = {
  calendars: z.array(z.string()).openapi({
    description: `partner/calendar, 1 to ${MAX_CALENDARS}, of any partners.`,
    example: ['harbour/regatta'],
  }),
  label: z
    .string()
    .nullable()
    .openapi({ description: `Your name for it, at most ${MAX_LABEL_UNITS} units.` }),
  filters: closed({
    categories: values.optional(),
    tags: values.optional(),
    teams: values.optional(),
    homeAway: z.enum(['home', 'away']).nullable().optional().openapi({
      description: 'Of the chosen teams; without any, of the team that plays most in a calendar.',
    }),
    kinds: values.optional(),
    weekdays: z
      .array(z.union([z.string(), z.number()]))
      .optional()
      .openapi({
        description: 'mon … sun, MO … SU, 1 (Monday) … 7, weekend; in the zone of the event.',
      }),
  }),
  hiddenTeams: values,
  alarms: minutes,
  eveningBefore: z
    .string()
    .nullable()
    .openapi({ description: 'When, on the evening before an all-day event.', example: '20:00' }),
  language: z.string().nullable().openapi({
    description: 'Two letters; null: each event in the language in which it was published.',
  }),
  prefix,
  cancelled: z.enum(['mark', 'drop']),
  results: z.boolean().openapi({ description: 'Whether results are told; false: none is.' }),
  timezone: z.string().nullable().openapi({ description: 'Yours, by its IANA name.' }),
  venueTime: z.boolean().openapi({ description: "Whether the venue's time is told beside yours." }),
  pastDays: z
    .number()
    .int()
    .nullable()
    .openapi({ description: `0 to ${MAX_PAST_DAYS}; null: as much of the past as fits.` }),
  split: z.enum(['category']).nullable().openapi({ description: 'One more link a category.' }),
  reminders: remindersIn,
}

const addresses = (what: string) =>
  z.array(z.string()).openapi({ description: what, example: ['harbour/regatta'] })

/** Beside what can be chosen when it is made: what two devices may do at once. */
export const oneByOne = {
  follow: addresses('Calendars to add to those that are followed, one by one.'),
  unfollow: addresses('Calendars to leave; one that is not followed is left already.'),
}

const links = { feedUrl: z.string(), webcalUrl: z.string() }

export const linksShape = {
  ...links,
  manageUrl: z.string().openapi({ description: 'The page on which all of it can be changed.' }),
  feeds: z.array(z.object({ category: z.string().nullable(), ...links })).openapi({
    description: 'With `split`: a link for each category; null: of events without one.',
  }),
}

const { weekdays: _, ...otherFilters } = wishShape.filters.shape

const toldShape = {
  ...linksShape,
  ...wishShape,
  reminders: remindersTold,
  filters: z.object({ ...otherFilters, weekdays: z.array(z.enum(WEEKDAY_NAMES)) }).required(),
  revision: z.number().int(),
  createdAt: z.string(),
  changedAt: z.string(),
}

export const subscriptionSchema = z.object(toldShape).openapi('Subscription')

export const membershipSchema = z
  .object({
    partner: z.string(),
    audience: z.string(),
    name: z.string(),
    translations: z.record(z.string(), z.object({ name: z.string().optional() })),
    active: z.boolean().openapi({ description: 'False while the key is gone or has expired.' }),
  })
  .openapi('Membership')

const fetchSchema = z
  .object({
    family: z.string(),
    calendar: z.string().nullable().openapi({ description: 'null: not followed any more.' }),
    ...{ fetchedAt: z.string(), revision: z.number().int(), fetches: z.number().int() },
  })
  .openapi({ description: 'What the fetch ledger holds of this feed.' })

export const exportSchema = z
  .object({
    ...toldShape,
    overlays: z.array(overlaySchema),
    audiences: z.array(membershipSchema),
    audiencesHad: z
      .array(z.object({ partner: z.string(), audience: z.string() }))
      .openapi({ description: 'Every one that was ever opened, so that leaving it can be told.' }),
    fetches: z.array(fetchSchema),
    push: z.array(channelSchema),
  })
  .openapi('SubscriptionExport')

export const madeSchema = z
  .object({
    token: z.string().openapi({ description: 'Shown once: who has it may read and change all.' }),
    ...toldShape,
  })
  .openapi('NewSubscription')

const wishSchema = closed(wishShape).partial()

/** Throws `choice_invalid` for a day or a zone that is none. */
export function wishOf(body: z.infer<typeof wishSchema>): Wish {
  const { filters, timezone, ...wish } = body
  const { weekdays, ...others } = filters ?? {}
  return {
    ...wish,
    ...(timezone === undefined ? {} : { timezone: timezone && zoneOf(timezone) }),
    filters: { ...others, ...(weekdays ? { weekdays: weekdays.flatMap(daysOf) } : {}) },
  } as Wish
}

function daysOf(day: string | number) {
  const days = weekdaysNamed(day)
  if (!days) throw invalid('filters.weekdays', String(day), 'mon…sun, MO…SU, 1…7, weekend')
  return days
}

function zoneOf(name: string): string {
  const named = zoneNamed(name)
  if (!('zone' in named) || !named.zone) throw invalid('timezone', name, 'Asia/Seoul')
  return named.zone
}

/** `categories`: those of its events, where it has a link for each. */
export function subscriptionJson(
  config: Config,
  token: string,
  subscription: Subscription,
  categories: readonly (string | null)[],
) {
  const { choices, followed, revision, createdAt, changedAt } = subscription
  return {
    ...feedLinks(config, token),
    manageUrl: manageUrl(config, token),
    feeds: categories.map((category) => ({
      category,
      ...categoryLinks(config, token, category),
    })),
    calendars: followed
      .filter(({ calendar }) => !calendar.deletedAt)
      .map(({ calendar }) => `${calendar.partner}/${calendar.slug}`),
    ...DEFAULT_CHOICES,
    ...choices,
    ...{ revision, createdAt, changedAt },
  }
}
