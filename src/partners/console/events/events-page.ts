// A calendar's events in the console: find one, and what is done to one with a single click.

import { html } from 'hono/html'
import type { Language } from '../../../language/choose.ts'
import type { Calendar } from '../../../storage/calendars.ts'
import type { EventVersion } from '../../../storage/events.ts'
import type { Markup } from '../../../web/layout.ts'
import { calendarNav } from '../calendar/calendar-page.ts'
import { momentText, statusText } from '../frame/values.ts'
import { AUDIENCE_WORDS } from '../partner/audience-words.ts'
import { calendarPath } from '../review/review-page.ts'
import { ruleText } from './rule-builder.ts'

/** How many one page lists; searching finds the rest. */
export const MAX_EVENTS = 200

export const EVENT_WORDS = {
  ko: {
    title: '일정',
    find: '찾기 (제목, 팀, 장소)',
    past: '지난 일정도',
    look: '찾기',
    add: '일정 더하기',
    groups: '점포 그룹',
    none: '해당하는 일정이 없습니다.',
    more: (count: number) => `처음 ${count}개입니다. 찾기로 좁혀 보세요.`,
    edit: '고치기',
    locked: '손으로 고침',
  },
  en: {
    title: 'Events',
    find: 'Find (title, team, place)',
    past: 'past ones too',
    look: 'Find',
    add: 'Add an event',
    groups: 'Store groups',
    none: 'No such event.',
    more: (count: number) => `The first ${count}. Search to narrow it down.`,
    edit: 'Edit',
    locked: 'edited by hand',
  },
}

export interface EventsPage {
  calendar: Calendar
  events: readonly EventVersion[]
  search: string
  past: boolean
  language: Language
  mayChange: boolean
  /** What audiences are called, by their short names. */
  audiences: ReadonlyMap<string, string>
}

export function eventsBody({
  calendar,
  events,
  search,
  past,
  language,
  mayChange,
  audiences,
}: EventsPage): Markup {
  const words = EVENT_WORDS[language]
  const path = `${calendarPath(calendar)}/events`
  return html`${calendarNav(calendar, 'events', language)}
<form method="get" action="${path}" class="row" role="search"><label>${words.find}
<input type="search" name="q" value="${search}"></label>
<label class="box"><input type="checkbox" name="past" value="yes"${past ? ' checked' : ''}> ${words.past}</label>
<button>${words.look}</button></form>
<p class="actions">${mayChange ? html`<a class="button" href="${path}/new">${words.add}</a>` : ''}
<a href="${calendarPath(calendar)}/groups">${words.groups}</a></p>
${events.length === 0 ? html`<p>${words.none}</p>` : ''}
<ul class="changes">${events.slice(0, MAX_EVENTS).map((event) => eventLine(event, path, language, audiences))}</ul>
${events.length > MAX_EVENTS ? html`<p class="soft">${words.more(MAX_EVENTS)}</p>` : ''}`
}

function eventLine(
  { uid, facts, locked }: EventVersion,
  path: string,
  language: Language,
  audiences: ReadonlyMap<string, string>,
): Markup {
  const words = EVENT_WORDS[language]
  const { title, start, status, rrule, location, audience } = facts
  return html`<li><p><time datetime="${start}">${momentText(start, language)}</time>
<a href="${path}/${encodeURIComponent(uid)}" aria-label="${words.edit}: ${title}, ${momentText(start, language)}"><bdi class="title">${title}</bdi></a>
${status === 'confirmed' ? '' : html`<span class="tag ${status}">${statusText(status, language)}</span>`}
${audience ? html`<span class="tag private">${AUDIENCE_WORDS[language].private(audiences.get(audience) ?? audience)}</span>` : ''}
${rrule ? html`<span class="soft">${ruleText(rrule, language)}</span>` : ''}
${locked.length > 0 ? html`<span class="tag">${words.locked}</span>` : ''}
<span class="soft"><bdi>${location?.name ?? ''}</bdi></span></p></li>`
}
