// GET /v1/doctor: the report of the page, for machines.

import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { CLIENTS } from '../../doctor/clients.ts'
import { DEFECT_CODES, EFFECT_WEIGHT, type Effect } from '../../doctor/defects.ts'
import { reportOf } from '../../doctor/report.ts'
import { chooseLanguage } from '../../language/choose.ts'
import { router } from '../../web/router.ts'
import { closed, jsonAnswer, problems } from '../../web/schemas.ts'
import type { Consult } from './consultation.ts'

const effects = Object.keys(EFFECT_WEIGHT) as [Effect, ...Effect[]]
const client = z.enum(CLIENTS)
const name = z.string()
const message = z.string().openapi({ description: 'In Korean or English, by Accept-Language.' })
const ways = ['first', 'get', 'head', 'again', 'stranger', 'plain', 'robots'] as const

const findingSchema = z.object({
  code: z.enum(DEFECT_CODES as [(typeof DEFECT_CODES)[number], ...typeof DEFECT_CODES]),
  item: z.number().int().openapi({ description: 'Of the checklist in docs/interop.md.' }),
  severity: z.enum(['breaks', 'hurts', 'note']),
  count: z.number().int().openapi({ description: 'At how many places; the first are shown.' }),
  places: z.array(z.object({ line: z.number().int(), text: z.string() })),
  message,
  hint: z.string().openapi({ description: 'What would be right.' }),
  clients: z.array(z.object({ client, name, effect: z.enum(effects), message })),
})

const reportSchema = z
  .object({
    health: z.enum(['healthy', 'hurts', 'breaks']),
    url: z.string().nullable().openapi({ description: 'Where the feed was found in the end.' }),
    events: z.number().int().nullable(),
    octets: z.number().int().nullable(),
    findings: z.array(findingSchema),
    clients: z.array(
      z.object({ client, name, state: z.enum(['well', 'impaired', 'broken']), message }),
    ),
    redirects: z.array(z.object({ status: z.number().int(), url: z.string(), next: z.string() })),
    answers: z.array(
      z.object({
        ...{ client, name, way: z.enum(ways), status: z.number().int().nullable() },
        failure: z.string().nullable(),
        contentType: z.string().nullable(),
        encoding: z.string().nullable(),
        octets: z.number().int(),
      }),
    ),
  })
  .openapi('DoctorReport')

const url = z
  .string()
  .min(1)
  .openapi({ example: 'https://calendars.example.org/regatta.ics', description: 'Of any feed.' })

const doctorRoute = createRoute({
  ...{ method: 'get', path: '/v1/doctor', tags: ['Feed'] },
  summary: 'Fetch a feed as each client would, and explain what is wrong with it',
  request: { query: closed({ url }) },
  responses: { 200: jsonAnswer(reportSchema, 'What was found'), ...problems(400, 503) },
})

export function doctorJson(consult: Consult): OpenAPIHono {
  return router().openapi(doctorRoute, async (c) => {
    const language = chooseLanguage(c.req.header('accept-language') ?? null, 'en')
    const examination = await consult(c, c.req.valid('query').url)
    const headers = { 'Content-Language': language, Vary: 'Accept-Language' }
    return c.json(reportOf(examination, language), 200, headers)
  })
}
