// A review over HTTP: what a person says of a file, and throwing it away.

import { createRoute, z } from '@hono/zod-openapi'
import { MAX_CELL_CHARS, MAX_COLUMNS, MAX_ROWS } from '../../intake/limits.ts'
import type { Ports } from '../../ports.ts'
import { router } from '../../web/router.ts'
import { closed, jsonAnswer, jsonBody, KEY, problems } from '../../web/schemas.ts'
import { reviewAgain, throwAway } from './review.ts'
import { uploadSchema } from './upload-json.ts'
import { toldUpload, uploadHere } from './upload-routes.ts'

const tags = ['Uploads']
const path = '/v1/uploads/{id}'
const idParams = z.object({ id: z.string().max(64) })
/** Sheets that are read together count on. */
const row = z.number().int().min(1).max(9_999_999)
const header = z.string().max(MAX_CELL_CHARS)
/** Corrections of one review; who has more corrects the file. */
const MAX_CELLS = 5_000

export const answersSchema = closed({
  sheet: z.string().max(255).optional().openapi({
    description: 'The name of a sheet; "*": all under one header, read together.',
  }),
  headerRow: row.optional(),
  columns: z
    .record(header, z.string().max(64))
    .refine((columns) => Object.keys(columns).length <= MAX_COLUMNS, `≤ ${MAX_COLUMNS}`)
    .optional()
    .openapi({
      description:
        'Headers as the file spells them, and the columns they are; "" leaves one out, "?" keeps it under its own name. A column without a header is `(E)`, the second of one header `비고 (E)`.',
    }),
  cells: z
    .array(closed({ row, column: header, value: z.string().max(MAX_CELL_CHARS) }))
    .max(MAX_CELLS)
    .optional()
    .openapi({ description: 'Cells put right: the next look reads them instead of the file’s.' }),
  leaveOut: z
    .array(row)
    .max(MAX_ROWS)
    .optional()
    .openapi({ description: 'Rows not to read; then nothing is withdrawn that the file lacks.' }),
  team: z.string().trim().min(1).max(255).optional().openapi({
    description: 'Whose calendar it is, where the file names only opponents; remembered.',
  }),
  dateOrder: z.enum(['DMY', 'MDY', 'YMD']).optional(),
  year: z.number().int().min(1970).max(2200).optional(),
  same: z
    .array(closed({ row, uid: z.string().max(255).nullable() }))
    .max(MAX_CELLS)
    .optional()
    .openapi({ description: 'Which event a row is; null: an event of its own.' }),
  takeFile: z
    .array(z.string().max(320))
    .max(MAX_CELLS)
    .optional()
    .openapi({ description: 'Fields locked by hand in which the file is right: "uid/field".' }),
  mode: z.enum(['merge', 'replace']).optional(),
})

const reviewRoute = createRoute({
  ...{ method: 'patch', path, tags, security: KEY, summary: 'Answer an upload’s questions' },
  description:
    'The file is read again with all answers so far and compared with the calendar as it is now. ' +
    'Cells, columns and rows are answered one by one; an empty body only looks again.',
  request: { params: idParams, body: jsonBody(answersSchema) },
  responses: {
    200: jsonAnswer(uploadSchema, 'The upload as it reads now; `refused` while errors are left'),
    ...problems(400, 401, 403, 404, 409, 413, 415),
  },
})

const discardRoute = createRoute({
  ...{ method: 'delete', path, tags, security: KEY, summary: 'Throw an upload away' },
  description: 'It stays in the list, and can no longer be published. One that is published: 409.',
  request: { params: idParams },
  responses: {
    200: jsonAnswer(uploadSchema, 'Thrown away'),
    ...problems(400, 401, 403, 404, 409),
  },
})

export function reviewRoutes(ports: Ports) {
  return router()
    .openapi(reviewRoute, async (c) => {
      const { upload } = await uploadHere(ports, c, c.req.valid('param').id, 'editor')
      const { mode, ...answers } = c.req.valid('json')
      const reviewed = await reviewAgain(ports, upload, { answers, mode })
      return c.json(await toldUpload(ports, c, reviewed.upload, reviewed.changes), 200)
    })
    .openapi(discardRoute, async (c) => {
      const { upload } = await uploadHere(ports, c, c.req.valid('param').id, 'editor')
      return c.json(await toldUpload(ports, c, await throwAway(ports, upload), []), 200)
    })
}
