// Who is subscribed to a calendar, through which programs, and how many have its latest revision.

import { html } from 'hono/html'
import type { Language } from '../../../language/choose.ts'
import { REACH_WORDS } from '../../../language/reach.ts'
import { FACTS } from '../../../ledger/families.ts'
import type { Reach, ReachedFamily } from '../../../ledger/reach.ts'
import { wallTime } from '../../../schedule/zones.ts'
import type { Calendar } from '../../../storage/calendars.ts'
import type { Markup } from '../../../web/layout.ts'
import { momentText } from '../frame/values.ts'

const WORDS = {
  ko: {
    title: '구독',
    latest: '지금 일정',
    how: (services: string) =>
      `${services}: 가입자가 몇 명이든 한 번만 받아 가므로 한 명으로 셉니다.`,
    program: '캘린더 앱',
    counted: '구독',
    fetched: '마지막으로 받아 간 때',
    has: '받아 간 개정판',
    latestOne: '최신',
    one: '1명 이상',
    notYet: '다시 오면 셉니다',
    people: (count: number) => `${count.toLocaleString('ko')}명`,
  },
  en: {
    title: 'Subscribers',
    latest: 'The schedule as it is now',
    how: (services: string) =>
      `${services}: fetched once for all of its users, however many there are, and counted as one.`,
    program: 'Calendar program',
    counted: 'Subscribed',
    fetched: 'Last fetched',
    has: 'Revision fetched',
    latestOne: 'latest',
    one: 'at least 1',
    notYet: 'counted once it comes again',
    people: (count: number) => count.toLocaleString('en'),
  },
}

export function reachView(reach: Reach, calendar: Calendar, language: Language): Markup {
  const words = WORDS[language]
  const { people, share } = REACH_WORDS[language]
  const now = reach.have(calendar.revision)
  const services = reach.services.map((family) => FACTS[family].name).join(', ')
  const shown = reach.families.filter(({ polls, personal }) => polls !== 'nobody' || personal > 0)
  return html`<section aria-labelledby="reach"><h2 id="reach">${words.title}</h2>
<p><strong>${people(reach)}</strong>${now.percent === null ? '' : html` ${words.latest}: ${share(now)}`}</p>
${services === '' ? '' : html`<p class="soft">${words.how(services)}</p>`}
${
  shown.length === 0
    ? ''
    : html`<div class="scroll" tabindex="0" role="group" aria-label="${words.title}"><table><thead><tr>
<th scope="col">${words.program}</th><th scope="col">${words.counted}</th>
<th scope="col">${words.fetched}</th><th scope="col">${words.has}</th></tr></thead>
<tbody>${shown.map((row) => familyRow(row, calendar, language))}</tbody></table></div>`
}</section>`
}

function familyRow(row: ReachedFamily, { settings, revision }: Calendar, language: Language) {
  const words = WORDS[language]
  const known = row.devices + row.personal
  const uncounted = row.polls === 'cloud' ? words.one : words.notYet
  const counted = known === 0 ? uncounted : words.people(known)
  const latest = row.revision !== null && row.revision >= revision
  return html`<tr><th scope="row">${FACTS[row.family].name}</th><td>${counted}</td>
<td>${momentText(wallTime(row.fetchedAt, settings.timezone), language)}</td>
<td>${row.revision ?? '–'}${latest ? html` <span class="tag new">${words.latestOne}</span>` : ''}</td></tr>`
}

/** One line, where a change is about to reach them. */
export const peopleView = (reach: Reach, language: Language): Markup =>
  html`<p class="people">${REACH_WORDS[language].people(reach)}</p>`
