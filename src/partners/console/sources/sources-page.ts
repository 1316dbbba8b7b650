// Where a calendar's schedule is fetched from, how each is, and one more.

import { html } from 'hono/html'
import type { Language } from '../../../language/choose.ts'
import { wallTime } from '../../../schedule/zones.ts'
import type { Calendar } from '../../../storage/calendars.ts'
import type { Source } from '../../../storage/sources.ts'
import type { Markup } from '../../../web/layout.ts'
import { noteJson } from '../../upload/upload-json.ts'
import { calendarNav } from '../calendar/calendar-page.ts'
import { notice, refusal, type Wrong } from '../frame/form-fields.ts'
import { momentText } from '../frame/values.ts'
import { calendarPath } from '../review/review-page.ts'
import { type Entered, enteredOf, nothingEntered, sourceFields } from './source-form.ts'
import { SOURCE_WORDS, type SourceWords } from './source-words.ts'

export interface SourcesPage {
  calendar: Calendar
  sources: readonly Source[]
  language: Language
  csrf: Markup
  mayChange: boolean
  mail: boolean
  now: string
  done: keyof SourceWords['done'] | null
  /** The form that was refused: a source's id, or `new`. */
  refused?: { form: string; entered: Entered; wrong: Wrong }
}

export function sourcesBody(page: SourcesPage): Markup {
  const { calendar, sources, language, mayChange, done, refused } = page
  const words = SOURCE_WORDS[language]
  return html`${calendarNav(calendar, 'sources', language)}
${notice(done && words.done[done])}${refusal(refused?.wrong ?? {}, words.refused)}
<p>${words.intro}</p>
${
  sources.length === 0
    ? html`<p class="soft">${words.none}</p>`
    : html`<ul class="sources">${sources.map((source) => card(page, source, words))}</ul>`
}
${mayChange ? newForm(page, words) : ''}`
}

function card(page: SourcesPage, source: Source, words: SourceWords): Markup {
  const { calendar, language, mayChange } = page
  const at = (instant: string) =>
    html`<time datetime="${instant}">${momentText(wallTime(instant, calendar.settings.timezone), language)}</time>`
  const soon = source.nextAt <= page.now
  return html`<li class="source ${source.state}"><h2><bdi>${source.url}</bdi></h2>
<p><span class="tag ${source.state}">${words.state[source.state]}</span>
${source.uploadId ? html` <a href="/console/uploads/${source.uploadId}">${source.state === 'waiting' ? words.review : words.last}</a>` : ''}</p>
${trouble(source, language, words, at)}
<dl><dt>${words.mode}</dt><dd>${words[source.mode]}</dd>
<dt>${words.every}</dt><dd>${words.everyMinutes(source.everyMinutes)} · ${words.next}: ${soon ? words.soon : at(source.nextAt)}</dd>
<dt>${words.pulled}</dt><dd>${source.pulledAt ? at(source.pulledAt) : words.never}</dd>
<dt>${words.told}</dt><dd>${[source.email, source.webhook].filter(Boolean).join(', ') || words.nobody}</dd></dl>
${mayChange ? doings(page, source, words) : ''}</li>`
}

function trouble(
  { problem, failures, failingSince, noticeProblem }: Source,
  language: Language,
  words: SourceWords,
  at: (instant: string) => Markup,
): Markup {
  return html`${
    problem
      ? html`<p class="status refused">${noteJson(problem, language).message}<br>
<span class="soft">${words.failures(failures)}${failingSince ? html` ${words.since}: ${at(failingSince)}` : ''}</span></p>`
      : ''
  }
${noticeProblem ? html`<p class="status refused">${words.notTold}: ${noteJson(noticeProblem, language).message}</p>` : ''}`
}

function doings(page: SourcesPage, source: Source, words: SourceWords): Markup {
  const { calendar, csrf, mail, refused } = page
  const path = `${calendarPath(calendar)}/sources/${source.id}`
  const mine = refused?.form === source.id ? refused : null
  const named = (what: string) => words.of(what, source.url)
  return html`<p class="actions"><button form="pull-${source.id}" aria-label="${named(words.pull)}">${words.pull}</button></p>
<form id="pull-${source.id}" method="post" action="${path}/pull">${csrf}</form>
<details class="fold"${mine ? html` open` : ''}><summary aria-label="${named(words.change)}">${words.change}</summary>
<form class="stack" method="post" action="${path}">${csrf}
${sourceFields({
  ...{ words, key: source.id, mail, entered: mine?.entered ?? enteredOf(source) },
  wrong: mine?.wrong ?? {},
})}
<p class="actions"><button class="button" aria-label="${named(words.save)}">${words.save}</button></p></form>
<form class="stack after" method="post" action="${path}/removal">${csrf}
<p class="soft">${words.removeHint}</p>
<p class="actions"><button class="danger" aria-label="${named(words.remove)}">${words.remove}</button></p></form></details>`
}

function newForm({ calendar, csrf, mail, refused }: SourcesPage, words: SourceWords): Markup {
  const mine = refused?.form === 'new' ? refused : null
  const entered = mine?.entered ?? nothingEntered()
  return html`<section aria-labelledby="add"><h2 id="add">${words.add}</h2>
<form class="stack" method="post" action="${calendarPath(calendar)}/sources">${csrf}
${sourceFields({ words, key: 'new', mail, entered, wrong: mine?.wrong ?? {} })}
<p class="actions"><button class="button">${words.send}</button></p></form></section>`
}
