// Hostile addresses and hostile servers, against the whole application: what may not be called is
// refused where it is saved and where it is called, and whatever a server answers, what is published
// stays. Servers are this machine, under names that the test’s own resolver knows.

import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import type { Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createServer as createTls } from 'node:tls'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { harness } from '#harness'
import { checkedEndpoint } from '../../src/push/endpoints.ts'
import type { Json } from '../harness.ts'
import { type Answering, answer, fetchHere, origin, redirect, watch } from '../outbound/origin.ts'
import { source, tick } from '../sources/server.ts'
import { bytesOf, type Case, casesOf, here } from './hostile-cases.ts'

const FEED = '날짜,제목\n2026-05-01,개막\n'
const GOOD = `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//a//b\r\nBEGIN:VEVENT\r\nUID:a-1@x\r\nDTSTAMP:20260101T000000Z\r\nDTSTART:20260302T010000Z\r\nSUMMARY:Opening day\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`
const LIMITS = { milliseconds: 30_000, octets: 10 * 1024 * 1024 }
/** Instead of 30 seconds, so that no test waits so long; that they are 30 is in follow.ts. */
const IMPATIENT = { ...LIMITS, milliseconds: 400 }

/** A port of ours that nobody may ever call. */
let canary: Awaited<ReturnType<typeof origin>>
/** A certificate for `public.example` alone. */
let certificate = { cert: '', key: '' }
beforeAll(async () => {
  canary = await origin(answer('secret'))
  const folder = mkdtempSync(join(tmpdir(), 'kalends-'))
  const at = (name: string) => join(folder, name)
  const subject = ['-subj', '/CN=public.example', '-addext', 'subjectAltName=DNS:public.example']
  const made = [
    '-keyout',
    at('key'),
    '-out',
    at('cert'),
    '-days',
    '2',
    '-nodes',
    '-newkey',
    'rsa:2048',
  ]
  execFileSync('openssl', ['req', '-x509', ...made, ...subject], { stdio: 'ignore' })
  certificate = { cert: readFileSync(at('cert'), 'utf8'), key: readFileSync(at('key'), 'utf8') }
  rmSync(folder, { recursive: true })
})
afterAll(() => expect(canary.asked).toEqual([]))

/** A calendar with something published, and the real way out. */
async function published(options: Parameters<typeof fetchHere>[0] = {}) {
  const kalends = await harness({ now: '2026-01-01T00:00:00Z' })
  await kalends.upload('harbour/regatta', FEED)
  kalends.ports.fetch = fetchHere({ budget: LIMITS, ...options })
  return { kalends, feed: await kalends.feed('harbour/regatta') }
}

const text = async (given: Case, fills: Record<string, string> = {}) =>
  new TextDecoder().decode(await bytesOf(given, fills))

const urls = casesOf('url')
const literal = urls.filter(({ id }) => Number(id.slice(4)) <= 46)

test.skipIf(!here)('the set is the one that is meant', () => {
  const kinds = casesOf('url', 'pull', 'pull-slow').map(({ group }) => group)
  const count = (kind: string) => kinds.filter((each) => each === kind).length
  expect([count('url'), count('pull'), count('pull-slow')]).toEqual([50, 16, 4])
})

test.skipIf(!here).each(literal.map((each) => [each.id, each] as const))(
  'a source’s, a webhook’s or a browser’s address is refused when it is saved and when it is called: %s',
  async (_, given) => {
    const asked: string[] = []
    const resolve = async (name: string) => {
      asked.push(name)
      return [{ address: '127.0.0.1', family: 4 }]
    }
    const { kalends, feed } = await published({ resolve })
    const url = await text(given, { OWN_HOST: 'kalends.example' })
    const refusedAs = given.reason === 'source.scheme' ? 'scheme' : expect.any(String)
    const refused = { code: 'url_not_allowed', why: refusedAs }
    const { made } = await source(kalends, { url })
    expect([made.status, made.body]).toMatchObject([400, refused])
    const hook = await source(kalends, { notice: { webhook: url } })
    expect([hook.made.status, hook.made.body]).toMatchObject([400, refused])
    // As if it had come into the database in another way.
    await expect(kalends.ports.fetch({ url })).rejects.toMatchObject({
      ...{ code: 'url_not_allowed', params: { why: refusedAs } },
    })
    expect(() => checkedEndpoint(url, { pushHosts: [] })).toThrow(
      expect.objectContaining({ code: 'endpoint_not_allowed' }),
    )
    expect(asked).toEqual([])
    expect(await kalends.feed('harbour/regatta')).toBe(feed)
  },
)

const case_ = (id: string) => casesOf('url', 'pull').find((each) => each.id === id) as Case

test.skipIf(!here).each([301, 302, 303, 307, 308])(
  'url-47: a %i to this machine',
  async (status) => {
    const { kalends, feed } = await published()
    const server = await origin(redirect(`http://127.0.0.1:${canary.port}/`, status))
    const host = `public.example:${server.port}`
    const { pull } = await source(kalends, {
      url: await text(case_('url-47'), { PUBLIC_TEST_HOST: host }),
    })
    expect(await pull()).toMatchObject({ state: 'failing', problem: { code: 'url_not_allowed' } })
    expect(await kalends.feed('harbour/regatta')).toBe(feed)
  },
)

test.skipIf(!here)('url-47: a chain of ten', async () => {
  const { kalends } = await published()
  const server = await origin(redirect('/next'))
  const { pull } = await source(kalends, { url: server.url() })
  expect((await pull()).problem.code).toBe('not_fetched')
  expect(server.asked).toHaveLength(4)
})

