// The findings of a review, each where it can be answered: a cell, a question, a thing to know.

import { html } from 'hono/html'
import type { Finding } from '../../../intake/finding.ts'
import type { SheetRows } from '../../../intake/layout.ts'
import type { Language } from '../../../language/choose.ts'
import { describeFinding } from '../../../language/findings.ts'
import type { Upload } from '../../../storage/uploads.ts'
import type { Markup } from '../../../web/layout.ts'
import { labelOf, momentText, rowText, valueText } from '../frame/values.ts'
import { CONSOLE_HINTS } from './finding-hints.ts'
import { WORDS } from './review-words.ts'

/** As many findings as an upload keeps at most are shown; who mends them sees the next. */
const MANY = 100

export function errorsView(upload: Upload, language: Language, csrf: Markup): Markup | '' {
  const errors = upload.findings.filter(({ severity }) => severity === 'error')
  if (errors.length === 0) return ''
  const words = WORDS[language]
  const header = upload.layout?.headerRow ?? 1
  const names = new Set(upload.layout?.headers.map((each) => each.header))
  const parts = upload.layout?.parts
  const rows = errors.some(({ row }) => row !== undefined && row > header)
  return html`<section aria-labelledby="errors"><h2 id="errors">${words.errors}</h2>
<form method="post" action="${here(upload)}/answers">${csrf}
${rows ? html`<p>${words.errorsHow}</p>` : ''}
<div class="scroll" tabindex="0" role="group" aria-labelledby="errors"><table class="mend"><thead><tr>
<th scope="col">${words.row}</th><th scope="col">${words.column}</th><th scope="col">${words.message}</th>
${rows ? html`<th scope="col">${words.correct}</th><th scope="col">${words.leaveOut}</th>` : ''}</tr></thead>
<tbody>${errors.map((finding) => errorRow(finding, { language, table: rows ? { header, names } : null, parts }))}</tbody></table></div>
${errors.length >= MANY ? html`<p class="soft">${words.only(errors.length)}</p>` : ''}
${
  rows
    ? html`<p class="actions"><button class="button" name="do" value="check">${words.check}</button>
<button name="do" value="leave-all">${words.leaveAll}</button>
<a href="${here(upload)}/wrong-rows.csv" download>${words.errorSheet}</a></p>`
    : ''
}</form></section>`
}

interface Mendable {
  /** Rows below it are the schedule's. */
  header: number
  /** Headers as spelled: a cell under one can be filled, though it is blank. */
  names: ReadonlySet<string>
}

interface Shown {
  language: Language
  /** Null: no row can be mended or left out. */
  table: Mendable | null
  parts: SheetRows[] | undefined
}

function errorRow(finding: Finding, { language, table, parts }: Shown): Markup {
  const words = WORDS[language]
  const { row, line, column, pointer, property, value } = finding
  const { message, hint } = described(finding, language)
  const label = `${words.correct}: ${words.row} ${row === undefined ? '' : rowText(row, parts)}, ${column ?? ''}`
  const ofTable = table !== null && row !== undefined && row > table.header
  // A title can be given where the file has no column for one.
  const isNamed = column !== undefined && (column === 'title' || table?.names.has(column) === true)
  const cell = ofTable && column !== undefined && (value !== undefined || isNamed)
  return html`<tr><td data-label="${words.row}">${row === undefined ? (line ?? '') : rowText(row, parts)}</td><td><bdi>${column ?? property ?? pointer ?? ''}</bdi></td>
<td>${message}${hint ? html` <span class="soft">${hint}</span>` : ''}</td>
${
  table !== null
    ? html`<td>${cell ? html`<input name="cell:${row}:${column}" value="${value ?? ''}" aria-label="${label}">` : ''}</td>
<td data-label="${words.leaveOut}">${
        ofTable
          ? html`<input type="checkbox" name="leaveOut" value="${row}" aria-label="${words.leaveRow(rowText(row, parts))}">`
          : ''
      }</td>`
    : ''
}</tr>`
}

export const here = ({ id }: Pick<Upload, 'id'>): string => `/console/uploads/${id}`

export function described(finding: Finding, language: Language) {
  const told = describeFinding({ ...finding, params: finding.params ?? {} }, language)
  return { ...told, hint: CONSOLE_HINTS[finding.code]?.[language] ?? told.hint }
}

const DATE_ORDERS = ['DMY', 'MDY', 'YMD'] as const

