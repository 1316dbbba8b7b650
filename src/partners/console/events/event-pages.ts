// Events by hand in the console: find, add, change, and the acts of a single click.

import { type Context, Hono } from 'hono'
import type { Finding } from '../../../intake/finding.ts'
import type { Ports } from '../../../ports.ts'
import { Problem } from '../../../problem.ts'
import { listAudiences } from '../../../storage/audiences.ts'
import type { Calendar } from '../../../storage/calendars.ts'
import { historyOf } from '../../../storage/event-history.ts'
import { currentEvents, type EventVersion } from '../../../storage/events.ts'
import { ALSO_PRIVATE } from '../../../storage/sight.ts'
import { addEvent, type Edited, editEvent } from '../../by-hand/hand-edits.ts'
import { consolePage } from '../frame/frame.ts'
import { calendarHere, fieldIn, fieldsOf, type Here } from '../frame/here.ts'
import { described } from '../review/review-findings.ts'
import { cellsIn, cellsOfForm, changedCells } from './event-cells.ts'
import { type Cells, eventBody } from './event-page.ts'
import { WORDS } from './event-words.ts'
import { EVENT_WORDS, eventsBody, MAX_EVENTS } from './events-page.ts'
import { act } from './quick-acts.ts'

const path = '/console/calendars/:calendar/events'
const VERSIONS_SHOWN = 30

export function eventPages(ports: Ports): Hono {
  return new Hono()
    .get(path, (c) => answerEvents(ports, c))
    .get(`${path}/new`, async (c) => {
      const here = await calendarHere(ports, c, 'editor')
      return answerEvent(ports, c, here, { event: null, cells: {}, history: [], refused: [] })
    })
    .post(path, async (c) => {
      const here = await calendarHere(ports, c, 'editor')
      const fields = await fieldsOf(c)
      const cells = cellsOfForm(fields, here.calendar)
      const added = await addEvent(ports, here.calendar, changedCells({}, cells), by(here))
      if (added.event) return c.redirect(addressOf(here, added.event.uid), 303)
      return answerEvent(ports, c, here, {
        event: null,
        cells,
        history: [],
        refused: added.findings,
      })
    })
    .get(`${path}/:uid`, async (c) => {
      const here = await calendarHere(ports, c)
      const { event, history } = await eventHere(ports, c, here)
      const cells = cellsIn(event, here.calendar)
      return answerEvent(ports, c, here, { event, cells, history, refused: [] })
    })
    .post(`${path}/:uid`, async (c) => {
      const here = await calendarHere(ports, c, 'editor')
      const { event, history } = await eventHere(ports, c, here)
      const cells = cellsOfForm(await fieldsOf(c), here.calendar)
      const said = changedCells(cellsIn(event, here.calendar), cells)
      const asked = { uid: event.uid, edit: { said } }
      const edited = await editEvent(ports, here.calendar, asked, by(here, cells.reason))
      if (edited.event) return c.redirect(addressOf(here, event.uid), 303)
      return answerEvent(ports, c, here, { event, cells, history, refused: edited.findings })
    })
    .post(`${path}/:uid/acts`, (c) => answerAct(ports, c))
}

const by = ({ session }: Here, reason?: string | null) => ({
  author: session.principal.label,
  reason: reason?.slice(0, 200) || null,
})

const addressOf = ({ calendar }: Here, uid: string): string =>
  `/console/calendars/${calendar.slug}/events/${encodeURIComponent(uid)}`

async function answerAct(ports: Ports, c: Context): Promise<Response> {
  const here = await calendarHere(ports, c, 'editor')
  const { event, history } = await eventHere(ports, c, here)
  const fields = await fieldsOf(c)
  const hand = by(here, fieldIn(fields, 'reason'))
  const done: Edited = await act(
    ports,
    here.calendar,
    { event, fields, hand },
    here.session.language,
  )
  const { calendar } = here
  if (done.event?.removed) return c.redirect(`/console/calendars/${calendar.slug}/events`, 303)
  if (done.event) return c.redirect(addressOf(here, event.uid), 303)
  const cells = cellsIn(event, calendar)
  return answerEvent(ports, c, here, { event, cells, history, refused: done.findings })
}

async function eventHere({ db }: Ports, c: Context, { calendar }: Here) {
  const uid = c.req.param('uid') ?? ''
  const history = await historyOf(db, calendar, uid, VERSIONS_SHOWN, ALSO_PRIVATE)
  const [event] = history
  if (!event || event.removed)
    throw new Problem('not_found', { what: 'event', name: uid.slice(0, 80) })
  return { event, history }
}

interface Shown {
  event: EventVersion | null
  cells: Cells
  history: readonly EventVersion[]
  refused: readonly Finding[]
}

async function answerEvent(ports: Ports, c: Context, here: Here, shown: Shown): Promise<Response> {
  const { session, calendar, csrf, mayChange } = here
  const { language } = session
  const audiences = await audienceNames(ports, calendar)
  const refused = shown.refused.map((finding) => {
    const { message, hint } = described(finding, language)
    return `${message} ${hint}`
  })
  return consolePage(c, {
    ...{ title: shown.event?.facts.title ?? WORDS[language].add, session },
    ...(refused.length > 0 ? { status: 422 } : {}),
    body: eventBody({ ...shown, refused, calendar, language, csrf, mayChange, audiences }),
  })
}

/** Found by any word of title, teams, place and category. */
async function answerEvents(ports: Ports, c: Context): Promise<Response> {
  const { session, calendar, mayChange } = await calendarHere(ports, c)
  const { language } = session
  const search = (c.req.query('q') ?? '').trim().slice(0, 100)
  const past = c.req.query('past') === 'yes'
  const now = ports.now()
  const all = await currentEvents(ports.db, calendar, ALSO_PRIVATE)
  const audiences = await audienceNames(ports, calendar)
  const events = all
    .filter((event) => !event.removed && (past || event.endsAt > now) && says(event, search))
    .sort((a, b) => (a.startsAt < b.startsAt ? -1 : a.startsAt > b.startsAt ? 1 : 0))
    .slice(0, MAX_EVENTS + 1)
  return consolePage(c, {
    ...{ title: EVENT_WORDS[language].title, session },
    body: eventsBody({ calendar, events, search, past, language, mayChange, audiences }),
  })
}

/** In the order of their short names. */
async function audienceNames({ db }: Ports, { partnerId }: Calendar) {
  const audiences = await listAudiences(db, partnerId)
  return new Map(audiences.map(({ slug, name }) => [slug, name]))
}

function says({ facts }: EventVersion, search: string): boolean {
  const { title, home, away, location, categories, start } = facts
  const text = [title, home, away, location?.name, start, ...categories].join(' ').toLowerCase()
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}
