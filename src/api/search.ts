// GET /v1/calendars?q=: calendars as people look for them, by a few words.

import { createRoute, z } from '@hono/zod-openapi'
import type { Ports } from '../ports.ts'
import { searchCalendars } from '../storage/calendar-search.ts'
import { partnersNamed } from '../storage/partners.ts'
import { calendarJson, calendarSchema } from '../web/calendar-json.ts'
import { decodeCursor, encodeCursor } from '../web/cursor.ts'
import { router } from '../web/router.ts'
import { closed, cursor, jsonAnswer, limit, next, problems, texts } from '../web/schemas.ts'
import { wordsIn } from '../web/words-search.ts'

const MAX_QUERY_CHARS = 200

const found = z
  .object({
    ...calendarSchema.shape,
    partnerName: z.string(),
    partnerTranslations: texts,
  })
  .openapi('FoundCalendar')

const route = createRoute({
  ...{ method: 'get', path: '/v1/calendars', tags: ['Discover'], summary: 'Find calendars' },
  description:
    'Words in any order, each in a name, the category, the address or the description; Hangul also by its first consonants (ㅎㅂ). Without `q`, all calendars.',
  request: {
    query: closed({
      q: z
        .string()
        .max(MAX_QUERY_CHARS)
        .default('')
        .openapi({ description: 'A few words; without them, all.', example: '한빛 야구' }),
      ...{ limit, cursor },
    }),
  },
  responses: {
    200: jsonAnswer(z.object({ calendars: z.array(found), next }), 'By their addresses'),
    ...problems(400),
  },
})

export function searchRoutes({ db, config }: Ports) {
  return router().openapi(route, async (c) => {
    const { q, limit, cursor } = c.req.valid('query')
    const [partner = '', slug = ''] = cursor
      ? decodeCursor('search', cursor, ['string', 'string']).map(String)
      : []
    const calendars = await searchCalendars(db, {
      ...{ words: wordsIn(q), category: null, region: null, after: { partner, slug } },
      limit: limit + 1,
    })
    const page = calendars.slice(0, limit)
    const partners = new Map(
      (await partnersNamed(db, [...new Set(page.map((each) => each.partner))])).map((each) => [
        ...([each.slug, each] as const),
      ]),
    )
    const last = page.at(-1)
    return c.json(
      {
        calendars: page.map((calendar) => ({
          ...calendarJson(config.publicUrl, calendar),
          partnerName: partners.get(calendar.partner)?.name ?? calendar.partner,
          partnerTranslations: partners.get(calendar.partner)?.translations ?? {},
        })),
        next:
          last && calendars.length > limit
            ? encodeCursor('search', [last.partner, last.slug])
            : undefined,
      },
      200,
    )
  })
}
