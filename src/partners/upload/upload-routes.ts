// Uploads over HTTP: give a file, read what became of it, publish it.

import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { chooseLanguage } from '../../language/choose.ts'
import type { Ports } from '../../ports.ts'
import { Problem } from '../../problem.ts'
import { findCalendarById } from '../../storage/calendars.ts'
import type { Role } from '../../storage/keys.ts'
import { findPartnerById } from '../../storage/partners.ts'
import { findUpload, listUploads, type Upload } from '../../storage/uploads.ts'
import { calendarHere } from '../../web/addresses.ts'
import { decodeCursor, encodeCursor } from '../../web/cursor.ts'
import { principalOf, requirePartner, requireRole } from '../../web/principal.ts'
import { problemOf, router } from '../../web/router.ts'
import {
  calendarParams,
  closed,
  cursor,
  jsonAnswer,
  KEY,
  limit,
  next,
  problems,
  reason,
} from '../../web/schemas.ts'
import { givenFile } from './given-file.ts'
import { loadPlan } from './plan.ts'
import { receiveUpload } from './upload.ts'
import { uploadJson, uploadSchema } from './upload-json.ts'

const tags = ['Uploads']
const path = '/v1/partners/{partner}/calendars/{calendar}/uploads'
const flag = z.enum(['true', 'false']).default('false')

const uploadQuery = closed({
  filename: z.string().max(255).optional(),
  mode: z.enum(['merge', 'replace']).default('merge'),
  publish: flag.openapi({ description: 'Publish at once when nothing stands against it.' }),
  confirm: flag.openapi({
    description: 'Take the stated defaults of guard and identity questions.',
  }),
  dateOrder: z
    .enum(['DMY', 'MDY', 'YMD'])
    .optional()
    .openapi({ description: 'Answers date.ambiguous.' }),
  year: z.coerce
    .number()
    .int()
    .min(1970)
    .max(2200)
    .optional()
    .openapi({ description: 'Answers date.year_missing.' }),
  sheet: z
    .string()
    .max(255)
    .optional()
    .openapi({ description: 'Answers xlsx.sheets: the name of the one to read.' }),
  reason,
})

const file = { schema: z.string().openapi({ format: 'binary' }) }
const uploadRoute = createRoute({
  ...{ method: 'post', path, tags, security: KEY, summary: 'Upload a schedule' },
  description:
    'The file raw, or multipart as `file`. An error anywhere: 422, and nothing of it is published. ' +
    'A question leaves it `ready`, also with publish=true.',
  request: {
    params: calendarParams,
    query: uploadQuery,
    body: {
      content: {
        ...{
          'text/csv': file,
          'application/json': file,
          'text/calendar': file,
          'application/octet-stream': file,
        },
        'multipart/form-data': {
          schema: z.object({ file: z.string().openapi({ format: 'binary' }) }),
        },
      },
    },
  },
  responses: {
    201: jsonAnswer(uploadSchema, 'Read, compared and kept'),
    422: jsonAnswer(uploadSchema, 'Refused: the same shape, with the errors among its findings'),
    ...problems(308, 400, 401, 404, 409, 413, 415),
  },
})

const listRoute = createRoute({
  ...{
    method: 'get',
    path,
    tags,
    security: KEY,
    summary: "A calendar's uploads, the latest first",
  },
  request: { params: calendarParams, query: closed({ limit, cursor }) },
  responses: {
    200: jsonAnswer(z.object({ uploads: z.array(uploadSchema), next }), 'Uploads, without changes'),
    ...problems(308, 400, 401, 404),
  },
})

const idParams = z.object({ id: z.string().max(64) })

const readRoute = createRoute({
  ...{ method: 'get', path: '/v1/uploads/{id}', tags, security: KEY, summary: 'One upload' },
  request: { params: idParams },
  responses: { 200: jsonAnswer(uploadSchema, 'The upload'), ...problems(400, 401, 404) },
})

