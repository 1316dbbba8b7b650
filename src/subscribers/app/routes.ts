// `/app`: the reminder app as an installable page, from the module that was built of its sources.

import { type Context, Hono } from 'hono'
import type { Ports } from '../../ports.ts'
import { FILES, ICONS, SCRIPT, STYLE, WORKER } from '../../reminder-app/built.ts'
import { ICON_PATHS, manifest, shellPage } from '../../reminder-app/shell.ts'
import { sha256 } from '../../storage/digest.ts'
import { compressed } from '../../web/compressed.ts'
import { matchesAny } from '../../web/conditional.ts'
import { readerOf } from '../../web/reader.ts'

/** All of it comes from here, and speaks with nobody else. */
const POLICY = [
  ...["default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:"],
  ...["connect-src 'self'", "manifest-src 'self'", "worker-src 'self'", "base-uri 'none'"],
  ...["form-action 'self'", "frame-ancestors 'none'"],
].join('; ')

const HEADERS = { 'X-Content-Type-Options': 'nosniff', 'Referrer-Policy': 'no-referrer' }
/** Looked at anew each time; a 304 when nothing is new. */
const FRESH = { ...HEADERS, 'Cache-Control': 'no-cache' }
/** Its address has the hash of its bytes. */
const FOR_EVER = { ...HEADERS, 'Cache-Control': 'public, max-age=31536000, immutable' }
const DAY = { ...HEADERS, 'Cache-Control': 'public, max-age=86400' }

const SCRIPT_TYPE = 'text/javascript; charset=utf-8'

export const appRoutes = ({ config: { publicUrl } }: Ports): Hono =>
  withIcons(new Hono().use('/app', compressed).use('/app/*', compressed))
    .get('/app', (c) => {
      const { language } = readerOf(c)
      return answerFresh(
        c,
        shellPage(language, FILES, encodeURI(publicUrl)),
        'text/html; charset=utf-8',
        {
          ...{ 'Content-Security-Policy': POLICY, 'Content-Language': language },
          Vary: 'Accept-Language',
        },
      )
    })
    .get('/app/manifest.webmanifest', (c) => {
      const type = 'application/manifest+json; charset=utf-8'
      return answerFresh(c, manifest(readerOf(c).language), type, { Vary: 'Accept-Language' })
    })
    .get('/app/worker.js', (c) =>
      answerFresh(c, WORKER, SCRIPT_TYPE, {
        ...{ 'Service-Worker-Allowed': '/app', 'Content-Security-Policy': POLICY },
      }),
    )
    .get(FILES.script, (c) => c.body(SCRIPT, 200, { ...FOR_EVER, 'Content-Type': SCRIPT_TYPE }))
    .get(FILES.style, (c) =>
      c.body(STYLE, 200, { ...FOR_EVER, 'Content-Type': 'text/css; charset=utf-8' }),
    )

function withIcons(routes: Hono): Hono {
  for (const [name, path] of Object.entries(ICON_PATHS)) {
    const bytes = Uint8Array.from(atob(ICONS[name as keyof typeof ICONS]), (c) => c.charCodeAt(0))
    routes.get(path, (c) => c.body(bytes, 200, { ...DAY, 'Content-Type': 'image/png' }))
  }
  return routes
}

async function answerFresh(
  c: Context,
  text: string,
  type: string,
  more: Record<string, string>,
): Promise<Response> {
  const etag = `"${(await sha256(text)).slice(0, 32)}"`
  const headers = { ...FRESH, ...more, ETag: etag }
  if (matchesAny(c.req.header('if-none-match') ?? '', [etag])) return c.body(null, 304, headers)
  return c.body(text, 200, { ...headers, 'Content-Type': type })
}
