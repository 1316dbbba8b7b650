// The same through a real socket: what Node's server adds to an answer, and what fetch makes of it.

import { connect } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { harness } from '#harness'
import { createServer } from '../../src/node.ts'
import { FEED, SEASON } from './asking.ts'

const server = { port: 0, close: async () => {}, limits: {} }

beforeAll(async () => {
  const kalends = await harness()
  await kalends.upload('harbour/regatta', SEASON)
  const http = createServer(kalends.ports)
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', () => resolve()))
  const { headersTimeout, requestTimeout } = http
  server.limits = { headersTimeout, requestTimeout }
  const address = http.address()
  server.port = typeof address === 'object' && address ? address.port : 0
  server.close = () => new Promise((resolve) => http.close(() => resolve()))
})

afterAll(() => server.close())

/** The answer as it came over the wire: its lines, and the octets after the empty one. */
async function raw(request: string): Promise<{ head: string[]; body: Buffer }> {
  const socket = connect(server.port, '127.0.0.1')
  socket.write(`${request}\r\nHost: x\r\nConnection: close\r\n\r\n`)
  const chunks: Buffer[] = []
  for await (const chunk of socket) chunks.push(chunk as Buffer)
  const answer = Buffer.concat(chunks)
  const end = answer.indexOf('\r\n\r\n')
  return {
    head: answer.subarray(0, end).toString('latin1').split('\r\n'),
    body: answer.subarray(end + 4),
  }
}

const header = (head: string[], name: string) =>
  head
    .find((line) => line.toLowerCase().startsWith(`${name}:`))
    ?.slice(name.length + 1)
    .trim()

test('§8.54 HEAD says how long the body would be, and sends none', async () => {
  const get = await raw(`GET ${FEED} HTTP/1.1`)
  const head = await raw(`HEAD ${FEED} HTTP/1.1`)
  expect(head.head[0]).toBe('HTTP/1.1 200 OK')
  expect(head.body).toHaveLength(0)
  for (const name of [
    'content-length',
    'etag',
    'content-type',
    'last-modified',
    'vary',
    'cache-control',
  ])
    expect(header(head.head, name), name).toBe(header(get.head, name))
  expect(header(get.head, 'content-length')).toBe(String(get.body.length))
})

test('§8.56 a 304 carries no body and no length of one', async () => {
  const tag = header((await raw(`GET ${FEED} HTTP/1.1`)).head, 'etag')
  const { head, body } = await raw(`GET ${FEED} HTTP/1.1\r\nIf-None-Match: ${tag}`)
  expect(head[0]).toBe('HTTP/1.1 304 Not Modified')
  expect(body).toHaveLength(0)
  expect(header(head, 'content-length') ?? '0').toBe('0')
  expect(header(head, 'etag')).toBe(tag)
})

test('§8.61 the answer is whole and not chunked, compressed or not', async () => {
  for (const coding of ['identity', 'gzip', 'br']) {
    const { head, body } = await raw(`GET ${FEED} HTTP/1.1\r\nAccept-Encoding: ${coding}`)
    expect(header(head, 'content-length'), coding).toBe(String(body.length))
    expect(header(head, 'transfer-encoding'), coding).toBeUndefined()
    expect(head.filter((line) => /^(set-cookie|server|x-powered-by):/i.test(line))).toEqual([])
  }
})

test('§8.58 a client that unpacks by itself gets the same feed in every coding', async () => {
  const texts = new Set<string>()
  for (const coding of ['identity', 'gzip', 'br', 'gzip, deflate, br']) {
    const response = await fetch(`http://127.0.0.1:${server.port}${FEED}`, {
      headers: { 'accept-encoding': coding },
    })
    texts.add(await response.text())
  }
  expect(texts.size).toBe(1)
})

test('§8.59 a client without any header but Host is answered: Google sends no Accept', async () => {
  const { head, body } = await raw(`GET ${FEED} HTTP/1.1`)
  expect(head[0]).toBe('HTTP/1.1 200 OK')
  expect(body.toString('utf8')).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]+END:VCALENDAR\r\n$/)
  expect((await raw(`GET ${FEED} HTTP/1.0`)).head[0]).toContain('200')
})

test('who sends slowly, or asks for a tunnel, is let go', async () => {
  expect(server.limits).toEqual({ headersTimeout: 10_000, requestTimeout: 120_000 })
  const { head, body } = await raw('CONNECT 127.0.0.1:22 HTTP/1.1')
  expect([head[0], body.length]).toEqual(['HTTP/1.1 405 Method Not Allowed', 0])
})

test('headers of 60 kB are refused, and a length said twice is too', async () => {
  const large = await raw(`GET ${FEED} HTTP/1.1\r\nX: ${'a'.repeat(60_000)}`)
  expect(large.head[0]).toContain(' 431 ')
  const twice = 'Content-Length: 5\r\nTransfer-Encoding: chunked'
  expect((await raw(`POST ${FEED} HTTP/1.1\r\n${twice}`)).head[0]).toContain(' 400 ')
})
