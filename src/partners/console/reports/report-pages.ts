// Reports by the public in the console: the queue, one entry, and what is decided of it.

import { type Context, Hono } from 'hono'
import type { Ports } from '../../../ports.ts'
import { Problem } from '../../../problem.ts'
import { seenAt } from '../../../reports/seen.ts'
import { addDays } from '../../../schedule/zones.ts'
import type { Calendar } from '../../../storage/calendars.ts'
import { historyOf } from '../../../storage/event-history.ts'
import { singleEvents } from '../../../storage/events.ts'
import { type Entry, mergedInto, openEntries } from '../../../storage/reports.ts'
import { ALSO_PRIVATE } from '../../../storage/sight.ts'
import { mayAct } from '../../../web/principal.ts'
import { queueOf } from '../../reports/report-queue.ts'
import {
  acceptReport,
  happeningOf,
  KNOWN_REASONS,
  mergeReport,
  rejectReport,
  reportHere,
} from '../../reports/reports.ts'
import type { Cells } from '../events/event-page.ts'
import { consolePage } from '../frame/frame.ts'
import { fieldIn, fieldsOf } from '../frame/here.ts'
import { csrfField } from '../frame/own-pages.ts'
import { described } from '../review/review-findings.ts'
import { type SignedIn, signedIn } from '../sign-in/session.ts'
import { cellsNow, cellsSuggested, REPORT_COLUMNS, saidIn } from './report-cells.ts'
import { reportBody } from './report-view.ts'
import { REPORT_WORDS } from './report-words.ts'
import { queueBody } from './reports-page.ts'

const path = '/console/reports'
const PAGE = 50
const TOLD = 50
const OTHERS = 100
const ALIKE = 20

export function reportPages(ports: Ports): Hono {
  return new Hono()
    .get(path, async (c) => {
      const session = await signedIn(ports, c)
      const asked = c.req.query('status')
      const status = asked === 'accepted' || asked === 'rejected' ? asked : 'open'
      const page = { status, cursor: c.req.query('cursor'), limit: PAGE } as const
      const queue = await queueOf(ports, session.partner.id, page)
      const { title } = REPORT_WORDS[session.language]
      const { timezone } = session.partner
      const body = queueBody({ ...queue, status, timezone, language: session.language })
      return consolePage(c, { title, body, session })
    })
    .get(`${path}/:id`, async (c) => answerEntry(ports, c, await signedIn(ports, c)))
    .post(`${path}/:id/acceptance`, (c) => answerAcceptance(ports, c))
    .post(`${path}/:id/rejection`, async (c) => {
      const session = await signedIn(ports, c, 'editor')
      const reported = await reportHere(ports, session.partner.id, idIn(c))
      const fields = await fieldsOf(c)
      const known = KNOWN_REASONS.find((each) => each === fieldIn(fields, 'known'))
      const reason = fieldIn(fields, 'own')?.slice(0, 500) ?? known ?? 'unclear'
      await rejectReport(ports, reported, { by: session.principal.label, reason })
      return c.redirect(path, 303)
    })
    .post(`${path}/:id/merger`, async (c) => {
      const session = await signedIn(ports, c, 'editor')
      const reported = await reportHere(ports, session.partner.id, idIn(c))
      const into = fieldIn(await fieldsOf(c), 'into')
      if (!into) throw new Problem('report_not_about')
      const { entry } = await reportHere(ports, session.partner.id, into)
      await mergeReport(ports, reported, { into: entry, by: session.principal.label })
      return c.redirect(`${path}/${entry.id}`, 303)
    })
}

const idIn = (c: Context): string => c.req.param('id') ?? ''

async function answerAcceptance(ports: Ports, c: Context): Promise<Response> {
  const session = await signedIn(ports, c, 'editor')
  const reported = await reportHere(ports, session.partner.id, idIn(c))
  const { entry, calendar } = reported
  const fields = await fieldsOf(c)
  const words = REPORT_WORDS[session.language]
  const named = new Map(fields)
  const entered: Cells = {}
  for (const column of REPORT_COLUMNS) {
    const value = named.get(column)?.trim()
    if (value !== undefined) entered[column] = value
  }
  const recurrenceId = happeningOf(entry)
  const said = saidIn(cellsNow(entry, recurrenceId), entered)
  const corrected = named.get('corrected') === 'yes'
  if (Object.keys(said).length === 0 && !corrected)
    return answerEntry(ports, c, session, { entered, refused: [words.nothing] })
  const looked = Number(named.get('seen') ?? Number.NaN)
  const acceptance = {
    ...{ said: Object.keys(said).length > 0 ? said : undefined, recurrenceId },
    ...{ by: session.principal.label, reason: fieldIn(fields, 'answer')?.slice(0, 500) ?? null },
    async provided() {
      const [now] = entry.uid ? await historyOf(ports.db, calendar, entry.uid, 1, ALSO_PRIVATE) : []
      if (now && Number.isInteger(looked) && now.revision !== looked) throw new Moved()
    },
  }
  try {
    const edited = await acceptReport(ports, reported, acceptance)
    if (edited.event) return c.redirect(`${path}/${entry.id}`, 303)
    const refused = edited.findings.map((finding) => {
      const { message, hint } = described(finding, session.language)
      return `${message} ${hint}`
    })
    return answerEntry(ports, c, session, { entered, refused })
  } catch (error) {
    if (!(error instanceof Moved)) throw error
    return answerEntry(ports, c, session, { entered, refused: [words.moved], status: 409 })
  }
}

/** The event is not what the person looked at. */
class Moved extends Error {}

interface Again {
  /** What was entered and not taken. */
  entered: Cells
  refused: string[]
  status?: 409 | 422
}

async function answerEntry(
  ports: Ports,
  c: Context,
  session: SignedIn,
  again: Again | null = null,
): Promise<Response> {
  const { db } = ports
  const { language, partner, principal } = session
  const { entry, calendar } = await reportHere(ports, partner.id, idIn(c))
  const { uid, revisionSeen, kind, suggestion } = entry
  const seen = uid === null ? null : await seenAt(ports, calendar, uid, revisionSeen, ALSO_PRIVATE)
  const others = (await openEntries(db, calendar, null, OTHERS)).filter(({ id }) => id !== entry.id)
  const isOpen = entry.status === 'open'
  const body = reportBody({
    ...{ entry, calendar, seen, language, csrf: csrfField(session), timezone: partner.timezone },
    others: others.filter(sameSubject(entry)),
    merged: await mergedInto(db, entry, TOLD),
    alike: kind === 'missing' && isOpen ? await onDay(ports, calendar, suggestion.start ?? '') : [],
    mayDecide: isOpen && mayAct(principal.role, 'editor'),
    cells: { ...cellsSuggested(entry), ...again?.entered },
    refused: again?.refused ?? [],
  })
  const title = entry.facts?.title ?? suggestion.title ?? REPORT_WORDS[language].title
  return consolePage(c, { title, body, session, status: again ? (again.status ?? 422) : 200 })
}

/** Those first that can be about the same: of one event, or both about one that is missing. */
const sameSubject =
  ({ uid }: Entry) =>
  (other: Entry): boolean =>
    other.uid === uid

async function onDay(ports: Ports, calendar: Calendar, start: string) {
  const day = start.slice(0, 10)
  const range = { from: `${addDays(day, -1)}T12:00:00Z`, to: `${addDays(day, 1)}T12:00:00Z` }
  const found = await singleEvents(ports.db, calendar, range, { startsAt: '', uid: '' }, ALIKE)
  return found.filter(({ facts }) => facts.start.startsWith(day))
}
