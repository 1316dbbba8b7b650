// Audiences of private events in the console: made, given their members' numbers, removed.

import { type Context, Hono } from 'hono'
import { html } from 'hono/html'
import { describeProblem } from '../../../language/problems.ts'
import type { Ports } from '../../../ports.ts'
import { Problem } from '../../../problem.ts'
import { type AudienceCounts, countedAudiences } from '../../../storage/audiences.ts'
import { mayAct } from '../../../web/principal.ts'
import {
  changeKeys,
  dropAudience,
  isDay,
  KEY_ACTS,
  keepAudience,
} from '../../audiences/audiences.ts'
import { oneLine } from '../../settings/settings-body.ts'
import { proposedSlug } from '../calendar/proposed-slug.ts'
import { otherLanguage } from '../calendar/settings-page.ts'
import { field, notice, refusal, type Wrong } from '../frame/form-fields.ts'
import { consolePage } from '../frame/frame.ts'
import { fieldIn, fieldsOf } from '../frame/here.ts'
import { csrfField } from '../frame/own-pages.ts'
import { type SignedIn, signedIn } from '../sign-in/session.ts'
import { AUDIENCE_WORDS } from './audience-words.ts'

const PATH = '/console/audiences'
/** What a person can mend in the form. */
const AT_THE_FORM = [
  ...['name_invalid', 'name_reserved', 'too_many', 'nothing_given', 'audience_in_use'],
  'audience_key_invalid',
]
const KEY_ROWS = 6

interface Shown {
  done?: 'saved' | 'sent' | undefined
  /** What was entered and refused, by field; of an audience's numbers under its name. */
  entered?: Record<string, string>
  wrong?: Wrong
}

export function audiencePages(ports: Ports): Hono {
  return new Hono()
    .get(PATH, async (c) => {
      const session = await signedIn(ports, c, 'viewer')
      const done = c.req.query('done')
      return page(ports, c, session, {
        done: done === 'saved' || done === 'sent' ? done : undefined,
      })
    })
    .post(PATH, (c) => save(ports, c))
    .post(`${PATH}/:audience/keys`, (c) => takeKeys(ports, c))
    .post(`${PATH}/:audience/removal`, async (c) => {
      const session = await signedIn(ports, c, 'editor')
      const slug = c.req.param('audience')
      const act = () => dropAudience(ports, session.partner, slug, session.principal.label)
      return orAgain(ports, c, session, { act, at: `removal-${slug}` })
    })
}

async function save(ports: Ports, c: Context): Promise<Response> {
  const session = await signedIn(ports, c, 'editor')
  const { partner, principal, language } = session
  const fields = await fieldsOf(c)
  const text = (name: string) => fieldIn(fields, name) ?? ''
  const [name, otherName] = [text('name'), text('otherName')]
  const entered = { name, otherName, slug: text('slug') }
  const other = otherLanguage(partner.locale)
  const fits = oneLine(200).safeParse(name).success
  if (!fits || (otherName && !oneLine(200).safeParse(otherName).success)) {
    const wrong = { [fits ? 'otherName' : 'name']: AUDIENCE_WORDS[language].wrongName }
    return page(ports, c, session, { entered, wrong })
  }
  const said = {
    ...{ slug: entered.slug || (proposedSlug(name) ?? ''), name },
    translations: otherName ? { [other]: { name: otherName } } : {},
  }
  const act = () => keepAudience(ports, partner, said, principal.label)
  return orAgain(ports, c, session, { act, at: 'slug', entered })
}

async function takeKeys(ports: Ports, c: Context): Promise<Response> {
  const session = await signedIn(ports, c, 'editor')
  const slug = c.req.param('audience') ?? ''
  const form = await c.req.formData()
  const [file, pasted]: unknown[] = [form.get('file'), form.get('keys')]
  const typed = typeof pasted === 'string' ? pasted : ''
  const text = file instanceof File && file.size > 0 ? await file.text() : typed
  const [how, last] = [String(form.get('act') ?? ''), String(form.get('expires') ?? '').trim()]
  const entered = { [`keys-${slug}`]: typed, [`expires-${slug}`]: last }
  if (last && !isDay(last)) {
    const wrong = { [`expires-${slug}`]: AUDIENCE_WORDS[session.language].wrongExpires }
    return page(ports, c, session, { entered, wrong })
  }
  const change = { slug, text, act: KEY_ACTS.find((each) => each === how) ?? 'add' }
  const { partner, principal } = session
  const act = () =>
    changeKeys(ports, partner, { ...change, expires: last || null }, principal.label)
  return orAgain(ports, c, session, { act, at: `keys-${slug}`, entered, done: 'sent' })
}

interface Doing {
  act: () => Promise<unknown>
  /** The field to say it at, where it is refused. */
  at: string
  entered?: Record<string, string>
  done?: 'saved' | 'sent'
}

