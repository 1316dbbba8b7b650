// A form's fields as a schema has them, without the token that every form holds.

import type { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { problemOf } from '../../../web/router.ts'
import { languageOf } from '../sign-in/session.ts'

/** Throws `invalid_request` for what does not fit. */
export async function filledIn<T extends z.ZodType>(c: Context, schema: T): Promise<z.output<T>> {
  const { csrf: _, ...given } = await c.req.parseBody()
  const parsed = schema.safeParse(given)
  if (parsed.success) return parsed.data
  throw problemOf(parsed.error.issues, { target: 'form', given, language: languageOf(c) })
}
