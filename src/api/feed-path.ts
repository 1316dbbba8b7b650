// The feed, described beside the JSON: it is what most readers want.

import { createRoute, z } from '@hono/zod-openapi'
import { problems, slug } from '../web/schemas.ts'

export const seasonPath = createRoute({
  ...{ method: 'get', path: '/feeds/{partner}/{calendar}/seasons/{name}.ics', tags: ['Feed'] },
  summary: 'A season’s archive',
  description: 'What a season that is over left behind; it never changes.',
  request: { params: z.object({ partner: slug, calendar: slug, name: slug }) },
  responses: {
    200: {
      description: 'iCalendar',
      content: { 'text/calendar': { schema: z.string() } },
    },
    304: { description: 'As you have it' },
    ...problems(308, 404, 503),
  },
})

export const feedPath = createRoute({
  ...{ method: 'get', path: '/feeds/{partner}/{calendar}.ics', tags: ['Feed'] },
  summary: 'The feed to subscribe to',
  description:
    'Everything ahead, and as much of the past as fits in 1,000 events and 1,000,000 bytes. Strong ETag, ' +
    '304, gzip and br. Tracking parameters are ignored; any other option is 400. A renamed calendar answers 308.',
  request: { params: z.object({ partner: slug, calendar: slug }) },
  responses: {
    200: {
      description: 'iCalendar',
      content: { 'text/calendar': { schema: z.string() } },
    },
    304: { description: 'As you have it' },
    ...problems(308, 400, 404, 503),
  },
})

const personal = {
  responses: {
    200: {
      description: 'iCalendar',
      content: { 'text/calendar': { schema: z.string() } },
    },
    304: { description: 'As you have it' },
    ...problems(400, 404, 503),
  },
}

const token = z.string().openapi({ description: 'As it was given when it was made.' })

export const personalPath = createRoute({
  ...{ method: 'get', path: '/feeds/my/{token}.ics', tags: ['Feed'], ...personal },
  summary: 'A personal feed',
  description:
    'Nobody but its owner knows the address. One whose token ended says so in one event.',
  request: { params: z.object({ token }) },
})

export const personalPartPath = createRoute({
  ...{ method: 'get', path: '/feeds/my/{token}/{part}.ics', tags: ['Feed'], ...personal },
  summary: 'One category of a personal feed',
  description: 'The events whose first category it is; its address is in `feeds`.',
  request: { params: z.object({ token, part: slug }) },
})
