// An upload's answer: what it came to, in the reader's language.

import { z } from '@hono/zod-openapi'
import type { Finding } from '../../intake/finding.ts'
import { sheetRowOf } from '../../intake/layout.ts'
import type { Language } from '../../language/choose.ts'
import { describeFinding } from '../../language/findings.ts'
import { describeProblem } from '../../language/problems.ts'
import type { Change } from '../../schedule/diff.ts'
import type { Told, Upload } from '../../storage/uploads.ts'

/** How many changes an answer lists; the summary counts them all. */
export const MAX_LISTED_CHANGES = 1000

export const findingSchema = z
  .object({
    row: z.number().int().optional(),
    column: z.string().optional(),
    sheet: z.string().optional().openapi({
      description: 'Of sheets that were read together (`sheet=*`): rows count on over them.',
    }),
    sheetRow: z.number().int().optional(),
    line: z.number().int().optional(),
    property: z.string().optional(),
    pointer: z.string().optional(),
    code: z.string(),
    severity: z.enum(['error', 'warning', 'question']),
    message: z.string(),
    value: z.string().optional(),
    hint: z.string(),
    question: z
      .object({
        rows: z.array(z.number().int()),
        candidates: z.array(z.object({ uid: z.string(), title: z.string(), start: z.string() })),
        proposed: z.string().nullable(),
      })
      .optional()
      .openapi({
        description:
          'Of identity: rows, the events they may be, and what confirm=true takes (null: a new one).',
      }),
    conflict: z
      .object({ uid: z.string(), field: z.string(), kept: z.unknown(), offered: z.unknown() })
      .optional()
      .openapi({ description: 'What was set by hand, and what the file says instead.' }),
  })
  .openapi('Finding')

const changeSchema = z
  .object({
    type: z.enum(['new', 'changed', 'moved', 'cancelled', 'removed']),
    uid: z.string(),
    row: z.number().int().nullable(),
    title: z.string(),
    start: z.string(),
    fields: z.array(z.object({ field: z.string(), from: z.unknown(), to: z.unknown() })),
  })
  .openapi('UploadChange')

const count = z.number().int()

export const uploadSchema = z
  .object({
    id: z.string(),
    partner: z.string(),
    calendar: z.string(),
    filename: z.string().nullable(),
    format: z.string(),
    mode: z.enum(['merge', 'replace']),
    status: z.enum(['ready', 'published', 'refused', 'discarded']),
    revision: count.openapi({ description: 'The revision reached.' }),
    baseRevision: count.openapi({ description: 'The revision it was compared with.' }),
    summary: z.object({
      ...{ rows: count, new: count, changed: count, moved: count, cancelled: count },
      ...{ removed: count, unchanged: count, refused: count },
    }),
    findings: z.array(findingSchema).openapi({ description: 'The first 100.' }),
    answers: z
      .record(z.string(), z.unknown())
      .openapi({ description: 'What was said of the file in review: see PATCH.' }),
    conflicts: z
      .array(
        z.object({
          ...{ uid: z.string(), row: z.number().int().nullable(), field: z.string() },
          ...{ kept: z.unknown(), offered: z.unknown() },
        }),
      )
      .openapi({ description: 'Fields set by hand in which the file says something else.' }),
    changes: z
      .array(changeSchema)
      .openapi({ description: `The first ${MAX_LISTED_CHANGES}; the summary counts all.` }),
    author: z.string(),
    reason: z.string().nullable(),
    createdAt: z.string(),
    publishedAt: z.string().nullable(),
    plan: z.string().nullable().openapi({
      description: 'Names what was looked at: publication may name it, and is 409 when it changed.',
    }),
    publishAt: z
      .string()
      .nullable()
      .openapi({ description: 'When it is to be published by itself.' }),
    publishNote: z
      .object({ code: z.string(), message: z.string() })
      .nullable()
      .openapi({ description: 'Why it was not published at its time.' }),
  })
  .openapi('Upload')

export function uploadJson(
  upload: Upload,
  address: { partner: string; calendar: string },
  changes: readonly Change[],
  language: Language,
) {
  const { partnerId: _p, calendarId: _c, fileKey: _f, planKey: _k, layout: _l, ...told } = upload
  return {
    ...told,
    ...address,
    answers: { ...upload.answers },
    plan: planOf(upload),
    publishNote: upload.publishNote && noteJson(upload.publishNote, language),
    findings: upload.findings.map((finding) => ({
      ...findingJson(finding, language),
      ...sheetOf(finding, upload),
    })),
    conflicts: upload.findings.flatMap(({ conflict, row, line }) =>
      conflict ? [{ ...conflict, row: row ?? line ?? null }] : [],
    ),
    changes: changes.slice(0, MAX_LISTED_CHANGES).map(changeJson),
  }
}

/** The name of the last look at a file. */
export const planOf = ({ planKey }: Pick<Upload, 'planKey'>): string | null =>
  planKey?.split('/').at(-1) ?? null

/** Of sheets that were read together, where a row stands. */
function sheetOf({ row }: Finding, { layout }: Upload) {
  const own = row === undefined ? null : sheetRowOf(layout?.parts, row)
  return own ? { sheet: own.sheet, sheetRow: own.row } : {}
}

/** A kept problem, in the reader's language. */
export function noteJson({ code, params }: Told, language: Language) {
  return { code, message: describeProblem(code, params, language).detail }
}

export function findingJson({ params, ...finding }: Finding, language: Language) {
  return { ...finding, ...describeFinding({ ...finding, params: params ?? {} }, language) }
}

const changeJson = ({ type, row, fields, after }: Change) => ({
  ...{ type, uid: after.uid, row, title: after.facts.title, start: after.facts.start, fields },
})
