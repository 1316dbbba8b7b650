// A calendar's history: who made which revision of what, what subscribers saw on a day, the way back.

import { html } from 'hono/html'
import type { Language } from '../../../language/choose.ts'
import { REACH_WORDS } from '../../../language/reach.ts'
import type { Reach } from '../../../ledger/reach.ts'
import type { Change } from '../../../schedule/diff.ts'
import { wallTime } from '../../../schedule/zones.ts'
import type { Calendar } from '../../../storage/calendars.ts'
import type { EventVersion } from '../../../storage/events.ts'
import type { Revision } from '../../../storage/revisions.ts'
import type { Markup } from '../../../web/layout.ts'
import { shownOf } from '../../upload/shown.ts'
import { calendarNav } from '../calendar/calendar-page.ts'
import { authorText, momentText, statusText } from '../frame/values.ts'
import { differencesView, TYPE_WORDS } from '../review/differences.ts'
import { calendarPath } from '../review/review-page.ts'

export const HISTORY_WORDS = {
  ko: {
    title: '이력',
    seasons: '시즌 마감과 보관된 시즌',
    how: '게시할 때마다 한 줄이 늘어납니다. 어느 때로든 되돌릴 수 있고, 되돌린 것도 다시 되돌릴 수 있습니다.',
    revision: '개정판',
    when: '때',
    what: '무엇이',
    who: '누가',
    reached: '받은 구독자',
    reason: '사유',
    from: '파일',
    current: '지금 보이는 것',
    see: '자세히',
    day: '그날 구독자가 본 일정',
    look: '보기',
    older: '더 오래된 것',
    restore: '이때로 되돌리기',
    restoreHow: (revision: number) =>
      `${revision}번 개정판의 일정으로 되돌립니다. 그 뒤에 생긴 일정은 사라지고, 바뀐 것은 옛 값으로 돌아갑니다. 캘린더 주소와 구독은 그대로입니다.`,
    shown: (when: string, revision: number) => `${when}에 구독자가 본 것: ${revision}번 개정판`,
    nothing: '그때는 이 캘린더가 없었습니다.',
    schedule: '그때의 일정 (그날부터 100개)',
    empty: '그날 뒤의 일정이 없었습니다.',
    changes: '이 개정판에서 달라진 것',
    kinds: {
      creation: '캘린더를 만듦',
      upload: '파일 게시',
      restoration: '되돌림',
      settings: '설정 변경',
      timezones: '시간대 자료 갱신',
      deletion: '캘린더 삭제',
      expiry: '삭제 안내 끝',
      edit: '손으로 고침',
      season: '시즌 마감',
    } as Record<string, string>,
    restored: (revision: number) => `${revision}번으로`,
  },
  en: {
    title: 'History',
    seasons: 'Close a season; archived seasons',
    how: 'Every publication adds a line. You can go back to any of them, and undo that too.',
    revision: 'Revision',
    when: 'When',
    what: 'What',
    who: 'Who',
    reached: 'Have it',
    reason: 'Reason',
    from: 'File',
    current: 'what is seen now',
    see: 'Details',
    day: 'What subscribers saw on',
    look: 'Show',
    older: 'Older',
    restore: 'Go back to this',
    restoreHow: (revision: number) =>
      `The schedule becomes that of revision ${revision} again: events made since go, changes go back. The calendar’s address and its subscribers stay.`,
    shown: (when: string, revision: number) => `On ${when}, subscribers saw revision ${revision}`,
    nothing: 'The calendar did not exist then.',
    schedule: 'The schedule then (100 from that day on)',
    empty: 'Nothing was scheduled after that day.',
    changes: 'What this revision changed',
    kinds: {
      creation: 'calendar made',
      upload: 'file published',
      restoration: 'gone back',
      settings: 'settings changed',
      timezones: 'time zone data updated',
      deletion: 'calendar deleted',
      expiry: 'end of the deletion notice',
      edit: 'edited by hand',
      season: 'season closed',
    } as Record<string, string>,
    restored: (revision: number) => `to ${revision}`,
  },
}

interface Told {
  calendar: Calendar
  language: Language
}

interface Listed extends Told {
  reach: Reach
}

