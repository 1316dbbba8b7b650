// A form's fields with their labels, hints and what is wrong with what was entered.

import { html } from 'hono/html'
import type { core } from 'zod'
import type { Markup } from '../../../web/layout.ts'

export interface Field {
  name: string
  /** Where a page has several fields of that name. */
  id?: string
  label: string
  /** As it was entered, or as it stands. */
  value: string
  hint?: string | undefined
  wrong?: string | undefined
  /** Of a select: value and words. */
  choices?: readonly (readonly [string, string])[]
  /** Of a text of several lines. */
  rows?: number
  /** Further attributes of the control. */
  more?: Markup
}

/** What is wrong, by the field's name. */
export type Wrong = Record<string, string>

export function field(given: Field): Markup {
  const { name, id = name, label, hint, wrong } = given
  const ids = [...(hint ? [`${id}-hint`] : []), ...(wrong ? [`${id}-wrong`] : [])]
  const about = html`${ids.length > 0 ? html` aria-describedby="${ids.join(' ')}"` : ''}${wrong ? html` aria-invalid="true"` : ''}`
  return html`<div class="field"><label for="${id}">${label}</label>
${control(given, html`id="${id}" name="${name}"${about}${given.more ? html` ${given.more}` : ''}`)}
${wrong ? html`<p class="wrong" id="${id}-wrong">${wrong}</p>` : ''}
${hint ? html`<p class="soft" id="${id}-hint">${hint}</p>` : ''}</div>`
}

function control({ value, choices, rows }: Field, attributes: Markup): Markup {
  // A first line break of a textarea is the parser's, not the text's.
  if (rows) return html`<textarea rows="${rows}" ${attributes}>\n${value}</textarea>`
  if (!choices) return html`<input value="${value}" ${attributes}>`
  return html`<select ${attributes}>${choices.map(
    ([choice, words]) =>
      html`<option value="${choice}"${choice === value ? html` selected` : ''}>${words}</option>`,
  )}</select>`
}

export interface ColorField {
  label: string
  use: string
  hint: string
  value: string | null
  wrong?: string | undefined
}

/** A browser's field of a colour is never empty: whether there is one is asked beside it. */
export const colorField = ({ label, use, hint, value, wrong }: ColorField): Markup =>
  html`<div class="field"><label for="color">${label}</label>
<div class="pair"><input type="color" id="color" name="color" value="${value ?? '#1a73e8'}" aria-describedby="color-hint">
<label class="box"><input type="checkbox" name="useColor" value="yes"${value ? html` checked` : ''}> ${use}</label></div>
${wrong ? html`<p class="wrong">${wrong}</p>` : ''}
<p class="soft" id="color-hint">${hint}</p></div>`

/** The words for each field that a validation refused. */
export function wrongBy(issues: readonly core.$ZodIssue[], words: Record<string, string>): Wrong {
  const names = issues.map(({ path }) => path.map(String).join('-'))
  return Object.fromEntries(
    names.map((name) => [name, words[name] ?? words[name.split('-')[0] ?? ''] ?? '']),
  )
}

/** Said above a form that was refused, and read out. */
export const refusal = (wrong: Wrong, words: string): Markup | '' =>
  Object.keys(wrong).length > 0 ? html`<p class="wrong" role="alert">${words}</p>` : ''

export const notice = (words: string | null): Markup | '' =>
  words ? html`<p class="done" role="status">${words}</p>` : ''