async function orAgain(ports: Ports, c: Context, session: SignedIn, doing: Doing) {
  const { act, at, entered = {}, done = 'saved' } = doing
  try {
    await act()
  } catch (error) {
    if (!(error instanceof Problem) || !AT_THE_FORM.includes(error.code)) throw error
    const { detail } = describeProblem(error.code, error.params, session.language)
    return page(ports, c, session, { entered, wrong: { [at]: detail } })
  }
  return c.redirect(`${PATH}?done=${done}`, 303)
}

async function page(ports: Ports, c: Context, session: SignedIn, shown: Shown): Promise<Response> {
  const words = AUDIENCE_WORDS[session.language]
  const audiences = await countedAudiences(ports.db, session.partner.id, ports.now())
  const { done, wrong = {} } = shown
  const mayChange = mayAct(session.principal.role, 'editor')
  const body = html`<p class="soft">${words.intro}</p>${notice(done ? words[done] : null)}
${refusal(wrong, words.refused)}
${audiences.length === 0 ? html`<p>${words.none}</p>` : ''}
${audiences.map((audience) => audienceView(audience, { session, shown, mayChange }))}
${mayChange ? newForm(session, shown) : ''}`
  const status = Object.keys(wrong).length > 0 ? 422 : 200
  return consolePage(c, { title: words.title, session, body, status })
}

interface Viewing {
  session: SignedIn
  shown: Shown
  mayChange: boolean
}

function audienceView(audience: AudienceCounts, { session, shown, mayChange }: Viewing) {
  const words = AUDIENCE_WORDS[session.language]
  const { slug, keys, subscriptions, ahead, translations } = audience
  const name = translations[session.language]?.name ?? audience.name
  const removal = shown.wrong?.[`removal-${slug}`]
  return html`<section aria-labelledby="of-${slug}"><h2 id="of-${slug}"><bdi>${name}</bdi></h2>
<p>${words.counts(keys, subscriptions, ahead)}</p><p class="soft">${words.column(slug)}</p>
${mayChange ? keysForm(audience, session, shown) : ''}
${
  mayChange
    ? html`<details class="fold"${removal ? html` open` : ''}><summary aria-label="${words.removeOf(name)}">${words.remove}</summary>
<form class="stack" method="post" action="${PATH}/${slug}/removal">${csrfField(session)}
${removal ? html`<p class="wrong">${removal}</p>` : ''}<p>${words.removeHow}</p>
<p class="actions"><button class="danger">${words.remove}</button></p></form></details>`
    : ''
}</section>`
}

function keysForm({ slug, name }: AudienceCounts, session: SignedIn, { entered, wrong }: Shown) {
  const words = AUDIENCE_WORDS[session.language]
  const [keys, expires] = [`keys-${slug}`, `expires-${slug}`]
  const open = wrong?.[keys] || wrong?.[expires] ? html` open` : ''
  return html`<details class="fold"${open}><summary aria-label="${words.keysOf(name)}">${words.keys}</summary>
<form class="stack" method="post" action="${PATH}/${slug}/keys" enctype="multipart/form-data">${csrfField(session)}
${field({
  ...{ name: 'keys', id: keys, label: words.pasted, value: entered?.[keys] ?? '', rows: KEY_ROWS },
  ...{
    hint: words.keysHint,
    wrong: wrong?.[keys],
    more: html`autocomplete="off" spellcheck="false"`,
  },
})}
<div class="field"><label for="file-${slug}">${words.file}</label>
<input type="file" id="file-${slug}" name="file" accept=".txt,.csv,text/plain,text/csv"></div>
${field({
  ...{ name: 'act', id: `act-${slug}`, label: words.act, value: 'add' },
  choices: KEY_ACTS.map((act) => [act, words.acts[act]] as const),
})}
${field({
  ...{ name: 'expires', id: expires, label: words.expires, value: entered?.[expires] ?? '' },
  ...{ wrong: wrong?.[expires], more: html`type="date"` },
})}
<p class="actions"><button class="button">${words.send}</button></p></form></details>`
}

function newForm(session: SignedIn, { entered = {}, wrong = {} }: Shown) {
  const { language, partner } = session
  const words = AUDIENCE_WORDS[language]
  const other = otherLanguage(partner.locale)
  const one = (name: 'name' | 'otherName' | 'slug', label: string, hint?: string) =>
    field({
      ...{ name, label, value: entered[name] ?? '', hint, wrong: wrong[name] },
      ...(name === 'name' ? { more: html`required maxlength="200"` } : {}),
    })
  return html`<section aria-labelledby="make"><h2 id="make">${words.make}</h2>
<form class="stack" method="post" action="${PATH}">${csrfField(session)}
${one('name', words.name, words.nameHint)}
${one('otherName', words.otherName[other])}
${one('slug', words.slug, words.slugHint)}
<p class="actions"><button class="button">${words.save}</button></p></form></section>`
}
