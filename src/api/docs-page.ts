// The documentation's page: every call with its options, bodies and answers, every shape, every code.

import { html } from 'hono/html'
import { FINDING_CODES } from '../intake/finding.ts'
import type { Language } from '../language/choose.ts'
import { FINDING_CATALOGUES } from '../language/findings.ts'
import { PROBLEM_CATALOGUES } from '../language/problems.ts'
import { PROBLEM_CODES } from '../problem.ts'
import type { Markup } from '../web/layout.ts'
import { STATUSES } from '../web/problems.ts'
import {
  type Answer,
  type Call,
  type Content,
  callsIn,
  type Description,
  type Schema,
} from './docs-call.ts'
import { type Example, exampleOf, needsKey } from './docs-examples.ts'
import { guideLinks, guides, prose } from './docs-guides.ts'
import type { Values } from './docs-values.ts'
import { DOCS_WORDS } from './docs-words.ts'

export function docsBody(description: Description, values: Values, language: Language) {
  const other = language === 'ko' ? 'en' : 'ko'
  const words = DOCS_WORDS[language]
  const calls = callsIn(description)
  const tags = [...new Set(calls.flatMap(({ operation }) => operation.tags))].map((tag) => ({
    name: words.tags[tag] ?? tag,
    calls: calls.filter(({ operation }) => operation.tags.includes(tag)),
  }))
  const seen = { values, language }
  return html`<header><h1>Kalends API</h1><p>${words.intro}
${words.machine}: <a href="/v1/openapi.json">/v1/openapi.json</a> · <a href="/?lang=${language}">${words.home}</a></p>
<p lang="${other}"><a href="/docs?lang=${other}" hreflang="${other}">${DOCS_WORDS[other].self}</a></p></header>
<main data-word="${words.run}" data-address="${words.address}" data-asking="${words.asking}" data-cut="${words.cut}" data-failed="${words.failed}">
<h2>${words.start}</h2>
${beginning(values, words)}
<nav aria-labelledby="contents"><h2 id="contents">${words.contents}</h2>
<ul><li>${words.guides}: ${guideLinks(language)}</li>
${tags.map(({ name, calls }) => contents(name, calls, language))}
<li><a href="#shapes">${words.shapes}</a> · <a href="#problems">${words.problems}</a> · <a href="#findings">${words.findings}</a></li></ul></nav>
<h2 id="guides">${words.guides}</h2>
${guides(language)}
${tags.map(({ name, calls }) => html`<section><h2>${name}</h2>${calls.map((call) => callBody(call, seen))}</section>`)}
<h2 id="shapes">${words.shapes}</h2>
${Object.entries(description.components.schemas).map(([name, schema]) => shape(name, schema, language))}
${codes(language)}
</main>`
}

interface Seen {
  values: Values
  language: Language
}

function beginning({ publicUrl, calendar }: Values, words: (typeof DOCS_WORDS)['en']) {
  const { partner, calendar: slug } = calendar ?? { partner: 'PARTNER', calendar: 'CALENDAR' }
  return html`<pre>curl ${publicUrl}/v1/partners</pre>
<pre>curl '${publicUrl}/v1/calendars/${partner}/${slug}/events?from=2026-04-01&amp;to=2026-05-01'</pre>
<pre>curl -H 'Authorization: Bearer KEY' --data-binary @schedule.csv \
  '${publicUrl}/v1/partners/${partner}/calendars/${slug}/uploads?filename=schedule.csv&amp;mode=replace&amp;publish=true'</pre>
<p>${words.client}</p>
<pre>import { createClient } from '@kalends/client'
const client = createClient({ server: '${publicUrl}' }) // key: 'KEY'</pre>`
}

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

function callBody(call: Call, { values, language }: Seen) {
  const words = DOCS_WORDS[language]
  const { description, parameters = [], requestBody, responses } = call.operation
  return html`<article>
<h3 id="${anchorOf(call)}"><span class="method">${call.method}</span> <code>${call.path}</code></h3>
<p>${summaryOf(call, language)}${needsKey(call.operation) ? html` <span class="soft">(${words.key})</span>` : ''}</p>
${description ? html`<p class="soft" lang="en">${prose(description)}</p>` : ''}
${examples(exampleOf(call, values), words)}
${parameters.length > 0 ? html`<h4>${words.parameters}</h4><dl>${parameters.map((each) => field(each.name, { ...each.schema, ...(each.description ? { description: each.description } : {}) }, [each.in, each.required ? words.required : '']))}</dl>` : ''}
${requestBody ? html`<h4>${words.body}</h4><dl>${bodies(requestBody.content)}</dl>` : ''}
<h4>${words.answers}</h4><dl>${Object.entries(responses).map(answer)}</dl>
</article>`
}

const examples = ({ curl, typescript, run }: Example, words: (typeof DOCS_WORDS)['en']) =>
  html`<div class="examples"><div><h4>${words.shell}</h4><pre>${curl}</pre></div>
<div><h4>${words.typescript}</h4><pre>${typescript}</pre></div></div>${run ? html`\n<div data-run="${run}"></div>` : ''}`

/** Those that may be there are told of in the guides. */
const alwaysIn = (headers: Answer['headers'] = {}) =>
  Object.keys(headers).filter((name) => headers[name]?.required)

const answer = ([status, { description, content, headers }]: [string, Answer]) =>
  html`<dt>${status} ${linksIn(content)}</dt>
<dd lang="en">${prose(description)}${alwaysIn(headers).map((name) => html` <code>${name}</code>`)}</dd>`

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
  if (schema.enum) return html`<code>${schema.enum.map(String).join(' | ')}</code>`
  if (schema.items) return html`${typeOf(schema.items)}[]`
  const [types, fields] = [[schema.type ?? 'any'].flat(), Object.entries(schema.properties ?? {})]
  const nullable = types.includes('null') ? ' | null' : ''
  if (typeof schema.additionalProperties === 'object' && schema.additionalProperties.type)
    return html`{…: ${typeOf(schema.additionalProperties)}}${nullable}`
  if (fields.length === 0) return html`${types.join(' | ')}`
  return html`{${fields.map(([key, part], at) => html`${at > 0 ? ', ' : ''}<code>${key}</code>: ${typeOf(part)}`)}}${nullable}`
}

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
