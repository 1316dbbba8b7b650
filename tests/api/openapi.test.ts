import { beforeAll, describe, expect, test } from 'vitest'
import { harness } from '#harness'
import { ADMIN_KEY, type Json } from '../harness.ts'
import { describedBy, faultsOf, KEYWORDS, misfits, operationsIn, resolved } from './description.ts'
import { exampleOf, type World, world } from './world.ts'

/** Everything in a document that is an object, with where it is. */
function objectsIn(value: Json, at = '#'): { at: string; value: Json }[] {
  if (typeof value !== 'object' || value === null) return []
  const inner = Object.entries<Json>(value).flatMap(([key, part]) =>
    objectsIn(part, `${at}/${key}`),
  )
  return Array.isArray(value) ? inner : [{ at, value }, ...inner]
}

test('the description is OpenAPI 3.1, whole in itself', async () => {
  const document = await describedBy(await harness())
  expect(document.openapi).toMatch(/^3\.1\.\d$/)
  expect(document.info).toMatchObject({ title: 'Kalends', version: expect.any(String) })
  expect(document.servers).toEqual([{ url: 'https://kalends.example' }])
  const refs = objectsIn(document).filter(({ value }) => '$ref' in value)
  expect(refs.length).toBeGreaterThan(20)
  for (const { value } of refs) expect(() => resolved(document, value.$ref)).not.toThrow()
  const used = new Set(refs.map(({ value }) => value.$ref))
  const schemas = Object.keys(document.components.schemas)
  expect(schemas.filter((name) => !used.has(`#/components/schemas/${name}`))).toEqual([])
})

test('every call has a summary, a tag, its path’s parameters and its answers', async () => {
  const document = await describedBy(await harness())
  const operations = operationsIn(document)
  const ids = operations.map(({ name, description }) => description.operationId ?? name)
  expect(new Set(ids).size).toBe(ids.length)
  const shapes = operations.map(({ name }) => name.replace(/\{\w+\}/g, '{}'))
  expect(new Set(shapes).size).toBe(shapes.length)
  for (const { name, path, description } of operations) {
    expect([name, description.summary]).toEqual([name, expect.stringMatching(/\S/)])
    expect([name, description.tags]).toEqual([name, [expect.any(String)]])
    expect([name, description.operationId]).toEqual([name, expect.stringMatching(/^[a-zA-Z]+$/)])
    const parameters: Json[] = description.parameters ?? []
    for (const each of parameters)
      expect([name, each.name, each.description]).toEqual([
        ...[name, each.name, expect.stringMatching(/\S/)],
      ])
    const named = parameters.map((each) => `${each.in} ${each.name}`)
    expect([name, new Set(named).size]).toEqual([name, named.length])
    const inPath = parameters.filter((each) => each.in === 'path')
    const template = [...path.matchAll(/\{(\w+)\}/g)].map(([, parameter]) => parameter)
    expect([name, inPath.map((each) => each.name).sort()]).toEqual([name, template.sort()])
    expect([name, inPath.every((each) => each.required)]).toEqual([name, true])
    const statuses = Object.entries<Json>(description.responses)
    expect([name, statuses.some(([status]) => /^2\d\d$/.test(status))]).toEqual([name, true])
    for (const [, answer] of statuses) expect(answer.description).toMatch(/\S/)
    for (const scheme of (description.security ?? []).flatMap(Object.keys))
      expect(document.components.securitySchemes).toHaveProperty(scheme)
  }
})

test('schemas are JSON Schema that means what it says: types, and patterns that are patterns', async () => {
  const document = await describedBy(await harness())
  const schemas = objectsIn(document).filter(
    ({ at }) => /\/(schema|items)$/.test(at) || /\/(schemas|properties)\/\w+$/.test(at),
  )
  expect(schemas.length).toBeGreaterThan(100)
  for (const { at, value } of schemas) {
    expect([at, Object.keys(value).filter((word) => !KEYWORDS.has(word))]).toEqual([at, []])
    if (value.pattern) {
      expect([at, value.pattern]).toEqual([at, expect.not.stringMatching(/\/[a-z]*$/)])
      expect(() => new RegExp(value.pattern, 'u')).not.toThrow()
    }
    for (const name of value.required ?? []) expect(value.properties).toHaveProperty(name)
    for (const given of ['example', 'default'])
      if (given in value) expect([at, misfits(document, value, value[given])]).toEqual([at, []])
  }
})

