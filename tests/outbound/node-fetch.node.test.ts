// The guarded call against real sockets: where it goes, where it does not, and when it stops.

import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { answer, fetchHere, origin, redirect } from './origin.ts'

const text = (body: Uint8Array) => new TextDecoder().decode(body)
const failing = (code: string, why: string) =>
  expect.objectContaining({ code, params: expect.objectContaining({ why }) })

test('an answer comes with its status, its headers and its body', async () => {
  const { url, asked } = await origin(answer('개막', 'ETag: "1"'))
  const fetched = await fetchHere()({ url: url('/a.csv?b=c'), headers: { 'If-None-Match': '"0"' } })
  expect([fetched.status, fetched.header('ETag'), text(fetched.body)]).toEqual([200, '"1"', '개막'])
  expect(fetched.url).toBe(url('/a.csv?b=c'))
  expect(asked[0]).toMatch(/^GET \/a\.csv\?b=c HTTP\/1\.1\r\n/)
  expect(asked[0]).toContain('If-None-Match: "0"')
})

test('a POST sends its body, and takes a redirection for an answer', async () => {
  const { url, asked } = await origin(redirect('/elsewhere', 307))
  const fetched = await fetchHere()({ url: url(), method: 'POST', body: '{"a":"개"}' })
  expect(fetched.status).toBe(307)
  expect(asked).toHaveLength(1)
  expect(asked[0]).toMatch(/^POST .*Content-Length: 11\r\n.*\{"a":"/s)
})

test('what was posted is taken once its status says so: the rest of the answer may be huge, broken or never come', async () => {
  const rests = [
    answer('x'.repeat(1_000)),
    answer('no gzip', 'Content-Encoding: gzip'),
    'HTTP/1.1 410 Gone\r\nContent-Length: 9\r\n\r\nx',
  ]
  for (const [place, rest] of rests.entries()) {
    const { url, asked } = await origin(rest)
    const within = { signal: AbortSignal.timeout(300), octets: 100 }
    const { status, body } = await fetchHere()({ url: url(), method: 'POST', body: 'a', within })
    expect([status, body.length, asked.length]).toEqual([place === 2 ? 410 : 200, 0, 1])
  }
})

test.each([
  ['gzip', gzipSync('개막')],
  ['x-gzip', gzipSync('개막')],
  ['br', brotliCompressSync('개막')],
  ['deflate', deflateSync('개막')],
])('a body in %s is decoded', async (coding, body) => {
  const { url } = await origin(answer(body, `Content-Encoding: ${coding}`))
  expect(text((await fetchHere()({ url: url() })).body)).toBe('개막')
})

test.each([
  ['inside.example', 'inside'],
  ['mixed.example', 'inside'],
  ['mapped.example', 'inside'],
])('a name that leads inside is not called: %s', async (name, why) => {
  const { url, asked } = await origin(answer('x'))
  await expect(fetchHere()({ url: url('/', name) })).rejects.toEqual(
    failing('url_not_allowed', why),
  )
  expect(asked).toEqual([])
})

test('a redirection that is to be shown is an answer', async () => {
  const { url, asked } = await origin(redirect('/elsewhere', 308))
  const shown = await fetchHere()({ url: url(), redirects: 'show' })
  expect([shown.status, shown.header('location')]).toEqual([308, '/elsewhere'])
  expect(asked).toHaveLength(1)
})

test('HEAD brings headers, also of a body that would be compressed', async () => {
  const head = 'HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 90\r\n\r\n'
  const { url, asked } = await origin(head)
  const fetched = await fetchHere()({ url: url(), method: 'HEAD' })
  expect([fetched.status, fetched.header('content-encoding')]).toEqual([200, 'gzip'])
  expect(fetched.body).toHaveLength(0)
  expect(asked[0]).toMatch(/^HEAD /)
})

test('a call may be held within less than all the others', async () => {
  const { url } = await origin(answer('x'.repeat(2000)))
  const { signal } = new AbortController()
  const call = (octets: number) => fetchHere()({ url: url(), within: { signal, octets } })
  expect((await call(2000)).body).toHaveLength(2000)
  await expect(call(1999)).rejects.toEqual(failing('not_fetched', 'too_large'))
  const over = AbortSignal.abort()
  const late = fetchHere()({ url: url(), within: { signal: over, octets: 2000 } })
  await expect(late).rejects.toEqual(failing('not_fetched', 'timeout'))
})

test('a person at their own machine may look at what stands there', async () => {
  const { port } = await origin(answer('개막'))
  const { nodeFetch } = await import('../../src/outbound/node-fetch.ts')
  const here = { url: `http://127.0.0.1:${port}/` }
  expect(text((await nodeFetch({ ownHost: '', inside: true })(here)).body)).toBe('개막')
  await expect(nodeFetch({ ownHost: '' })(here)).rejects.toEqual(
    failing('url_not_allowed', 'inside'),
  )
})

test('without a test’s permission, not even a name of this machine is called', async () => {
  const { url, asked } = await origin(answer('x'))
  const resolve = async () => [{ address: '127.0.0.1', family: 4 }]
  const { nodeFetch } = await import('../../src/outbound/node-fetch.ts')
  const fetch = nodeFetch({ ownHost: 'kalends.example', resolve })
  await expect(fetch({ url: url() })).rejects.toEqual(failing('url_not_allowed', 'inside'))
  expect(asked).toEqual([])
})

test('a name that leads elsewhere the second time is looked at the second time', async () => {
  const { url, asked } = await origin(redirect('/again'))
  const told = [['127.0.0.1'], ['127.0.0.2']]
  const resolve = async () => (told.shift() ?? []).map((address) => ({ address, family: 4 }))
  await expect(fetchHere({ resolve })({ url: url() })).rejects.toEqual(
    failing('url_not_allowed', 'inside'),
  )
  expect(asked).toHaveLength(1)
})

test.each([301, 302, 303, 307, 308])('a %i is followed', async (status) => {
  const { url } = await origin((socket, asked) =>
    socket.end(asked.startsWith('GET /there') ? answer('there') : redirect('/there', status)),
  )
  const fetched = await fetchHere()({ url: url() })
  expect([text(fetched.body), fetched.url]).toEqual(['there', url('/there')])
})

test.each([
  ['http://127.0.0.1:18999/', 'url_not_allowed', 'inside'],
  ['http://inside.example:18999/', 'url_not_allowed', 'inside'],
  ['file:///etc/passwd', 'url_not_allowed', 'scheme'],
  ['http://me:secret@public.example/', 'url_not_allowed', 'credentials'],
  ['/again', 'not_fetched', 'redirections'],
  ['http://[', 'not_fetched', 'redirections'],
])('a redirection to %s ends it: %s, %s', async (location, code, why) => {
  const { url } = await origin(redirect(location))
  await expect(fetchHere()({ url: url() })).rejects.toEqual(failing(code, why))
})

test('credentials stay with the host that they were for', async () => {
  const other = await origin(answer('there'))
  const { url, asked } = await origin(redirect(other.url('/', 'other.example'), 301))
  await fetchHere()({ url: url(), headers: { Authorization: 'Bearer x', Accept: '*/*' } })
  expect(asked[0]).toContain('Authorization: Bearer x')
  expect(other.asked[0]).not.toContain('Bearer')
  expect(other.asked[0]).toContain('Accept: */*')
})

const slow = { budget: { milliseconds: 150, octets: 1_000_000 } }
test.each([
  ['never answers', ''],
  ['stops after its headers', 'HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n'],
  ['stops within its body', 'HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf'],
])('a server that %s is left when the time is over', async (_, sent) => {
  const { url } = await origin((socket) => void socket.write(sent))
  await expect(fetchHere(slow)({ url: url() })).rejects.toEqual(failing('not_fetched', 'timeout'))
})

test('a name that is never found is left when the time is over', async () => {
  const resolve = () => new Promise<never>(() => {})
  await expect(fetchHere({ ...slow, resolve })({ url: 'http://public.example/' })).rejects.toEqual(
    failing('not_fetched', 'timeout'),
  )
})

const octets = { budget: { milliseconds: 5_000, octets: 1_000 } }
test.each([
  ['as it is', answer('a'.repeat(1_001))],
  ['when it is decoded', answer(gzipSync('a'.repeat(1_001)), 'Content-Encoding: gzip')],
  [
    'though it decodes to nothing',
    answer(Buffer.concat(Array(100).fill(gzipSync(''))), 'Content-Encoding: gzip'),
  ],
])('a body that is too large %s is not read to its end', async (_, sent) => {
  const { url } = await origin(sent)
  await expect(fetchHere(octets)({ url: url() })).rejects.toEqual(
    failing('not_fetched', 'too_large'),
  )
})

test.each([
  ['HTTP/1.1 200 OK\r\nContent-Length: 9\r\nConnection: close\r\n\r\nhalf', 'truncated'],
  ['HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\nhalf', 'truncated'],
  [answer(gzipSync('a'.repeat(99)).subarray(0, 15), 'Content-Encoding: gzip'), 'truncated'],
  [answer('no gzip at all', 'Content-Encoding: gzip'), 'encoding'],
  [answer('x', 'Content-Encoding: gzip, gzip'), 'encoding'],
  [answer('x', 'Content-Encoding: zstd'), 'encoding'],
  [answer('x', `X: ${'a'.repeat(100_000)}`), 'headers'],
  ['SSH-2.0-OpenSSH_9.6\r\n', 'headers'],
  ['', 'truncated'],
])('an answer that cannot be read is told as such: %#', async (sent, why) => {
  const { url } = await origin(sent)
  await expect(fetchHere()({ url: url() })).rejects.toEqual(failing('not_fetched', why))
})

test('a server that is not there, and a name that is nobody’s', async () => {
  await expect(fetchHere()({ url: 'http://nobody.example/' })).rejects.toEqual(
    failing('not_fetched', 'dns'),
  )
  const { port } = await origin('')
  const gone = `http://public.example:${port === 65535 ? port - 1 : port + 1}/`
  await expect(fetchHere()({ url: gone })).rejects.toMatchObject({ code: 'not_fetched' })
})
