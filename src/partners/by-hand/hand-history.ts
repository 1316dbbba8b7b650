// One event as its partner sees it: all that is known of it, what is locked, and who changed what.

import { z } from '@hono/zod-openapi'
import type { Ports } from '../../ports.ts'
import { Problem } from '../../problem.ts'
import { fieldChanges } from '../../schedule/diff.ts'
import type { EventState } from '../../schedule/event.ts'
import type { Calendar } from '../../storage/calendars.ts'
import { historyOf } from '../../storage/event-history.ts'
import { revisionsAmong } from '../../storage/revisions.ts'
import { ALSO_PRIVATE } from '../../storage/sight.ts'

/** The latest versions that are told. */
const MAX_HISTORY = 50

export const handEventSchema = z
  .object({
    uid: z.string(),
    sequence: z.number().int(),
    removed: z.boolean(),
    withdrawn: z.boolean(),
    season: z.string().nullable().openapi({ description: 'The season it was archived with.' }),
    movedFrom: z.looseObject({ start: z.string() }).nullable(),
    locked: z.array(z.string()).openapi({
      description:
        'Fields set by hand, which no upload overrules: `start` is when the event is as a whole; parts are `location.name`, `translations.en.title`, `overrides.<recurrenceId>`.',
    }),
    aliases: z.array(z.string()).openapi({ description: 'Further ids by which files know it.' }),
    facts: z.looseObject({ title: z.string(), start: z.string(), status: z.string() }),
  })
  .openapi('PartnerEvent')

export const handEventJson = (event: EventState) => {
  const { uid, sequence, removed, withdrawn, season, movedFrom, locked, aliases, facts } = event
  const told = { uid, sequence, removed, withdrawn, season, locked, aliases }
  return { ...told, movedFrom: movedFrom && { ...movedFrom }, facts: { ...facts } }
}

export const handHistorySchema = z
  .object({
    event: handEventSchema,
    history: z.array(
      z.object({
        revision: z.number().int(),
        kind: z.string(),
        author: z.string(),
        uploadId: z.string().nullable(),
        reason: z.string().nullable(),
        publishedAt: z.string(),
        removed: z.boolean(),
        fields: z.array(z.object({ field: z.string(), from: z.unknown(), to: z.unknown() })),
      }),
    ),
  })
  .openapi('PartnerEventHistory')

/** Throws `not_found`; an event that was taken out is still told of. */
export async function eventWithHistory({ db }: Ports, calendar: Calendar, uid: string) {
  const versions = await historyOf(db, calendar, uid, MAX_HISTORY + 1, ALSO_PRIVATE)
  const [event] = versions
  if (!event) throw new Problem('not_found', { what: 'event', name: uid })
  const told = versions.slice(0, MAX_HISTORY)
  const revisions = await revisionsAmong(
    db,
    calendar,
    told.map(({ revision }) => revision),
  )
  const history = told.map(({ revision, removed, facts }, place) => {
    const before = versions[place + 1]
    const made = revisions.get(revision)
    return {
      ...{ revision, kind: made?.kind ?? '', author: made?.author ?? '' },
      ...{ uploadId: made?.uploadId ?? null, reason: made?.reason ?? null },
      ...{ publishedAt: made?.publishedAt ?? '', removed },
      fields: before ? fieldChanges(before.facts, facts) : [],
    }
  })
  return { event, history }
}
