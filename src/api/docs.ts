// The API's description, generated from the routes, and the page that makes it readable.

import type { OpenAPIHono } from '@hono/zod-openapi'
import { html } from 'hono/html'
import { FINDING_CODES } from '../intake/finding.ts'
import { chooseLanguage, type Language } from '../language/choose.ts'
import { FINDING_CATALOGUES } from '../language/findings.ts'
import { PROBLEM_CATALOGUES } from '../language/problems.ts'
import type { Ports } from '../ports.ts'
import { PROBLEM_CODES } from '../problem.ts'
import { answerPage } from '../web/layout.ts'
import { STATUSES } from '../web/problems.ts'
import { router } from '../web/router.ts'
import { feedPath } from './feed-path.ts'

export function docsRoutes(ports: Ports, app: OpenAPIHono) {
  app.openAPIRegistry.registerComponent('securitySchemes', 'key', {
    type: 'http',
    scheme: 'bearer',
  })
  app.openAPIRegistry.registerPath(feedPath)
  return router()
    .get('/v1/openapi.json', (c) => c.json(describe(ports, app)))
    .get('/docs', (c) => {
      const language = chooseLanguage(c.req.header('accept-language') ?? null, 'ko')
      const body = docsBody(describe(ports, app), ports.config.publicUrl, language)
      return answerPage(c, { language, title: 'Kalends API', body })
    })
}

const describe = ({ config }: Ports, app: OpenAPIHono) =>
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

type Description = ReturnType<typeof describe>

interface Operation {
  summary?: string
  description?: string
  security?: unknown[]
  tags?: string[]
  parameters?: { name: string; in: string; required?: boolean; schema?: Schema }[]
  responses?: Record<string, { description?: string }>
}

interface Schema {
  type?: unknown
  description?: string
  enum?: unknown[]
  default?: unknown
}

const WORDS = {
  ko: {
    intro: '읽기는 누구에게나 열려 있고, 쓰기에는 키가 필요합니다.',
    key: '키 필요',
    start: '시작하기',
    parameter: '매개변수',
    problems: '오류 코드',
    findings: '파일 점검 코드',
    home: '캘린더 목록',
    machine: '기계가 읽는 설명',
  },
  en: {
    intro: 'Reading is open to everybody; writing needs a key.',
    key: 'needs a key',
    start: 'To begin with',
    parameter: 'Parameter',
    problems: 'Error codes',
    findings: 'Codes of findings in a file',
    home: 'All calendars',
    machine: 'For machines',
  },
}

function docsBody(document: Description, publicUrl: string, language: Language) {
  const words = WORDS[language]
  return html`<header><h1>Kalends API</h1><p>${words.intro}
${words.machine}: <a href="/v1/openapi.json">/v1/openapi.json</a> · <a href="/">${words.home}</a></p></header>
<main>
<h2>${words.start}</h2>
<pre>curl ${publicUrl}/v1/partners
curl '${publicUrl}/v1/calendars/PARTNER/CALENDAR/events?from=2026-04-01&amp;to=2026-05-01'
curl -H 'Authorization: Bearer KEY' --data-binary @schedule.csv \\
  '${publicUrl}/v1/partners/PARTNER/calendars/CALENDAR/uploads?filename=schedule.csv&amp;mode=replace&amp;publish=true'</pre>
${operationsOf(document).map(({ method, path, operation }) => operationBody(method, path, operation, language))}
<h2 id="problems">${words.problems}</h2>
<table><tbody>${PROBLEM_CODES.map(
    (code) => html`<tr id="problem-${code}"><td><code>${code}</code></td><td>${STATUSES[code]}</td>
<td>${PROBLEM_CATALOGUES[language][code].title}</td></tr>`,
  )}</tbody></table>
<h2 id="findings">${words.findings}</h2>
<table><tbody>${FINDING_CODES.map(
    (code) =>
      html`<tr><td><code>${code}</code></td><td>${FINDING_CATALOGUES[language][code].hint}</td></tr>`,
  )}</tbody></table>
</main>`
}

function operationsOf(document: Description) {
  return Object.entries(document.paths ?? {}).flatMap(([path, methods]) =>
    Object.entries(methods as Record<string, Operation>).map(([method, operation]) => ({
      ...{ method: method.toUpperCase(), path, operation },
    })),
  )
}

function operationBody(method: string, path: string, operation: Operation, language: Language) {
  const words = WORDS[language]
  const { summary, description, security, parameters, responses } = operation
  return html`<article>
<h3><span class="method">${method}</span><code>${path}</code></h3>
<p>${summary ?? ''} ${security ? html`<span class="soft">(${words.key})</span>` : ''}</p>
<p class="soft">${description ?? ''}</p>
${
  parameters && parameters.length > 0
    ? html`<table><tbody>${parameters.map(
        ({ name, in: place, required, schema }) => html`<tr>
<td><code>${name}</code></td><td class="soft">${place}${required ? ' *' : ''}</td>
<td>${schema?.enum ? schema.enum.join(' | ') : String(schema?.type ?? '')}</td><td>${schema?.description ?? ''}</td></tr>`,
      )}</tbody></table>`
    : ''
}
<p class="soft">${Object.entries(responses ?? {})
    .map(([status, { description }]) => `${status} ${description ?? ''}`)
    .join(' · ')}</p>
</article>`
}
