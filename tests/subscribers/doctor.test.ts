// The feed doctor's page and its JSON: what they show, whom they refuse, and how often.

import { expect, test, vi } from 'vitest'
import { harness } from '#harness'
import { REMEMBERED_MS } from '../../src/subscribers/doctor/consultation.ts'
import { MAX_AT_ONCE, MAX_PER_HOST } from '../../src/subscribers/doctor/gate.ts'
import { ownFetch } from '../../src/subscribers/doctor/own-fetch.ts'
import { ADDRESS, FEED, server, type Whim } from '../doctor/server.ts'
import type { Json } from '../harness.ts'

async function doctor(whim?: Whim) {
  const kalends = await harness()
  const fetch = server(whim)
  kalends.ports.fetch = fetch
  const page = async (query: string, language = 'en') => {
    const headers = { 'accept-language': language }
    const response = await kalends.request(`/doctor${query}`, { headers })
    return { status: response.status, headers: response.headers, text: await response.text() }
  }
  const json = async (url: string, language = 'en') => {
    const headers = { 'accept-language': language }
    const path = `/v1/doctor?url=${encodeURIComponent(url)}`
    const response = await kalends.request(path, { headers })
    const body: Json = await response.json()
    return { status: response.status, headers: response.headers, body }
  }
  return { ...kalends, fetch, page, json }
}

const asked = `?url=${encodeURIComponent(ADDRESS)}`

test('without an address nothing is fetched', async () => {
  const { page, fetch } = await doctor()
  const { status, text, headers } = await page('')
  expect(status).toBe(200)
  expect(text).toContain('<h1>Feed doctor</h1>')
  expect(headers.get('content-security-policy')).not.toContain('script-src')
  expect(fetch.asked).toEqual([])
})

test('a healthy feed gets a clean bill, in both languages', async () => {
  const { page } = await doctor()
  const english = await page(asked)
  expect(english.text).toContain('This feed is healthy.')
  expect(english.text).not.toContain('class="finding')
  const korean = await page(asked, 'ko')
  expect(korean.text).toContain('건강한 피드입니다.')
  expect(korean.text).toContain('lang="ko"')
  expect((await page(`${asked}&lang=en`, 'ko')).text).toContain('This feed is healthy.')
})

test('a feed that reaches no program is not said to reach some', async () => {
  const { page } = await doctor((_, it) => ({ ...it, status: 404, text: '' }))
  const { text } = await page(asked)
  expect(text).toContain('Nobody gets this feed.')
  expect(text).not.toContain('for some subscribers')
})

test('a defect is told with its line, what would be right, and who suffers', async () => {
  const text = FEED.replace('DTEND:', 'RRULE:FREQ=YEARLY;COUNT=1\r\nDTEND:')
  const { json, page } = await doctor((_, it) => (it.text ? { ...it, text } : it))
  const { body } = await json(ADDRESS)
  expect(body.health).toBe('breaks')
  expect(body.findings).toMatchObject([
    {
      ...{ code: 'rule_once', item: 35, severity: 'breaks', count: 1 },
      places: [{ line: 12, text: 'RRULE:FREQ=YEARLY;COUNT=1' }],
      clients: [{ client: 'outlook', effect: 'file_ignored' }],
    },
  ])
  const outlook = body.clients.find(({ client }: { client: string }) => client === 'outlook')
  expect(outlook).toMatchObject({ state: 'broken', message: 'ignores the whole file (line 12)' })
  expect((await json(ADDRESS, 'ko')).body.findings[0].message).toContain('COUNT=1')
  const shown = await page(asked, 'ko')
  expect(shown.text).toContain('RRULE:FREQ=YEARLY;COUNT=1')
  expect(shown.text).toContain('파일 전체를 무시합니다 (12번째 줄)')
})

test('what a feed says is text on the page', async () => {
  const text = FEED.replace('DTSTAMP:2', 'DTSTAMP:<script>alert(1)</script>2')
  const { page } = await doctor((_, it) => (it.text ? { ...it, text } : it))
  const shown = await page(asked)
  expect(shown.text).not.toContain('<script>alert')
  expect(shown.text).toContain('&lt;script&gt;alert(1)')
})

test.each([
  ['ftp://harbour.example.com/a.ics', 'only http:, https: and webcal:'],
  ['http://127.0.0.1/a.ics', 'only public addresses are called'],
  ['http://localhost:3000/a.ics', 'only public addresses are called'],
  ['https://kalends.example/healthz', 'only public addresses are called'],
  ['harbour', 'such as https://example.com/'],
])('%s is refused before anything is fetched', async (address, why) => {
  const { page, json, fetch } = await doctor()
  const shown = await page(`?url=${encodeURIComponent(address)}`)
  expect(shown.status).toBe(400)
  expect(shown.text).toContain(why)
  expect(shown.text).toContain(`value="${address}"`)
  expect((await json(address)).body).toMatchObject({ status: 400, code: 'url_not_allowed' })
  expect(fetch.asked).toEqual([])
})

