// The stylesheets and scripts of the public pages.

import { Hono } from 'hono'
import { PUBLIC_STYLE } from '../web/public-style.ts'
import { STYLE } from '../web/style.ts'
import { COPY_SCRIPT } from './copy-script.ts'
import { MY_TIME_SCRIPT } from './my-time-script.ts'

const CSS = 'text/css; charset=utf-8'
const JAVASCRIPT = 'text/javascript; charset=utf-8'

const ASSETS = {
  'style.css': { type: CSS, text: STYLE },
  'public.css': { type: CSS, text: STYLE + PUBLIC_STYLE },
  'subscribe.js': { type: JAVASCRIPT, text: COPY_SCRIPT },
  'public.js': { type: JAVASCRIPT, text: COPY_SCRIPT + MY_TIME_SCRIPT },
}

export function assetRoutes(): Hono {
  const routes = new Hono()
  for (const [name, { type, text }] of Object.entries(ASSETS))
    routes.get(`/assets/${name}`, (c) =>
      c.body(text, 200, {
        'Content-Type': type,
        'Cache-Control': 'public, max-age=3600',
        'X-Content-Type-Options': 'nosniff',
      }),
    )
  return routes
}