/** Of the calls that others rely on, those that are there from the beginning. */
const CONTRACT = `
  GET /feeds/{partner}/{calendar}.ics
  GET /v1/calendars/{partner}/{calendar}
  GET /v1/calendars/{partner}/{calendar}/changes ?since limit
  GET /v1/calendars/{partner}/{calendar}/events ?from to limit cursor
  GET /v1/events ?calendar from to limit cursor
  GET /v1/partners ?limit cursor
  GET /v1/partners/{partner}/calendars ?limit cursor
  GET /v1/uploads/{id}
  POST /v1/partners/{partner}/calendars/{calendar}/revisions/{revision}/restoration
  POST /v1/partners/{partner}/calendars/{calendar}/uploads ?filename mode publish confirm
  POST /v1/partners/{partner}/keys
  POST /v1/uploads/{id}/publication
  PUT /v1/partners/{partner}
  PUT /v1/partners/{partner}/calendars/{calendar}`

test('the contract’s calls and options are all described', async () => {
  const operations = operationsIn(await describedBy(await harness()))
  for (const line of CONTRACT.trim().split('\n')) {
    const [name, options = ''] = line.trim().split(' ?')
    const found = operations.find((operation) => operation.name === name)
    expect([name, found?.name]).toEqual([name, name])
    const known = found?.description.parameters.map((each: Json) => each.name)
    expect(known).toEqual(expect.arrayContaining(options.split(' ').filter(Boolean)))
  }
})

test('every call answers as it is described, when all is well', async () => {
  let { kalends, mine } = await world()
  const document = await describedBy(kalends)
  // What changes something comes last, and what takes something away at the end.
  const order = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']
  const operations = operationsIn(document).sort(
    (one, other) => order.indexOf(one.method) - order.indexOf(other.method),
  )
  for (const operation of operations) {
    const call = () => kalends.request(...exampleOf(operation, mine, ADMIN_KEY))
    let response = await call()
    if (!response.ok) {
      // A call before stood in its way: it finds everything as it was.
      ;({ kalends, mine } = await world())
      response = await call()
    }
    expect([operation.name, Math.floor(response.status / 100)]).toEqual([operation.name, 2])
    expect(await faultsOf(document, operation, response)).toEqual([])
  }
}, 60_000)

/** What goes wrong with a call: its address, options, key or body. */
const WRONG: Record<string, (path: string, init: RequestInit) => [string, RequestInit]> = {
  'an unknown option': (path, init) => [`${path}${path.includes('?') ? '&' : '?'}colour=red`, init],
  'a limit beyond the bounds': (path, init) => [
    `${path}${path.includes('?') ? '&' : '?'}limit=501`,
    init,
  ],
  'a cursor of nothing': (path, init) => [`${path}${path.includes('?') ? '&' : '?'}cursor=x`, init],
  'a token of nothing': (path, init) => [`${path}${path.includes('?') ? '&' : '?'}since=x`, init],
  'an unknown partner': (path, init) => [path.replace('harbour', 'nobody'), init],
  'an unknown calendar': (path, init) => [path.replace('regatta', 'nothing'), init],
  'a name that cannot be': (path, init) => [path.replace('harbour', 'HARBOUR'), init],
  'an unknown thing': (path, init) => [path.replace(/minted\w+/, 'nothing'), init],
  'a thing with an endless name': (path, init) => [
    path.replace(/minted\w+/, 'x'.repeat(300)),
    init,
  ],
  'a revision that is none': (path, init) => [path.replace('/1/', '/x/'), init],
  'a revision to come': (path, init) => [path.replace('/1/', '/77/'), init],
  'no key': (path, init) => [path, { ...init, headers: {} }],
  'a body that is no JSON': (path, init) => [
    path,
    init.body ? { ...init, body: '{"name":' } : init,
  ],
  'a body of another kind': (path, init) => [
    path,
    init.body ? { ...init, headers: { ...init.headers, 'content-type': 'text/plain' } } : init,
  ],
  'a body with an unknown field': (path, init) => [
    path,
    init.body ? { ...init, body: '{"name":"x","label":"x","id":1}' } : init,
  ],
  'a body that is too large, where there is one or not': (path, init) => [
    path,
    init.method === 'GET' ? init : { ...init, body: JSON.stringify({ name: 'x'.repeat(300_000) }) },
  ],
  'a key that is none': (path, init) => [
    path,
    { ...init, headers: { ...init.headers, authorization: 'Bearer nobodys' } },
  ],
}

