// The API's description and the page that makes it readable, as routes.

import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Ports } from '../ports.ts'
import { compressed } from '../web/compressed.ts'
import { answerPage } from '../web/layout.ts'
import { readerOf } from '../web/reader.ts'
import { router } from '../web/router.ts'
import { describe } from './describe.ts'
import type { Description } from './docs-call.ts'
import { docsBody } from './docs-page.ts'
import { DOCS_SCRIPT, DOCS_STYLE } from './docs-script.ts'
import { valuesHere } from './docs-values.ts'
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
  const routes = router()
  for (const path of ['/docs', '/v1/openapi.json']) routes.use(path, compressed)
  return routes
    .get('/v1/openapi.json', (c) => c.json(describe(ports, app)))
    .get('/assets/docs.css', (c) => c.body(DOCS_STYLE, 200, { ...ASSET, 'Content-Type': CSS }))
    .get('/assets/docs.js', (c) => c.body(DOCS_SCRIPT, 200, { ...ASSET, 'Content-Type': SCRIPT }))
    .get('/docs', async (c) => {
      const { language } = readerOf(c)
      const document = describe(ports, app) as unknown as Description
      const body = docsBody(document, await valuesHere(ports), language)
      const [styles, scripts] = [['/assets/style.css', '/assets/docs.css'], ['/assets/docs.js']]
      return answerPage(c, { language, title: 'Kalends API', body, styles, scripts })
    })
}

const CSS = 'text/css; charset=utf-8'
const SCRIPT = 'text/javascript; charset=utf-8'
const ASSET = { 'Cache-Control': 'public, max-age=3600', 'X-Content-Type-Options': 'nosniff' }
