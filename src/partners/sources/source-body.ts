// What a source can be told to be.

import { z } from '@hono/zod-openapi'
import { MAX_URL_CHARS } from '../../outbound/urls.ts'
import { closed } from '../../web/schemas.ts'
import { DEFAULT_EVERY_MINUTES, MAX_EVERY_MINUTES, MIN_EVERY_MINUTES } from './sources.ts'

const url = z
  .string()
  .min(1)
  .openapi({
    ...{ example: 'https://example.com/schedule.csv', maxLength: MAX_URL_CHARS },
    description:
      'http:, https: or webcal:, at a public address. A link of Google Sheets as copied.',
  })
const mode = z.enum(['merge', 'replace'])
const every = z
  .number()
  .int()
  .min(MIN_EVERY_MINUTES)
  .max(MAX_EVERY_MINUTES)
  .openapi({ description: 'Minutes.' })
const notice = closed({
  webhook: z.string().min(1).optional(),
  email: z.email().max(254).optional(),
})
  .nullable()
  .openapi({ description: 'Who is told when it fails, waits, or works again.' })

export const sourceBody = closed({
  url,
  mode: mode.default('merge'),
  every: every.default(DEFAULT_EVERY_MINUTES),
  notice: notice.default(null),
})

export const sourceChange = closed({
  url: url.optional(),
  mode: mode.optional(),
  every: every.optional(),
  notice: notice.optional(),
})