describe('what goes wrong', () => {
  // None of the mistakes takes anything away, so that one world does for all.
  let here: World
  beforeAll(async () => {
    here = await world()
  })

  async function everyCall(wrong: string) {
    const { kalends, mine } = here
    const document = await describedBy(kalends)
    const problems: { name: string; status: number }[] = []
    const faults: string[] = []
    for (const operation of operationsIn(document)) {
      const right = exampleOf(operation, mine, ADMIN_KEY)
      const [path, init] = WRONG[wrong]?.(...right) ?? right
      // What has no body, or nothing of the kind in its address, is not wrong by this.
      if (path === right[0] && JSON.stringify(init) === JSON.stringify(right[1])) continue
      const response = await kalends.request(path, init)
      const { status } = response
      if (status >= 400) problems.push({ name: operation.name, status })
      faults.push(...(await faultsOf(document, operation, response)))
    }
    return { problems, faults, operations: operationsIn(document) }
  }

  test.each(Object.keys(WRONG))('with %s, every call answers as it is described', async (wrong) => {
    const { problems, faults } = await everyCall(wrong)
    expect(faults).toEqual([])
    expect(problems.length).toBeGreaterThan(0)
    expect(problems.filter(({ status }) => status >= 500)).toEqual([])
  })

  test('every call can be seen to go wrong', async () => {
    const mistakes = [
      'an unknown thing',
      'a name that cannot be',
      'an unknown option',
      'a body that is no JSON',
    ]
    const found = []
    for (const wrong of mistakes) found.push(await everyCall(wrong))
    const failed = found.flatMap(({ problems }) => problems.map(({ name }) => name))
    const names = found[0]?.operations.map(({ name }) => name)
    expect(names?.filter((name) => !failed.includes(name))).toEqual([])
  })
})

test('while the database is away, every call says so as it is described', async () => {
  const { kalends, mine } = await world()
  const document = await describedBy(kalends)
  const away = Object.assign(new Error('database is locked'), { code: 'SQLITE_BUSY' })
  kalends.ports.db.query = () => Promise.reject(away)
  kalends.ports.log.error = () => {}
  const [statuses, faults]: [number[], string[]] = [[], []]
  for (const operation of operationsIn(document)) {
    const response = await kalends.request(...exampleOf(operation, mine, ADMIN_KEY))
    statuses.push(response.status)
    faults.push(...(await faultsOf(document, operation, response)))
    if (response.status === 503 && !response.headers.has('retry-after'))
      faults.push(`${operation.name} does not say when to come back`)
  }
  expect(faults).toEqual([])
  expect(statuses.filter((status) => status === 503).length).toBeGreaterThan(50)
})

test('what has a tag is not sent twice: 304, as it is described', async () => {
  const { kalends, mine } = await world()
  const document = await describedBy(kalends)
  const tagged: string[] = []
  for (const operation of operationsIn(document)) {
    const [path, init] = exampleOf(operation, mine, ADMIN_KEY)
    if (!('304' in operation.description.responses)) continue
    const first = await kalends.request(path, init)
    const headers = { ...init.headers, 'if-none-match': first.headers.get('etag') ?? '' }
    const again = await kalends.request(path, { ...init, headers })
    expect([operation.name, again.status]).toEqual([operation.name, 304])
    expect(await faultsOf(document, operation, again)).toEqual([])
    tagged.push(operation.name)
  }
  expect(tagged).toContain('GET /feeds/{partner}/{calendar}.ics')
})

test('the checker itself can fail', () => {
  const document = { components: { schemas: { A: { type: 'string', maxLength: 2 } } } }
  const schema = {
    ...{ type: 'object', required: ['a', 'b'], additionalProperties: false },
    properties: {
      a: { $ref: '#/components/schemas/A' },
      b: { type: ['integer', 'null'], minimum: 1 },
      c: { type: 'array', items: { oneOf: [{ enum: ['x'] }, { type: 'string', pattern: '^y$' }] } },
    },
  }
  const fits = (value: Json) => misfits(document, schema, value)
  expect(fits({ a: 'ab', b: null, c: ['x', 'y'] })).toEqual([])
  expect(fits({ a: 'abc', b: 0.5, c: ['z'], d: 1 })).toEqual([
    '/a: abc is beyond its limits',
    '/b is 0.5, not integer or null',
    '/c/0 fits 0 of oneOf',
    '/d is not described',
  ])
  expect(fits({ a: 1 })).toEqual(['/b is missing', '/a is 1, not string'])
  expect(fits([])).toEqual([' is [], not object'])
  const named = { type: 'object', additionalProperties: { type: 'integer' } }
  expect(misfits(document, named, { a: 1, b: 'x' })).toEqual(['/b is "x", not integer'])
  expect(misfits(document, { type: 'object' }, { a: 1 })).toEqual(['/a is not described'])
  expect(() => misfits(document, { $ref: '#/components/schemas/B' }, 1)).toThrow('leads nowhere')
})
