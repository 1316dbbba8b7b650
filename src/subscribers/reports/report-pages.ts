// Reporting from a page: an event that is wrong, an event that is missing, and a report's receipt.

import { type Context, Hono } from 'hono'
import { describeProblem } from '../../language/problems.ts'
import type { Ports } from '../../ports.ts'
import { Problem } from '../../problem.ts'
import { fileReport } from '../../reports/file.ts'
import { outcomeOf, receiptPath } from '../../reports/receipt.ts'
import { type ReporterSight, sightOf } from '../../reports/reporter.ts'
import { seenAt } from '../../reports/seen.ts'
import type { Calendar } from '../../storage/calendars.ts'
import { requireEvent } from '../../subscriptions/overlay.ts'
import { calendarHere } from '../../web/addresses.ts'
import { readBody } from '../../web/body.ts'
import { requireFromHere } from '../../web/from-here.ts'
import { isReserved } from '../../web/names.ts'
import { problemHeaders, STATUSES } from '../../web/problems.ts'
import { answerPublicPage } from '../../web/public-page.ts'
import { countReport } from '../../web/quota.ts'
import { type Reader, readerOf } from '../../web/reader.ts'
import { partnerOf } from '../calendar-page.ts'
import { deletedPage } from '../deleted-page.ts'
import { eventPath } from '../event-row.ts'
import { linkHere, TOKEN } from '../my/link-here.ts'
import { SHOWN_SCRIPT } from '../shown-page.ts'
import { calendarNames } from '../texts.ts'
import { type Entered, enteredOf, statementIn } from './entered.ts'
import { type Form, formBody } from './form.ts'
import { receiptBody, type Shown } from './receipt-view.ts'
import { REPORTS_STYLE, REPORTS_STYLESHEET } from './style.ts'
import { REPORT_WORDS } from './words.ts'

const CALENDAR = '/:partner{[a-z0-9-]{1,64}}/:calendar{[a-z0-9-]{1,64}}'
const MAX_FORM_OCTETS = 32 * 1024
/** With no referrer at all browsers would send our own form without an origin. */
const PRIVATE = {
  ...{ 'Cache-Control': 'private, no-store', 'X-Robots-Tag': 'noindex' },
  'Referrer-Policy': 'same-origin',
}

export function reportPages(ports: Ports): Hono {
  const routes = new Hono()
  routes.get(REPORTS_STYLESHEET, (c) =>
    c.body(REPORTS_STYLE, 200, {
      'Content-Type': 'text/css; charset=utf-8',
      'Cache-Control': 'public, max-age=3600',
      'X-Content-Type-Options': 'nosniff',
    }),
  )
  routes
    .get('/my/reports/:receipt', (c) => receiptPage(ports, c))
    .get(`/my/${TOKEN}/reports/:receipt`, (c) => ownReceiptPage(ports, c))
    .get(`/my/${TOKEN}/:uid/report`, async (c) => answerForm(ports, c, await ownPlace(ports, c)))
    .post(`/my/${TOKEN}/:uid/report`, async (c) => {
      requireFromHere(ports, c)
      return answerReport(ports, c, await ownPlace(ports, c))
    })
  // No UID is “report”: they are minted, and longer.
  for (const path of [`${CALENDAR}/report`, `${CALENDAR}/:uid/report`])
    routes
      .get(path, async (c, next) =>
        isReserved(c.req.param('partner') ?? '')
          ? next()
          : answerForm(ports, c, await publicPlace(ports, c)),
      )
      .post(path, async (c, next) => {
        if (isReserved(c.req.param('partner') ?? '')) return next()
        requireFromHere(ports, c)
        return answerReport(ports, c, await publicPlace(ports, c))
      })
  return routes
}

/** Where somebody reports from: a calendar's own pages, or a personal feed's. */
interface Place {
  calendar: Calendar
  /** Undefined of an event that is missing. */
  uid: string | undefined
  sight: ReporterSight
  /** Of the personal feed. */
  token: string | null
  action: string
  reader: Reader
}

async function publicPlace(ports: Ports, c: Context): Promise<Place> {
  const [partner, slug] = [c.req.param('partner') ?? '', c.req.param('calendar') ?? '']
  const calendar = await calendarHere(ports, c, { partner, calendar: slug })
  const uid = c.req.param('uid')
  const page = uid === undefined ? `/${partner}/${slug}` : eventPath(calendar, uid)
  const place = { calendar, uid, action: `${page}/report`, reader: readerOf(c) }
  return { ...place, sight: 'public', token: null }
}

