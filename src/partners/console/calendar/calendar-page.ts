// One calendar in the console: give a file, see what became of the last ones, take files home.

import { html } from 'hono/html'
import type { Language } from '../../../language/choose.ts'
import type { Reach } from '../../../ledger/reach.ts'
import { wallTime } from '../../../schedule/zones.ts'
import type { Calendar } from '../../../storage/calendars.ts'
import type { Upload } from '../../../storage/uploads.ts'
import type { Markup } from '../../../web/layout.ts'
import { authorText, momentText } from '../frame/values.ts'
import { TYPE_WORDS } from '../review/differences.ts'
import { calendarPath } from '../review/review-page.ts'
import { reachView } from './reach-view.ts'

const WORDS = {
  ko: {
    upload: '일정 올리기',
    how: 'Excel(.xlsx), CSV, ICS, JSON 파일을 놓거나 고르세요. 아무것도 바로 게시되지 않습니다: 먼저 무엇이 달라지는지 보여 드립니다.',
    file: '파일',
    drop: '여기에 파일을 놓아도 됩니다',
    paste: '또는 스프레드시트에서 복사해 붙여 넣기',
    pasteHow: '제목 줄을 함께 붙여 넣으세요.',
    mode: '이 파일은',
    merge: '새 일정과 바뀐 일정만 담고 있습니다 (없는 일정은 그대로)',
    replace: '전체 일정입니다 (파일에 없는 예정 일정은 취소)',
    go: '읽고 검토하기',
    sending: '보내는 중',
    reading: '읽는 중',
    uploads: '올린 파일',
    none: '아직 올린 파일이 없습니다.',
    pasted: '붙여 넣은 표',
    status: { ready: '검토 대기', refused: '고칠 곳 있음', published: '게시됨', discarded: '버림' },
    scheduled: '예약됨',
    home: '캘린더',
    events: '일정',
    history: '이력',
    sources: '자동 가져오기',
    settings: '설정',
    look: '모양',
    here: '올리기',
    template: '빈 양식',
    templateHow:
      '예시가 들어 있는 양식입니다. 열 순서는 자유이고, 쓰시던 파일도 대개 그대로 읽습니다.',
    export: '지금 일정 내려받기',
    feed: '구독 주소',
    embed: '내 사이트에 넣기',
    when: '때',
    who: '누가',
    what: '파일',
    state: '상태',
    result: '결과',
  },
  en: {
    upload: 'Upload a schedule',
    how: 'Drop or choose an Excel (.xlsx), CSV, ICS or JSON file. Nothing is published at once: you first see what would change.',
    file: 'File',
    drop: 'You can drop a file here',
    paste: 'Or paste from a spreadsheet',
    pasteHow: 'Copy the header row too.',
    mode: 'This file holds',
    merge: 'new and changed events only (others stay)',
    replace: 'the whole schedule (upcoming events it lacks are cancelled)',
    go: 'Read and review',
    sending: 'Sending',
    reading: 'Reading',
    uploads: 'Uploaded files',
    none: 'No file yet.',
    pasted: 'pasted table',
    status: {
      ready: 'to review',
      refused: 'to mend',
      published: 'published',
      discarded: 'thrown away',
    },
    scheduled: 'scheduled',
    home: 'Calendars',
    events: 'Events',
    history: 'History',
    sources: 'Sources',
    settings: 'Settings',
    look: 'Look',
    here: 'Upload',
    template: 'Blank template',
    templateHow:
      'With an example inside. Columns may stand in any order; most files read as they are.',
    export: 'Download the schedule',
    feed: 'Feed address',
    embed: 'Put it on your own site',
    when: 'When',
    who: 'Who',
    what: 'File',
    state: 'State',
    result: 'Result',
  },
}

const PAGES = ['here', 'events', 'history', 'sources', 'settings'] as const
export type CalendarSection = (typeof PAGES)[number]

/** The way between a calendar's pages. */
export function calendarNav(calendar: Calendar, at: CalendarSection, language: Language): Markup {
  const words = WORDS[language]
  const path = calendarPath(calendar)
  return html`<p class="crumbs"><a href="/console">${words.home}</a> › <bdi>${calendar.settings.name}</bdi></p>
<nav class="tabs" aria-label="${calendar.settings.name}"><ul>${PAGES.map((page) => {
    const href = page === 'here' ? path : `${path}/${page}`
    return html`<li><a href="${href}"${page === at ? html` aria-current="page"` : ''}>${words[page]}</a></li>`
  })}</ul></nav>`
}

