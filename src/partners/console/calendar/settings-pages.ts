// A calendar's settings in the console: read, changed, moved to another address, deleted.

import { type Context, Hono } from 'hono'
import { describeProblem } from '../../../language/problems.ts'
import type { Ports } from '../../../ports.ts'
import { Problem } from '../../../problem.ts'
import type { Calendar } from '../../../storage/calendars.ts'
import { mayAct, requireRole } from '../../../web/principal.ts'
import { closed, reason } from '../../../web/schemas.ts'
import { endCalendar, reviseCalendar } from '../../settings/settings.ts'
import { calendarBody } from '../../settings/settings-body.ts'
import { type Wrong, wrongBy } from '../frame/form-fields.ts'
import { consolePage } from '../frame/frame.ts'
import { calendarHere, fieldIn, fieldsOf, type Here } from '../frame/here.ts'
import { calendarPath } from '../review/review-page.ts'
import { type Entered, enteredOf, type SettingsPage, settingsBody } from './settings-page.ts'
import { SETTINGS_WORDS } from './settings-words.ts'

const PATH = '/console/calendars/:calendar'
const DONE = ['saved', 'moved'] as const

/** What a form of an address or a setting may be refused for; everything else is a page of its own. */
const AT_THE_FIELD = ['name_invalid', 'name_reserved', 'name_taken']

export function settingsPages(ports: Ports): Hono {
  return new Hono()
    .get(`${PATH}/settings`, async (c) => {
      const here = await calendarHere(ports, c)
      const done = DONE.find((known) => known === c.req.query('done')) ?? null
      return settingsPage(ports, c, here, { entered: enteredOf(here.calendar), done, wrong: {} })
    })
    .post(`${PATH}/settings`, async (c) => saveSettings(ports, c))
    .post(`${PATH}/address`, async (c) => moveTo(ports, c))
    .post(`${PATH}/deletion`, async (c) => deleteHere(ports, c))
}

function settingsPage(
  { config }: Ports,
  c: Context,
  { session, calendar, csrf, mayChange }: Here,
  shown: Pick<SettingsPage, 'entered' | 'wrong'> & Partial<SettingsPage>,
) {
  const { language, principal } = session
  const feedUrl = `${config.publicUrl}/feeds/${calendar.partner}/${calendar.slug}.ics`
  const body = settingsBody({
    ...{ calendar, language, csrf, mayChange, feedUrl },
    ...{ mayDelete: mayAct(principal.role, 'owner'), ...shown },
  })
  const status = Object.keys(shown.wrong).length > 0 ? 422 : 200
  return consolePage(c, { title: SETTINGS_WORDS[language].title, session, body, status })
}

async function saveSettings(ports: Ports, c: Context): Promise<Response> {
  const here = await calendarHere(ports, c, 'editor')
  const { session, calendar } = here
  const entered = enteredIn(await fieldsOf(c))
  const parsed = calendarBody.safeParse(bodyOf(entered, calendar))
  if (!parsed.success) {
    const wrong = wrongBy(parsed.error.issues, SETTINGS_WORDS[session.language].wrong)
    return settingsPage(ports, c, here, { entered, wrong })
  }
  await reviseCalendar(ports, calendar, parsed.data, session.principal.label)
  return c.redirect(`${calendarPath(calendar)}/settings?done=saved`, 303)
}

/** As the form's own fields hold it, so that a refusal shows it again. */
export function enteredIn(fields: [string, string][]): Entered {
  const text = (name: string) => fieldIn(fields, name) ?? ''
  return {
    ...{ name: text('name'), description: text('description'), timezone: text('timezone') },
    ...{ language: text('language'), category: text('category') },
    color: text('useColor') ? text('color') : null,
    defaultMinutes: text('defaultMinutes'),
    other: text('otherLanguage') === 'ko' ? 'ko' : 'en',
    ...{ otherName: text('otherName'), otherDescription: text('otherDescription') },
  }
}

/** Texts in languages that the form does not show stay as they are. */
function bodyOf(entered: Entered, { settings }: Calendar): Record<string, unknown> {
  const { other, otherName, otherDescription, ...plain } = entered
  const { description, category, defaultMinutes, ...rest } = plain
  return {
    ...rest,
    ...{ description: description || null, category: category || null },
    defaultMinutes: /^\d+$/.test(defaultMinutes) ? Number(defaultMinutes) : null,
    translations: withOther(settings.translations, other, {
      ...{ name: otherName, description: otherDescription },
    }),
  }
}

type Texts = Record<string, { name?: string; description?: string }>

export function withOther(
  texts: Texts,
  language: string,
  { name, description }: { name: string; description: string },
): Texts {
  const { [language]: _, ...others } = texts
  if (!name && !description) return others
  return { ...others, [language]: { ...(name && { name }), ...(description && { description }) } }
}

async function moveTo(ports: Ports, c: Context): Promise<Response> {
  const here = await calendarHere(ports, c, 'editor')
  const { session, calendar } = here
  const address = fieldIn(await fieldsOf(c), 'calendar') ?? ''
  try {
    await reviseCalendar(ports, calendar, { calendar: address }, session.principal.label)
  } catch (error) {
    const wrong = addressWrong(error, session.language)
    return settingsPage(ports, c, here, { entered: enteredOf(calendar), address, wrong })
  }
  return c.redirect(`${calendarPath({ ...calendar, slug: address })}/settings?done=moved`, 303)
}

/** Said at the field, if it is the name's fault. */
export function addressWrong(error: unknown, language: Here['session']['language']): Wrong {
  if (!(error instanceof Problem) || !AT_THE_FIELD.includes(error.code)) throw error
  return { calendar: describeProblem(error.code, error.params, language).detail }
}

async function deleteHere(ports: Ports, c: Context): Promise<Response> {
  const here = await calendarHere(ports, c)
  const { session, calendar } = here
  requireRole(session.principal, 'owner')
  const words = SETTINGS_WORDS[session.language]
  const fields = await fieldsOf(c)
  const [typed, why] = [fieldIn(fields, 'typed') ?? '', fieldIn(fields, 'reason')]
  const parsed = closed({ reason }).safeParse({ reason: why ?? undefined })
  const wrong: Wrong = parsed.success ? {} : wrongBy(parsed.error.issues, words.wrong)
  if (typed !== calendar.slug) wrong.typed = words.typedWrong
  if (Object.keys(wrong).length > 0)
    return settingsPage(ports, c, here, { entered: enteredOf(calendar), typed, wrong })
  await endCalendar(ports, calendar, { author: session.principal.label, reason: why })
  return c.redirect('/console', 303)
}
