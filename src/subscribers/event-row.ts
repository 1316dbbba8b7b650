// One happening in a list: when, what, where, and what has become of it.

import { html } from 'hono/html'
import type { Language } from '../language/choose.ts'
import { zoneText } from '../language/zone-names.ts'
import type { Facts, Slot } from '../schedule/event.ts'
import type { Calendar } from '../storage/calendars.ts'
import type { Markup } from '../web/layout.ts'
import type { Reader } from '../web/reader.ts'
import type { Happening } from './happenings.ts'
import { eventTexts, said } from './texts.ts'
import { clockText, dateText, datetimeOf, momentSaid } from './when.ts'

export const MARKS = {
  ko: {
    cancelled: '취소',
    postponed: '연기',
    soldOut: '매진',
    ended: '종료',
    tentative: '예정(미확정)',
    moved: '일정 변경',
    originally: (text: string) => `원래 ${text}`,
    reason: '사유',
    result: '결과',
    repeats: '반복',
    now: '지금',
  },
  en: {
    cancelled: 'Cancelled',
    postponed: 'Postponed',
    soldOut: 'Sold out',
    ended: 'Ended',
    tentative: 'Tentative',
    moved: 'Rescheduled',
    originally: (text: string) => `originally ${text}`,
    reason: 'Reason',
    result: 'Result',
    repeats: 'Repeats',
    now: 'On now',
  },
}

type Mark = 'cancelled' | 'postponed' | 'soldOut' | 'tentative' | 'moved'

/** What has become of it, the gravest first. */
export function marksOf({ status, soldOut }: Facts, movedFrom: Slot | null): Mark[] {
  if (status === 'cancelled' || status === 'postponed') return [status]
  return [
    ...(status === 'tentative' ? (['tentative'] as const) : []),
    ...(movedFrom && status !== 'ended' ? (['moved'] as const) : []),
    ...(soldOut && status !== 'ended' ? (['soldOut'] as const) : []),
  ]
}

export const marksView = (marks: readonly Mark[], language: Language): Markup =>
  html`${marks.map((mark) => html`<strong class="mark-${mark}">${MARKS[language][mark]}</strong> `)}`

export const eventPath = ({ partner, slug }: Calendar, uid: string): string =>
  `/${partner}/${slug}/${encodeURIComponent(uid)}`

export interface Listing {
  calendar: Calendar
  reader: Reader
  now: string
  /** Whose heading says the day already. */
  dayIsSaid?: boolean
  /** Said of each, in lists of several calendars. */
  from?: Markup | ''
  zoneIsSaid?: boolean
  /** Of what is on, when it ends: in a list of what comes, when it began is old news. */
  untilIsSaid?: boolean
}

export function eventRow(happening: Happening, listing: Listing) {
  const { calendar, reader, now, dayIsSaid, from } = listing
  const { language, to } = reader
  const { facts, movedFrom, uid, startsAt, endsAt } = happening
  const { title, place } = eventTexts(facts, calendar, language)
  const marks = marksOf(facts, movedFrom)
  const zoneIsSaid = listing.zoneIsSaid || facts.timezone !== calendar.settings.timezone
  const isOn = startsAt <= now && endsAt > now && facts.status !== 'cancelled'
  const year = now.slice(0, 4)
  const off = facts.status === 'cancelled' || facts.status === 'postponed'
  const isLong = dayIsSaid === false
  const classes = [
    ...(isLong ? ['long'] : []),
    ...(endsAt <= now ? ['past'] : []),
    ...(off ? ['off'] : []),
  ].join(' ')
  const { text: when, datetime } = dayIsSaid
    ? { text: clockText(facts, language), datetime: datetimeOf(facts) }
    : momentSaid(facts, language, year, listing.untilIsSaid === true && isOn)
  return html`<li${classes ? html` class="${classes}"` : ''}><time datetime="${datetime}">${when}${zoneIsSaid && !facts.allDay ? html` <small>${zoneText(facts.timezone, language)}</small>` : ''}</time>
<div>${isOn ? html`<strong class="mark-now">${MARKS[language].now}</strong> ` : ''}${marksView(marks, language)}<a class="title" href="${to(eventPath(calendar, uid))}"${said(title, language)}</a>
${from ?? ''}${place || facts.result ? html`<p class="soft">${facts.result ? html`<span class="result">${facts.result}</span> ` : ''}${place ? html`<span${said(place, language)}</span>` : ''}</p>` : ''}${
  movedFrom && !off
    ? html`<p class="soft">${MARKS[language].originally(slotText(movedFrom, facts, language))}</p>`
    : ''
}${facts.reason && marks.length > 0 ? html`<p class="soft">${MARKS[language].reason}: <bdi>${facts.reason}</bdi></p>` : ''}</div></li>`
}

/** The slot it first had: the day only where it differs. */
export function slotText(from: Slot, facts: Facts, language: Language): string {
  const clock =
    from.allDay && !from.timeTbd ? '' : ` ${clockText({ ...from, end: null }, language)}`
  const zone = from.timezone === facts.timezone ? '' : ` (${zoneText(from.timezone, language)})`
  return `${dateText(from.start.slice(0, 10), language, facts.start.slice(0, 4))}${clock}${zone}`
}
