// Everything below /console, behind the check of who sends what changes something.

import { Hono } from 'hono'
import type { Ports } from '../../ports.ts'
import { newCalendarPages } from './calendar/new-calendar.ts'
import { seasonPages } from './calendar/season-pages.ts'
import { settingsPages } from './calendar/settings-pages.ts'
import { uploadPages } from './calendar/upload-pages.ts'
import { eventPages } from './events/event-pages.ts'
import { withToken } from './frame/own-pages.ts'
import { PAGES_STYLE } from './frame/pages-style.ts'
import { CONSOLE_SCRIPT } from './frame/script.ts'
import { CONSOLE_STYLE } from './frame/style.ts'
import { historyPages } from './history/history-pages.ts'
import { homeRoutes } from './home.ts'
import { audiencePages } from './partner/audience-pages.ts'
import { auditPages } from './partner/audit-page.ts'
import { lookPages } from './partner/look-pages.ts'
import { newPartnerPages } from './partner/new-partner.ts'
import { peopleRoutes } from './partner/people.ts'
import { reportPages } from './reports/report-pages.ts'
import { reviewPages } from './review/review-pages.ts'
import { invitationPages } from './sign-in/invitation.ts'
import { signInRoutes } from './sign-in/sign-in.ts'
import { sourcePages } from './sources/source-pages.ts'
import { storeGroupPages } from './store-groups/store-group-pages.ts'

const ASSETS = {
  'console.css': { type: 'text/css; charset=utf-8', text: CONSOLE_STYLE + PAGES_STYLE },
  'console.js': { type: 'text/javascript; charset=utf-8', text: CONSOLE_SCRIPT },
}

export function consoleRoutes(ports: Ports): Hono {
  const routes = new Hono()
  for (const [name, { type, text }] of Object.entries(ASSETS))
    routes.get(`/assets/${name}`, (c) =>
      c.body(text, 200, { 'Content-Type': type, 'Cache-Control': 'public, max-age=3600' }),
    )
  routes.use('/console/*', withToken(ports))
  routes.route('/', signInRoutes(ports))
  routes.route('/', invitationPages(ports))
  routes.route('/', peopleRoutes(ports))
  routes.route('/', audiencePages(ports))
  routes.route('/', auditPages(ports))
  routes.route('/', homeRoutes(ports))
  routes.route('/', newPartnerPages(ports))
  routes.route('/', lookPages(ports))
  routes.route('/', newCalendarPages(ports))
  routes.route('/', uploadPages(ports))
  routes.route('/', settingsPages(ports))
  routes.route('/', sourcePages(ports))
  routes.route('/', reviewPages(ports))
  routes.route('/', historyPages(ports))
  routes.route('/', seasonPages(ports))
  routes.route('/', eventPages(ports))
  routes.route('/', reportPages(ports))
  routes.route('/', storeGroupPages(ports))
  return routes
}
