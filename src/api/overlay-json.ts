// What is laid over one event, as JSON.

import { z } from '@hono/zod-openapi'
import { MAX_MEMO_UNITS, MAX_SKIPPED, NO_OVERLAY, type Overlay } from '../schedule/overlay.ts'
import type { KeptOverlay } from '../storage/overlays.ts'
import type { Touched } from '../subscriptions/overlay.ts'
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

export const overlaySchema = z
  .object({
    uid: z.string(),
    ...shape,
    reminders: eventRemindersTold,
    title: z.string().nullable().openapi({ description: 'Null: in none of its calendars now.' }),
    start: z.string().nullable(),
    changedAt: z.string(),
  })
  .openapi('Overlay')

/** What is left out is as if nothing were laid over it. */
export const overlayIn = (body: z.infer<typeof overlayBody>): Overlay =>
  ({ ...NO_OVERLAY, ...body, reminders: eventRemindersOf(body.reminders) }) as Overlay

export const overlayJson = ({ overlay, event }: Touched) => ({
  ...bareJson(overlay),
  title: event?.facts.title ?? null,
  start: event?.facts.start ?? null,
})

const bareJson = ({ uid, hidden, memo, alarms, skipped, reminders, changedAt }: KeptOverlay) => ({
  ...{ uid, hidden, memo, alarms, skipped, reminders, changedAt },
})
