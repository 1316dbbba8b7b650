// The pages for everybody, and what they are made of.

import { Hono } from 'hono'
import type { Ports } from '../ports.ts'
import { compressed } from '../web/compressed.ts'
import { assetRoutes } from './assets.ts'
import { calendarPages } from './calendar-page.ts'
import { changesFeeds } from './changes-feed.ts'
import { crawlerRoutes } from './crawlers.ts'
import { eventPages } from './event-page.ts'
import { homeRoutes } from './home.ts'
import { logoRoutes } from './logos.ts'
import { partnerPages } from './partner-page.ts'
import { reportPages } from './reports/report-pages.ts'

export const publicRoutes = (ports: Ports): Hono =>
  new Hono()
    .use(compressed)
    .route('/', assetRoutes())
    .route('/', logoRoutes(ports))
    .route('/', crawlerRoutes(ports))
    .route('/', homeRoutes(ports))
    .route('/', reportPages(ports))
    .route('/', changesFeeds(ports))
    .route('/', eventPages(ports))
    .route('/', calendarPages(ports))
    .route('/', partnerPages(ports))
