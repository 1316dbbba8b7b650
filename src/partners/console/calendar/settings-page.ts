// What a calendar is told to be, its address, and its end: the page.

import { html } from 'hono/html'
import type { Language } from '../../../language/choose.ts'
import { zoneText } from '../../../language/zone-names.ts'
import { zoneNames } from '../../../schedule/tzdata.ts'
import type { Calendar } from '../../../storage/calendars.ts'
import type { Markup } from '../../../web/layout.ts'
import { colorField, field, notice, refusal, type Wrong } from '../frame/form-fields.ts'
import { calendarPath } from '../review/review-page.ts'
import { calendarNav } from './calendar-page.ts'
import { SETTINGS_WORDS, type SettingsWords } from './settings-words.ts'

/** What a form's fields hold: as entered, or as the calendar stands. */
export interface Entered {
  name: string
  description: string
  timezone: string
  language: string
  category: string
  color: string | null
  defaultMinutes: string
  /** The language of the other texts. */
  other: Language
  otherName: string
  otherDescription: string
}

export interface SettingsPage {
  calendar: Calendar
  language: Language
  csrf: Markup
  mayChange: boolean
  mayDelete: boolean
  feedUrl: string
  entered: Entered
  /** What is in the address field, and in that of the confirmation. */
  address?: string
  typed?: string
  done?: 'saved' | 'moved' | null
  wrong: Wrong
}

export const otherLanguage = (language: string): Language => (language === 'ko' ? 'en' : 'ko')

export function enteredOf({ settings }: Calendar): Entered {
  const { name, timezone, language, color } = settings
  const other = otherLanguage(language)
  const texts = settings.translations[other] ?? {}
  return {
    ...{ name, timezone, language, color, other },
    description: settings.description ?? '',
    category: settings.category ?? '',
    defaultMinutes: String(settings.defaultMinutes),
    otherName: texts.name ?? '',
    otherDescription: texts.description ?? '',
  }
}

export function settingsBody(page: SettingsPage): Markup {
  const { calendar, language, mayChange, mayDelete, done, wrong } = page
  const words = SETTINGS_WORDS[language]
  return html`${calendarNav(calendar, 'settings', language)}
${notice(done ? words[done] : null)}${refusal(wrong, words.refused)}
${mayChange ? '' : html`<p class="soft">${words.readOnly}</p>`}
${settingsForm(page, words)}
${mayChange ? addressForm(page, words) : ''}
${mayDelete ? deletionForm(page, words) : ''}`
}

function settingsForm(page: SettingsPage, words: SettingsWords): Markup {
  const { calendar, csrf, mayChange, entered, wrong } = page
  return html`<form class="stack" method="post" action="${calendarPath(calendar)}/settings">${csrf}
<fieldset class="bare"${mayChange ? '' : html` disabled`}>
${nameField(entered.name, words, wrong)}
${field({
  ...{ name: 'description', label: words.description, value: entered.description, rows: 3 },
  wrong: wrong.description,
})}
${zoneField(entered.timezone, page.language, wrong)}
${languageField(entered.language, words, wrong)}
${field({
  ...{ name: 'category', label: words.category, hint: words.categoryHint, value: entered.category },
  ...{ wrong: wrong.category, more: html`maxlength="64"` },
})}
${colorField({
  ...{ label: words.color, use: words.useColor, hint: words.colorHint, value: entered.color },
  wrong: wrong.color,
})}
${field({
  ...{ name: 'defaultMinutes', label: words.defaultMinutes, hint: words.defaultMinutesHint },
  ...{ value: entered.defaultMinutes, wrong: wrong.defaultMinutes },
  more: html`type="number" min="1" max="10080" required inputmode="numeric"`,
})}
${otherFields(entered.other, { name: entered.otherName, description: entered.otherDescription }, words, wrong)}
${mayChange ? html`<p class="actions"><button class="button">${words.save}</button></p>` : ''}
</fieldset></form>`
}