export interface CalendarPage {
  calendar: Calendar
  uploads: readonly Upload[]
  language: Language
  csrf: Markup
  mayChange: boolean
  feedUrl: string
  reach: Reach
  /** What was wrong with the form that was sent. */
  refused: { title: string; detail: string } | null
}

export function calendarBody(page: CalendarPage): Markup {
  const { calendar, uploads, language, csrf, mayChange, feedUrl, refused } = page
  const words = WORDS[language]
  return html`${calendarNav(calendar, 'here', language)}
${refused ? html`<p class="wrong" role="alert">${refused.title}. ${refused.detail}</p>` : ''}
${mayChange ? uploadForm(calendar, language, csrf) : ''}
<section aria-labelledby="uploads"><h2 id="uploads">${words.uploads}</h2>
${uploads.length === 0 ? html`<p class="soft">${words.none}</p>` : uploadsTable(uploads, calendar, language)}</section>
<section aria-labelledby="export"><h2 id="export">${words.export}</h2>
<p class="actions">${(['xlsx', 'csv', 'json', 'ics'] as const).map(
    (format) =>
      html`<a href="${calendarPath(calendar)}/export.${format}" download>${format.toUpperCase()}</a>`,
  )}</p>
<p>${words.feed}: <code>${feedUrl}</code></p>
<p><a href="/embed?calendar=${calendar.partner}/${calendar.slug}">${words.embed}</a></p></section>
${reachView(page.reach, calendar, language)}`
}

function uploadForm(calendar: Calendar, language: Language, csrf: Markup): Markup {
  const words = WORDS[language]
  return html`<section aria-labelledby="upload"><h2 id="upload">${words.upload}</h2><p>${words.how}</p>
<form method="post" enctype="multipart/form-data" action="${calendarPath(calendar)}/uploads" class="stack" data-upload
  data-sending="${words.sending}" data-reading="${words.reading}">${csrf}
<label class="drop">${words.file} <input type="file" name="file"
  accept=".xlsx,.csv,.tsv,.txt,.ics,.json,text/csv,text/calendar,application/json,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet">
<span class="soft" data-drop hidden>${words.drop}</span></label>
<details><summary>${words.paste}</summary><label>${words.pasteHow}
<textarea name="pasted" rows="6" spellcheck="false"></textarea></label></details>
<fieldset><legend>${words.mode}</legend>
<label><input type="radio" name="mode" value="merge" checked> ${words.merge}</label>
<label><input type="radio" name="mode" value="replace"> ${words.replace}</label></fieldset>
<p class="actions"><button class="button">${words.go}</button></p>
<p role="status" data-progress></p></form>
<p class="soft">${words.templateHow}
<a href="/v1/templates?format=xlsx&amp;language=${language}" download>${words.template} (XLSX)</a>
<a href="/v1/templates?format=csv&amp;language=${language}" download>${words.template} (CSV)</a></p></section>`
}

function uploadsTable(uploads: readonly Upload[], calendar: Calendar, language: Language): Markup {
  const words = WORDS[language]
  return html`<div class="scroll" tabindex="0" role="group" aria-labelledby="uploads"><table><thead><tr>
<th scope="col">${words.what}</th><th scope="col">${words.state}</th><th scope="col">${words.result}</th>
<th scope="col">${words.who}</th><th scope="col">${words.when}</th></tr></thead><tbody>${uploads.map(
    (
      upload,
    ) => html`<tr><th scope="row"><a href="/console/uploads/${upload.id}"><bdi>${upload.filename ?? words.pasted}</bdi></a></th>
<td><span class="tag ${upload.status}">${upload.publishAt ? words.scheduled : words.status[upload.status]}</span></td>
<td>${resultOf(upload, language)}</td><td><bdi>${authorText(upload.author, language)}</bdi></td>
<td>${momentText(wallTime(upload.createdAt, calendar.settings.timezone), language)}</td></tr>`,
  )}</tbody></table></div>`
}

const resultOf = ({ summary }: Upload, language: Language): string =>
  (Object.keys(TYPE_WORDS) as (keyof typeof TYPE_WORDS)[])
    .filter((type) => summary[type] > 0)
    .map((type) => `${TYPE_WORDS[type][language]} ${summary[type]}`)
    .join(', ')
