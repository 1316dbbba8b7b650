// A new season in the console: what is over is archived, address and subscribers stay.

import { Hono } from 'hono'
import { html } from 'hono/html'
import type { Language } from '../../../language/choose.ts'
import type { Ports } from '../../../ports.ts'
import { wallTime } from '../../../schedule/zones.ts'
import type { Calendar } from '../../../storage/calendars.ts'
import { listSeasons, type Season } from '../../../storage/seasons.ts'
import type { Markup } from '../../../web/layout.ts'
import { rollOver } from '../../settings/seasons.ts'
import { consolePage } from '../frame/frame.ts'
import { calendarHere, fieldIn, fieldsOf, type Here } from '../frame/here.ts'
import { authorText, momentText } from '../frame/values.ts'
import { calendarPath } from '../review/review-page.ts'
import { calendarNav } from './calendar-page.ts'

const WORDS = {
  ko: {
    title: '시즌',
    how: '지난 일정을 파일로 보관하고 같은 주소에서 새 시즌을 시작합니다. 구독자는 아무것도 하지 않아도 됩니다. 이력에서 되돌릴 수 있습니다.',
    name: '끝난 시즌의 이름 (주소에 쓰입니다: 영문 소문자, 숫자, -)',
    before: '이 날보다 먼저 끝난 일정까지',
    close: '시즌 마감',
    archives: '보관된 시즌',
    none: '보관된 시즌이 없습니다.',
    events: (count: number) => `일정 ${count}개`,
  },
  en: {
    title: 'Seasons',
    how: 'Keeps what is over as a file and begins a new season at the same address. Subscribers need not do anything. The history can undo it.',
    name: 'Name of the season that is over (stands in its address: a-z, 0-9, -)',
    before: 'Everything that ended before',
    close: 'Close the season',
    archives: 'Archived seasons',
    none: 'No archived season.',
    events: (count: number) => `${count} events`,
  },
}

const path = '/console/calendars/:calendar/seasons'

export function seasonPages(ports: Ports): Hono {
  return new Hono()
    .get(path, async (c) => {
      const here = await calendarHere(ports, c)
      const { language } = here.session
      const today = wallTime(ports.now(), here.calendar.settings.timezone).slice(0, 10)
      const seasons = await listSeasons(ports.db, here.calendar)
      const body = seasonsBody(here, seasons, today)
      return consolePage(c, { title: WORDS[language].title, session: here.session, body })
    })
    .post(path, async (c) => {
      const { calendar, session } = await calendarHere(ports, c, 'editor')
      const fields = await fieldsOf(c)
      const [name, before] = [fieldIn(fields, 'name') ?? '', fieldIn(fields, 'before')]
      const season = { name, before: before ?? undefined }
      await rollOver(ports, calendar, season, { author: session.principal.label, reason: null })
      return c.redirect(`${calendarPath(calendar)}/seasons`, 303)
    })
}

function seasonsBody(here: Here, seasons: readonly Season[], today: string): Markup {
  const { calendar, session, csrf, mayChange } = here
  const { language } = session
  const words = WORDS[language]
  return html`${calendarNav(calendar, 'history', language)}<p>${words.how}</p>
${
  mayChange
    ? html`<form method="post" action="${calendarPath(calendar)}/seasons" class="stack">${csrf}
<label>${words.name}<input name="name" required maxlength="64" pattern="[a-z0-9\\-]+" autocapitalize="off"></label>
<label>${words.before}<input type="date" name="before" value="${today}" max="${today}" required></label>
<p class="actions"><button class="button">${words.close}</button></p></form>`
    : ''
}
<h2>${words.archives}</h2>
${seasons.length === 0 ? html`<p>${words.none}</p>` : archives(calendar, seasons, language)}`
}

const archives = (calendar: Calendar, seasons: readonly Season[], language: Language): Markup =>
  html`<ul class="changes">${seasons.map(
    ({
      name,
      before,
      events,
      author,
    }) => html`<li><p><a href="/feeds/${calendar.partner}/${calendar.slug}/seasons/${name}.ics">${name}.ics</a>
<span class="soft">${WORDS[language].events(events)} · ${momentText(before, language)} · <bdi>${authorText(author, language)}</bdi></span></p></li>`,
  )}</ul>`