/** Throws `not_found` alike for events that are not there and those of others' audiences. */
async function ownPlace(ports: Ports, c: Context): Promise<Place> {
  const { token, path, reader, subscription } = await linkHere(ports, c)
  const uid = c.req.param('uid') ?? ''
  const { calendar } = (await requireEvent(ports, token, uid)).followed
  const action = `${path}/${encodeURIComponent(uid)}/report`
  return { calendar, uid, sight: sightOf(subscription, calendar), token, action, reader }
}

async function answerForm(ports: Ports, c: Context, place: Place): Promise<Response> {
  const { calendar } = place
  if (calendar.deletedAt) return deletedPage(c, calendar, await partnerOf(ports, calendar))
  const form = await formAt(ports, place, c.req.query('r'))
  const entered = enteredOf(form.seen?.now.facts ?? null, kindIn(c.req.query('kind')))
  return formPage(c, { ...form, entered, wrong: null, refused: null })
}

async function answerReport(ports: Ports, c: Context, place: Place): Promise<Response> {
  const { calendar, sight, token } = place
  const entered = await enteredIn(c)
  const form = { ...(await formAt(ports, place, entered.r)), entered }
  const found = statementIn(entered, form.seen?.now ?? null)
  if ('wrong' in found) return formPage(c, { ...form, wrong: found.wrong, refused: null })
  try {
    const filing = { statement: found.statement, revision: form.revision, sight }
    const filed = await fileReport(ports, calendar, filing, () => countReport(ports, c))
    const page = receiptPath(filed.receipt, filed.isPrivate ? token : null)
    return c.redirect(form.reader.to(page), 303)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return formPage(c, { ...form, wrong: null, refused: null }, error)
  }
}

async function formAt(ports: Ports, place: Place, r: string | undefined) {
  const { calendar, uid, sight, action, reader } = place
  const revision = revisionIn(r, calendar)
  const seen = uid === undefined ? null : await seenAt(ports, calendar, uid, revision, sight)
  return { calendar, seen, revision, action, reader }
}

/** A link may be of a feed that is older than this server's memory, or was written by hand. */
function revisionIn(text: string | undefined, { toldNumber }: Calendar): number | null {
  const number = /^\d{1,9}$/.test(text ?? '') ? Number(text) : null
  return number !== null && number <= toldNumber ? number : null
}

const kindIn = (kind: string | undefined): string =>
  kind === 'cancelled' || kind === 'other' || kind === 'time' ? kind : ''

async function enteredIn(c: Context): Promise<Entered> {
  const bytes = await readBody(c.req.raw, MAX_FORM_OCTETS)
  const fields = new URLSearchParams(new TextDecoder().decode(bytes))
  const entered = Object.fromEntries([...fields].map(([name, value]) => [name, value.trim()]))
  return c.req.param('uid') === undefined ? { ...entered, kind: 'missing' } : entered
}

function formPage(c: Context, form: Form, problem?: Problem): Promise<Response> {
  const { calendar, seen, reader, wrong } = form
  const { language } = reader
  const words = REPORT_WORDS[language]
  const status = problem ? STATUSES[problem.code] : wrong ? 422 : 200
  const refused = problem ? describeProblem(problem.code, problem.params, language).detail : null
  const title = seen ? words.title : words.missingTitle
  return answerPublicPage(c, {
    ...{ reader, status, noindex: true, styles: [REPORTS_STYLESHEET] },
    title: `${title} · ${calendarNames(calendar, language).name.text}`,
    headers: { ...PRIVATE, ...(problem ? problemHeaders(problem) : {}) },
    body: formBody({ ...form, refused }),
  })
}

async function receiptPage(ports: Ports, c: Context): Promise<Response> {
  const outcome = await outcomeOf(ports, c.req.param('receipt') ?? '')
  return answerReceipt(ports, c, { outcome, token: null, reader: readerOf(c) })
}

async function ownReceiptPage(ports: Ports, c: Context): Promise<Response> {
  const { subscription, token, reader } = await linkHere(ports, c)
  const outcome = await outcomeOf(ports, c.req.param('receipt') ?? '', subscription)
  return answerReceipt(ports, c, { outcome, token, reader })
}

type Told = Pick<Shown, 'outcome' | 'token' | 'reader'>

async function answerReceipt(ports: Ports, c: Context, told: Told): Promise<Response> {
  const { reader } = told
  const receipt = c.req.param('receipt') ?? ''
  const { publicUrl } = ports.config
  return answerPublicPage(c, {
    ...{ reader, noindex: true, styles: [REPORTS_STYLESHEET], headers: PRIVATE },
    scripts: [SHOWN_SCRIPT],
    title: `${REPORT_WORDS[reader.language].receipt} · Kalends`,
    body: receiptBody({ ...told, receipt, publicUrl }),
  })
}
