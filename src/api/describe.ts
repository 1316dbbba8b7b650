// The API's description: the routes', and what is so of every call and need not be said at each.

import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Ports } from '../ports.ts'
import { MAX_KEY_CHARS, MIN_ANONYMOUS_CHARS } from '../web/idempotency.ts'
import { headersOf, SOMETIMES } from './answer-headers.ts'
import { EXAMPLE_BODIES } from './example-bodies.ts'
import { saidOf } from './parameter-words.ts'

export type Document = ReturnType<OpenAPIHono['getOpenAPI31Document']>
type Operation = NonNullable<NonNullable<Document['paths']>[string]['get']>
type Method = (typeof METHODS)[number]

const METHODS = ['get', 'put', 'post', 'patch', 'delete'] as const

/** Where it is looked at is before all routes, so no route describes it. */
const idempotencyKey = (minLength: number) => ({
  ...{ name: 'Idempotency-Key', in: 'header', required: false },
  description: 'The same key and body again: the same answer, done once. Kept for 48 hours.',
  schema: { type: 'string', minLength, maxLength: MAX_KEY_CHARS },
})

export function describe(ports: Ports, app: OpenAPIHono): Document {
  const document = described(ports, app)
  for (const [path, item] of Object.entries(document.paths ?? {}))
    for (const method of METHODS) {
      const operation = item[method]
      if (operation) complete(operation, method, path)
    }
  return document
}

function complete(operation: Operation, method: Method, path: string) {
  operation.operationId = `${method}${nameOf(path)}`
  const parameters = (operation.parameters ?? []) as Parameter[]
  for (const parameter of parameters) {
    const said = parameter.description ?? parameter.schema.description ?? saidOf(parameter, path)
    if (said) parameter.description = said
  }
  if (method === 'post') {
    operation.responses = { 409: SENT_AGAIN, ...operation.responses } as never
    parameters.push(idempotencyKey(operation.security ? 1 : MIN_ANONYMOUS_CHARS))
  }
  if (method !== 'get') operation.responses = { 413: TOO_LARGE, ...operation.responses } as never
  if (method === 'get' && isTagged(operation))
    operation.responses = { 304: { description: 'As you have it' }, ...operation.responses }
  if (parameters.length > 0) operation.parameters = parameters as never
  const example = EXAMPLE_BODIES[`${method.toUpperCase()} ${path}`]
  const { content } = (operation.requestBody ?? {}) as { content?: Record<string, object> }
  const json = content?.['application/json']
  if (json && example) Object.assign(json, { example })
  operation.responses = { ...operation.responses, default: OTHERWISE } as typeof operation.responses
  for (const [status, answer] of Object.entries(operation.responses ?? {})) {
    const headers = headersOf(operation, method, path, status)
    if (Object.keys(headers).length > 0) answer.headers = { ...headers, ...answer.headers }
  }
}

/** Every answer gets a tag on its way out (web/tagged.ts), but one that never ends. */
const isTagged = ({ responses }: Operation): boolean => {
  const answer = responses?.[200] as { content?: object } | undefined
  return answer?.content !== undefined && !('text/event-stream' in answer.content)
}

export interface Parameter {
  name: string
  in: string
  required?: boolean
  description?: string
  schema: { description?: string; type?: unknown }
}

/** `PartnersByPartnerCalendars` */
const nameOf = (path: string): string =>
  path
    .replace(/^\/v1/, '')
    .replace(/\{(\w)(\w*)\}/g, (_, first: string, rest: string) => `/by-${first}${rest}`)
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')

const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
})

/** Both are looked at before all routes. */
const SENT_AGAIN = problem(
  'The `Idempotency-Key` was used for something else, or is being answered',
)
const TOO_LARGE = problem('The body is larger than what is read')

/** Nobody's doing: the disk, the database, a bug. */
const OTHERWISE = {
  ...problem('Anything else that went wrong here, and is not the caller’s doing: 500 or 503'),
  headers: SOMETIMES,
}

const described = ({ config }: Ports, app: OpenAPIHono): Document =>
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
    security: [],
  })
