// The review of an upload: what it would change, what stands against it, and the way to publish.

import { html } from 'hono/html'
import type { Language } from '../../../language/choose.ts'
import type { Reach } from '../../../ledger/reach.ts'
import { wallTime } from '../../../schedule/zones.ts'
import type { Calendar } from '../../../storage/calendars.ts'
import type { Upload } from '../../../storage/uploads.ts'
import type { Markup } from '../../../web/layout.ts'
import type { Shown } from '../../upload/shown.ts'
import { noteJson } from '../../upload/upload-json.ts'
import { peopleView } from '../calendar/reach-view.ts'
import { authorText, exactText, momentText } from '../frame/values.ts'
import { differencesView } from './differences.ts'
import { layoutView } from './layout-view.ts'
import { conflictsView, errorsView, here, questionsView, warningsView } from './review-findings.ts'
import { WORDS } from './review-words.ts'

export interface ReviewPage {
  upload: Upload
  shown: Shown
  calendar: Calendar
  now: string
  language: Language
  /** The hidden field that every form carries. */
  csrf: Markup
  /** Whom a publication reaches. */
  reach: Reach
  /** Whether the reader may publish, or only look. */
  mayChange: boolean
}

export function reviewBody(page: ReviewPage): Markup {
  const { upload, shown, calendar, language, csrf, mayChange } = page
  const words = WORDS[language]
  const open = upload.status === 'ready' || upload.status === 'refused'
  const when = momentText(wallTime(upload.createdAt, calendar.settings.timezone), language)
  const { defaultMinutes } = calendar.settings
  const listing = { now: page.now, defaultMinutes, language, parts: upload.layout?.parts }
  return html`<p><a href="${calendarPath(calendar)}"><bdi>${calendar.settings.name}</bdi></a></p>
<p class="soft"><bdi>${words.by(authorText(upload.author, language), when)}</bdi> · ${words.modeLabel}: ${words.mode[upload.mode]}${sheetOf(upload, language)}</p>
<p class="status ${upload.status}" role="status">${words.status[upload.status]}</p>
${upload.status === 'refused' && upload.summary.refused === 0 ? '' : summaryView(upload, language)}
${open ? peopleView(page.reach, language) : ''}
${open && mayChange ? layoutView(upload, language, csrf) : ''}
${open && mayChange ? errorsView(upload, language, csrf) : ''}
${open && mayChange ? questionsView(upload, language, csrf) : ''}
${open && mayChange ? conflictsView(upload, language, csrf) : ''}
${warningsView(upload, language)}
${
  upload.status === 'refused'
    ? ''
    : html`<section aria-labelledby="differences"><h2 id="differences">${words.differences}</h2>
${differencesView(shown, listing)}</section>`
}
${open && mayChange ? publishView(page) : ''}
${upload.status === 'published' ? publishedView(page) : ''}`
}

export const calendarPath = ({ slug }: Pick<Calendar, 'slug'>): string =>
  `/console/calendars/${slug}`

/** Which of several sheets was read. */
const sheetOf = ({ layout }: Upload, language: Language): Markup | '' =>
  layout && layout.sheets.length > 1
    ? html` · ${WORDS[language].sheet}: <bdi>${layout.parts?.map(({ sheet }) => sheet).join(', ') ?? layout.sheet ?? ''}</bdi>`
    : ''

const COUNTED = ['new', 'changed', 'moved', 'cancelled', 'removed', 'unchanged', 'refused'] as const

function summaryView({ summary, findings }: Upload, language: Language): Markup {
  const { counts } = WORDS[language]
  const questions = findings.filter(({ severity }) => severity === 'question').length
  const tiles = [
    ...COUNTED.map((name) => ({ name, count: summary[name] })),
    { name: 'questions' as const, count: questions },
  ]
  return html`<ul class="tiles">${tiles.map(
    ({ name, count }) => html`<li class="${name}${count === 0 ? ' zero' : ''}">
<strong>${count}</strong> ${counts[name]}</li>`,
  )}</ul>`
}

