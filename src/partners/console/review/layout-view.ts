// How a table was read: which sheet, which header row, which column is what — and another reading.

import { html } from 'hono/html'
import { FIELDS, type Field } from '../../../intake/column-meaning.ts'
import type { FindingCode } from '../../../intake/finding.ts'
import { ALL_SHEETS } from '../../../intake/xlsx/together.ts'
import type { Language } from '../../../language/choose.ts'
import { columnName } from '../../../language/columns.ts'
import type { Upload } from '../../../storage/uploads.ts'
import type { Markup } from '../../../web/layout.ts'
import { here } from './review-findings.ts'
import { WORDS } from './review-words.ts'

export function layoutView(upload: Upload, language: Language, csrf: Markup): Markup | '' {
  const { layout } = upload
  if (!layout || layout.headers.length === 0) return ''
  const words = WORDS[language]
  const lost = upload.findings.some(({ code }) => ASKS_FOR_MATCHING.has(code))
  return html`<details class="matching"${lost ? ' open' : ''}><summary>${words.matching}</summary>
<p>${words.matchingHow}</p>
<form method="post" action="${here(upload)}/answers">${csrf}
${sheetChoice(layout, language)}
<label>${words.headerRow} <input name="headerRow" inputmode="numeric" size="6" value="${layout.headerRow}"></label>
<div class="scroll" tabindex="0" role="group" aria-label="${words.matching}"><table class="match"><thead><tr>
<th scope="col">${words.header}</th><th scope="col">${words.samples}</th><th scope="col">${words.meaning}</th>
</tr></thead><tbody>${layout.headers.map(
    ({ header, column, samples }) => html`<tr><th scope="row"><bdi>${header}</bdi></th>
<td class="soft"><bdi>${samples.join(' · ')}</bdi></td><td>${meaningChoice(header, column, language)}</td></tr>`,
  )}</tbody></table></div>
<p class="actions"><button class="button" name="do" value="match">${words.read}</button></p></form></details>`
}

const ASKS_FOR_MATCHING = new Set<FindingCode>([
  ...(['header.missing', 'header.duplicate', 'xlsx.unread'] as const),
])

type Layout = NonNullable<Upload['layout']>

function sheetChoice({ sheets, sheet, alike = [] }: Layout, language: Language): Markup | '' {
  if (sheets.length < 2) return ''
  const words = WORDS[language]
  const option = (value: string, label: string) =>
    html`<option value="${value}"${value === sheet ? ' selected' : ''}>${label}</option>`
  return html`<label>${words.sheet} <select name="sheet">${sheets.map((name) => option(name, name))}
${alike.length > 1 ? option(ALL_SHEETS, words.together(alike)) : ''}</select></label> `
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

/** In Korean with the name that documents and errors call it by. */
const fieldLabel = (field: Field, language: Language): string =>
  language === 'ko' ? `${columnName(field, language)} (${field})` : field.replaceAll('_', ' ')
