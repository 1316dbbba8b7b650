// What a partner's own site takes from here: the element's script, the frame, and how to use them.

import { type Context, Hono } from 'hono'
import type { Ports } from '../../ports.ts'
import { sha256 } from '../../storage/digest.ts'
import { compressed } from '../../web/compressed.ts'
import { matchesAny } from '../../web/conditional.ts'
import { answerFrame, FRAME_STYLESHEET } from './frame.ts'
import { answerEmbedPage, PAGE_STYLESHEET, SCRIPT_PATH } from './page.ts'
import { EMBED_SCRIPT } from './script.ts'
import { EMBED_PAGE_STYLE, FRAME_STYLE } from './style.ts'

const CSS = 'text/css; charset=utf-8'
const JAVASCRIPT = 'text/javascript; charset=utf-8'

export function embedRoutes(ports: Ports): Hono {
  return new Hono()
    .use('/embed/*', compressed)
    .get(SCRIPT_PATH, (c) => answerAsset(c, EMBED_SCRIPT, JAVASCRIPT))
    .get(FRAME_STYLESHEET, (c) => answerAsset(c, FRAME_STYLE, CSS))
    .get(PAGE_STYLESHEET, (c) => answerAsset(c, EMBED_PAGE_STYLE, CSS))
    .get('/embed', (c) => answerEmbedPage(ports, c))
    .get('/embed/:partner/:calendar', (c) => answerFrame(ports, c, c.req.param()))
}

/** Kept for a day, used a week while it is asked again; from any site, whatever it isolates. */
async function answerAsset(c: Context, text: string, type: string): Promise<Response> {
  const etag = `"${(await sha256(new TextEncoder().encode(text))).slice(0, 32)}"`
  const headers = {
    'Cache-Control': 'public, max-age=86400, stale-while-revalidate=604800',
    'Access-Control-Allow-Origin': '*',
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'X-Content-Type-Options': 'nosniff',
    ETag: etag,
  }
  if (matchesAny(c.req.header('if-none-match') ?? '', [etag])) return c.body(null, 304, headers)
  return c.body(text, 200, { ...headers, 'Content-Type': type })
}
