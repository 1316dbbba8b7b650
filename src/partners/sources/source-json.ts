// A source as its partner reads it.

import { z } from '@hono/zod-openapi'
import type { Language } from '../../language/choose.ts'
import type { Calendar } from '../../storage/calendars.ts'
import type { Source } from '../../storage/sources.ts'
import { noteJson } from '../upload/upload-json.ts'

const note = z.object({ code: z.string(), message: z.string() }).nullable()
const instant = z.string().nullable()

export const sourceSchema = z
  .object({
    id: z.string(),
    partner: z.string(),
    calendar: z.string(),
    url: z.string(),
    mode: z.enum(['merge', 'replace']),
    every: z.number().int().openapi({ description: 'Minutes.' }),
    notice: z.object({ webhook: z.string().nullable(), email: z.string().nullable() }).nullable(),
    state: z.enum(['new', 'ok', 'waiting', 'failing']).openapi({
      description: '`waiting`: what came has errors or questions, see `upload`.',
    }),
    problem: note.openapi({ description: 'Why it is failing.' }),
    upload: z.string().nullable().openapi({ description: 'The last that was made of it.' }),
    httpStatus: z.number().int().nullable(),
    failures: z.number().int().openapi({ description: 'In a row.' }),
    pulledAt: instant,
    nextAt: z.string(),
    noticeProblem: note.openapi({ description: 'Why the last notice was not given.' }),
    createdAt: z.string(),
    webhookSecret: z
      .string()
      .optional()
      .openapi({ description: 'Signs the notices (Standard Webhooks); shown this once.' }),
  })
  .openapi('Source')

export function sourceJson(
  source: Source,
  { partner, slug }: Calendar,
  language: Language,
  webhookSecret: string | null = null,
) {
  const { id, url, mode, everyMinutes: every, webhook, email, state, uploadId: upload } = source
  const { httpStatus, failures, pulledAt, nextAt, createdAt } = source
  return {
    ...{ id, partner, calendar: slug, url, mode, every },
    notice: webhook || email ? { webhook, email } : null,
    ...{ state, upload, httpStatus, failures, pulledAt, nextAt, createdAt },
    problem: source.problem && noteJson(source.problem, language),
    noticeProblem: source.noticeProblem && noteJson(source.noticeProblem, language),
    ...(webhookSecret ? { webhookSecret } : {}),
  }
}
