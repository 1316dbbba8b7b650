// A calendar's whole schedule to be saved as a file: CSV, XLSX, JSON or iCalendar.

import { createRoute, z } from '@hono/zod-openapi'
import type { Ports } from '../../ports.ts'
import { calendarHere } from '../../web/addresses.ts'
import { requirePartner } from '../../web/principal.ts'
import { router } from '../../web/router.ts'
import { calendarParams, closed, KEY, problems } from '../../web/schemas.ts'
import { EXPORTS, type ExportFormat, exported } from './export.ts'
import { templateRoutes } from './template-routes.ts'

const format = z
  .enum(Object.keys(EXPORTS) as [ExportFormat, ...ExportFormat[]])
  .default('csv')
  .openapi({ description: 'What kind of file.' })

const language = z
  .enum(['ko', 'en'])
  .default('en')
  .openapi({ description: 'In which language the columns of a table are called.' })

const file = (schema: z.ZodType) => ({ schema })

const BYTES = z.string().openapi({ format: 'binary' })

const exportRoute = createRoute({
  ...{ method: 'get', path: '/v1/partners/{partner}/calendars/{calendar}/export' },
  ...{ tags: ['Uploads'], security: KEY, summary: 'The whole schedule as a file' },
  description:
    'Every event with its id, past and future, cancelled ones too. Uploading it again changes nothing.',
  request: { params: calendarParams, query: closed({ format, language }) },
  responses: {
    200: {
      description: 'The file',
      content: {
        'text/csv': file(z.string()),
        [EXPORTS.xlsx]: file(BYTES),
        'application/json': file(z.object({ events: z.array(z.looseObject({})) })),
        'text/calendar': file(z.string()),
      },
    },
    ...problems(308, 400, 401, 404, 409),
  },
})

export function exportRoutes(ports: Ports) {
  const routes = router().openapi(exportRoute, async (c) => {
    await requirePartner(ports, c.req.header('authorization'), c.req.param('partner'))
    const calendar = await calendarHere(ports, c, c.req.valid('param'))
    const { format, language } = c.req.valid('query')
    const body = await exported(ports, calendar, { format, language })
    const ascii = `${calendar.partner}-${calendar.slug}.${format}`
    const name = `${calendar.settings.name}.${format}`
    return new Response(body as BodyInit, {
      headers: {
        'Content-Type': EXPORTS[format],
        'Content-Disposition': `attachment; filename="${ascii}"; filename*=UTF-8''${encoded(name)}`,
      },
    })
  })
  return routes.route('/', templateRoutes())
}

/** RFC 8187; without what no file system takes in a name. */
const encoded = (name: string): string =>
  encodeURIComponent(name.toWellFormed().replace(/[\\/:*?"<>|\p{Cc}]/gu, '-')).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
