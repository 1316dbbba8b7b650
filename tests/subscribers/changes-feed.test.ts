import { SaxesParser } from 'saxes'
import { expect, test } from 'vitest'
import { MAX_ITEMS } from '../../src/subscribers/changes-feed.ts'
import { theatre } from './theatre.ts'

const RSS = '/harbour/regatta/changes.rss'
const ATOM = '/harbour/regatta/changes.atom'
const JSON_FEED = '/harbour/regatta/changes.json'

/** The texts of an element, wherever it stands; throws where the XML is not well-formed. */
function textsOf(xml: string, element: string): string[] {
  const texts: string[] = []
  let open: string | null = null
  const parser = new SaxesParser()
  parser.on('opentag', ({ name }) => {
    if (name === element) open = ''
  })
  parser.on('text', (text) => {
    if (open !== null) open += text
  })
  parser.on('closetag', ({ name }) => {
    if (name === element) texts.push(open ?? '')
    if (name === element) open = null
  })
  parser.on('error', (error) => {
    throw error
  })
  parser.write(xml).close()
  return texts
}

test('RSS, Atom and JSON Feed say the same: what changed, from what to what, and why', async () => {
  const { page, uids } = await theatre()
  const [rss, atom, json] = [await page(RSS), await page(ATOM), await page(JSON_FEED)]
  expect([rss, atom, json].map(({ headers }) => headers.get('content-type'))).toEqual([
    'application/rss+xml; charset=utf-8',
    'application/atom+xml; charset=utf-8',
    'application/feed+json; charset=utf-8',
  ])
  const feed = JSON.parse(json.text)
  expect(feed).toMatchObject({
    version: 'https://jsonfeed.org/version/1.1',
    title: '레가타: 바뀐 일정',
    home_page_url: 'https://kalends.example/harbour/regatta',
    feed_url: 'https://kalends.example/harbour/regatta/changes.json',
  })
  const ids = feed.items.map(({ id }: { id: string }) => id)
  expect(textsOf(rss.text, 'guid')).toEqual(ids)
  expect(textsOf(atom.text, 'id').slice(1)).toEqual(ids)
  expect(feed.items).toContainEqual({
    id: `urn:kalends:${uids.hamlet}:2`,
    url: `https://kalends.example/harbour/regatta/${uids.hamlet}`,
    title: '일정 변경: 햄릿',
    content_text: '일시: 4월 3일 (금) 19:30 → 4월 10일 (금) 14:00\n사유: 무대 점검',
    date_published: '2026-04-01T01:00:00Z',
  })
  expect(feed.items[0].title).toBe('삭제: 오셀로')
  // Seven that were new, five that changed, one of them removed.
  expect(new Set(ids).size).toBe(7 + 5 + 1)
})

test('the same state is the same bytes, whenever and by whomever it is asked', async () => {
  const { page, clock } = await theatre()
  for (const path of [RSS, ATOM, JSON_FEED]) {
    const first = await page(path, 'ko')
    clock.now = '2027-01-01T00:00:00Z'
    expect((await page(path, 'en')).text).toBe(first.text)
    const known = { 'if-none-match': first.headers.get('etag') ?? '' }
    const again = await page(path, 'ko', known)
    expect([again.status, again.text]).toEqual([304, ''])
    expect(first.headers.get('access-control-allow-origin')).toBe('*')
  }
})

test('only what readers see is news: neither settings nor a second look at the same file', async () => {
  const { admin, page, request } = await theatre()
  const before = JSON.parse((await page(JSON_FEED)).text).items
  await admin('PUT', '/v1/partners/harbour/calendars/regatta', { defaultMinutes: 90 })
  expect(JSON.parse((await page(JSON_FEED)).text).items).toEqual(before)
  expect((await request('/harbour/regatta')).status).toBe(200)
})

test('in English where the address says so', async () => {
  const { page } = await theatre()
  const { text } = await page(`${ATOM}?lang=en`)
  expect(textsOf(text, 'title')).toContain('Rescheduled: Hamlet')
  expect(text).toContain('xml:lang="en"')
  expect(text).toContain('href="https://kalends.example/harbour/regatta/changes.atom?lang=en"')
})

test('the page names them, so that readers of news find them by themselves', async () => {
  const { page } = await theatre()
  const { text } = await page('/harbour/regatta')
  for (const [type, ending] of [
    ['application/rss+xml', 'rss'],
    ['application/atom+xml', 'atom'],
    ['application/feed+json', 'json'],
  ])
    expect(text).toContain(
      `<link rel="alternate" type="${type}" title="레가타: 바뀐 일정" href="https://kalends.example/harbour/regatta/changes.${ending}">`,
    )
})

test('texts that XML cannot write leave it well-formed; RSS shows them as text', async () => {
  const { admin, upload, page } = await theatre()
  const evil = ']]>&<script>alert(1)</script>"\''
  await admin('PUT', '/v1/partners/harbour/calendars/evil', { name: evil })
  await upload('harbour/evil', { events: [{ title: evil, start_date: '2026-04-03' }] })
  const rss = (await page('/harbour/evil/changes.rss')).text
  expect(textsOf(rss, 'title')[1]).toBe(`새 일정: ${evil}`)
  const atom = (await page('/harbour/evil/changes.atom')).text
  expect(textsOf(atom, 'title')[1]).toBe(`새 일정: ${evil}`)
})

test(`at most ${MAX_ITEMS} items, the latest`, async () => {
  const { upload, page, clock } = await theatre()
  const events = Array.from({ length: MAX_ITEMS + 1 }, (_, place) => ({
    ...{ title: `경기 ${place}`, start_date: '2026-05-01', start_time: '10:00' },
  }))
  clock.now = '2026-04-02T01:00:00Z'
  await upload('harbour/regatta', { events }, { mode: 'merge' })
  const { items } = JSON.parse((await page(JSON_FEED)).text)
  expect(items).toHaveLength(MAX_ITEMS)
  expect(new Set(items.map((item: { date_published: string }) => item.date_published))).toEqual(
    new Set(['2026-04-02T01:00:00Z']),
  )
})

test('of a calendar that moved: 308; of one that is no more, or has none: an empty feed', async () => {
  const { admin, request, page } = await theatre()
  await admin('PUT', '/v1/partners/harbour/calendars/new', { name: '빈 것' })
  expect(JSON.parse((await page('/harbour/new/changes.json')).text).items).toEqual([])
  await admin('PUT', '/v1/partners/harbour/calendars/new', { calendar: 'newer' })
  const moved = await request('/harbour/new/changes.json')
  expect([moved.status, moved.headers.get('location')]).toEqual([
    ...[308, 'https://kalends.example/harbour/newer/changes.json'],
  ])
})