/** The number that a person types where many events would be cancelled, or private ones public. */
export function guardedCount({ findings }: Pick<Upload, 'findings'>): number | null {
  const guard = guardIn(findings)
  return guard ? Number(guard.params?.count ?? 0) : null
}

const guardIn = (findings: Upload['findings']) =>
  findings.find(({ code }) => code.startsWith('guard.'))

const hasOpenQuestion = ({ findings }: Upload): boolean =>
  findings.some(
    ({ severity, code }) =>
      severity === 'question' && !code.startsWith('guard.') && !code.startsWith('identity.'),
  )

function publishView({ upload, calendar, language, csrf }: ReviewPage): Markup {
  const words = WORDS[language]
  const movedOn = calendar.revision !== upload.baseRevision
  const publishable = upload.status === 'ready' && !movedOn && !hasOpenQuestion(upload)
  return html`<section aria-labelledby="publish"><h2 id="publish">${upload.status === 'ready' ? words.publish : words.otherwise}</h2>
${movedOn ? html`<p class="status refused">${words.movedOn}</p>` : ''}
${
  upload.publishAt
    ? html`<p class="status ready">${words.scheduled(exactText(wallTime(upload.publishAt, calendar.settings.timezone), language))}</p>`
    : ''
}
${upload.publishNote ? html`<p class="status refused">${noteJson(upload.publishNote, language).message}</p>` : ''}
${publishable ? publishForm(upload, calendar, language, csrf) : ''}
<form method="post" action="${here(upload)}/answers" class="inline">${csrf}
<button name="do" value="again">${words.again}</button></form>
${
  upload.publishAt
    ? html`<form method="post" action="${here(upload)}/unscheduled" class="inline">${csrf}
<button>${words.unschedule}</button></form>`
    : ''
}
<form method="post" action="${here(upload)}/discarded" class="inline">${csrf}
<button>${words.discard}</button></form></section>`
}

function publishForm(upload: Upload, calendar: Calendar, language: Language, csrf: Markup): Markup {
  const words = WORDS[language]
  const guarded = guardedCount(upload)
  const opens = guardIn(upload.findings)?.code === 'guard.opens'
  const identity = upload.findings.some(
    ({ code, severity }) => severity === 'question' && code.startsWith('identity.'),
  )
  return html`<form method="post" action="${here(upload)}/publication" class="stack">${csrf}
<input type="hidden" name="plan" value="${upload.planKey ?? ''}">
<label>${words.reason}<input name="reason" maxlength="200" value="${upload.reason ?? ''}"></label>
<fieldset><legend>${words.publish}</legend>
<label><input type="radio" name="when" value="now" checked> ${words.now}</label>
<label><input type="radio" name="when" value="later"> ${words.later}</label>
<label>${words.at(calendar.settings.timezone)}
<input type="datetime-local" name="at" step="1"></label></fieldset>
${
  guarded === null
    ? ''
    : html`<div class="guard"><p id="guard">${opens ? words.opens(guarded) : words.guard(guarded)}</p>
<label>${opens ? words.typedOpens : words.typed}<input name="typed" inputmode="numeric" autocomplete="off" required
  aria-describedby="guard" pattern="${guarded}"></label></div>`
}
${
  identity
    ? html`<label><input type="checkbox" name="defaults" value="yes" required> ${words.confirm}</label>`
    : ''
}
<p class="actions"><button class="button">${words.go}</button></p></form>`
}

function publishedView({ upload, calendar, language, csrf, mayChange }: ReviewPage): Markup {
  const words = WORDS[language]
  const undoable = mayChange && upload.revision > upload.baseRevision
  return html`<p class="actions"><a href="${calendarPath(calendar)}/history">${words.history}</a>
<a href="/feeds/${calendar.partner}/${calendar.slug}.ics">${words.seeFeed}</a></p>
${
  undoable
    ? html`<form method="post" action="${calendarPath(calendar)}/history/${upload.baseRevision}/restoration" class="stack">
${csrf}<p>${words.undoHow}</p><p class="actions"><button>${words.undo}</button></p></form>`
    : ''
}`
}
