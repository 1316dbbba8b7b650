// The template that a schedule is begun from, for anybody.

import { createRoute, z } from '@hono/zod-openapi'
import { TEMPLATE_WORDS } from '../../language/template.ts'
import { templateOf } from '../../tables/template.ts'
import { router } from '../../web/router.ts'
import { closed, problems } from '../../web/schemas.ts'
import { EXPORTS } from './export.ts'

const format = z.enum(['csv', 'xlsx']).default('xlsx').openapi({
  description: 'A workbook offers choices and tells what each column means.',
})
const language = z
  .enum(['ko', 'en'])
  .default('ko')
  .openapi({ description: 'In which language its columns are called.' })

const templateRoute = createRoute({
  ...{ method: 'get', path: '/v1/templates' },
  ...{ tags: ['Uploads'], summary: 'A template to fill' },
  description: 'The columns most schedules need, with two examples to write over.',
  request: { query: closed({ format, language }) },
  responses: {
    200: {
      description: 'The file',
      content: {
        'text/csv': { schema: z.string() },
        [EXPORTS.xlsx]: { schema: z.string().openapi({ format: 'binary' }) },
      },
    },
    ...problems(400),
  },
})

export const templateRoutes = () =>
  router().openapi(templateRoute, (c) => {
    const { format, language } = c.req.valid('query')
    return new Response(templateOf(format, language) as BodyInit, {
      headers: {
        'Content-Type': EXPORTS[format],
        'Content-Disposition': `attachment; filename="${TEMPLATE_WORDS[language].file}.${format}"`,
      },
    })
  })
