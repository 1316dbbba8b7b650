// What is laid over one event, as JSON.

import { z } from '@hono/zod-openapi'
import { MAX_MEMO_UNITS, MAX_SKIPPED, NO_OVERLAY, type Overlay } from '../schedule/overlay.ts'
import type { KeptOverlay } from '../storage/overlays.ts'
import type { Subscription } from '../storage/subscriptions.ts'
import type { OverlayPatch, Touched } from '../subscriptions/overlay.ts'
import { closed } from '../web/schemas.ts'
import { eventRemindersIn, eventRemindersOf, eventRemindersTold } from './reminder-json.ts'

const shape = {
  hidden: z.boolean(),
  memo: z
    .string()
    .nullable()
    .openapi({ description: `In the event's description; at most ${MAX_MEMO_UNITS} units.` }),
  alarms: z.array(z.number().int()).nullable().openapi({
    description: 'Minutes before; null: as the subscription has it; empty: none.',
  }),
  skipped: z.array(z.string()).openapi({
    description: `Happenings of a series to hide, by day or recurrenceId; at most ${MAX_SKIPPED}.`,
    example: ['2026-05-01'],
  }),
}

export const overlayBody = closed({ ...shape, reminders: eventRemindersIn }).partial()

const days = (what: string) =>
  z
    .array(z.string())
    .max(MAX_SKIPPED)
    .openapi({ description: what, example: ['2026-05-01'] })

export const overlayPatch = closed({
  ...shape,
  reminders: eventRemindersIn,
  skip: days('Happenings of a series to hide, besides those that are hidden.'),
  unskip: days('Happenings of a series to show again.'),
}).partial()

const toldShape = {
  uid: z.string(),
  ...shape,
  reminders: eventRemindersTold,
  title: z.string().nullable().openapi({ description: 'Null: in none of its calendars now.' }),
  start: z.string().nullable(),
  changedAt: z.string(),
}

export const overlaySchema = z.object(toldShape).openapi('Overlay')

export const revision = z.number().int().openapi({
  description: "The subscription's: where it is the one you know and one more, nobody else wrote.",
})

export const overlaysSchema = z.object({
  overlays: z.array(overlaySchema),
  hiddenTeams: z.array(z.string()),
  revision,
})

export const laidSchema = z.object({ ...toldShape, revision }).openapi('LaidOverlay')

export const teamSchema = z.object({ team: z.string(), hidden: z.boolean(), revision })

/** What is left out is as if nothing were laid over it. */
export const overlayIn = (body: z.infer<typeof overlayBody>): Overlay =>
  ({ ...NO_OVERLAY, ...body, reminders: eventRemindersOf(body.reminders) }) as Overlay

/** What is left out stays. */
export const patchIn = ({ reminders, ...body }: z.infer<typeof overlayPatch>): OverlayPatch => ({
  ...(body as OverlayPatch),
  ...(reminders === undefined ? {} : { reminders: eventRemindersOf(reminders) }),
})

export const overlayJson = ({ overlay, event }: Touched) => ({
  ...bareJson(overlay),
  title: event?.facts.title ?? null,
  start: event?.facts.start ?? null,
})

/** One entry alone, however much else is laid: n of them written are n answers, not n². */
export const laidJson = ({ revision }: Subscription, touched: Touched) => ({
  ...overlayJson(touched),
  revision,
})

const bareJson = ({ uid, hidden, memo, alarms, skipped, reminders, changedAt }: KeptOverlay) => ({
  ...{ uid, hidden, memo, alarms, skipped, reminders, changedAt },
})
