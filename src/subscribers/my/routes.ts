// The pages of personal feeds.

import { Hono } from 'hono'
import type { Ports } from '../../ports.ts'
import { compressed } from '../../web/compressed.ts'
import { eventPages } from './event-pages.ts'
import { homePages } from './home-pages.ts'
import { linkActs } from './link-acts.ts'
import { managePages } from './manage-pages.ts'
import { memberPages } from './member-pages.ts'
import { newPages } from './new-pages.ts'
import { MY_SCRIPT } from './script.ts'
import { MY_STYLE } from './style.ts'

const KEPT = { 'Cache-Control': 'public, max-age=3600', 'X-Content-Type-Options': 'nosniff' }

export const myRoutes = (ports: Ports): Hono =>
  new Hono()
    // Not of a link’s own pages, which hold a secret beside what others may have them say.
    .use('/assets/*', compressed)
    .use('/my/new', compressed)
    .use('/my/preview', compressed)
    .get('/assets/my.css', (c) =>
      c.body(MY_STYLE, 200, { ...KEPT, 'Content-Type': 'text/css; charset=utf-8' }),
    )
    .get('/assets/my.js', (c) =>
      c.body(MY_SCRIPT, 200, { ...KEPT, 'Content-Type': 'text/javascript; charset=utf-8' }),
    )
    .route('/', homePages(ports))
    .route('/', newPages(ports))
    .route('/', managePages(ports))
    .route('/', linkActs(ports))
    .route('/', memberPages(ports))
    // Last, since an event has any name that none of the pages before has.
    .route('/', eventPages(ports))
