// The choice of calendars: found by words, ticked, and carried along with what was chosen before.

import { html } from 'hono/html'
import type { Ports } from '../../ports.ts'
import { searchCalendars } from '../../storage/calendar-search.ts'
import type { Calendar } from '../../storage/calendars.ts'
import { type Partner, partnersNamed } from '../../storage/partners.ts'
import type { Markup } from '../../web/layout.ts'
import type { Reader } from '../../web/reader.ts'
import { shownQuery, wordsIn } from '../../web/words-search.ts'
import { calendarNames, partnerNames, within } from '../texts.ts'
import type { Fields } from './fields.ts'
import { languageField } from './frame.ts'

/** More are found by words. */
const MAX_LISTED = 60

const WORDS = {
  ko: {
    title: '어느 캘린더를 받을까요?',
    intro: '여러 곳의 캘린더를 함께 골라 링크 하나로 받을 수 있습니다.',
    search: '이름으로 찾기',
    find: '찾기',
    chosen: '고른 캘린더',
    found: '캘린더',
    none: (query: string) => `‘${query}’에 맞는 캘린더를 찾지 못했습니다. 다른 말로 찾아 보세요.`,
    empty: '아직 이 서버에 캘린더가 없습니다.',
    more: '더 있습니다. 이름으로 찾아 보세요.',
    go: '고른 캘린더로 계속',
    choose: '하나 이상 골라 주세요.',
  },
  en: {
    title: 'Which calendars?',
    intro: 'Take calendars of several partners together, with one link.',
    search: 'Find by name',
    find: 'Find',
    chosen: 'Chosen',
    found: 'Calendars',
    none: (query: string) => `No calendar matches “${query}”. Try another word.`,
    empty: 'There are no calendars here yet.',
    more: 'There are more. Find them by name.',
    go: 'Go on with these',
    choose: 'Choose at least one.',
  },
}

export const pickerTitle = ({ language }: Reader): string => WORDS[language].title

interface Asked {
  fields: Fields
  chosen: readonly Calendar[]
  reader: Reader
  /** Where the form leads. */
  base: string
}

export async function pickerView({ db }: Pick<Ports, 'db'>, asked: Asked): Promise<Markup> {
  const { fields, chosen, reader, base } = asked
  const words = WORDS[reader.language]
  const query = shownQuery(fields.get('q') ?? '')
  const found = await searchCalendars(db, {
    ...{ words: wordsIn(query), category: null, region: null },
    ...{ after: { partner: '', slug: '' }, limit: MAX_LISTED + 1 },
  })
  const ids = new Set(chosen.map(({ id }) => id))
  const listed = found.slice(0, MAX_LISTED).filter(({ id }) => !ids.has(id))
  const slugs = [...new Set([...chosen, ...listed].map(({ partner }) => partner))]
  const partners = new Map((await partnersNamed(db, slugs)).map((each) => [each.slug, each]))
  const list = (calendars: readonly Calendar[], isChosen: boolean) =>
    calendars.map((calendar) => row(calendar, partners.get(calendar.partner), isChosen, reader))
  return html`<p>${words.intro}</p>
<form action="${base}" class="picker">${carried(fields)}${languageField(reader)}
<div class="search"><div class="words"><label for="q">${words.search}</label>
<input id="q" type="search" name="q" value="${query}" maxlength="100"></div><button name="pick" value="1">${words.find}</button></div>
${fields.has('go') ? html`<p class="trouble" role="alert">${words.choose}</p>` : ''}
${chosen.length > 0 ? html`<h2>${words.chosen}</h2><div class="calendars">${list(chosen, true)}</div>` : ''}
<h2>${words.found}</h2>
${found.length === 0 ? html`<p>${query ? words.none(query) : words.empty}</p>` : html`<div class="calendars">${list(listed, false)}</div>`}
${found.length > MAX_LISTED ? html`<p class="soft">${words.more}</p>` : ''}
<div class="finish"><button class="main" name="go" value="1">${words.go}</button></div>
</form>`
}

/** Everything else that was filled in comes back with the calendars. */
const carried = (fields: Fields): Markup =>
  html`${[...fields]
    .filter(([name]) => !['calendar', 'q', 'pick', 'go', 'lang', 'show'].includes(name))
    .map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}`

function row(
  calendar: Calendar,
  partner: Partner | undefined,
  isChosen: boolean,
  { language }: Reader,
): Markup {
  const address = `${calendar.partner}/${calendar.slug}`
  const whose = partner ? within(partnerNames(partner, language).name, language) : ''
  return html`<label class="choice"><input type="checkbox" name="calendar" value="${address}"${isChosen ? html` checked` : ''}>
<span><strong>${within(calendarNames(calendar, language).name, language)}</strong> <small>${whose}</small></span></label>`
}
