// Reports by the public over HTTP: an event is wrong or missing, and what became of it.

import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Ports } from '../ports.ts'
import { Problem } from '../problem.ts'
import { requireCalendar } from '../publication/calendars.ts'
import { type Filed, fileReport } from '../reports/file.ts'
import { type Outcome, outcomeOf, receiptPath } from '../reports/receipt.ts'
import { sightOf } from '../reports/reporter.ts'
import {
  MAX_NOTE_CHARS,
  MAX_SOURCE_CHARS,
  MAX_TEXT_CHARS,
  statementOf,
} from '../reports/statement.ts'
import { REPORT_KINDS } from '../storage/reports.ts'
import type { Subscription } from '../storage/subscriptions.ts'
import { countReport } from '../web/quota.ts'
import { router } from '../web/router.ts'
import { closed, jsonAnswer, jsonBody, problems } from '../web/schemas.ts'

const tags = ['Reports']
const moment = z.string().max(19).optional()
const text = z.string().max(MAX_TEXT_CHARS).optional()

const suggestion = closed({
  start: moment.openapi({ description: 'A date, or a local time in the event’s zone.' }),
  end: moment,
  title: text,
  location: text,
  status: z.enum(['cancelled', 'postponed']).optional(),
  happening: z.string().max(10).optional().openapi({
    description: 'Of a series, the day that is meant.',
  }),
})

export const reportBody = closed({
  calendar: z.string().max(129).openapi({ example: 'hanbit-bears/baseball' }),
  uid: z.string().min(1).max(255).optional().openapi({
    description: 'The event; none for one that is missing.',
  }),
  revision: z.number().int().min(0).optional().openapi({
    description: 'The calendar’s revision that the reporter saw.',
  }),
  kind: z.enum(REPORT_KINDS),
  suggestion: suggestion.optional(),
  note: z.string().max(MAX_NOTE_CHARS).optional(),
  source: z.string().max(MAX_SOURCE_CHARS).optional().openapi({
    description: 'Where it can be read: an address of http or https.',
  }),
})

export const filedSchema = z
  .object({
    receipt: z.string().openapi({ description: 'Told this once; only its hash is kept.' }),
    receiptUrl: z.string(),
    status: z.string(),
  })
  .openapi('FiledReport')

export const outcomeSchema = z
  .object({
    status: z.enum(['open', 'accepted', 'rejected']),
    withheld: z.boolean().openapi({
      description: 'Of a members’ event: what it says is told through the subscription alone.',
    }),
    calendar: z.string(),
    uid: z.string().nullable(),
    revision: z.number().int().nullable(),
    kind: z.enum(REPORT_KINDS).nullable(),
    suggestion: z.record(z.string(), z.string()),
    note: z.string().nullable(),
    source: z.string().nullable(),
    createdAt: z.string(),
    others: z.number().int().openapi({ description: 'How many others reported the same.' }),
    reason: z.string().nullable(),
    decidedAt: z.string().nullable(),
    correctedIn: z.number().int().nullable().openapi({
      description: 'The revision that corrected it; of an accepted report.',
    }),
    reached: z.object({ have: z.number().int(), of: z.number().int() }).nullable().openapi({
      description: 'How many calendars have the correction, of those that can be counted.',
    }),
  })
  .openapi('ReportOutcome')

const fileRoute = createRoute({
  ...{ method: 'post', path: '/v1/reports', tags, summary: 'Report that an event is wrong' },
  description:
    'Wrong time, cancelled, missing, or another mistake. It goes to the partner’s queue, never by itself into a feed. Nothing that names a person is kept. An Idempotency-Key has at least 16 characters here.',
  request: { body: jsonBody(reportBody) },
  responses: {
    201: jsonAnswer(filedSchema, 'Taken'),
    ...problems(400, 404, 409, 413, 415, 429),
  },
})

const outcomeRoute = createRoute({
  ...{ method: 'get', path: '/v1/reports/{receipt}', tags, summary: 'What became of a report' },
  request: { params: z.object({ receipt: z.string().max(64) }) },
  responses: { 200: jsonAnswer(outcomeSchema, 'The report'), ...problems(400, 404) },
})

export function reportRoutes(ports: Ports) {
  return router()
    .openapi(fileRoute, async (c) => {
      const { receipt } = await reported(ports, c, c.req.valid('json'), null)
      return c.json(filedJson(ports, receipt, null), 201, { 'Cache-Control': 'no-store' })
    })
    .openapi(outcomeRoute, async (c) => {
      const outcome = await outcomeOf(ports, c.req.valid('param').receipt)
      return c.json(outcomeJson(outcome), 200, { 'Cache-Control': 'private, no-store' })
    })
}

/** As somebody sees it who has that subscription; null: as everybody does. */
export async function reported(
  ports: Ports,
  c: Context,
  { calendar: address, ...given }: z.infer<typeof reportBody>,
  whose: Subscription | null,
): Promise<Filed> {
  const { uid = null, kind, suggestion = {}, note = null, source = null, revision = null } = given
  const statement = statementOf({ uid, kind, suggestion, note, source })
  const calendar = await calendarAt(ports, address)
  const filing = { statement, revision, sight: sightOf(whose, calendar) }
  return fileReport(ports, calendar, filing, () => countReport(ports, c))
}

/** With a token, the page is the one on which its owner reads all of it. */
export const filedJson = ({ config }: Ports, receipt: string, token: string | null) => ({
  ...{ receipt, receiptUrl: `${config.publicUrl}${receiptPath(receipt, token)}` },
  status: 'open',
})

async function calendarAt(ports: Ports, address: string) {
  const [partner = '', slug = '', ...rest] = address.split('/')
  if (!partner || !slug || rest.length > 0)
    throw new Problem('invalid_request', {
      ...{ place: '/calendar', found: address.slice(0, 80), wanted: 'partner/calendar' },
    })
  return requireCalendar(ports, partner, slug)
}

export function outcomeJson({
  report,
  entry,
  calendar,
  correctedIn,
  reached,
  isWithheld,
}: Outcome) {
  const { uid, revisionSeen, kind, suggestion, note, sourceUrl, createdAt } = report
  return {
    status: entry.status as 'open' | 'accepted' | 'rejected',
    withheld: isWithheld,
    calendar: `${calendar.partner}/${calendar.slug}`,
    kind: isWithheld ? null : kind,
    ...{ uid, revision: revisionSeen, suggestion, note, source: sourceUrl, createdAt },
    ...{ others: entry.duplicates, reason: entry.reason, decidedAt: entry.decidedAt },
    ...{ correctedIn, reached },
  }
}
