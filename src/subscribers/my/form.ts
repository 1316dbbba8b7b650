// A form as it was sent: from a page of this server, within a bound, as names and values.

import type { Context } from 'hono'
import type { Ports } from '../../ports.ts'
import { Problem } from '../../problem.ts'
import { readBody } from '../../web/body.ts'
import { requireFromHere } from '../../web/from-here.ts'
import type { Fields } from './fields.ts'

/** A hundred values in each filter, of 200 characters each, percent-encoded, are less. */
const MAX_FORM_BYTES = 512 * 1024
const FORM = 'application/x-www-form-urlencoded'

/** Throws `not_from_here`, `unsupported_media` or `too_large`. */
export async function formOf(ports: Ports, c: Context): Promise<Fields> {
  requireFromHere(ports, c)
  const type = c.req.header('content-type') ?? ''
  if (!type.toLowerCase().startsWith(FORM))
    throw new Problem('unsupported_media', { found: type.slice(0, 80), wanted: FORM })
  const body = await readBody(c.req.raw, MAX_FORM_BYTES)
  return new URLSearchParams(new TextDecoder().decode(body).replaceAll(/%0D%0A?/gi, '%0A'))
}
