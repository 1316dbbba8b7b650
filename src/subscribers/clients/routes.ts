// /doctor/clients: the page and its stylesheet.

import { Hono } from 'hono'
import { realIntervals } from '../../ledger/intervals.ts'
import type { Ports } from '../../ports.ts'
import { compressed } from '../../web/compressed.ts'
import { answerPublicPage } from '../../web/public-page.ts'
import { readerOf } from '../../web/reader.ts'
import { CLIENTS_STYLE, clientsBody } from './page.ts'
import { CLIENTS_WORDS } from './words.ts'

const STYLESHEET = '/assets/clients.css'

export function clientsPages({ db }: Ports): Hono {
  return new Hono()
    .use('/doctor/clients', compressed)
    .use(STYLESHEET, compressed)
    .get(STYLESHEET, (c) =>
      c.body(CLIENTS_STYLE, 200, {
        'Content-Type': 'text/css; charset=utf-8',
        'Cache-Control': 'public, max-age=3600',
        'X-Content-Type-Options': 'nosniff',
      }),
    )
    .get('/doctor/clients', async (c) => {
      const reader = readerOf(c)
      const words = CLIENTS_WORDS[reader.language]
      return answerPublicPage(c, {
        ...{ reader, title: `${words.title} · Kalends`, description: words.intro },
        ...{ styles: [STYLESHEET], body: clientsBody(await realIntervals(db), reader) },
      })
    })
}