export const nameField = (value: string, words: SettingsWords, wrong: Wrong): Markup =>
  field({
    ...{ name: 'name', label: words.name, hint: words.nameHint, value, wrong: wrong.name },
    more: html`maxlength="200" required autocomplete="off"`,
  })

export const languageField = (value: string, words: SettingsWords, wrong: Wrong): Markup =>
  field({
    ...{ name: 'language', label: words.language, hint: words.languageHint, value },
    wrong: wrong.language,
    choices: [['ko', words.languages.ko] as const, ['en', words.languages.en] as const],
  })

export const zoneField = (value: string, language: Language, wrong: Wrong): Markup =>
  html`${field({
    ...{ name: 'timezone', value },
    label: SETTINGS_WORDS[language].timezone,
    hint: SETTINGS_WORDS[language].timezoneHint,
    wrong: wrong.timezone,
    more: html`list="zones" maxlength="64" required autocomplete="off" spellcheck="false" autocapitalize="none"`,
  })}<datalist id="zones">${zoneNames().map((zone) => html`<option value="${zone}" label="${zoneText(zone, language)}">`)}</datalist>`

interface OtherTexts {
  name: string
  description: string
}

/** The texts in the other language, behind a summary that says for whom. */
export function otherFields(
  lang: Language,
  texts: OtherTexts,
  words: { other: Record<Language, string>; otherHint: string; name: string; description: string },
  wrong: Wrong,
): Markup {
  const said = html`lang="${lang}"`
  const { name, description } = words
  return html`<fieldset><legend>${words.other[lang]}</legend><input type="hidden" name="otherLanguage" value="${lang}">
<p class="soft">${words.otherHint}</p>
${field({ ...{ name: 'otherName', label: name, value: texts.name, more: said }, wrong: wrong.translations })}
${field({ ...{ name: 'otherDescription', label: description, value: texts.description, rows: 3, more: said } })}
</fieldset>`
}

function addressForm(page: SettingsPage, words: SettingsWords): Markup {
  const { calendar, csrf, feedUrl, address, wrong } = page
  return html`<section aria-labelledby="address-title"><h2 id="address-title">${words.address}</h2>
<p>${words.addressNow}: <code>${feedUrl}</code></p>
<form class="stack" method="post" action="${calendarPath(calendar)}/address">${csrf}
${slugField('calendar', { label: words.newAddress, hint: words.addressHint }, address ?? calendar.slug, wrong)}
<p class="actions"><button>${words.rename}</button></p></form></section>`
}

export const slugField = (
  name: string,
  { label, hint }: { label: string; hint: string },
  value: string,
  wrong: Wrong,
): Markup =>
  field({
    ...{ name, label, hint, value, wrong: wrong[name] },
    more: html`maxlength="64" pattern="[a-z0-9\\-]+" autocomplete="off" autocapitalize="none" spellcheck="false"`,
  })

function deletionForm(page: SettingsPage, words: SettingsWords): Markup {
  const { calendar, csrf, typed, wrong } = page
  return html`<section class="after" aria-labelledby="deletion"><h2 id="deletion">${words.deletion}</h2>
<details class="fold"${wrong.typed || wrong.reason ? html` open` : ''}><summary>${words.deletionOpen}</summary>
<p>${words.deletionHow}</p>
<form class="stack" method="post" action="${calendarPath(calendar)}/deletion">${csrf}
${field({
  ...{ name: 'typed', label: words.typed(calendar.slug), value: typed ?? '', wrong: wrong.typed },
  more: html`required autocomplete="off" autocapitalize="none" spellcheck="false"`,
})}
${field({
  ...{ name: 'reason', label: words.reason, value: '', wrong: wrong.reason },
  more: html`maxlength="500"`,
})}
<p class="actions"><button class="danger">${words.delete}</button></p></form></details></section>`
}
