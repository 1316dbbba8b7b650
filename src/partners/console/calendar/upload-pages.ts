// A calendar's page, and a file given there: chosen, dropped or pasted.

import { type Context, Hono } from 'hono'
import { describeProblem } from '../../../language/problems.ts'
import { reachOf } from '../../../ledger/reach.ts'
import type { Ports } from '../../../ports.ts'
import { Problem } from '../../../problem.ts'
import { listUploads } from '../../../storage/uploads.ts'
import { EXPORTS, type ExportFormat, exported } from '../../export/export.ts'
import { receiveUpload } from '../../upload/upload.ts'
import { consolePage } from '../frame/frame.ts'
import { calendarHere, type Here } from '../frame/here.ts'
import { calendarBody } from './calendar-page.ts'

/** The latest; older ones are found from the history. */
const UPLOADS_SHOWN = 20
const LATEST = { createdAt: '9999', id: '' }

export function uploadPages(ports: Ports): Hono {
  return new Hono()
    .get('/console/calendars/:calendar', async (c) =>
      answerCalendar(ports, c, await calendarHere(ports, c)),
    )
    .post('/console/calendars/:calendar/uploads', async (c) => {
      const here = await calendarHere(ports, c, 'editor')
      const { session, calendar } = here
      const form = await c.req.formData()
      const given = await fileIn(form)
      if (!given) return answerCalendar(ports, c, here, new Problem('nothing_given'))
      const { upload } = await receiveUpload(ports, calendar, {
        ...given,
        mode: form.get('mode') === 'replace' ? 'replace' : 'merge',
        ...{ publish: false, confirm: false, answers: {}, reason: null },
        author: session.principal.label,
      })
      return c.redirect(`/console/uploads/${upload.id}`, 303)
    })
    .get('/console/calendars/:calendar/:file{export\\.[a-z]+}', (c) => answerExport(ports, c))
}

/** With what was wrong with the form, where it is shown again. */
async function answerCalendar(ports: Ports, c: Context, here: Here, wrong?: Problem) {
  const { session, calendar, csrf, mayChange } = here
  const { language } = session
  const [uploads, reach] = await Promise.all([
    listUploads(ports.db, calendar, LATEST, UPLOADS_SHOWN),
    reachOf(ports.db, calendar, ports.now()),
  ])
  const feedUrl = `${ports.config.publicUrl}/feeds/${calendar.partner}/${calendar.slug}.ics`
  const refused = wrong ? describeProblem(wrong.code, wrong.params, language) : null
  return consolePage(c, {
    ...{ title: calendar.settings.name, session },
    ...(wrong ? { status: 400 as const } : {}),
    body: calendarBody({ calendar, uploads, language, csrf, mayChange, feedUrl, reach, refused }),
  })
}

/** A file that was chosen, else what was pasted; null where neither was. */
async function fileIn(
  form: FormData,
): Promise<{ bytes: Uint8Array; filename: string | null } | null> {
  const [file, pasted]: unknown[] = [form.get('file'), form.get('pasted')]
  if (file instanceof File && file.size > 0)
    return { bytes: new Uint8Array(await file.arrayBuffer()), filename: file.name }
  if (typeof pasted === 'string' && pasted.trim() !== '')
    return { bytes: new TextEncoder().encode(pasted), filename: null }
  return null
}

async function answerExport(ports: Ports, c: Context): Promise<Response> {
  const { calendar, session } = await calendarHere(ports, c)
  const format = (c.req.param('file') ?? '').slice('export.'.length)
  if (!Object.hasOwn(EXPORTS, format))
    throw new Problem('not_found', { what: 'address', name: c.req.path })
  const known = format as ExportFormat
  const body = await exported(ports, calendar, { format: known, language: session.language })
  return c.body(body as string, 200, {
    'Content-Type': EXPORTS[known],
    'Content-Disposition': `attachment; filename="${calendar.slug}.${known}"`,
    'Cache-Control': 'private, no-store',
    'X-Content-Type-Options': 'nosniff',
  })
}