test.skipIf(!here).each([
  ['url-48', 'MIXED_A_HOST', 'mixed.example'],
  ['url-49', 'AAAA_MAPPED_HOST', 'mapped.example'],
])('%s: a name one of whose addresses is not public', async (id, fill, name) => {
  const { kalends, feed } = await published()
  const host = `${name}:${canary.port}`
  const { pull } = await source(kalends, { url: await text(case_(id), { [fill]: host }) })
  expect(await pull()).toMatchObject({ state: 'failing', problem: { code: 'url_not_allowed' } })
  expect(await kalends.feed('harbour/regatta')).toBe(feed)
})

/** A server of https:, answering as told. */
async function secure(answers: Answering, cert = certificate) {
  const server = watch(createTls(cert, (socket) => socket.once('data', () => answers(socket, ''))))
  server.on('tlsClientError', () => {})
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return (server.address() as { port: number }).port
}

test.skipIf(!here)('url-50: webcal: is read as https:', async () => {
  const port = await secure((socket) => socket.end(answer(GOOD)))
  const { kalends } = await published({ ca: certificate.cert })
  const url = await text(case_('url-50'), { PUBLIC_TEST_HOST: `public.example:${port}` })
  const { made, pull } = await source(kalends, { url })
  expect(made.body.url).toMatch(/^https:/)
  expect(await pull()).toMatchObject({ state: 'ok' })
  expect(await kalends.feed('harbour/regatta')).toContain('Opening day')
})

/** What is asked of an answer, by what the set calls its reason. */
const TOLD: Record<string, (told: Told) => void> = {
  'file.empty': refusedFile,
  'ics.structure': refusedFile,
  'source.truncated': ({ pulled }) => expect(pulled.problem.message).toMatch(/broke off/),
  'source.encoding': ({ pulled }) => expect(pulled.problem.message).toMatch(/compressed/),
  'source.headers': ({ pulled }) => expect(pulled.problem.message).toMatch(/headers/),
  'source.too_large': ({ pulled }) => expect(pulled.problem.message).toMatch(/10 MB/),
  'source.url_forbidden': ({ pulled }) => expect(pulled.problem.code).toBe('url_not_allowed'),
}

interface Told {
  pulled: Json
  upload: Json
}

function refusedFile({ pulled, upload }: Told) {
  expect([pulled.state, upload.status]).toEqual(['waiting', 'refused'])
}

test.skipIf(!here).each(casesOf('pull').map((each) => [each.id, each.title, each] as const))(
  '%s %s',
  async (id, _, given) => {
    const { kalends, feed } = await published()
    const other = await origin(answer(GOOD))
    const fills = { OTHER_PUBLIC_TEST_HOST: `other.example:${other.port}` }
    const bytes = await bytesOf(given, fills)
    const coding = given.headers?.['content-encoding']
    const server = await origin(given.recipe ? answer(bytes, `Content-Encoding: ${coding}`) : bytes)
    const { pull } = await source(kalends, { url: server.url('/a.ics'), every: 60 })
    const before = process.memoryUsage.rss()
    const pulled = await pull()
    expect((process.memoryUsage.rss() - before) / 2 ** 20).toBeLessThan(given.must?.rssMB ?? 200)
    const upload =
      pulled.upload && (await kalends.admin('GET', `/v1/uploads/${pulled.upload}`)).body
    const now = await kalends.feed('harbour/regatta')
    if (given.expected === 'reject') {
      expect(now).toBe(feed)
      expect(pulled.state).not.toBe('ok')
      const status = /^source\.http_(\d+)$/.exec(given.reason ?? '')?.[1]
      if (status) expect(pulled.problem.message).toContain(status)
      else TOLD[given.reason ?? '']?.({ pulled, upload })
    } else if (pulled.state === 'ok')
      expect(now).toContain(given.must?.value?.SUMMARY ?? 'Opening day')
    if (given.expected === 'accept') expect(pulled.state).toBe('ok')
    if (given.must?.retriesWithinHours) expect(pulled.nextAt <= '2026-01-02T00:00:00Z').toBe(true)
    if (id === 'pull-12') expect(pulled.state).toBe('ok')
    for (const head of other.asked) expect(head).not.toMatch(/^authorization:/im)
  },
)

const SLOW: Record<string, (socket: Socket) => void> = {
  'before-headers': () => {},
  'after-headers': (socket) => void socket.write('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n'),
  trailers: (socket) => {
    const head = 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nB\r\n0\r\n'
    socket.write(head)
    const more = setInterval(() => socket.write('X-A: a\r\n'), 5)
    socket.on('close', () => clearInterval(more))
  },
}

test.skipIf(!here).each(casesOf('pull-slow').map((each) => [each.id, each.title, each] as const))(
  '%s %s: it is left, and other sources are on time',
  async (_, __, given) => {
    const { stall, endlessTrailers, tls } = JSON.parse(await text(given))
    const answers = SLOW[stall ?? (endlessTrailers ? 'trailers' : '')] ?? (() => {})
    const { kalends } = await published({ budget: IMPATIENT, ca: certificate.cert })
    const url = tls
      ? `https://other.example:${await secure(answers)}/a.ics`
      : (await origin(answers)).url('/a.ics')
    const slow = await source(kalends, { url })
    const good = await source(kalends, { url: (await origin(answer(GOOD))).url('/good.ics') })
    const begun = performance.now()
    await tick(kalends)
    expect(performance.now() - begun).toBeLessThan(10 * IMPATIENT.milliseconds)
    expect(await slow.read()).toMatchObject({ state: 'failing', problem: { code: 'not_fetched' } })
    expect((await slow.read()).problem.message).toMatch(tls ? /certificate/ : /30 seconds|headers/)
    expect(await good.read()).toMatchObject({ state: 'ok' })
    expect(await kalends.feed('harbour/regatta')).toContain('개막')
  },
)
