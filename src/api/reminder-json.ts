// Reminder rules as JSON: what may be sent, and what is told.

import { z } from '@hono/zod-openapi'
import {
  type EventReminders,
  MAX_REMINDER_DAYS,
  MAX_REMINDERS,
  NO_REMINDERS,
} from '../schedule/reminder-rules.ts'
import { MAX_ALARM_MINUTES } from '../schedule/subscription.ts'
import { closed } from '../web/schemas.ts'

const minutes = (what: string) =>
  z.array(z.number().int()).openapi({
    description: `Minutes before ${what}, 0 to ${MAX_ALARM_MINUTES}; at most ${MAX_REMINDERS}.`,
  })

const clock = z.string().openapi({ description: 'By the clock of your zone.', example: '20:00' })

const days = (what: string) =>
  z.array(closed({ days: z.number().int(), at: clock })).openapi({
    description: `Days before ${what}, 0 to ${MAX_REMINDER_DAYS}; at most ${MAX_REMINDERS}.`,
  })

const eventShape = {
  minutes: minutes('the start of a timed event').openapi({ example: [30] }),
  daysBefore: days('a timed event'),
  allDay: days('an all-day event, or one without a time yet'),
  tickets: minutes('tickets open'),
}

const shape = {
  ...eventShape,
  quiet: closed({ from: clock, to: clock })
    .nullable()
    .openapi({
      description: 'What would ring in it rings a minute before it begins.',
      example: { from: '23:00', to: '07:00' },
    }),
  changes: z.boolean().openapi({ description: 'Whether what changes near an event is pushed.' }),
}

/** What is left out is as it was, or as the alarms ring. */
export const remindersIn = closed(shape)
  .partial()
  .nullable()
  .openapi({ description: 'When an app reminds; null: as the alarms ring. No feed shows it.' })

export const remindersTold = z.object(shape).nullable()

/** What is left out is none. */
export const eventRemindersIn = closed(eventShape)
  .partial()
  .nullable()
  .openapi({ description: 'Instead of the subscription’s, for this event; null: as it has them.' })

export const eventRemindersTold = z.object(eventShape).nullable()

export const eventRemindersOf = (
  body: z.infer<typeof eventRemindersIn> | undefined,
): EventReminders | null => (body ? ({ ...NO_REMINDERS, ...body } as EventReminders) : null)