export function historyBody(
  { calendar, language, reach }: Listed,
  revisions: readonly Revision[],
  older: number | null,
): Markup {
  const words = HISTORY_WORDS[language]
  return html`${calendarNav(calendar, 'history', language)}<p>${words.how}</p>
<p><a href="${calendarPath(calendar)}/seasons">${words.seasons}</a></p>
<form method="get" action="${calendarPath(calendar)}/history" class="row">
<label>${words.day} <input type="date" name="on" required></label><button>${words.look}</button></form>
<div class="scroll" tabindex="0" role="group" aria-label="${words.title}"><table><thead><tr>
<th scope="col">${words.revision}</th><th scope="col">${words.when}</th><th scope="col">${words.what}</th>
<th scope="col">${words.reached}</th><th scope="col">${words.who}</th><th scope="col">${words.reason}</th><th scope="col">${words.see}</th></tr></thead>
<tbody>${revisions.map((revision) => revisionRow(revision, { calendar, language, reach }))}</tbody></table></div>
${older === null ? '' : html`<p><a href="${calendarPath(calendar)}/history?before=${older}">${words.older}</a></p>`}`
}

function revisionRow(revision: Revision, { calendar, language, reach }: Listed): Markup {
  const words = HISTORY_WORDS[language]
  const { kind, restored, uploadId, author, reason } = revision
  const current = revision.revision === calendar.revision
  return html`<tr><th scope="row">${revision.revision}${current ? html` <span class="tag new">${words.current}</span>` : ''}</th>
<td>${whenOf(revision, calendar, language)}</td>
<td>${words.kinds[kind] ?? kind}${restored === null ? '' : ` ${words.restored(restored)}`}
${counted(revision, language)}${
  uploadId ? html` <a href="/console/uploads/${uploadId}">${words.from}</a>` : ''
}</td><td>${REACH_WORDS[language].short(reach.have(revision.revision))}</td>
<td><bdi>${authorText(author, language)}</bdi></td><td><bdi>${reason ?? ''}</bdi></td>
<td><a href="${calendarPath(calendar)}/history/${revision.revision}" aria-label="${words.see}: ${words.revision} ${revision.revision}">${words.see}</a></td></tr>`
}

const whenOf = ({ publishedAt }: Revision, { settings }: Calendar, language: Language) =>
  momentText(wallTime(publishedAt, settings.timezone), language)

const counted = ({ summary }: Revision, language: Language): string =>
  Object.entries(TYPE_WORDS)
    .filter(([type]) => (summary[type] ?? 0) > 0)
    .map(([type, words]) => `${words[language]} ${summary[type]}`)
    .join(', ')

export interface RevisionPage extends Told {
  revision: Revision
  changes: readonly Change[]
  csrf: Markup
  mayChange: boolean
}

export function revisionBody({
  calendar,
  language,
  revision,
  changes,
  csrf,
  mayChange,
}: RevisionPage) {
  const words = HISTORY_WORDS[language]
  const listing = {
    now: revision.publishedAt,
    defaultMinutes: calendar.settings.defaultMinutes,
    language,
  }
  const earlier = revision.revision < calendar.revision && mayChange
  return html`<p><a href="${calendarPath(calendar)}/history">${words.title}</a></p>
<p class="soft">${whenOf(revision, calendar, language)} · ${words.kinds[revision.kind] ?? revision.kind} · <bdi>${authorText(revision.author, language)}</bdi>
${revision.reason ? html`· <bdi>${revision.reason}</bdi>` : ''}</p>
<section aria-labelledby="differences"><h2 id="differences">${words.changes}</h2>${differencesView(shownOf(changes, revision.publishedAt), listing)}</section>
${
  earlier
    ? html`<section aria-labelledby="restore"><h2 id="restore">${words.restore}</h2>
<form method="post" action="${calendarPath(calendar)}/history/${revision.revision}/restoration" class="stack">${csrf}
<p>${words.restoreHow(revision.revision)}</p>
<label>${words.reason}<input name="reason" maxlength="200"></label>
<p class="actions"><button class="button">${words.restore}</button></p></form></section>`
    : ''
}`
}

export function dayBody(
  { calendar, language }: Told,
  { revision, events }: { revision: Revision | null; events: readonly EventVersion[] },
): Markup {
  const words = HISTORY_WORDS[language]
  const back = html`<p><a href="${calendarPath(calendar)}/history">${words.title}</a></p>`
  if (!revision) return html`${back}<p>${words.nothing}</p>`
  return html`${back}<p><a href="${calendarPath(calendar)}/history/${revision.revision}">${words.see}</a></p>
<h2>${words.schedule}</h2>
${events.length === 0 ? html`<p>${words.empty}</p>` : ''}
<ul class="changes">${events.map(
    ({
      facts,
    }) => html`<li><p><time datetime="${facts.start}">${momentText(facts.start, language)}</time>
<bdi class="title">${facts.title}</bdi>
${facts.status === 'confirmed' ? '' : html`<span class="tag ${facts.status}">${statusText(facts.status, language)}</span>`}
<span class="soft"><bdi>${facts.location?.name ?? ''}</bdi></span></p></li>`,
  )}</ul>`
}
