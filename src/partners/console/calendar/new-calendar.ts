// Making a calendar in the console: a name is enough, the address follows from it.

import { type Context, Hono } from 'hono'
import { html } from 'hono/html'
import type { Ports } from '../../../ports.ts'
import { Problem } from '../../../problem.ts'
import { findCalendar } from '../../../storage/calendars.ts'
import { makeCalendar } from '../../settings/settings.ts'
import { calendarBody } from '../../settings/settings-body.ts'
import { refusal, type Wrong, wrongBy } from '../frame/form-fields.ts'
import { consolePage } from '../frame/frame.ts'
import { fieldIn, fieldsOf } from '../frame/here.ts'
import { csrfField } from '../frame/own-pages.ts'
import { type SignedIn, signedIn } from '../sign-in/session.ts'
import { proposedSlug } from './proposed-slug.ts'
import { languageField, nameField, slugField, zoneField } from './settings-page.ts'
import { addressWrong } from './settings-pages.ts'
import { SETTINGS_WORDS } from './settings-words.ts'

const PATH = '/console/new-calendar'
/** So many calendars of one name are told apart by a number. */
const MAX_ALIKE = 20

interface Entered {
  name: string
  calendar: string
  timezone: string
  language: string
}

export function newCalendarPages(ports: Ports): Hono {
  return new Hono()
    .get(PATH, async (c) => {
      const session = await signedIn(ports, c, 'editor')
      const { timezone, locale: language } = session.partner
      return newPage(c, session, { name: '', calendar: '', timezone, language }, {})
    })
    .post(PATH, (c) => makeHere(ports, c))
}

async function makeHere(ports: Ports, c: Context): Promise<Response> {
  const session = await signedIn(ports, c, 'editor')
  const { partner, principal, language } = session
  const fields = await fieldsOf(c)
  const [name = '', calendar = '', timezone = '', spoken = ''] = [
    ...['name', 'calendar', 'timezone', 'language'].map((field) => fieldIn(fields, field) ?? ''),
  ]
  const entered: Entered = { name, calendar, timezone, language: spoken }
  const parsed = calendarBody.safeParse({ name, timezone, language: spoken })
  if (!parsed.success)
    return newPage(
      c,
      session,
      entered,
      wrongBy(parsed.error.issues, SETTINGS_WORDS[language].wrong),
    )
  try {
    const slug = calendar || (await freeSlug(ports, partner.slug, name))
    const isFree = (await findCalendar(ports.db, partner.slug, slug)) === null
    if (!isFree || !(await makeCalendar(ports, partner, slug, parsed.data, principal.label)))
      throw new Problem('name_taken', { value: slug })
    return c.redirect(`/console/calendars/${slug}`, 303)
  } catch (error) {
    return newPage(c, session, entered, addressWrong(error, language))
  }
}

/** From the name; with a number behind it where a calendar has it already. */
async function freeSlug({ db }: Ports, partner: string, name: string): Promise<string> {
  const proposed = proposedSlug(name)
  if (!proposed) return ''
  for (let number = 1; number <= MAX_ALIKE; number += 1) {
    const slug = number === 1 ? proposed : `${proposed.slice(0, 60)}-${number}`
    if (!(await findCalendar(db, partner, slug))) return slug
  }
  throw new Problem('name_taken', { value: proposed })
}

function newPage(c: Context, session: SignedIn, entered: Entered, wrong: Wrong) {
  const words = SETTINGS_WORDS[session.language]
  const body = html`<p class="soft">${words.first}</p>${refusal(wrong, words.refused)}
<form class="stack" method="post" action="${PATH}">${csrfField(session)}
${nameField(entered.name, words, wrong)}
${slugField('calendar', { label: words.newAddress, hint: words.firstAddressHint }, entered.calendar, wrong)}
${zoneField(entered.timezone, session.language, wrong)}
${languageField(entered.language, words, wrong)}
<p class="actions"><button class="button">${words.making}</button></p></form>`
  const status = Object.keys(wrong).length > 0 ? 422 : 200
  return consolePage(c, { title: words.make, session, body, status })
}
