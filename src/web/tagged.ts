// JSON with a tag of its own bytes: who has the same already is told so.

import type { Context } from 'hono'
import { sha256 } from '../storage/digest.ts'
import { matchesAny } from './conditional.ts'

const TAG_CHARS = 32

/** Whether the caller has this answer already; its tag goes out with either answer. */
export async function isHad(c: Context, answer: object): Promise<boolean> {
  const digest = await sha256(new TextEncoder().encode(JSON.stringify(answer)))
  const tag = `"${digest.slice(0, TAG_CHARS)}"`
  c.header('ETag', tag)
  c.header('Cache-Control', 'private, no-cache')
  return matchesAny(c.req.header('if-none-match') ?? '', [tag])
}
