// The documentation's page: every call with its options, bodies and answers, every shape, every code.

import { html } from 'hono/html'
import { FINDING_CODES } from '../intake/finding.ts'
import type { Language } from '../language/choose.ts'
import { FINDING_CATALOGUES } from '../language/findings.ts'
import { PROBLEM_CATALOGUES } from '../language/problems.ts'
import { PROBLEM_CODES } from '../problem.ts'
import type { Markup } from '../web/layout.ts'
import { STATUSES } from '../web/problems.ts'
import { DOCS_WORDS } from './docs-words.ts'

type Content = Record<string, { schema: Schema }>

interface Operation {
  summary: string
  description?: string
  security?: unknown[]
  tags: string[]
  parameters?: { name: string; in: string; required?: boolean; schema: Schema }[]
  requestBody?: { content: Content }
  responses: Record<string, { description: string; content?: Content }>
}

interface Schema {
  $ref?: string
  type?: string | string[]
  description?: string
  enum?: string[]
  default?: unknown
  format?: string
  items?: Schema
  properties?: Record<string, Schema>
  additionalProperties?: Schema | boolean
  required?: string[]
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
}

export interface Description {
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, Schema> }
}

interface Call {
  method: string
  path: string
  operation: Operation
}

export function docsBody(
  { paths, components }: Description,
  publicUrl: string,
  language: Language,
) {
  const words = DOCS_WORDS[language]
  const calls = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(
      ([method, operation]): Call => ({
        ...{ method: method.toUpperCase(), path, operation },
      }),
    ),
  )
  const tags = [...new Set(calls.flatMap(({ operation }) => operation.tags))].map((tag) => ({
    name: words.tags[tag] ?? tag,
    calls: calls.filter(({ operation }) => operation.tags.includes(tag)),
  }))
  return html`<header><h1>Kalends API</h1><p>${words.intro}
${words.machine}: <a href="/v1/openapi.json">/v1/openapi.json</a> · <a href="/">${words.home}</a></p></header>
<main>
<h2>${words.start}</h2>
${beginning(publicUrl)}
<nav aria-labelledby="contents"><h2 id="contents">${words.contents}</h2>
<ul>${tags.map(({ name, calls }) => contents(name, calls, language))}
<li><a href="#shapes">${words.shapes}</a> · <a href="#problems">${words.problems}</a> · <a href="#findings">${words.findings}</a></li></ul></nav>
${tags.map(({ name, calls }) => html`<section><h2>${name}</h2>${calls.map((call) => callBody(call, language))}</section>`)}
<h2 id="shapes">${words.shapes}</h2>
${Object.entries(components.schemas).map(([name, schema]) => shape(name, schema, language))}
${codes(language)}
</main>`
}

const beginning = (publicUrl: string) =>
  html`<pre>curl ${publicUrl}/v1/partners</pre>
<pre>curl '${publicUrl}/v1/calendars/PARTNER/CALENDAR/events?from=2026-04-01&amp;to=2026-05-01'</pre>
<pre>curl -H 'Authorization: Bearer KEY' --data-binary @schedule.csv \\
  '${publicUrl}/v1/partners/PARTNER/calendars/CALENDAR/uploads?filename=schedule.csv&amp;mode=replace&amp;publish=true'</pre>`

const contents = (name: string, calls: Call[], language: Language) =>
  html`<li><strong>${name}</strong><ul>${calls.map(
    (call) => html`<li><a href="#${anchorOf(call)}">${summaryOf(call, language)}</a></li>`,
  )}</ul></li>`

/** `get-v1-partners-partner` */
const anchorOf = ({ method, path }: Call): string =>
  `${method}${path}`
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/-$/, '')

const summaryOf = ({ operation }: Call, language: Language): string =>
  DOCS_WORDS[language].summaries[operation.summary] ?? operation.summary

