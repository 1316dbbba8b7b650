// The stylesheets and the script of the public pages.

import { Hono } from 'hono'
import { PUBLIC_STYLE } from '../web/public-style.ts'
import { STYLE } from '../web/style.ts'
import { COPY_SCRIPT } from './copy-script.ts'

const CSS = 'text/css; charset=utf-8'

const ASSETS = {
  'style.css': { type: CSS, text: STYLE },
  'public.css': { type: CSS, text: STYLE + PUBLIC_STYLE },
  'subscribe.js': { type: 'text/javascript; charset=utf-8', text: COPY_SCRIPT },
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
