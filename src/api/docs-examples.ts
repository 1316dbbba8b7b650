// One call as it is typed: for a shell, in TypeScript, and as an address that the page can ask for.

import type { Call, Operation } from './docs-call.ts'
import type { Values } from './docs-values.ts'

export interface Example {
  curl: string
  typescript: string
  /** Where the page may ask; null for what needs a key, a token, or a thing that is not here. */
  run: string | null
}

/** Options worth showing though they may be left out. */
const SHOWN: Record<string, (values: Values) => Record<string, string>> = {
  'GET /v1/calendars/{partner}/{calendar}/events': fromToday,
  'GET /v1/calendars': ({ calendar }) => (calendar ? { q: calendar.partner } : { q: '' }),
  'GET /v1/events': fromToday,
  'GET /v1/subscriptions/{token}/events': fromToday,
  'GET /v1/subscriptions/{token}/changes': () => ({ since: 'NEXT' }),
  'GET /v1/templates': () => ({ format: 'csv', language: 'ko' }),
  'POST /v1/partners/{partner}/calendars/{calendar}/uploads': () => ({
    ...{ filename: 'schedule.csv', mode: 'replace', publish: 'true' },
  }),
}

function fromToday({ today }: Values) {
  const month = new Date(Date.parse(today) + 31 * 86_400_000).toISOString().slice(0, 10)
  return { from: today, to: month }
}

export function exampleOf(call: Call, values: Values): Example {
  const path = named(call, 'path', values)
  const query = {
    ...named(call, 'query', values),
    ...SHOWN[`${call.method} ${call.path}`]?.(values),
  }
  const address = addressOf(call.path, path, query)
  const open = call.method === 'GET' && !needsKey(call.operation)
  const real = Object.values({ ...path, ...query }).every((value) => !/^[A-Z]+$/.test(value))
  return {
    curl: curlOf(call, address, values),
    typescript: typescriptOf(call, { path, query }, values),
    run: open && real ? address : null,
  }
}

export const needsKey = ({ security }: Operation): boolean => (security ?? []).length > 0

const PARTS = { path: 'path', query: 'query' } as const

/** The parameters that have to be given, by name; in capitals what is not on this server. */
function named(call: Call, where: keyof typeof PARTS, values: Values): Record<string, string> {
  const { calendar, uid, publicUrl } = values
  const known: Record<string, string | null | undefined> = {
    ...calendar,
    uid,
    revision: '1',
  }
  if (where === 'query' && calendar) {
    known.calendar = `${calendar.partner}/${calendar.calendar}`
    known.url = `${publicUrl}/feeds/${known.calendar}.ics`
  }
  const wanted = (call.operation.parameters ?? []).filter(
    (each) => each.in === where && each.required,
  )
  return Object.fromEntries(wanted.map(({ name }) => [name, known[name] ?? name.toUpperCase()]))
}

function addressOf(path: string, given: Record<string, string>, query: Record<string, string>) {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(given[name] ?? name.toUpperCase()),
  )
  const options = new URLSearchParams(query).toString().replaceAll('%2F', '/')
  return options ? `${filled}?${options}` : filled
}

/** The description's example, of a calendar that is here. */
function bodyOf({ operation }: Call, { calendar }: Values): object | undefined {
  const example = operation.requestBody?.content['application/json']?.example
  if (!example || !calendar) return example
  const here = JSON.stringify(example)
    .replaceAll('"harbour/regatta"', JSON.stringify(`${calendar.partner}/${calendar.calendar}`))
    .replaceAll('"harbour"', JSON.stringify(calendar.partner))
  return JSON.parse(here) as object
}

function curlOf(call: Call, address: string, values: Values): string {
  const { method, path, operation } = call
  const content = operation.requestBody?.content ?? {}
  const example = bodyOf(call, values)
  const file = Object.keys(content)[0]
  const parts = [
    method === 'GET' || (method === 'POST' && operation.requestBody) ? '' : `-X ${method}`,
    needsKey(operation) ? "-H 'Authorization: Bearer KEY'" : '',
    path.endsWith('/stream') ? '-N' : '',
  ]
  if (example) parts.push("-H 'Content-Type: application/json'", `-d '${JSON.stringify(example)}'`)
  else if (file) parts.push(`-H 'Content-Type: ${file}'`, `--data-binary @${FILES[file] ?? 'file'}`)
  const given = parts.filter(Boolean)
  return ['curl', ...given, `'${values.publicUrl}${address}'`].join(
    given.length > 0 ? ' \\\n  ' : ' ',
  )
}

const FILES: Record<string, string> = {
  'text/csv': 'schedule.csv',
  'image/png': 'logo.png',
  'text/plain': 'keys.txt',
}

interface Params {
  path: Record<string, string>
  query: Record<string, string>
}

function typescriptOf(call: Call, given: Params, values: Values): string {
  const { method, path, operation } = call
  if (path.endsWith('/stream')) return "client.subscription('TOKEN').stream(() => sync())"
  const content = operation.requestBody?.content
  const example = bodyOf(call, values)
  const file = Object.keys(content ?? {})[0]
  const params = Object.entries(given).filter(([, values]) => Object.keys(values).length > 0)
  const lines = [
    params.length > 0 ? `params: ${literal(Object.fromEntries(params))},` : '',
    example ? `body: ${literal(example)},` : '',
    file && !example ? `body: file as never, bodySerializer: () => file,` : '',
    file && !example ? `headers: { 'Content-Type': '${file}' },` : '',
    isJson(operation) ? '' : "parseAs: 'text',",
  ].filter(Boolean)
  const options = lines.length > 0 ? `, {\n  ${lines.join('\n  ')}\n}` : ''
  return `await client.${method.toLowerCase()}('${path}'${options})`
}

/** Whether what it answers is read as JSON, or is nothing. */
function isJson({ responses }: Operation): boolean {
  const [, told] = Object.entries(responses).find(([status]) => status.startsWith('2')) ?? []
  const types = Object.keys(told?.content ?? {})
  return types.length === 0 || types.includes('application/json')
}

/** As it is written in TypeScript: names without quotes, texts in single ones. */
export function literal(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`
  if (typeof value === 'string') return `'${value.replace(/[\\']/g, '\\$&')}'`
  if (typeof value !== 'object' || value === null) return String(value)
  const fields = Object.entries(value).map(([name, part]) => {
    const key = /^[a-zA-Z_]\w*$/.test(name) ? name : `'${name}'`
    return `${key}: ${literal(part)}`
  })
  return `{ ${fields.join(', ')} }`
}