test('a feed of our own is asked for in this very process, and is healthy', async () => {
  const { json, upload, fetch, ports } = await doctor()
  await upload('harbour/regatta', '날짜,시간,제목\n2026-05-01,18:30,개막\n')
  const { status, body } = await json('webcal://kalends.example/feeds/harbour/regatta.ics')
  expect(status).toBe(200)
  expect(body.findings).toEqual([])
  expect(body.events).toBe(1)
  expect(body.answers.map(({ status }: { status: number }) => status)).toContain(304)
  expect(fetch.asked).toEqual([])
  // Nobody subscribed by that.
  expect(ports.fetches.held()).toBe(0)
})

test('a feed of our own is read no further and waited for no longer than anybody’s', async () => {
  const url = 'https://kalends.example/feeds/harbour/regatta.ics'
  const within = { signal: new AbortController().signal, octets: 1000 }
  const answer = async (text: string) => ownFetch(async () => new Response(text))({ url, within })
  expect((await answer('x'.repeat(1000))).body).toHaveLength(1000)
  await expect(answer('x'.repeat(1001))).rejects.toMatchObject({ params: { why: 'too_large' } })
  const ending = new AbortController()
  const never = ownFetch(() => new Promise(() => {}))
  const waiting = never({ url, within: { signal: ending.signal, octets: 1000 } })
  ending.abort()
  await expect(waiting).rejects.toMatchObject({ params: { why: 'timeout' } })
})

test('who loads the page again within a minute asks nobody again', async () => {
  const { page, fetch, clock } = await doctor()
  await page(asked)
  const once = fetch.asked.length
  await page(asked, 'ko')
  expect(fetch.asked.length).toBe(once)
  clock.now = new Date(Date.parse(clock.now) + REMEMBERED_MS).toISOString().replace('.000', '')
  await page(asked)
  expect(fetch.asked.length).toBe(2 * once)
})

test('one host is not asked too often', async () => {
  const { json, page } = await doctor()
  for (let at = 0; at < MAX_PER_HOST; at += 1)
    expect((await json(`${ADDRESS}?${at}`)).status).toBe(200)
  const { status, body, headers } = await json(`${ADDRESS}?more`)
  expect({ status, code: body.code }).toEqual({ status: 503, code: 'doctor_busy' })
  expect(headers.get('retry-after')).toBe('60')
  const shown = await page(`?url=${encodeURIComponent(`${ADDRESS}?more`)}`, 'ko')
  expect(shown.status).toBe(503)
  expect(shown.text).toContain('피드 진단이 바쁩니다')
  expect((await json('https://pier.example.com/a.ics')).status).toBe(200)
})

test('neither another port nor a redirection is a way to ask one host more often', async () => {
  const { json, ports } = await doctor()
  const real = ports.fetch
  ports.fetch = async (request) => {
    const url = new URL(request.url)
    if (!url.hostname.startsWith('hop')) return real(request)
    const header = (name: string) => (name === 'location' ? ADDRESS : null)
    return { status: 302, header, body: new Uint8Array(), url: request.url }
  }
  const { hostname } = new URL(ADDRESS)
  for (let at = 0; at < MAX_PER_HOST / 2; at += 1) {
    await json(`https://${hostname}:${8440 + at}/a.ics`)
    expect((await json(`https://hop${at}.example.com/a.ics`)).status).toBe(200)
  }
  const { status, body } = await json('https://hop9.example.com/a.ics')
  expect([status, body.code]).toEqual([503, 'doctor_busy'])
})

test('so many at once, and no more', async () => {
  const { json, ports } = await doctor()
  const real = ports.fetch
  let waiting = 0
  let go = () => {}
  const word = new Promise<void>((said) => {
    go = said
  })
  ports.fetch = async (request) => {
    waiting += 1
    await word
    return real(request)
  }
  const running = Array.from({ length: MAX_AT_ONCE }, (_, at) =>
    json(`https://host${at}.example.com/a.ics`),
  )
  await vi.waitFor(() => expect(waiting).toBe(MAX_AT_ONCE))
  expect((await json('https://late.example.com/a.ics')).body.code).toBe('doctor_busy')
  go()
  const answers = await Promise.all(running)
  expect(answers.map(({ status }) => status)).toEqual(Array(MAX_AT_ONCE).fill(200))
  expect((await json('https://late.example.com/a.ics')).status).toBe(200)
})
