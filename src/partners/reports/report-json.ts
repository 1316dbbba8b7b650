// Reports as partners' JSON: what was seen, what is now, and what is suggested instead.

import { z } from '@hono/zod-openapi'
import { REPORTABLE } from '../../reports/seen.ts'
import type { Facts } from '../../schedule/event.ts'
import { type Entry, REPORT_KINDS, type Report, type Suggestion } from '../../storage/reports.ts'

export const reportSchema = z
  .object({
    id: z.string(),
    calendar: z.string(),
    uid: z.string().nullable(),
    title: z.string().nullable(),
    audience: z.string().nullable().openapi({
      description: 'The audience that alone sees the event, or saw it when it was reported.',
    }),
    kind: z.enum(REPORT_KINDS),
    suggestion: z.record(z.string(), z.string()),
    note: z.string().nullable(),
    source: z.string().nullable(),
    revisionSeen: z.number().int().nullable(),
    reports: z.number().int().openapi({ description: 'How many said so.' }),
    fields: z
      .array(z.object({ field: z.enum(REPORTABLE), now: z.unknown(), suggested: z.unknown() }))
      .openapi({ description: 'What is suggested otherwise than it is now.' }),
    status: z.string(),
    reason: z.string().nullable(),
    decidedBy: z.string().nullable(),
    decidedAt: z.string().nullable(),
    revision: z.number().int().nullable().openapi({ description: 'Which corrected it.' }),
    createdAt: z.string(),
  })
  .openapi('Report')

export function reportJson(entry: Entry) {
  const { id, uid, kind, suggestion, note, sourceUrl, revisionSeen, duplicates, facts } = entry
  const { status, reason, decidedBy, decidedAt, publishedRevision, createdAt } = entry
  return {
    ...{ id, calendar: entry.calendar, uid, title: facts?.title ?? suggestion.title ?? null, kind },
    audience: audienceOf(entry),
    ...{ suggestion: { ...suggestion }, note, source: sourceUrl, revisionSeen },
    ...{ reports: duplicates + 1, fields: suggestedFields(suggestion, facts) },
    ...{ status, reason, decidedBy, decidedAt, revision: publishedRevision, createdAt },
  }
}

/** Null: everybody sees it. What was told by a member stays so. */
export const audienceOf = ({ audience, facts }: Entry): string | null => facts?.audience ?? audience

/** Of what people compare, what the reporter says otherwise than it is now. */
export function suggestedFields(suggestion: Suggestion, now: Facts | null) {
  const said: Partial<Record<(typeof REPORTABLE)[number], string>> = {
    ...{ title: suggestion.title, start: suggestion.start, end: suggestion.end },
    ...{ status: suggestion.status, location: suggestion.location },
  }
  return REPORTABLE.flatMap((field) => {
    const suggested = said[field]
    const known = field === 'location' ? (now?.location?.name ?? null) : (now?.[field] ?? null)
    if (suggested === undefined || suggested === known) return []
    return [{ field, now: known, suggested }]
  })
}

export const toldSchema = z
  .object({
    kind: z.enum(REPORT_KINDS),
    suggestion: z.record(z.string(), z.string()),
    note: z.string().nullable(),
    source: z.string().nullable(),
    createdAt: z.string(),
  })
  .openapi('MergedReport')

export const toldJson = ({ kind, suggestion, note, sourceUrl, createdAt }: Report) => ({
  ...{ kind, suggestion: { ...suggestion }, note, source: sourceUrl, createdAt },
})