/** Questions that only an answer settles, and those of identity; the guard asks where one publishes. */
export function questionsView(upload: Upload, language: Language, csrf: Markup): Markup | '' {
  const words = WORDS[language]
  const questions = upload.findings.filter(
    ({ severity, code }) => severity === 'question' && !code.startsWith('guard.'),
  )
  if (questions.length === 0) return ''
  const parts = upload.layout?.parts
  const asks = (code: string) => questions.some((finding) => finding.code === code)
  return html`<section aria-labelledby="questions"><h2 id="questions">${words.questions}</h2>
<form method="post" action="${here(upload)}/answers">${csrf}
<ul class="findings">${questions.map((finding) => {
    const { message, hint } = described(finding, language)
    return html`<li>${finding.row ? `${words.row} ${rowText(finding.row, parts)}: ` : ''}${message} <span class="soft">${hint}</span></li>`
  })}</ul>
${
  asks('date.ambiguous')
    ? html`<fieldset><legend>${words.dateOrder}</legend>${DATE_ORDERS.map(
        (order) => html`<label><input type="radio" name="dateOrder" value="${order}">
${words.orders[order]}</label>`,
      )}</fieldset>`
    : ''
}
${
  asks('team.unknown')
    ? html`<label>${words.team} <input name="team" maxlength="255" autocomplete="off"></label>`
    : ''
}
${
  asks('date.year_missing')
    ? html`<label>${words.year} <input name="year" inputmode="numeric" pattern="[0-9]{4}" size="4"></label>`
    : ''
}
${upload.findings.filter(({ code }) => code.startsWith('identity.')).map((finding) => identityView(finding, language, parts))}
<p class="actions"><button class="button" name="do" value="check">${words.answer}</button></p></form></section>`
}

/** Each row of the question with its candidates: which of them is it, or none? */
function identityView(
  { question }: Finding,
  language: Language,
  parts: SheetRows[] | undefined,
): Markup | '' {
  if (!question) return ''
  const words = WORDS[language]
  const { rows, candidates, proposed } = question
  const choice = (row: number, uid: string, label: Markup | string) =>
    html`<label><input type="radio" name="same:${row}" value="${uid}"${uid === proposed ? ' checked' : ''}>
<span>${label}</span></label>`
  return html`${rows.map(
    (row) => html`<fieldset><legend>${words.which(rowText(row, parts))}</legend>
${candidates.map(({ uid, title, start }) =>
  choice(row, uid, html`<bdi>${title}</bdi> ${momentText(start, language)}`),
)}
${choice(row, '', words.fresh)}</fieldset>`,
  )}`
}

/** Where the file says otherwise than a hand: the hand's stays unless the file is taken. */
export function conflictsView(upload: Upload, language: Language, csrf: Markup): Markup | '' {
  const conflicts = upload.findings.flatMap(({ conflict, row }) =>
    conflict ? [{ ...conflict, row }] : [],
  )
  if (conflicts.length === 0) return ''
  const words = WORDS[language]
  return html`<section aria-labelledby="conflicts"><h2 id="conflicts">${words.conflicts}</h2>
<p>${words.conflictsHow}</p><form method="post" action="${here(upload)}/answers">${csrf}
<ul class="findings">${conflicts.map(
    ({
      uid,
      field,
      kept,
      offered,
      row,
    }) => html`<li>${row ? `${words.row} ${rowText(row, upload.layout?.parts)}, ` : ''}${labelOf(field, language)}:
<strong><bdi>${valueText(field, kept, language)}</bdi></strong>
<label class="box"><input type="checkbox" name="takeFile" value="${uid}/${field}"> ${words.takeFile}:
<bdi>${valueText(field, offered, language)}</bdi></label></li>`,
  )}</ul><p class="actions"><button class="button" name="do" value="check">${words.check}</button></p></form></section>`
}

/** So many are read at a glance; more are folded away. */
const FEW = 3

export function warningsView(upload: Upload, language: Language): Markup | '' {
  const warnings = upload.findings.filter(
    ({ severity, conflict }) => severity === 'warning' && !conflict,
  )
  if (warnings.length === 0) return ''
  const words = WORDS[language]
  return html`<details class="fold"${warnings.length <= FEW ? ' open' : ''}><summary>${words.warnings(warnings.length)}</summary><ul class="findings">${warnings.map(
    (finding) => {
      const { message, hint } = described(finding, language)
      const at = finding.row ? rowText(finding.row, upload.layout?.parts) : ''
      const place = [at ? `${words.row} ${at}` : '', finding.column ?? '']
      return html`<li><span class="soft">${place.filter(Boolean).join(' · ')}</span> ${message} ${hint}</li>`
    },
  )}</ul></details>`
}
