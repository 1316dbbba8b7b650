// A calendar's schedule on its page: one month, as a list or as a month, narrowed by what is asked.

import type { Context } from 'hono'
import { html } from 'hono/html'
import { zoneText } from '../language/zone-names.ts'
import type { Ports } from '../ports.ts'
import { placeIn, wallTime } from '../schedule/zones.ts'
import type { Calendar } from '../storage/calendars.ts'
import { choicesNear, type EventFilter, nearestStart } from '../storage/public-events.ts'
import { decodeCursor, encodeCursor } from '../web/cursor.ts'
import type { Markup } from '../web/layout.ts'
import { type Reader, withOption } from '../web/reader.ts'
import { shownQuery } from '../web/words-search.ts'
import { CALENDAR_WORDS } from './calendar-words.ts'
import { BEGINNING, type Happening, happeningsIn, type Position } from './happenings.ts'
import { monthList, monthTable } from './month-view.ts'
import { monthAfter, monthText } from './when.ts'

/** Events of one page of a month. */
export const PAGE = 120
/** Events that are looked at for what they may be chosen by. */
const MAX_LOOKED_AT = 400

export interface Schedule {
  calendar: Calendar
  reader: Reader
  now: string
  today: string
  month: string
  view: 'agenda' | 'month'
  filter: EventFilter
  choices: { categories: string[]; teams: string[] }
  happenings: Happening[]
  /** The rest of the month, where it is longer than a page. */
  next: string | null
  /** A month with events, for one that has none; null for a calendar without any. */
  nearest: string | null
}

export async function scheduleOf(
  { db, now: clock }: Ports,
  c: Context,
  calendar: Calendar,
  reader: Reader,
): Promise<Schedule> {
  const now = clock()
  const zone = calendar.settings.timezone
  const today = wallTime(now, zone).slice(0, 10)
  const start = await nearestStart(db, calendar, now)
  const nearest = start && wallTime(start, zone).slice(0, 7)
  const asked = c.req.query('month') ?? ''
  const month = MONTH.test(asked) ? asked : (nearest ?? today.slice(0, 7))
  const range = {
    from: placeIn(`${month}-01T00:00:00`, zone).instant,
    to: placeIn(`${monthAfter(month, 1)}-01T00:00:00`, zone).instant,
  }
  const chosen = (name: string) => shownQuery(c.req.query(name) ?? '') || null
  const filter = { category: chosen('category'), team: chosen('team') }
  const after = positionOf(c.req.query('after'))
  const found = await happeningsIn(db, calendar, range, { limit: PAGE, filter, after })
  const happenings = found.slice(0, PAGE)
  const last = found.length > PAGE ? happenings.at(-1) : undefined
  return {
    ...{ calendar, reader, now, today, month, filter, happenings, nearest },
    view: c.req.query('view') === 'month' ? 'month' : 'agenda',
    choices: await choicesNear(db, calendar, range.from, MAX_LOOKED_AT),
    next: last ? encodeCursor('month', [last.startsAt, last.uid]) : null,
  }
}

/** Within what dates can be reckoned with. */
const MONTH = /^(19|20|21)\d\d-(0[1-9]|1[0-2])$/

function positionOf(cursor: string | undefined): Position {
  if (!cursor) return BEGINNING
  const [startsAt, uid] = decodeCursor('month', cursor, ['string', 'string'])
  return { startsAt: String(startsAt), uid: String(uid) }
}

