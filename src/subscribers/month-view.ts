// A month as a table of weeks: titles where there is room, on a phone the number of events, and
// each day leads to its place in the list below.

import { html } from 'hono/html'
import type { Calendar } from '../storage/calendars.ts'
import type { Markup } from '../web/layout.ts'
import type { Reader } from '../web/reader.ts'
import { CALENDAR_WORDS } from './calendar-words.ts'
import { eventPath, eventRow } from './event-row.ts'
import { daysOf, type Happening } from './happenings.ts'
import { eventTexts, said } from './texts.ts'
import { dateText, monthText, weekdays, weeksOf } from './when.ts'

/** Titles in one day's cell. */
const MAX_TITLES = 3

export interface Month {
  calendar: Calendar
  month: string
  happenings: readonly Happening[]
  reader: Reader
  now: string
  /** The local date. */
  today: string
}

/** By day, for the days that have any within the first and the last of these. */
export function byDay(happenings: readonly Happening[], first: string, last: string) {
  const days = new Map<string, Happening[]>()
  for (const happening of happenings)
    for (const day of daysOf(happening, first, last)) {
      const known = days.get(day)
      if (known) known.push(happening)
      else days.set(day, [happening])
    }
  return days
}

export function monthTable(shown: Month): Markup {
  const { month, reader, happenings } = shown
  const { language } = reader
  const weeks = weeksOf(month)
  const days = byDay(happenings, `${month}-01`, `${month}-31`)
  return html`<table class="month"><caption class="hidden">${monthText(month, language)}</caption>
<thead><tr>${weekdays(language).map((day) => html`<th scope="col">${day}</th>`)}</tr></thead>
<tbody>${weeks.map(
    (week) => html`<tr>${week.map((date) => cell(date, days.get(date) ?? [], shown))}</tr>`,
  )}</tbody></table>`
}

function cell(date: string, happenings: readonly Happening[], shown: Month): Markup {
  const { month, today, reader } = shown
  const { language } = reader
  if (!date.startsWith(month)) return html`<td class="other"></td>`
  const number = Number(date.slice(8))
  const words = CALENDAR_WORDS[language]
  const isToday = date === today
  const day =
    happenings.length === 0
      ? html`<span class="day">${number}</span>`
      : html`<a class="day" href="#d${listedDay(happenings, date, month)}"><span aria-hidden="true">${number}</span><span class="hidden">${dateText(date, language, today.slice(0, 4))}: ${words.days(happenings.length)}</span><span class="dots" aria-hidden="true">${happenings.length}</span></a>`
  return html`<td${isToday ? html` class="today" aria-current="date"` : ''}>${day}${titles(happenings, shown)}</td>`
}

/** Where the list has it: what lasts longer stands on its first day there. */
function listedDay(happenings: readonly Happening[], date: string, month: string): string {
  const starts = happenings.map(({ facts }) => facts.start.slice(0, 10)).sort()
  const start = starts.at(-1) ?? date
  return start < `${month}-01` ? `${month}-01` : start
}

function titles(happenings: readonly Happening[], { calendar, reader }: Month): Markup | '' {
  if (happenings.length === 0) return ''
  const { language, to } = reader
  const others = happenings.length - MAX_TITLES
  return html`<ul class="titles">${happenings.slice(0, MAX_TITLES).map(({ facts, uid }) => {
    const { title } = eventTexts(facts, calendar, language)
    const off = facts.status === 'cancelled' || facts.status === 'postponed'
    return html`<li${off ? html` class="off"` : ''}>${facts.allDay ? '' : html`<span class="soft">${facts.start.slice(11, 16)}</span> `}<a href="${to(eventPath(calendar, uid))}"${said(title, language)}</a></li>`
  })}${others > 0 ? html`<li class="soft">${CALENDAR_WORDS[language].others(others)}</li>` : ''}</ul>`
}

/** The month as a list; each event once, on the first day of it that the month has. What is over may be folded away. */
export function monthList(shown: Month, folds: boolean): Markup {
  const { month, happenings, reader, now, today } = shown
  const first = `${month}-01`
  const days = new Map<string, Happening[]>()
  for (const happening of happenings) {
    const start = happening.facts.start.slice(0, 10)
    const day = start < first ? first : start
    days.set(day, [...(days.get(day) ?? []), happening])
  }
  const listed = [...days].sort()
  const over = listed.filter(
    ([date, some]) => date < today && some.every((one) => one.endsAt <= now),
  )
  const isFolded = folds && over.length > 0 && over.length < listed.length
  const daysView = (some: typeof listed) =>
    some.map(([date, events]) => dayView(date, events, shown))
  if (!isFolded) return html`<div class="agenda">${daysView(listed)}</div>`
  const words = CALENDAR_WORDS[reader.language]
  return html`<div class="agenda"><details class="over"><summary>${words.over(over.length)}</summary>${daysView(over)}</details>
${daysView(listed.filter((day) => !over.includes(day)))}</div>`
}

function dayView(date: string, events: readonly Happening[], shown: Month): Markup {
  const { calendar, reader, now, today } = shown
  const { language } = reader
  return html`<section id="d${date}"${date === today ? html` class="today"` : ''}>
<h3>${dateText(date, language, today.slice(0, 4))}${date === today ? html` <span class="chip">${CALENDAR_WORDS[language].today}</span>` : ''}</h3>
<ul class="events">${events.map((one) => {
    const dayIsSaid = isWithinDay(one, date)
    return eventRow(one, { calendar, reader, now, dayIsSaid })
  })}</ul></section>`
}

const isWithinDay = ({ facts: { start, end } }: Happening, date: string): boolean =>
  start.startsWith(date) && (end === null || end.startsWith(date))
