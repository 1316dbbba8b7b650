// The form of a source: a new one, or one that is changed.

import { html } from 'hono/html'
import { MAX_URL_CHARS } from '../../../outbound/urls.ts'
import type { Source } from '../../../storage/sources.ts'
import type { Markup } from '../../../web/layout.ts'
import { DEFAULT_EVERY_MINUTES } from '../../sources/sources.ts'
import { field, type Wrong } from '../frame/form-fields.ts'
import { fieldIn } from '../frame/here.ts'
import type { SourceWords } from './source-words.ts'

/** As entered, or as it stands. */
export interface Entered {
  url: string
  mode: string
  every: string
  email: string
  webhook: string
}

/** What people choose from, in minutes; another interval comes from the API. */
const INTERVALS = [15, 30, 60, 180, 360, 720, 1440, 10_080]

export const nothingEntered = (): Entered => ({
  ...{ url: '', mode: 'merge', every: String(DEFAULT_EVERY_MINUTES), email: '', webhook: '' },
})

export const enteredOf = ({ url, mode, everyMinutes, email, webhook }: Source): Entered => ({
  ...{ url, mode, every: String(everyMinutes), email: email ?? '', webhook: webhook ?? '' },
})

export function enteredIn(fields: [string, string][]): Entered {
  const text = (name: string) => fieldIn(fields, name) ?? ''
  return {
    ...{ url: text('url'), mode: text('mode'), every: text('every') },
    ...{ email: text('email'), webhook: text('webhook') },
  }
}

export function bodyOf({ url, mode, every, email, webhook }: Entered): Record<string, unknown> {
  const notice = { ...(email && { email }), ...(webhook && { webhook }) }
  return { url, mode, every: Number(every), notice: email || webhook ? notice : null }
}

export interface SourceForm {
  words: SourceWords
  entered: Entered
  wrong: Wrong
  /** Tells the fields of several forms of a page apart. */
  key: string
  /** Whether this server can send mail. */
  mail: boolean
}

export function sourceFields({ words, entered, wrong, key, mail }: SourceForm): Markup {
  return html`${field({
    ...{ name: 'url', id: `url-${key}`, label: words.url, hint: words.urlHint, value: entered.url },
    wrong: wrong.url,
    more: html`required maxlength="${MAX_URL_CHARS}" inputmode="url" autocapitalize="none" autocomplete="off" spellcheck="false"`,
  })}
<fieldset><legend>${words.mode}</legend>${(['merge', 'replace'] as const).map(
    (mode) =>
      html`<label><input type="radio" name="mode" value="${mode}"${entered.mode === mode ? html` checked` : ''}> ${words[mode]}</label>`,
  )}${wrong.mode ? html`<p class="wrong">${wrong.mode}</p>` : ''}</fieldset>
${field({
  ...{ name: 'every', id: `every-${key}`, label: words.every, value: entered.every },
  ...{ wrong: wrong.every, choices: intervals(entered.every, words) },
})}
${
  mail || entered.email
    ? field({
        ...{ name: 'email', id: `email-${key}`, label: words.email, hint: words.noticeHint },
        ...{ value: entered.email, wrong: wrong.email ?? wrong['notice-email'] },
        more: html`type="email" maxlength="254"`,
      })
    : ''
}
${field({
  ...{ name: 'webhook', id: `webhook-${key}`, label: words.webhook, value: entered.webhook },
  hint: mail || entered.email ? words.webhookHint : `${words.noticeHint} ${words.webhookHint}`,
  wrong: wrong.webhook ?? wrong['notice-webhook'],
  more: html`maxlength="${MAX_URL_CHARS}" inputmode="url" autocapitalize="none" autocomplete="off" spellcheck="false"`,
})}`
}

function intervals(chosen: string, words: SourceWords): [string, string][] {
  const own = Number(chosen)
  const all = Number.isInteger(own) && own > 0 ? [...new Set([...INTERVALS, own])] : INTERVALS
  return all
    .toSorted((a, b) => a - b)
    .map((minutes): [string, string] => [String(minutes), words.everyMinutes(minutes)])
}