function callBody(call: Call, language: Language) {
  const words = DOCS_WORDS[language]
  const { description, security, parameters = [], requestBody, responses } = call.operation
  return html`<article>
<h3 id="${anchorOf(call)}"><span class="method">${call.method}</span> <code>${call.path}</code></h3>
<p>${summaryOf(call, language)}${security ? html` <span class="soft">(${words.key})</span>` : ''}</p>
${description ? html`<p class="soft" lang="en">${prose(description)}</p>` : ''}
${parameters.length > 0 ? html`<h4>${words.parameters}</h4><dl>${parameters.map((each) => field(each.name, each.schema, [each.in, each.required ? words.required : '']))}</dl>` : ''}
${requestBody ? html`<h4>${words.body}</h4><dl>${bodies(requestBody.content)}</dl>` : ''}
<h4>${words.answers}</h4><dl>${Object.entries(responses).map(
    ([status, { description, content }]) =>
      html`<dt>${status} ${linksIn(content)}</dt><dd lang="en">${prose(description)}</dd>`,
  )}</dl>
</article>`
}

const bodies = (content: Content) =>
  Object.entries(content).map(
    ([type, { schema }]) => html`<dt><code>${type}</code></dt><dd>${typeOf(schema)}</dd>`,
  )

const linksIn = (content: Content = {}) =>
  Object.values(content).map(({ schema }) => typeOf(schema))

function field(name: string, schema: Schema, remarks: string[]): Markup {
  const about = remarks.filter(Boolean).join(', ')
  const given = schema.default === undefined ? '' : ` = ${String(schema.default)}`
  const { description } = schema
  return html`<dt><code>${name}</code>${about ? html` <span class="soft">${about}</span>` : ''}</dt>
<dd>${typeOf(schema)}${given}${description ? html` <span class="soft" lang="en">${prose(description)}</span>` : ''}</dd>`
}

function shape(name: string, schema: Schema, language: Language) {
  const words = DOCS_WORDS[language]
  const required = new Set(schema.required)
  const fields = Object.entries(schema.properties ?? {})
  return html`<article><h3 id="shape-${name}"><code>${name}</code></h3>
${fields.length > 0 ? html`<dl>${fields.map(([key, part]) => field(key, part, [required.has(key) ? '' : words.optional]))}</dl>` : html`<p>${typeOf(schema)}</p>`}</article>`
}

/** A type in words: `string | null`, `Event[]` with a link to its shape, `{type, event}`. */
function typeOf(schema: Schema): Markup {
  if (schema.$ref) {
    const name = schema.$ref.split('/').at(-1) ?? ''
    return html`<a href="#shape-${name}"><code>${name}</code></a>`
  }
  const parts = schema.anyOf ?? schema.oneOf ?? schema.allOf
  if (parts) return html`${parts.map((part, at) => html`${at > 0 ? ' | ' : ''}${typeOf(part)}`)}`
  if (schema.enum) return html`<code>${schema.enum.join(' | ')}</code>`
  if (schema.items) return html`${typeOf(schema.items)}[]`
  const [types, fields] = [[schema.type ?? 'any'].flat(), Object.entries(schema.properties ?? {})]
  const nullable = types.includes('null') ? ' | null' : ''
  if (typeof schema.additionalProperties === 'object' && schema.additionalProperties.type)
    return html`{…: ${typeOf(schema.additionalProperties)}}${nullable}`
  if (fields.length === 0) return html`${types.join(' | ')}`
  return html`{${fields.map(([key, part], at) => html`${at > 0 ? ', ' : ''}<code>${key}</code>: ${typeOf(part)}`)}}${nullable}`
}

/** `code` between backticks. */
const prose = (text: string) =>
  text.split('`').map((part, at) => (at % 2 === 1 ? html`<code>${part}</code>` : part))

function codes(language: Language) {
  const words = DOCS_WORDS[language]
  return html`<h2 id="problems">${words.problems}</h2>
<dl>${PROBLEM_CODES.map(
    (
      code,
    ) => html`<dt id="problem-${code}"><code>${code}</code> <span class="soft">${STATUSES[code]}</span></dt>
<dd>${PROBLEM_CATALOGUES[language][code].title}</dd>`,
  )}</dl>
<h2 id="findings">${words.findings}</h2>
<dl>${FINDING_CODES.map(
    (code) =>
      html`<dt><code>${code}</code></dt><dd>${FINDING_CATALOGUES[language][code].hint}</dd>`,
  )}</dl>`
}