export function uploadRoutes(ports: Ports) {
  const routes = router()
    .openapi(listRoute, async (c) => {
      await requirePartner(ports, c.req.header('authorization'), c.req.param('partner'))
      const calendar = await calendarHere(ports, c, c.req.valid('param'))
      const { limit, cursor } = c.req.valid('query')
      const [createdAt, id] = cursor
        ? decodeCursor('uploads', cursor, ['string', 'string']).map(String)
        : ['9999', '']
      const before = { createdAt: createdAt ?? '', id: id ?? '' }
      const found = await listUploads(ports.db, calendar, before, limit + 1)
      const uploads = found.slice(0, limit)
      const last = uploads.at(-1)
      const address = { partner: calendar.partner, calendar: calendar.slug }
      const language = languageOf(c, 'en')
      return c.json(
        {
          uploads: uploads.map((upload) => uploadJson(upload, address, [], language)),
          next:
            found.length > limit && last
              ? encodeCursor('uploads', [last.createdAt, last.id])
              : undefined,
        },
        200,
      )
    })
    .openapi(readRoute, async (c) => {
      const { upload } = await uploadHere(ports, c, c.req.valid('param').id)
      const changes = await loadPlan(ports.blobs, upload)
      return c.json(await toldUpload(ports, c, upload, changes), 200)
    })
  // Registered apart from its description: a JSON file with errors is answered with findings by
  // intake, not refused by a body validator.
  routes.openAPIRegistry.registerPath(uploadRoute)
  routes.post(uploadRoute.getRoutingPath(), (c) => answerUpload(ports, c))
  return routes
}

async function answerUpload(ports: Ports, c: Context) {
  const { partner, calendar: slug } = c.req.param() as { partner: string; calendar: string }
  const authorization = c.req.header('authorization')
  const { principal } = await requirePartner(ports, authorization, partner, 'editor')
  const calendar = await calendarHere(ports, c, { partner, calendar: slug })
  const query = parsedQuery(c)
  const given = await givenFile(c.req.raw)
  const { upload, changes } = await receiveUpload(ports, calendar, {
    bytes: given.bytes,
    filename: query.filename ?? given.filename,
    mode: query.mode,
    publish: query.publish === 'true',
    confirm: query.confirm === 'true',
    answers: {
      ...(query.dateOrder ? { dateOrder: query.dateOrder } : {}),
      ...(query.year ? { year: query.year } : {}),
      ...(query.sheet ? { sheet: query.sheet } : {}),
    },
    author: principal.label,
    reason: query.reason ?? null,
  })
  const status = upload.status === 'refused' ? 422 : 201
  return c.json(await toldUpload(ports, c, upload, changes), status)
}

function parsedQuery(c: Context): z.infer<typeof uploadQuery> {
  const given = c.req.query()
  const parsed = uploadQuery.safeParse(given)
  if (parsed.success) return parsed.data
  throw problemOf(parsed.error.issues, { target: 'query', given, language: languageOf(c, 'en') })
}

/** To another partner, an upload is as unknown as one that does not exist. */
export async function uploadHere(ports: Ports, c: Context, id: string, needed: Role = 'viewer') {
  const principal = await principalOf(ports, c.req.header('authorization'))
  const partnerId = principal.kind === 'operator' ? null : principal.partnerId
  const upload = await findUpload(ports.db, partnerId, id)
  if (!upload) throw new Problem('not_found', { what: 'upload', name: id })
  requireRole(principal, needed)
  return { upload, author: principal.label }
}

export async function toldUpload(
  ports: Ports,
  c: Context,
  upload: Upload,
  changes: Parameters<typeof uploadJson>[2],
) {
  const calendar = await findCalendarById(ports.db, upload.partnerId, upload.calendarId)
  const partner = await findPartnerById(ports.db, upload.partnerId)
  const address = { partner: partner?.slug ?? '', calendar: calendar?.slug ?? '' }
  return uploadJson(upload, address, changes, languageOf(c, partner?.locale ?? 'en'))
}

const languageOf = (c: Context, fallback: string) =>
  chooseLanguage(c.req.header('accept-language') ?? null, fallback)
