// A calendar's sources in the console: added, fetched now, changed, removed.

import { type Context, Hono } from 'hono'
import { html } from 'hono/html'
import type { Language } from '../../../language/choose.ts'
import { describeProblem } from '../../../language/problems.ts'
import type { Ports } from '../../../ports.ts'
import { Problem } from '../../../problem.ts'
import type { Source } from '../../../storage/sources.ts'
import { pullByHand } from '../../sources/pull.ts'
import { sourceBody } from '../../sources/source-body.ts'
import {
  changeSource,
  createSource,
  type Kept,
  listSources,
  removeSource,
  requireSource,
  type SourceSettings,
} from '../../sources/sources.ts'
import { type Wrong, wrongBy } from '../frame/form-fields.ts'
import { consolePage } from '../frame/frame.ts'
import { calendarHere, fieldsOf, type Here } from '../frame/here.ts'
import { calendarPath } from '../review/review-page.ts'
import { bodyOf, type Entered, enteredIn } from './source-form.ts'
import { SOURCE_WORDS, type SourceWords } from './source-words.ts'
import { type SourcesPage, sourcesBody } from './sources-page.ts'

const PATH = '/console/calendars/:calendar/sources'
const ONE = `${PATH}/:id`
const NEW = 'new'

type Done = keyof SourceWords['done']

export function sourcePages(ports: Ports): Hono {
  return new Hono()
    .get(PATH, async (c) => {
      const done = c.req.query('done') ?? ''
      const known = Object.hasOwn(SOURCE_WORDS.ko.done, done) ? (done as Done) : null
      return sourcesPage(ports, c, await calendarHere(ports, c), { done: known })
    })
    .post(PATH, async (c) => {
      const here = await calendarHere(ports, c, 'editor')
      const keep = (settings: SourceSettings) =>
        createSource(ports, here.calendar, settings, by(here))
      return keepHere(ports, c, here, { form: NEW, done: 'added', keep })
    })
    .post(ONE, async (c) => {
      const { here, source } = await sourceHere(ports, c)
      const keep = (settings: SourceSettings) => changeSource(ports, source, settings, by(here))
      return keepHere(ports, c, here, { form: source.id, done: 'saved', keep })
    })
    .post(`${ONE}/pull`, async (c) => {
      const { here, source } = await sourceHere(ports, c)
      await pullByHand(ports, source)
      return to(c, here, 'pulled')
    })
    .post(`${ONE}/removal`, async (c) => {
      const { here, source } = await sourceHere(ports, c)
      await removeSource(ports, source, by(here))
      return to(c, here, 'removed')
    })
}

const by = ({ session }: Here): string => session.principal.label

async function sourceHere(ports: Ports, c: Context): Promise<{ here: Here; source: Source }> {
  const here = await calendarHere(ports, c, 'editor')
  const id = (c.req.param('id') ?? '').slice(0, 80)
  return { here, source: await requireSource(ports, here.calendar, id) }
}

const to = (c: Context, { calendar }: Here, done: Done) =>
  c.redirect(`${calendarPath(calendar)}/sources?done=${done}`, 303)

async function sourcesPage(
  ports: Ports,
  c: Context,
  { session, calendar, csrf, mayChange }: Here,
  shown: Pick<SourcesPage, 'done' | 'refused'>,
) {
  const { language } = session
  const sources = await listSources(ports, calendar)
  const [mail, now] = [ports.mail !== undefined, ports.now()]
  return consolePage(c, {
    ...{ title: SOURCE_WORDS[language].title, session, status: shown.refused ? 422 : 200 },
    body: sourcesBody({ calendar, sources, language, csrf, mayChange, mail, now, ...shown }),
  })
}

interface Keeping {
  /** Which of the page's forms. */
  form: string
  done: Done
  keep(settings: SourceSettings): Promise<Kept>
}

/** A secret is shown once, on a page of its own; else the list is. */
async function keepHere(
  ports: Ports,
  c: Context,
  here: Here,
  { form, done, keep }: Keeping,
): Promise<Response> {
  const { language } = here.session
  const entered = enteredIn(await fieldsOf(c))
  const refused = (wrong: Wrong) =>
    sourcesPage(ports, c, here, { done: null, refused: { form, entered, wrong } })
  const parsed = sourceBody.safeParse(bodyOf(entered))
  if (!parsed.success) return refused(wrongBy(parsed.error.issues, SOURCE_WORDS[language].wrong))
  try {
    const { webhookSecret } = await keep(parsed.data)
    return webhookSecret ? secretPage(c, here, webhookSecret) : to(c, here, done)
  } catch (error) {
    return refused(wrongOf(error, entered, language))
  }
}

/** At the field whose fault it is. */
function wrongOf(error: unknown, { webhook }: Entered, language: Language): Wrong {
  if (!(error instanceof Problem)) throw error
  const { code, params } = error
  const { detail } = describeProblem(code, params, language)
  if (code === 'mail_unavailable') return { email: detail }
  if (code === 'too_many') return { url: detail }
  if (code !== 'url_not_allowed') throw error
  return { [webhook && params.value === webhook.slice(0, 200) ? 'webhook' : 'url']: detail }
}

function secretPage(c: Context, { session, calendar }: Here, secret: string) {
  const words = SOURCE_WORDS[session.language]
  const body = html`<div class="panel"><p>${words.secretHint}</p>
<label for="secret">${words.secret}</label>
<input id="secret" readonly value="${secret}" autocomplete="off" spellcheck="false"></div>
<p><a href="${calendarPath(calendar)}/sources">${words.back}</a></p>`
  return consolePage(c, { title: words.secretTitle, session, body })
}
