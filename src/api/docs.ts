// The API's description, generated from the routes, and the page that makes it readable.

import type { OpenAPIHono } from '@hono/zod-openapi'
import { chooseLanguage } from '../language/choose.ts'
import type { Ports } from '../ports.ts'
import { MAX_KEY_CHARS, MIN_ANONYMOUS_CHARS } from '../web/idempotency.ts'
import { answerPage } from '../web/layout.ts'
import { router } from '../web/router.ts'
import { type Description, docsBody } from './docs-page.ts'
import { feedPath, personalPartPath, personalPath, seasonPath } from './feed-path.ts'

export function docsRoutes(ports: Ports, app: OpenAPIHono) {
  app.openAPIRegistry.registerComponent('securitySchemes', 'key', {
    type: 'http',
    scheme: 'bearer',
  })
  app.openAPIRegistry.registerPath(feedPath)
  app.openAPIRegistry.registerPath(personalPath)
  app.openAPIRegistry.registerPath(personalPartPath)
  app.openAPIRegistry.registerPath(seasonPath)
  return router()
    .get('/v1/openapi.json', (c) => c.json(describe(ports, app)))
    .get('/docs', (c) => {
      const language = chooseLanguage(c.req.header('accept-language') ?? null, 'ko')
      const document = describe(ports, app) as unknown as Description
      const body = docsBody(document, ports.config.publicUrl, language)
      return answerPage(c, { language, title: 'Kalends API', body })
    })
}

/** What is looked at before or after all routes: no route describes it. */
const idempotencyKey = (minLength: number) => ({
  ...{ name: 'Idempotency-Key', in: 'header', required: false },
  description: 'The same key and body again: the same answer, done once. Kept for 48 hours.',
  schema: { type: 'string', minLength, maxLength: MAX_KEY_CHARS },
})

const IF_NONE_MATCH = {
  ...{ name: 'If-None-Match', in: 'header', required: false },
  description: 'The `ETag` of the answer before: 304 while it is the same.',
  schema: { type: 'string' },
}
const TAG = { ETag: { description: 'Of this very answer', schema: { type: 'string' } } }

function describe(ports: Ports, app: OpenAPIHono) {
  const document = described(ports, app)
  for (const { get, post } of Object.values(document.paths ?? {})) {
    if (post) addParameter(post, idempotencyKey(post.security ? 1 : MIN_ANONYMOUS_CHARS))
    const answer = get?.responses?.[200] as { content?: object; headers?: object } | undefined
    if (!get || !answer?.content || 'text/event-stream' in answer.content) continue
    addParameter(get, IF_NONE_MATCH)
    answer.headers = { ...answer.headers, ...TAG }
    get.responses = { ...get.responses, 304: { description: 'As it was', headers: TAG as never } }
  }
  return document
}

function addParameter(call: { parameters?: unknown[] }, parameter: object): void {
  call.parameters = [...(call.parameters ?? []), parameter]
}

const described = ({ config }: Ports, app: OpenAPIHono) =>
  app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Kalends',
      version: '1',
      license: { name: 'MIT', url: 'https://opensource.org/license/mit' },
      description:
        'Calendars people subscribe to, as JSON. Reading is open to everybody and from every origin; ' +
        'writing needs a key. Instants are RFC 3339; lists go on with `next`; errors are ' +
        'application/problem+json with a stable `code`.',
    },
    servers: [{ url: config.publicUrl }],
  })
