// Everything below /console, behind the check of who sends what changes something.

import { Hono } from 'hono'
import type { Ports } from '../../ports.ts'
import { audiencePages } from './audience-pages.ts'
import { auditPages } from './audit-page.ts'
import { eventPages } from './event-pages.ts'
import { historyPages } from './history-pages.ts'
import { homeRoutes } from './home.ts'
import { invitationPages } from './invitation.ts'
import { lookPages } from './look-pages.ts'
import { newCalendarPages } from './new-calendar.ts'
import { newPartnerPages } from './new-partner.ts'
import { withToken } from './own-pages.ts'
import { PAGES_STYLE } from './pages-style.ts'
import { peopleRoutes } from './people.ts'
import { reportPages } from './report-pages.ts'
import { reviewPages } from './review-pages.ts'
import { CONSOLE_SCRIPT } from './script.ts'
import { seasonPages } from './season-pages.ts'
import { settingsPages } from './settings-pages.ts'
import { signInRoutes } from './sign-in.ts'
import { sourcePages } from './source-pages.ts'
import { storeGroupPages } from './store-group-pages.ts'
import { CONSOLE_STYLE } from './style.ts'
import { uploadPages } from './upload-pages.ts'

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
