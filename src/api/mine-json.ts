// What is one's own of an event in a personal feed, as JSON: the title it has there, what rings, what
// was laid over it.

import { z } from '@hono/zod-openapi'
import { alarmsOf } from '../icalendar/alarms.ts'
import type { Facts } from '../schedule/event.ts'
import type { Choices } from '../schedule/subscription.ts'
import type { KeptOverlay } from '../storage/overlays.ts'

export const mineSchema = z
  .object({
    title: z.string().openapi({ description: 'As the feed has it: with prefix and language.' }),
    hidden: z.boolean(),
    memo: z.string().nullable(),
    alarms: z.array(z.number()).openapi({ description: 'Minutes before the start that ring.' }),
    skipped: z
      .array(z.string())
      .openapi({ description: 'Days on which happenings of a series are hidden.' }),
  })
  .openapi('Mine')

interface Own {
  facts: Facts
  choices: Choices
  overlay: KeptOverlay | null
  title: string
  hidden: boolean
}

export const mineJson = ({ facts, choices, overlay, title, hidden }: Own) => ({
  ...{ title, hidden, memo: overlay?.memo ?? null },
  alarms: hidden ? [] : alarmsOf(facts, choices, overlay),
  skipped: overlay?.skipped ?? [],
})

/** A result is told only to who asked for results. */
export const withoutSpoilers = <T extends { result: string | null }>(
  told: T,
  { results }: Choices,
): T => (results ? told : { ...told, result: null })
