import { expect, test } from 'vitest'
import { harness } from '#harness'
import { sql } from '../../src/storage/database.ts'
import { PART } from '../../src/subscribers/crawlers.ts'
import { theatre } from './theatre.ts'

test('robots.txt lets every feed be fetched, and names the map', async () => {
  const { request } = await harness()
  const response = await request('/robots.txt')
  expect([response.status, response.headers.get('content-type')]).toEqual([
    ...[200, 'text/plain; charset=UTF-8'],
  ])
  const text = await response.text()
  expect(text).not.toMatch(/Disallow: \/(feeds|my|$)/m)
  expect(text).toContain('Sitemap: https://kalends.example/sitemap.xml')
})

test('the map: the first page, partners and calendars in each language; not what is deleted', async () => {
  const { admin, request } = await harness()
  await admin('PUT', '/v1/partners/harbour/calendars/gone', { name: 'x' })
  await admin('DELETE', '/v1/partners/harbour/calendars/gone')
  const text = await (await request('/sitemap.xml')).text()
  expect([...text.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, url]) => url)).toEqual([
    ...['https://kalends.example/', 'https://kalends.example/harbour'],
    'https://kalends.example/harbour/regatta',
  ])
  expect(text).toContain('hreflang="en" href="https://kalends.example/harbour/regatta?lang=en"')
})

test('a large one is in parts, each of them bounded', async () => {
  const { admin, ports, request } = await harness()
  await ports.db.batch([
    sql`INSERT INTO calendars (id, partner_id, uid, slug, settings, revision, created_at)
        SELECT ${PART + 1}, partner_id, ${'far'}, ${'far'}, settings, 0, created_at FROM calendars
        WHERE slug = ${'regatta'}`,
  ])
  const index = await (await request('/sitemap.xml')).text()
  expect(index.match(/<loc>[^<]*<\/loc>/g)).toEqual([
    '<loc>https://kalends.example/sitemap-1.xml</loc>',
    '<loc>https://kalends.example/sitemap-2.xml</loc>',
  ])
  expect(await (await request('/sitemap-1.xml')).text()).toContain('/harbour/regatta</loc>')
  const second = await (await request('/sitemap-2.xml')).text()
  expect(second).toContain('/harbour/far</loc>')
  expect(second).not.toContain('regatta')
  expect((await request('/sitemap-3.xml')).status).toBe(404)
  expect((await admin('GET', '/v1/partners')).status).toBe(200)
})

test('the head: title, description, one canonical address, each language, a preview', async () => {
  const { page, uids } = await theatre()
  const path = `/harbour/regatta/${uids.lear}`
  const { text } = await page(`${path}?utm_source=x`)
  expect(text).toContain('<title>[취소] 리어왕 · 레가타</title>')
  expect(text).toContain(
    '<meta name="description" content="2026년 4월 4일 (토) 19:30 · 대극장 · 배우의 독감">',
  )
  expect(text).toContain(`<link rel="canonical" href="https://kalends.example${path}">`)
  for (const [language, query] of [
    ['ko', '?lang=ko'],
    ['en', '?lang=en'],
    ['x-default', ''],
  ])
    expect(text).toContain(
      `<link rel="alternate" hreflang="${language}" href="https://kalends.example${path}${query}">`,
    )
  expect(text).toContain('<meta property="og:title" content="[취소] 리어왕 · 레가타">')
  const month = (await page('/harbour/regatta?view=month&lang=en')).text
  expect(month).toContain(
    '<link rel="canonical" href="https://kalends.example/harbour/regatta?lang=en">',
  )
})

test.for([
  [
    'hamlet',
    {
      eventStatus: 'https://schema.org/EventRescheduled',
      previousStartDate: '2026-04-03T19:30:00+09:00',
      startDate: '2026-04-10T14:00:00+09:00',
    },
  ],
  [
    'lear',
    { eventStatus: 'https://schema.org/EventCancelled', startDate: '2026-04-04T19:30:00+09:00' },
  ],
  ['macbeth', { eventStatus: 'https://schema.org/EventPostponed' }],
  [
    'tempest',
    {
      eventStatus: 'https://schema.org/EventScheduled',
      location: { name: '대극장', address: '부산 해운대구 1' },
    },
  ],
  [
    'game',
    {
      '@type': 'SportsEvent',
      homeTeam: { '@type': 'SportsTeam', name: '하버' },
      awayTeam: { name: '오터스' },
    },
  ],
  [
    'choir',
    {
      startDate: '2026-04-08T10:00:00+09:00',
      organizer: { name: '하버', url: 'https://kalends.example/harbour' },
    },
  ],
] as const)('%s, as search engines read it', async ([id, told]) => {
  const { page, uids } = await theatre()
  const { text } = await page(`/harbour/regatta/${uids[id]}`)
  const block = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(text)?.[1] ?? ''
  const [event] = JSON.parse(block)['@graph']
  expect(event).toMatchObject(told)
  expect(event.url).toBe(`https://kalends.example/harbour/regatta/${uids[id]}`)
})