export function scheduleView(schedule: Schedule): Markup {
  const { calendar, reader, happenings, month, view, nearest, next } = schedule
  const words = CALENDAR_WORDS[reader.language]
  if (nearest === null) return html`<p>${words.empty}</p>`
  const to = (options: Options) => reader.to(scheduleAddress(schedule, options))
  const apart = happenings.length === 0 && nearest !== month
  return html`${toolbar(schedule)}
${view === 'month' ? monthTable(schedule) : ''}
${happenings.length === 0 ? html`<p class="soft">${words.nothing}${apart ? html` <a href="${to({ month: nearest })}">${words.nearest(monthText(nearest, reader.language))}</a>` : ''}</p>` : monthList(schedule, view === 'agenda')}
${next ? html`<p><a class="more" rel="next" href="${to({ after: next })}">${words.more}</a></p>` : ''}
${oneZone(schedule) ? html`<p class="soft">${words.zone(zoneText(calendar.settings.timezone, reader.language))}</p>` : ''}`
}

/** Where it is not, each row says its own. */
const oneZone = ({ calendar, happenings }: Schedule): boolean =>
  happenings.every(({ facts }) => facts.allDay || facts.timezone === calendar.settings.timezone)

interface Options {
  month?: string
  view?: Schedule['view']
  after?: string
}

/** The same choice of events, another month or view. */
function scheduleAddress({ calendar, filter, view, month }: Schedule, options: Options): string {
  const wanted = { month, view, after: '', ...options }
  let path = `/${calendar.partner}/${calendar.slug}`
  path = withOption(path, 'month', wanted.month)
  path = withOption(path, 'view', wanted.view === 'month' ? 'month' : '')
  path = withOption(path, 'category', filter.category ?? '')
  path = withOption(path, 'team', filter.team ?? '')
  return `${withOption(path, 'after', wanted.after)}#schedule`
}

function toolbar(schedule: Schedule): Markup {
  const { reader, month, view } = schedule
  const { language } = reader
  const words = CALENDAR_WORDS[language]
  const to = (options: Options) => reader.to(scheduleAddress(schedule, options))
  const [before, after] = [monthAfter(month, -1), monthAfter(month, 1)]
  const switching = (one: Schedule['view'], text: string) =>
    html`<a href="${to({ view: one })}"${one === view ? html` aria-current="true"` : ''}>${text}</a>`
  return html`<div class="toolbar"><nav class="months" aria-label="${words.schedule}">
${MONTH.test(before) ? html`<a href="${to({ month: before })}" rel="prev" aria-label="${words.earlier}: ${monthText(before, language)}">‹</a>` : ''}
<strong>${monthText(month, language)}</strong>
${MONTH.test(after) ? html`<a href="${to({ month: after })}" rel="next" aria-label="${words.later}: ${monthText(after, language)}">›</a>` : ''}</nav>
<nav class="switch" aria-label="${words.view}">${switching('agenda', words.agenda)}${switching('month', words.month)}</nav></div>
${filters(schedule)}`
}

function filters(schedule: Schedule): Markup | '' {
  const { calendar, reader, choices, filter, month, view } = schedule
  const words = CALENDAR_WORDS[reader.language]
  const select = (name: 'category' | 'team', all: string[]) => {
    const chosen = filter[name]
    const listed = chosen !== null && !all.includes(chosen) ? [chosen, ...all] : all
    if (listed.length < 2 && chosen === null) return ''
    return html`<div><label for="${name}">${words[name]}</label><select id="${name}" name="${name}"><option value="">${words.all}</option>${listed.map(
      (value) => html`<option${value === chosen ? html` selected` : ''}>${value}</option>`,
    )}</select></div>`
  }
  const [category, team] = [select('category', choices.categories), select('team', choices.teams)]
  if (!category && !team) return ''
  const chosen = filter.category !== null || filter.team !== null
  return html`<details class="narrow"${chosen ? html` open` : ''}><summary>${words.filters}</summary>
<form class="filters" method="get" action="/${calendar.partner}/${calendar.slug}#schedule">
${reader.chosen ? html`<input type="hidden" name="lang" value="${reader.language}">` : ''}
<input type="hidden" name="month" value="${month}">${view === 'month' ? html`<input type="hidden" name="view" value="month">` : ''}
${category}${team}<button>${words.show}</button></form></details>`
}
