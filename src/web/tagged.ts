// A tag for everything that is read, and 304 for whoever has it: half a phone's questions need no body.

import type { MiddlewareHandler } from 'hono'
import { sha256 } from '../storage/digest.ts'
import { matchesAny } from './conditional.ts'

const STREAM = /^text\/event-stream\b/
/** Of a SHA-256: enough that no two answers ever share a tag. */
const TAG_CHARS = 32

/** Made from the answer itself: what it rests on need not be known, and a tag is never wrong. */
export const tagged: MiddlewareHandler = async (c, next) => {
  await next()
  const { res } = c
  const { method } = c.req
  if ((method !== 'GET' && method !== 'HEAD') || res.status !== 200) return
  // A route that knows its tag beforehand looks at the condition itself.
  if (res.headers.has('etag') || STREAM.test(res.headers.get('content-type') ?? '')) return
  const headers = new Headers(res.headers)
  const body = new Uint8Array(await res.arrayBuffer())
  const tag = `"${(await sha256(body)).slice(0, TAG_CHARS)}"`
  headers.set('ETag', tag)
  const known = c.req.header('if-none-match')
  const same = known !== undefined && matchesAny(known, [tag])
  if (same) for (const name of ['Content-Type', 'Content-Length']) headers.delete(name)
  // workerd would otherwise compress what is compressed already once more.
  const encodeBody = headers.has('content-encoding') ? 'manual' : 'automatic'
  // Set anew, since Hono would lay the old headers over the new ones.
  c.res = undefined
  c.res = new Response(same ? null : body, { status: same ? 304 : 200, headers, encodeBody })
}
