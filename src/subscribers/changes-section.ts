// What lately changed, as a part of a calendar's page; and the feeds that go on telling it.

import { html } from 'hono/html'
import { wallTime } from '../schedule/zones.ts'
import type { Calendar } from '../storage/calendars.ts'
import type { Arrivals, ToldChange } from '../storage/public-changes.ts'
import type { Markup } from '../web/layout.ts'
import type { Reader } from '../web/reader.ts'
import { changesList } from './changes-view.ts'
import { calendarNames } from './texts.ts'
import { dateText } from './when.ts'

const WORDS = {
  ko: {
    title: '최근 바뀐 일정',
    none: '아직 바뀐 일정이 없습니다.',
    arrived: (count: number, date: string) => `${date}: 일정 ${count}개가 새로 올라왔습니다.`,
    feeds: '바뀐 일정 받아 보기',
    feed: (name: string) => `${name}: 바뀐 일정`,
  },
  en: {
    title: 'Lately changed',
    none: 'Nothing has changed yet.',
    arrived: (count: number, date: string) =>
      `${date}: ${count} new ${count === 1 ? 'event' : 'events'}.`,
    feeds: 'Follow the changes',
    feed: (name: string) => `${name}: changes`,
  },
}

export const FEED_KINDS = {
  rss: { type: 'application/rss+xml', name: 'RSS' },
  atom: { type: 'application/atom+xml', name: 'Atom' },
  json: { type: 'application/feed+json', name: 'JSON Feed' },
} as const
export type FeedKind = keyof typeof FEED_KINDS

export const changesPath = ({ partner, slug }: Calendar, kind: FeedKind): string =>
  `/${partner}/${slug}/changes.${kind}`

export const changesTitle = (calendar: Calendar, { language }: Pick<Reader, 'language'>): string =>
  WORDS[language].feed(calendarNames(calendar, language).name.text)

/** For the page's head: readers of news find them by themselves. */
export const feedLinks = (publicUrl: string, calendar: Calendar, reader: Reader): Markup =>
  html`${Object.entries(FEED_KINDS).map(
    ([kind, { type }]) =>
      html`<link rel="alternate" type="${type}" title="${changesTitle(calendar, reader)}" href="${publicUrl}${reader.to(changesPath(calendar, kind as FeedKind))}">\n`,
  )}<link rel="alternate" type="text/calendar" title="iCalendar" href="${publicUrl}/feeds/${calendar.partner}/${calendar.slug}.ics">
`

interface Recent {
  corrections: readonly ToldChange[]
  arrivals: readonly Arrivals[]
  calendar: Calendar
  reader: Reader
  now: string
}

export function recentView({ corrections, arrivals, calendar, reader, now }: Recent): Markup {
  const words = WORDS[reader.language]
  const date = (instant: string) =>
    dateText(
      wallTime(instant, calendar.settings.timezone).slice(0, 10),
      reader.language,
      now.slice(0, 4),
    )
  return html`<section id="changes"><h2>${words.title}</h2>
${corrections.length > 0 ? changesList(corrections, calendar, reader, now) : html`<p class="soft">${words.none}</p>`}
${arrivals.map(({ count, publishedAt }) => html`<p class="soft">${words.arrived(Number(count), date(publishedAt))}</p>`)}
<p class="soft">${words.feeds}: ${Object.entries(FEED_KINDS).map(
    ([kind, { name }]) =>
      html`<a class="more" href="${reader.to(changesPath(calendar, kind as FeedKind))}">${name}</a> `,
  )}</p></section>`
}
