// Which of the partner's things an address of the console means. Others' are as unknown as none.

import type { Context } from 'hono'
import { html } from 'hono/html'
import type { Ports } from '../../../ports.ts'
import { Problem } from '../../../problem.ts'
import { type Calendar, findCalendar, findCalendarById } from '../../../storage/calendars.ts'
import type { Role } from '../../../storage/keys.ts'
import { findUpload, type Upload } from '../../../storage/uploads.ts'
import type { Markup } from '../../../web/layout.ts'
import { mayAct } from '../../../web/principal.ts'
import { type SignedIn, signedIn } from '../sign-in/session.ts'
import { csrfField } from './own-pages.ts'

export interface Here {
  session: SignedIn
  calendar: Calendar
  /** The hidden field of every form. */
  csrf: Markup
  mayChange: boolean
}

export async function calendarHere(
  ports: Ports,
  c: Context,
  needed: Role = 'viewer',
): Promise<Here> {
  const session = await signedIn(ports, c, needed)
  const slug = c.req.param('calendar') ?? ''
  const calendar = await findCalendar(ports.db, session.partner.slug, slug)
  if (!calendar || calendar.deletedAt)
    throw new Problem('not_found', { what: 'calendar', name: slug.slice(0, 80) })
  return here(session, calendar)
}

export async function uploadHere(
  ports: Ports,
  c: Context,
  needed: Role = 'viewer',
): Promise<Here & { upload: Upload }> {
  const session = await signedIn(ports, c, needed)
  const id = c.req.param('id') ?? ''
  const upload = await findUpload(ports.db, session.partner.id, id)
  const calendar =
    upload && (await findCalendarById(ports.db, session.partner.id, upload.calendarId))
  if (!upload || !calendar)
    throw new Problem('not_found', { what: 'upload', name: id.slice(0, 80) })
  return { ...here(session, calendar), upload }
}

const here = (session: SignedIn, calendar: Calendar): Here => ({
  ...{ session, calendar, csrf: csrfField(session) },
  mayChange: mayAct(session.principal.role, 'editor'),
})

/** A form's text fields, in order; files are read by who wants one. */
export async function fieldsOf(c: Context): Promise<[string, string][]> {
  const form = await c.req.formData()
  return [...form].flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[name, value.replace(/\r\n?/g, '\n')]] : [],
  )
}

/** The one field of a name, without blanks around; null where it is blank. */
export const fieldIn = (fields: [string, string][], name: string): string | null =>
  fields.find(([field]) => field === name)?.[1].trim() || null

export const emptyMarkup: Markup = html``
