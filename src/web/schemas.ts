// Shapes that several rooms' JSON shares.

import { z } from '@hono/zod-openapi'
import { PROBLEM_CODES } from '../problem.ts'

export const DEFAULT_PAGE = 100
export const MAX_PAGE = 500

/**
 * An object of these fields and no others. One that is not among them is refused, with the names of
 * those that are as the message.
 */
export const closed = <T extends z.ZodRawShape>(shape: T) =>
  z.strictObject(shape, {
    error: ({ code }) => (code === 'unrecognized_keys' ? Object.keys(shape).join(', ') : undefined),
  })

export const slug = z.string().openapi({ example: 'hanbit-bears', description: '[a-z0-9-]{1,64}' })

export const limit = z.coerce
  .number()
  .int()
  .min(1)
  .max(MAX_PAGE)
  .default(DEFAULT_PAGE)
  .openapi({ description: `How many at most, 1 to ${MAX_PAGE}.` })

export const cursor = z
  .string()
  .optional()
  .openapi({ description: 'The `next` of the page before, as it was given.' })

export const next = z
  .string()
  .optional()
  .openapi({ description: 'Give as `cursor` for the next page; absent on the last.' })

/** Shown in the history: text of one line. */
export const reason = z
  .string()
  .max(500)
  .regex(/^\P{Cc}*$/u)
  .optional()
  .openapi({ pattern: '^\\P{Cc}*$', description: 'For the history.' })

export const partnerParams = z.object({ partner: slug })
export const calendarParams = z.object({ partner: slug, calendar: slug })

export const texts = z
  .record(
    z.string().regex(/^[a-z]{2}$/),
    closed({
      name: z.string().max(200).optional(),
      description: z.string().max(2000).optional(),
    }),
  )
  .openapi({ description: 'Texts in other languages.', example: { en: { name: 'Hanbit Bears' } } })

export const problemSchema = z
  .looseObject({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.enum(PROBLEM_CODES),
    detail: z.string(),
  })
  .openapi('Problem')

const MEANINGS: Record<number, string> = {
  400: 'The request is not as it should be',
  401: 'A key is needed',
  403: 'Not with this key',
  404: 'Not found',
  409: 'Not in the present state',
  410: 'Start again',
  308: 'The calendar was renamed: its address is in `Location`',
  413: 'Too large',
  415: 'Unsupported kind of body',
  422: 'Not usable as it is',
  429: 'Too many for now: `Retry-After` says when',
  503: 'Not at the moment',
}

/** What else a route may answer, for its description. */
export const problems = (...statuses: (keyof typeof MEANINGS)[]) =>
  Object.fromEntries(
    statuses.map((status) => [
      status,
      {
        description: MEANINGS[status] ?? '',
        ...(status === 308
          ? {}
          : { content: { 'application/problem+json': { schema: problemSchema } } }),
      },
    ]),
  )

export const jsonAnswer = <T extends z.ZodType>(schema: T, description: string) => ({
  description,
  content: { 'application/json': { schema } },
})

export const jsonBody = <T extends z.ZodType>(schema: T) => ({
  required: true,
  content: { 'application/json': { schema } },
})

/** A key is needed: said in the description, checked in the handler. */
export const KEY = [{ key: [] }]
