// A calendar's history in the console: the list, one revision, one day, and the way back.

import { type Context, Hono } from 'hono'
import { reachOf } from '../../../ledger/reach.ts'
import type { Ports } from '../../../ports.ts'
import { Problem } from '../../../problem.ts'
import { changesBetween } from '../../../schedule/between.ts'
import { placeIn, wallTime } from '../../../schedule/zones.ts'
import { eventsAt } from '../../../storage/events.ts'
import { changedBy } from '../../../storage/revision-events.ts'
import { findRevision, listRevisions, revisionOn } from '../../../storage/revisions.ts'
import { ALSO_PRIVATE } from '../../../storage/sight.ts'
import { restoreRevision } from '../../history/restoration.ts'
import { consolePage } from '../frame/frame.ts'
import { calendarHere, fieldIn, fieldsOf } from '../frame/here.ts'
import { momentText } from '../frame/values.ts'
import { dayBody, HISTORY_WORDS, historyBody, revisionBody } from './history-page.ts'

const path = '/console/calendars/:calendar/history'
const REVISIONS_SHOWN = 50
/** Of one revision; more than a page shows. */
const MAX_CHANGES = 5000
const EVENTS_OF_A_DAY = 100

export function historyPages(ports: Ports): Hono {
  return new Hono()
    .get(path, (c) => (c.req.query('on') ? answerDay(ports, c) : answerHistory(ports, c)))
    .get(`${path}/:revision{\\d+}`, (c) => answerRevision(ports, c))
    .post(`${path}/:revision{\\d+}/restoration`, async (c) => {
      const { calendar, session } = await calendarHere(ports, c, 'editor')
      const reason = fieldIn(await fieldsOf(c), 'reason')?.slice(0, 200) ?? null
      const act = { author: session.principal.label, reason }
      const made = await restoreRevision(ports, calendar, Number(c.req.param('revision')), act)
      return c.redirect(`/console/calendars/${calendar.slug}/history/${made.revision}`, 303)
    })
}

async function answerHistory(ports: Ports, c: Context): Promise<Response> {
  const { calendar, session } = await calendarHere(ports, c)
  const before = Number(c.req.query('before') ?? Number.MAX_SAFE_INTEGER)
  const from = Number.isSafeInteger(before) ? before : Number.MAX_SAFE_INTEGER
  const [found, reach] = await Promise.all([
    listRevisions(ports.db, calendar, from, REVISIONS_SHOWN + 1),
    reachOf(ports.db, calendar, ports.now()),
  ])
  const shown = found.slice(0, REVISIONS_SHOWN)
  const older = found.length > REVISIONS_SHOWN ? (shown.at(-1)?.revision ?? null) : null
  const { language } = session
  return consolePage(c, {
    ...{ title: HISTORY_WORDS[language].title, session },
    body: historyBody({ calendar, language, reach }, shown, older),
  })
}

async function answerRevision(ports: Ports, c: Context): Promise<Response> {
  const { calendar, session, csrf, mayChange } = await calendarHere(ports, c)
  const number = Number(c.req.param('revision'))
  const revision = await findRevision(ports.db, calendar, number)
  if (!revision) throw new Problem('not_found', { what: 'revision', name: String(number) })
  const { before, after } = await changedBy(ports.db, calendar, number, MAX_CHANGES)
  const changes = changesBetween(before, after)
  const { language } = session
  return consolePage(c, {
    ...{ title: `${HISTORY_WORDS[language].revision} ${number}`, session },
    body: revisionBody({ calendar, language, revision, changes, csrf, mayChange }),
  })
}

/** What was in force when that day ended, where the calendar is. */
async function answerDay(ports: Ports, c: Context): Promise<Response> {
  const { calendar, session } = await calendarHere(ports, c)
  const day = c.req.query('on') ?? ''
  const { timezone, defaultMinutes: _ } = calendar.settings
  if (!isDay(day))
    throw new Problem('invalid_request', {
      place: 'on',
      found: day.slice(0, 40),
      wanted: 'YYYY-MM-DD',
    })
  const end = placeIn(`${day}T23:59:59`, timezone).instant
  const revision = await revisionOn(ports.db, calendar, end)
  const all = revision ? await eventsAt(ports.db, calendar, revision.revision, ALSO_PRIVATE) : []
  const events = all
    .filter(({ removed, endsAt }) => !removed && wallTime(endsAt, timezone) >= day)
    .sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1))
    .slice(0, EVENTS_OF_A_DAY)
  const { language } = session
  const when = momentText(day, language)
  const title = revision ? HISTORY_WORDS[language].shown(when, revision.revision) : when
  const body = dayBody({ calendar, language }, { revision, events })
  return consolePage(c, { title, session, body })
}

const isDay = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`))
