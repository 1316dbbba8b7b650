// How a table was read: which sheet, which header row, which column is what — and another reading.

import { html } from 'hono/html'
import { FIELDS } from '../../intake/columns.ts'
import type { Language } from '../../language/choose.ts'
import type { Upload } from '../../storage/uploads.ts'
import type { Markup } from '../../web/layout.ts'
import { here } from './review-findings.ts'
import { WORDS } from './review-words.ts'

export function layoutView(upload: Upload, language: Language, csrf: Markup): Markup | '' {
  const { layout } = upload
  if (!layout || layout.headers.length === 0) return ''
  const words = WORDS[language]
  const lost = upload.findings.some(({ code }) => code === 'header.missing')
  return html`<details class="matching"${lost ? ' open' : ''}><summary>${words.matching}</summary>
<p>${words.matchingHow}</p>
<form method="post" action="${here(upload)}/answers">${csrf}
${sheetChoice(layout, language)}
<label>${words.headerRow} <input name="headerRow" inputmode="numeric" size="6" value="${layout.headerRow}"></label>
<div class="scroll" tabindex="0" role="group" aria-label="${words.matching}"><table><thead><tr>
<th scope="col">${words.header}</th><th scope="col">${words.samples}</th><th scope="col">${words.meaning}</th>
</tr></thead><tbody>${layout.headers.map(
    ({ header, column, samples }) => html`<tr><th scope="row"><bdi>${header}</bdi></th>
<td class="soft"><bdi>${samples.join(' · ')}</bdi></td><td>${meaningChoice(header, column, language)}</td></tr>`,
  )}</tbody></table></div>
<p class="actions"><button class="button" name="do" value="match">${words.read}</button></p></form></details>`
}

type Layout = NonNullable<Upload['layout']>

function sheetChoice({ sheets, sheet }: Layout, language: Language): Markup | '' {
  if (sheets.length < 2) return ''
  return html`<label>${WORDS[language].sheet} <select name="sheet">${sheets.map(
    (name) => html`<option${name === sheet ? ' selected' : ''}>${name}</option>`,
  )}</select></label> `
}

/** What a column may be: kept under its own name, not read, or one of ours. */
function meaningChoice(header: string, column: string | null, language: Language): Markup {
  const words = WORDS[language]
  const option = (value: string, label: string) =>
    html`<option value="${value}"${value === (column ?? '?') ? ' selected' : ''}>${label}</option>`
  return html`<select name="column:${header}" aria-label="${words.meaning}: ${header}">
${option('?', words.unknown)}${option('', words.ignore)}
${FIELDS.map((field) => option(field, fieldLabel(field, language)))}</select>`
}

const KO: Record<string, string> = {
  external_id: '식별자',
  kind: '종류',
  status: '상태',
  title: '제목',
  start: '시작 일시',
  start_date: '시작일',
  start_time: '시작 시간',
  end: '종료 일시',
  end_date: '종료일',
  end_time: '종료 시간',
  all_day: '하루 종일',
  timezone: '시간대',
  category: '분류',
  tags: '태그',
  home: '홈',
  away: '원정',
  game_no: '경기 번호',
  result: '결과',
  venue: '장소',
  address: '주소',
  region: '지역',
  latitude: '위도',
  longitude: '경도',
  description: '설명',
  url: '링크',
  ticket_url: '예매 링크',
  ticket_opens_at: '예매 시작',
  watch_url: '중계 링크',
  shop_url: '상점 링크',
  rrule: '반복 규칙',
  exdates: '쉬는 날',
  alarm: '알림(분 전)',
  reason: '사유',
  lang: '언어',
  sold_out: '매진',
  time_tbd: '시간 미정',
}

const fieldLabel = (field: string, language: Language): string =>
  language === 'ko' ? (KO[field] ? `${KO[field]} (${field})` : field) : field.replaceAll('_', ' ')
