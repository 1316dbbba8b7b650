// The controls of these forms: each with its label, its hint, and what is wrong with it beside it.

import { html } from 'hono/html'
import type { Markup } from '../../web/layout.ts'
import type { Fields } from './fields.ts'

export interface Filled {
  fields: Fields
  /** What is wrong, by the name of its control. */
  errors: ReadonlyMap<string, string>
}

export interface Option {
  value: string
  text: string
}

interface Control {
  name: string
  label: string
  hint?: string
}

const idOf = (name: string): string => `f-${name}`

const aboutOf = ({ name, hint }: Control, { errors }: Filled): Markup => {
  const error = errors.get(name)
  const ids = [...(hint ? [`${idOf(name)}-hint`] : []), ...(error ? [`${idOf(name)}-error`] : [])]
  return html`${ids.length > 0 ? html` aria-describedby="${ids.join(' ')}"` : ''}${error ? html` aria-invalid="true"` : ''}`
}

const hintOf = ({ name, hint }: Control): Markup | '' =>
  hint ? html`<p class="hint" id="${idOf(name)}-hint">${hint}</p>` : ''

const errorOf = ({ name }: Control, { errors }: Filled): Markup | '' => {
  const error = errors.get(name)
  return error ? html`<p class="error" id="${idOf(name)}-error">${error}</p>` : ''
}

/** `more` is of the input itself: how long, which keyboard. */
export const textField = (control: Control, filled: Filled, more: Markup | '' = ''): Markup =>
  html`<div class="field"><label for="${idOf(control.name)}">${control.label}</label>
<input id="${idOf(control.name)}" name="${control.name}" value="${filled.fields.get(control.name) ?? ''}" autocomplete="off"${aboutOf(control, filled)}${more}>
${errorOf(control, filled)}${hintOf(control)}</div>`

export const textArea = (control: Control, filled: Filled, more: Markup | '' = ''): Markup =>
  html`<div class="field"><label for="${idOf(control.name)}">${control.label}</label>
<textarea id="${idOf(control.name)}" name="${control.name}" rows="3"${aboutOf(control, filled)}${more}>
${filled.fields.get(control.name) ?? ''}</textarea>
${errorOf(control, filled)}${hintOf(control)}</div>`

export function selectField(control: Control, options: readonly Option[], filled: Filled): Markup {
  const chosen = filled.fields.get(control.name) ?? ''
  return html`<div class="field"><label for="${idOf(control.name)}">${control.label}</label>
<select id="${idOf(control.name)}" name="${control.name}"${aboutOf(control, filled)}>${options.map(
    ({ value, text }) =>
      html`<option value="${value}"${value === chosen ? html` selected` : ''}>${text}</option>`,
  )}</select>
${errorOf(control, filled)}${hintOf(control)}</div>`
}

/** From here on a list scrolls in a box of its own. */
const MANY = 24

/** Any number of them; what was ticked before stays to be unticked, even where nothing has it. */
export function tickList(control: Control, offered: readonly Option[], filled: Filled): Markup {
  const ticked = filled.fields.getAll(control.name)
  const known = new Set(offered.map(({ value }) => value))
  const gone = [...new Set(ticked)].filter((value) => !known.has(value))
  const options = [...offered, ...gone.map((value) => ({ value, text: value }))]
  return html`<fieldset id="${idOf(control.name)}"${aboutOf(control, filled)}><legend>${control.label}</legend>
${errorOf(control, filled)}${hintOf(control)}<div class="chips${options.length > MANY ? ' many' : ''}">${options.map(
    ({ value, text }) =>
      html`<label><input type="checkbox" name="${control.name}" value="${value}"${ticked.includes(value) ? html` checked` : ''}> <bdi>${text}</bdi></label>`,
  )}</div></fieldset>`
}

/** Folded away while nothing of it is chosen: one may wish for it, most do not. */
export const folded = (control: Control, offered: readonly Option[], filled: Filled): Markup =>
  filled.fields.has(control.name)
    ? tickList(control, offered, filled)
    : html`<details><summary>${control.label} (${offered.length})</summary>${tickList(control, offered, filled)}</details>`

/** Exactly one of them: the first, unless another was chosen. */
export function oneOfList(control: Control, options: readonly Option[], filled: Filled): Markup {
  const given = filled.fields.get(control.name)
  const chosen = options.find(({ value }) => value === given) ?? options[0]
  return html`<fieldset id="${idOf(control.name)}"${aboutOf(control, filled)}><legend>${control.label}</legend>
${errorOf(control, filled)}<div class="chips">${options.map(
    (option) =>
      html`<label><input type="radio" name="${control.name}" value="${option.value}"${option === chosen ? html` checked` : ''}> ${option.text}</label>`,
  )}</div>${hintOf(control)}</fieldset>`
}

export const tick = (control: Control, filled: Filled): Markup =>
  html`<label class="choice"><input type="checkbox" name="${control.name}" value="1"${filled.fields.has(control.name) ? html` checked` : ''}${aboutOf(control, filled)}> ${control.label}</label>
${hintOf(control)}`

/** At the top of a form: what is wrong, each leading to its control. */
export const troubles = (heading: string, { errors }: Filled): Markup | '' =>
  errors.size === 0
    ? ''
    : html`<div class="trouble" role="alert"><p><strong>${heading}</strong></p>
<ul>${[...errors].map(([name, text]) => html`<li><a href="#${idOf(name)}">${text}</a></li>`)}</ul></div>`
