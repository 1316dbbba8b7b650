// The API's description and the page that makes it readable, as routes.

import type { OpenAPIHono } from '@hono/zod-openapi'
import { chooseLanguage } from '../language/choose.ts'
import type { Ports } from '../ports.ts'
import { answerPage } from '../web/layout.ts'
import { router } from '../web/router.ts'
import { describe } from './describe.ts'
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
