// The audit log in the console: who changed which field when, and from which upload.

import { type Context, Hono } from 'hono'
import { html } from 'hono/html'
import type { Language } from '../../../language/choose.ts'
import type { Ports } from '../../../ports.ts'
import { requireCalendar } from '../../../publication/calendars.ts'
import type { Change } from '../../../schedule/diff.ts'
import { wallTime } from '../../../schedule/zones.ts'
import type { About } from '../../../storage/audit.ts'
import type { Calendar } from '../../../storage/calendars.ts'
import { listCalendars } from '../../../storage/calendars.ts'
import { auditOf, type ToldEntry } from '../../audit/audit.ts'
import { consolePage } from '../frame/frame.ts'
import { authorText, labelOf, momentText, valueText } from '../frame/values.ts'
import { TYPE_WORDS } from '../review/differences.ts'
import { type SignedIn, signedIn } from '../sign-in/session.ts'
import { AUDIT_WORDS } from './audit-words.ts'
import { PEOPLE_WORDS } from './people-words.ts'

const PATH = '/console/audit'
const ENTRIES_SHOWN = 50
const CHANGES_SHOWN = 5
const CALENDARS_LISTED = 500

export function auditPages(ports: Ports): Hono {
  return new Hono().get(PATH, (c) => auditPage(ports, c))
}

async function auditPage(ports: Ports, c: Context): Promise<Response> {
  const session = await signedIn(ports, c, 'editor')
  const { partner, language } = session
  const [slug, uid] = [c.req.query('calendar') || null, c.req.query('event') || null]
  const calendar = slug ? await requireCalendar(ports, partner.slug, slug) : null
  const cursor = c.req.query('cursor') || undefined
  const filter = { calendar, uid, cursor, limit: ENTRIES_SHOWN }
  const { entries, next } = await auditOf(ports, partner, filter)
  const calendars = await listCalendars(ports.db, partner.id, '', CALENDARS_LISTED)
  const words = AUDIT_WORDS[language]
  const body = html`<p class="soft">${words.intro}</p>
${filterForm(calendars, calendar, language)}
${uid ? html`<p>${words.event}: <code>${uid}</code> · <a href="${PATH}">${words.everything}</a></p>` : ''}
${entries.length === 0 ? html`<p>${words.none}</p>` : html`<ol class="log">${entries.map((entry) => entryView(entry, session))}</ol>`}
${next ? html`<p><a href="${addressOf({ calendar: slug, event: uid, cursor: next })}">${words.older}</a></p>` : ''}`
  return consolePage(c, { title: words.title, body, session })
}

/** The page with these options. */
function addressOf(options: Record<string, string | null>): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(options)) if (value) query.set(name, value)
  return `${PATH}?${query}`
}

function filterForm(calendars: readonly Calendar[], chosen: Calendar | null, language: Language) {
  const words = AUDIT_WORDS[language]
  return html`<form method="get" action="${PATH}" class="row">
<label>${words.calendar} <select name="calendar"><option value="">${words.all}</option>${calendars.map(
    ({ slug, settings }) =>
      html`<option value="${slug}"${slug === chosen?.slug ? html` selected` : ''}>${settings.name}</option>`,
  )}</select></label> <button>${words.show}</button></form>`
}

function entryView(entry: ToldEntry, { language, partner }: SignedIn) {
  const words = AUDIT_WORDS[language]
  const { at, author, action, calendar, revision, uploadId, filename, reason } = entry
  const history = `/console/calendars/${calendar}/history/${revision}`
  return html`<li><p><time class="soft" datetime="${at}">${momentText(wallTime(at, partner.timezone), language)}</time>
<b><bdi>${authorText(author, language)}</bdi></b> ${words.actions[action] ?? action}${calendar ? html` · ${calendar}` : ''}${
    revision ? html` · <a href="${history}">${words.revision(revision)}</a>` : ''
  }${
    uploadId
      ? html` · <a href="/console/uploads/${uploadId}"><bdi>${filename ?? words.pasted}</bdi></a>`
      : ''
  }</p>
${reason ? html`<p class="soft"><bdi>${reason}</bdi></p>` : ''}
${aboutView(entry, language)}
${changesView(entry, language)}
${entry.more ? html`<p><a href="${history}">${words.more}</a></p>` : ''}</li>`
}

/** Of an act: whom it was about, the role, the settings. */
function aboutView({ about }: ToldEntry, language: Language) {
  const { roles } = PEOPLE_WORDS[language]
  const roleOf = (role: unknown) => roles[role as keyof typeof roles] ?? ''
  const label = typeof about.label === 'string' ? about.label : ''
  const role = about.from ? `${roleOf(about.from)} → ${roleOf(about.to)}` : roleOf(about.role)
  return html`${label || role ? html`<p><bdi>${label}</bdi>${label && role ? ' · ' : ''}${role}</p>` : ''}${
    about.fields ? fieldsView(about.fields, language) : ''
  }`
}

/** The first few stand open: a season's upload has more than anybody reads at once. */
function changesView({ changes, calendar }: ToldEntry, language: Language) {
  const lines = changes.map((change) => changeView(change, calendar, language))
  const [first, rest] = [lines.slice(0, CHANGES_SHOWN), lines.slice(CHANGES_SHOWN)]
  if (lines.length === 0) return ''
  return html`<ul>${first}</ul>${
    rest.length > 0
      ? html`<details><summary>${AUDIT_WORDS[language].others(rest.length)}</summary><ul>${rest}</ul></details>`
      : ''
  }`
}

function changeView({ type, after, fields }: Change, calendar: string | null, language: Language) {
  return html`<li><span class="tag ${type}">${TYPE_WORDS[type][language]}</span>
<a href="${addressOf({ calendar, event: after.uid })}"><bdi>${after.facts.title}</bdi></a>
${type === 'new' ? '' : fieldsView(fields, language)}</li>`
}

const fieldsView = (fields: NonNullable<About['fields']>, language: Language) =>
  html`<dl class="fields">${fields.map(
    ({ field, from, to }) => html`<dt>${labelOf(field, language)}</dt>
<dd><del><bdi>${valueText(field, from, language)}</bdi></del> <span aria-hidden="true">→</span>
<ins><bdi>${valueText(field, to, language)}</bdi></ins></dd>`,
  )}</dl>`
