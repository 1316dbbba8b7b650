// Publication over HTTP: now, at a set time, or not after all.

import { createRoute, z } from '@hono/zod-openapi'
import type { Ports } from '../../ports.ts'
import { Problem } from '../../problem.ts'
import { router } from '../../web/router.ts'
import { closed, jsonAnswer, KEY, problems, reason } from '../../web/schemas.ts'
import { loadPlan } from './plan.ts'
import { schedulePublication, unschedulePublication } from './publication-time.ts'
import { publishUpload } from './publish-upload.ts'
import { planOf, uploadSchema } from './upload-json.ts'
import { toldUpload, uploadHere } from './upload-routes.ts'

const tags = ['Uploads']
const idParams = z.object({ id: z.string().max(64) })
const confirm = z
  .enum(['true', 'false'])
  .default('false')
  .openapi({ description: 'Take the stated defaults of guard and identity questions.' })
const at = z
  .string()
  .max(40)
  .optional()
  .openapi({
    ...{ description: 'Not now but then: without an offset, in the calendar’s zone.' },
    example: '2026-12-01T10:00:00+09:00',
  })
const plan = z.string().max(80).optional().openapi({
  description: 'The `plan` that was looked at: 409 when it is no longer what would be published.',
})

const publishRoute = createRoute({
  ...{ method: 'post', path: '/v1/uploads/{id}/publication', tags, security: KEY },
  summary: 'Publish a reviewed upload',
  description:
    'Exactly what was reviewed, or nothing: 409 when the calendar moved on. With `at`, by itself at ' +
    'that time; what stood against it then is told in `publishNote`.',
  request: {
    params: idParams,
    query: closed({ confirm, reason, at, plan }),
  },
  responses: {
    200: jsonAnswer(uploadSchema, 'Published; with `at`, still `ready`'),
    ...problems(400, 401, 403, 404, 409),
  },
})

const takeBackRoute = createRoute({
  ...{ method: 'delete', path: '/v1/uploads/{id}/publication', tags, security: KEY },
  summary: 'Take the time of a publication back',
  description: 'The upload is reviewed still. Twice is as once; what is published already: 409.',
  request: { params: idParams },
  responses: {
    200: jsonAnswer(uploadSchema, 'Without a time'),
    ...problems(400, 401, 403, 404, 409),
  },
})

export function publicationRoutes(ports: Ports) {
  return router()
    .openapi(publishRoute, async (c) => {
      const { upload, author } = await uploadHere(ports, c, c.req.valid('param').id, 'editor')
      const { confirm, reason, at, plan } = c.req.valid('query')
      if (plan !== undefined && plan !== planOf(upload))
        throw new Problem('plan_changed', { named: plan })
      const terms = { confirm: confirm === 'true', author, reason: reason ?? null }
      const { upload: after, changes } =
        at === undefined
          ? await publishUpload(ports, upload, terms)
          : {
              upload: await schedulePublication(ports, upload, at, terms),
              changes: await loadPlan(ports.blobs, upload),
            }
      return c.json(await toldUpload(ports, c, after, changes), 200)
    })
    .openapi(takeBackRoute, async (c) => {
      const { upload } = await uploadHere(ports, c, c.req.valid('param').id, 'editor')
      const changes = await loadPlan(ports.blobs, upload)
      const after = await unschedulePublication(ports, upload)
      return c.json(await toldUpload(ports, c, after, changes), 200)
    })
}
