// What /v1/openapi.json says, and whether an answer is as it says.

import type { Json, Kalends } from '../harness.ts'

export interface Operation {
  /** `GET /v1/partners/{partner}` */
  name: string
  method: string
  path: string
  needsKey: boolean
  description: Json
}

export async function describedBy(kalends: Kalends): Promise<Json> {
  return (await kalends.request('/v1/openapi.json')).json()
}

export const operationsIn = (document: Json): Operation[] =>
  Object.entries<Json>(document.paths).flatMap(([path, methods]) =>
    Object.entries<Json>(methods).map(([method, description]) => ({
      name: `${method.toUpperCase()} ${path}`,
      ...{ method: method.toUpperCase(), path, description },
      needsKey: (description.security ?? []).length > 0,
    })),
  )

/** What is not as the description of its operation says; nothing when all is. */
export async function faultsOf(
  document: Json,
  operation: Operation,
  response: Response,
): Promise<string[]> {
  const told = toldOf(operation, response)
  if (!told) return [`${operation.name} does not describe ${response.status}`]
  const faults = headerFaults(document, told.headers ?? {}, response.headers)
  const more = await bodyFaults(document, operation, response)
  return [...faults.map((fault) => `${operation.name} ${response.status} ${fault}`), ...more]
}

/** `default` is for what is nobody's doing; every status that a caller can bring about is listed. */
const toldOf = ({ description }: Operation, { status }: Response): Json =>
  description.responses[status] ?? (status >= 500 ? description.responses.default : undefined)

/** Those that tell a program something; a description without them is one that lags behind. */
const TELLING = [
  ...['etag', 'retry-after', 'location', 'www-authenticate', 'deprecation', 'sunset', 'link'],
  ...['ratelimit', 'ratelimit-policy', 'idempotent-replayed', 'content-disposition', 'allow'],
]

function headerFaults(document: Json, described: Json, given: Headers): string[] {
  const entries = Object.entries<Json>(described)
  const known = entries.map(([name]) => name.toLowerCase())
  return [
    ...TELLING.filter((name) => given.has(name) && !known.includes(name)).map(
      (name) => `has ${name}, which is not described`,
    ),
    ...entries.flatMap(([name, { required, schema }]) => {
      const value = given.get(name)
      if (value === null) return required ? [`lacks ${name}`] : []
      return misfits(document, schema, schema.type === 'integer' ? Number(value) : value, name)
    }),
  ]
}

async function bodyFaults(document: Json, operation: Operation, response: Response) {
  const told = toldOf(operation, response)
  const type = response.headers.get('content-type')
  const given = type?.startsWith('text/event-stream')
    ? await firstOf(response)
    : await response.text()
  const contents = Object.entries<Json>(told.content ?? {})
  if (contents.length === 0)
    return given === '' ? [] : [`${operation.name} ${response.status} has a body: ${given}`]
  const [, content] = contents.find(([name]) => type?.split(';')[0] === name) ?? []
  if (!content) return [`${operation.name} ${response.status} is ${type}`]
  const value = /json$/.test(type?.split(';')[0] ?? '') ? JSON.parse(given) : given
  return misfits(document, content.schema, value, `${operation.name} ${response.status} `)
}

/** Of a stream, which need not end. */
async function firstOf({ body }: Response): Promise<string> {
  const reader = body?.getReader()
  const first = await reader?.read()
  await reader?.cancel()
  return new TextDecoder().decode(first?.value)
}

/** Every word of JSON Schema that is looked at; another one would pass unchecked. */
const CHECKED = ['$ref', 'type', 'enum', 'properties', 'required', 'additionalProperties', 'items']
const LIMITS = ['minimum', 'maximum', 'minLength', 'maxLength', 'maxItems', 'pattern']
const COMBINED = ['allOf', 'anyOf', 'oneOf']
const SAYING_NOTHING = ['description', 'example', 'default', 'format']
export const KEYWORDS = new Set([...CHECKED, ...LIMITS, ...COMBINED, ...SAYING_NOTHING])

/** Where a value is not as a schema wants it. */
export function misfits(document: Json, schema: Json, value: Json, at = ''): string[] {
  if (schema.$ref) return misfits(document, resolved(document, schema.$ref), value, at)
  const all = (schema.allOf ?? []).flatMap((part: Json) => misfits(document, part, value, at))
  for (const [word, enough] of [
    ['anyOf', 1],
    ['oneOf', 1],
  ] as const) {
    const fitting = schema[word]?.filter(
      (part: Json) => misfits(document, part, value).length === 0,
    )
    if (fitting && (fitting.length < enough || (word === 'oneOf' && fitting.length > 1)))
      all.push(`${at} fits ${fitting.length} of ${word}`)
  }
  if (schema.enum && !schema.enum.includes(value)) all.push(`${at}: ${value} is not in the enum`)
  const types = schema.type === undefined ? null : [schema.type].flat()
  if (types && !types.some((type: string) => isOf(type, value)))
    return [...all, `${at} is ${JSON.stringify(value)?.slice(0, 60)}, not ${types.join(' or ')}`]
  if (typeof value === 'string' || typeof value === 'number') all.push(...beyond(schema, value, at))
  if (Array.isArray(value) && value.length > (schema.maxItems ?? Infinity))
    all.push(`${at} has ${value.length} items`)
  if (Array.isArray(value) && schema.items)
    all.push(
      ...value.flatMap((item, place) => misfits(document, schema.items, item, `${at}/${place}`)),
    )
  else if (typeof value === 'object' && value !== null)
    all.push(...membersOf(document, schema, value, at))
  return all
}

function membersOf(document: Json, schema: Json, value: Json, at: string): string[] {
  const { properties = {}, required = [], additionalProperties: others } = schema
  const missing = required.filter((name: string) => !(name in value))
  return [
    ...missing.map((name: string) => `${at}/${name} is missing`),
    ...Object.keys(value).flatMap((name) => {
      const part = name in properties ? properties[name] : others
      if (typeof part === 'object') return misfits(document, part, value[name], `${at}/${name}`)
      // An answer with more than is described is a description that lags behind.
      return part || isFree(schema) ? [] : [`${at}/${name} is not described`]
    }),
  ]
}

/** It says nothing of what an object may hold: a part of a combination, or anything at all. */
const isFree = (schema: Json): boolean =>
  schema.type !== 'object' && !schema.properties && schema.additionalProperties === undefined

function beyond(schema: Json, value: string | number, at: string): string[] {
  const size = typeof value === 'string' ? value.length : value
  const [least, most] =
    typeof value === 'string'
      ? [schema.minLength, schema.maxLength]
      : [schema.minimum, schema.maximum]
  const fits =
    (least === undefined || size >= least) &&
    (most === undefined || size <= most) &&
    (schema.pattern === undefined || new RegExp(schema.pattern, 'u').test(String(value)))
  return fits ? [] : [`${at}: ${value} is beyond its limits`]
}

const isOf = (type: string, value: Json): boolean =>
  type === 'null'
    ? value === null
    : type === 'array'
      ? Array.isArray(value)
      : type === 'object'
        ? typeof value === 'object' && value !== null && !Array.isArray(value)
        : type === 'integer'
          ? Number.isInteger(value)
          : typeof value === type

/** What `#/components/schemas/Event` leads to; throws where it leads nowhere. */
export function resolved(document: Json, ref: string): Json {
  const found = ref
    .replace(/^#\//, '')
    .split('/')
    .reduce((value: Json, key) => value?.[key], document)
  if (!ref.startsWith('#/') || found === undefined) throw new Error(`${ref} leads nowhere`)
  return found
}
