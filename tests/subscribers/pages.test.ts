import { expect, test } from 'vitest'
import { LANGUAGES, seen, type Theatre, theatre } from './theatre.ts'

const PAGES = (uids: Record<string, string>) => [
  ...['/', '/?q=%EB%A0%88%EA%B0%80%ED%83%80', '/harbour', '/harbour/regatta'],
  ...['/harbour/regatta?view=month', '/harbour/regatta?month=2027-01', '/nobody', '/harbour/none'],
  ...Object.values(uids).map((uid) => `/harbour/regatta/${uid}`),
]

test.for(LANGUAGES)(
  '%s: every page says so, and loads nothing from elsewhere',
  async (language) => {
    const here = await theatre()
    for (const path of PAGES(here.uids)) {
      const { text, headers } = await here.page(path, language)
      expect([path, headers.get('content-type')]).toEqual([path, 'text/html; charset=UTF-8'])
      expect([path, headers.get('content-language')]).toEqual([path, language])
      expect(text).toContain(`<html lang="${language}">`)
      const policy = headers.get('content-security-policy') ?? ''
      expect(policy).toContain("default-src 'none'")
      expect(policy).not.toMatch(/unsafe|https?:|\*/)
      const loaded = [
        ...text.matchAll(
          /<(?:script|img|iframe|link rel="(?:stylesheet|icon)")[^>]*?(?:src|href)="([^"]*)"/g,
        ),
      ]
      expect(
        loaded
          .map(([, address]) => address)
          .filter((address) => !/^(\/assets\/|data:,$)/.test(address ?? '')),
      ).toEqual([])
      expect(text).not.toMatch(/\sstyle="|<style|\son[a-z]+="/)
      expect(seen(text)).not.toMatch(/undefined|\[object|NaN|null/)
    }
  },
)

test('the calendar’s page: the next events, the month, what changed and why', async () => {
  const { page } = await theatre()
  const ko = seen((await page('/harbour/regatta')).text)
  for (const said of [
    ...['다가오는 일정', '취소 리어왕', '사유: 배우의 독감', '연기 맥베스', '템페스트'],
    ...['일정 변경 햄릿', '원래 4월 3일 (금) 19:30', '2026년 4월', '한국 시각 기준입니다.'],
    '일시 4월 3일 (금) 19:30 → 4월 10일 (금) 14:00 사유 무대 점검',
    '4월 1일 (수): 일정 7개가 새로 올라왔습니다.',
  ])
    expect(ko).toContain(said)
  // Which day was cancelled, and when that was said, are two things.
  expect(ko).toMatch(/취소 리어왕 4월 4일 \(토\) 19:30 상태.*?4월 1일 \(수\)에 바뀜/)
  const en = seen((await page('/harbour/regatta', 'en')).text)
  expect(en).toMatch(/Cancelled 리어왕 Sat 4 Apr 19:30 Status.*?changed Wed 1 Apr/)
  for (const said of [
    ...['Coming up', 'Cancelled 리어왕', 'Rescheduled Hamlet', 'April 2026'],
    'When Fri 3 Apr 19:30 → Fri 10 Apr 14:00',
  ])
    expect(en).toContain(said)
})

test('the month is a table of weeks, each day with its events', async () => {
  const { text } = await (await theatre()).page('/harbour/regatta?view=month', 'en')
  const table = /<table class="month">[\s\S]*<\/table>/.exec(text)?.[0] ?? ''
  expect(table.match(/<th scope="col">(Sun|Mon|Tue|Wed|Thu|Fri|Sat)<\/th>/g)).toHaveLength(7)
  expect(table.match(/<tr>/g)).toHaveLength(1 + 5)
  expect(table).toContain('aria-current="date"')
  for (const [, day] of table.matchAll(/href="#(d[0-9-]+)"/g)) expect(text).toContain(`id="${day}"`)
  // Four of the series' Wednesdays remain in April besides the first.
  expect(table.match(/합창 연습/g)).toHaveLength(5)
})

test('only a category, only a team; a month without any says where the nearest is', async () => {
  const { page } = await theatre()
  const schedule = (text: string) =>
    seen(/<div class="agenda">[\s\S]*?<section id="changes">/.exec(text)?.[0] ?? '')
  const music = schedule((await page('/harbour/regatta?category=%EC%9D%8C%EC%95%85')).text)
  expect(music).toContain('리어왕')
  expect(music).not.toContain('햄릿')
  const team = schedule((await page('/harbour/regatta?team=%EC%98%A4%ED%84%B0%EC%8A%A4')).text)
  expect(team).toContain('응원 경기')
  expect(team).not.toContain('리어왕')
  expect(schedule((await page('/harbour/regatta?category=none')).text)).toBe('')
  const empty = await page('/harbour/regatta?month=2027-01', 'en')
  expect(seen(empty.text)).toContain('Nothing this month. The nearest is in April 2026.')
  const nonsense = await page('/harbour/regatta?month=2026-13&view=what&utm_source=x', 'en')
  expect([nonsense.status, seen(nonsense.text).includes('April 2026')]).toEqual([200, true])
})

test.for([
  ['hamlet', 200, '원래 4월 3일 (금) 19:30', 'Originally Fri 3 Apr 19:30'],
  ['lear', 200, '취소된 일정입니다.', 'This is cancelled.'],
  ['macbeth', 200, '연기된 일정입니다.', 'This is postponed.'],
  ['othello', 410, '잘못 올라왔던 일정이어서 지웠습니다.', 'It was published by mistake'],
  ['choir', 200, '다음 날짜 4월 8일 (수) 10:00', 'Next dates Wed 8 Apr 10:00'],
] as const)('%s: its page says what became of it', async ([id, status, ko, en]) => {
  const { page, uids } = await theatre()
  const korean = await page(`/harbour/regatta/${uids[id]}`)
  expect([korean.status, seen(korean.text).includes(ko)]).toEqual([status, true])
  const english = await page(`/harbour/regatta/${uids[id]}`, 'en')
  expect([english.status, seen(english.text).includes(en)]).toEqual([status, true])
})

test('an event’s history: each revision, what it changed and why; and a way to say it is wrong', async () => {
  const { page, uids } = await theatre()
  const { text } = await page(`/harbour/regatta/${uids.hamlet}`, 'en')
  expect(seen(text)).toContain(
    'Rescheduled Wed 1 Apr 10:00 Korean time revision 2 When Fri 3 Apr 19:30 → Fri 10 Apr 14:00 Reason 무대 점검',
  )
  expect(seen(text)).toContain('New Wed 1 Apr 09:00 Korean time revision 1')
  expect(text).toContain(`href="/harbour/regatta/${uids.hamlet}/report?r=2"`)
  expect(text).toContain('href="https://tickets.example/hamlet"')
})

test('a calendar under its old name: the same page under the new one', async () => {
  const { admin, request } = await theatre()
  await admin('PUT', '/v1/partners/harbour/calendars/regatta', { calendar: 'races' })
  const response = await request('/harbour/regatta?view=month')
  expect([response.status, response.headers.get('location')]).toEqual([
    ...[308, 'https://kalends.example/harbour/races?view=month'],
  ])
})

test.for(LANGUAGES)('%s: a deleted calendar says so, and so do its events', async (language) => {
  const { admin, page, uids } = await theatre()
  await admin('DELETE', '/v1/partners/harbour/calendars/regatta')
  for (const path of ['/harbour/regatta', `/harbour/regatta/${uids.hamlet}`]) {
    const { status, text } = await page(path, language)
    expect(status).toBe(410)
    expect(seen(text)).toContain(
      language === 'ko' ? '이 캘린더는 더 이상 없습니다' : 'This calendar is no more',
    )
    expect(text).toContain('href="/harbour"')
    expect(text).toContain('<meta name="robots" content="noindex">')
  }
  expect((await page('/harbour', language)).text).not.toContain('/harbour/regatta')
})

test.for([
  ['/nobody', '“nobody”'],
  ['/harbour/none', '“harbour/none”'],
  ['/harbour/regatta/none', '“none”'],
  ['/a/b/c/d', '“/a/b/c/d”'],
  ['/Harbour', '“/Harbour”'],
])('%s is none: a page says so in both languages', async ([path, named]) => {
  const { page } = await theatre()
  for (const [language, said] of [
    ['ko', '이 페이지를 찾을 수 없습니다'],
    ['en', 'There is no'],
  ] as const) {
    const { status, text, headers } = await page(path ?? '', language)
    expect([status, headers.get('cache-control')]).toEqual([404, 'no-store'])
    expect(seen(text)).toContain(said)
    expect(seen(text)).toContain(named)
    expect(text).toContain('<meta name="robots" content="noindex">')
  }
})

test('a program that accepts JSON is answered in JSON, and calls and feeds always are', async () => {
  const { page } = await theatre()
  const json = { accept: 'application/json' }
  for (const [path, headers] of [
    ...([
      ['/nobody', json],
      ['/v1/none', {}],
      ['/feeds/harbour/none.ics', {}],
    ] as const),
    ['/harbour/none/changes.rss', {}],
  ] as const) {
    const answer = await page(path, 'en', headers)
    expect([path, answer.headers.get('content-type')]).toEqual([
      ...[path, 'application/problem+json; charset=utf-8'],
    ])
  }
})

test('what a page was is not sent again; another language or device is another page', async () => {
  const here = await theatre()
  for (const path of ['/', '/harbour', '/harbour/regatta', `/harbour/regatta/${here.uids.lear}`]) {
    const first = await here.page(path)
    const etag = first.headers.get('etag') ?? ''
    expect(etag).toMatch(/^"[0-9a-f]{32}"$/)
    expect(first.headers.get('cache-control')).toBe('no-cache')
    const again = await here.page(path, 'ko', { 'if-none-match': `W/${etag}` })
    expect([again.status, again.text, again.headers.get('etag')]).toEqual([304, '', etag])
    expect((await here.page(path, 'en', { 'if-none-match': etag })).status).toBe(200)
  }
  const { headers } = await here.page('/harbour/regatta')
  expect(headers.get('vary')).toBe('Accept-Language, User-Agent, Accept-Encoding')
})

const unzipped = (body: ReadableStream | null) =>
  new Response(body?.pipeThrough(new DecompressionStream('gzip'))).text()

test('for who takes it, a fifth of the octets; known by the same tag either way', async () => {
  const { request, page } = await theatre()
  for (const path of ['/', '/harbour/regatta', '/harbour/regatta/changes.atom', '/nobody']) {
    const plain = await page(path)
    const headers = { accept: 'text/html', 'accept-language': 'ko', 'accept-encoding': 'gzip, br' }
    const sent = await request(path, { headers })
    expect([path, sent.status, sent.headers.get('content-encoding')]).toEqual([
      ...[path, plain.status, 'gzip'],
    ])
    expect(sent.headers.get('vary')).toContain('Accept-Encoding')
    expect(await unzipped(sent.body)).toBe(plain.text)
    if (plain.status !== 200) continue
    const tag = sent.headers.get('etag') ?? ''
    expect(tag).toBe(`W/${plain.headers.get('etag')}`)
    const again = await request(path, { headers: { ...headers, 'if-none-match': tag } })
    expect([again.status, again.headers.get('content-encoding')]).toEqual([304, null])
  }
  const told = async (path: string) =>
    (
      await request(path, { headers: { accept: 'text/html', 'accept-encoding': 'gzip' } })
    ).headers.get('content-encoding')
  for (const path of ['/my/new?calendar=harbour/regatta', '/assets/my.css', '/doctor', '/embed'])
    expect([path, await told(path)]).toEqual([path, 'gzip'])
  for (const path of ['/doctor/clients', '/embed/kalends.js', '/embed/harbour/regatta'])
    expect([path, await told(path)]).toEqual([path, 'gzip'])
  // A link's own pages hold a secret beside what others may have them say.
  expect(await told(`/my/${'a'.repeat(32)}`)).toBe(null)
  const style = await request('/assets/public.css', { headers: { 'accept-encoding': 'gzip' } })
  expect((await style.arrayBuffer()).byteLength).toBeLessThan(6000)
})

test('a language that was chosen stays, in every link of ours', async () => {
  const { page, uids } = await theatre()
  for (const path of [
    '/?lang=en',
    '/harbour?lang=en',
    '/harbour/regatta?lang=en',
    `/harbour/regatta/${uids.lear}?lang=en`,
  ]) {
    const { text, headers } = await page(path, 'ko')
    expect(headers.get('content-language')).toBe('en')
    const links = [...text.matchAll(/<a [^>]*href="(\/[^"]*)"/g)].map(([, link]) => link ?? '')
    const forgetful = links.filter((link) => !/[?&;]lang=(en|ko)/.test(link))
    expect(forgetful.filter((link) => !/^\/(docs|console)$/.test(link))).toEqual([])
  }
})

test('texts of partners are text everywhere, also where search engines read', async () => {
  const { admin, upload, page } = await theatre()
  const evil = '</script><script>alert(1)</script><!--<img src=x onerror=alert(1)>'
  const told = { name: evil, description: evil }
  await admin('PUT', '/v1/partners/evil', { ...told, timezone: 'Asia/Seoul', locale: 'ko' })
  await admin('PUT', '/v1/partners/evil/calendars/c', { ...told, category: 'x"><b>' })
  const uploaded = await upload('evil/c', {
    events: [
      {
        ...{ title: evil, start_date: '2026-04-03', venue: evil, reason: evil, status: '연기' },
        ...{ category: evil, region: evil, description: evil, home: evil, away: 'x' },
      },
    ],
  })
  expect(uploaded).toMatchObject({ status: 201 })
  const { body } = await admin('GET', '/v1/calendars/evil/c/events')
  for (const path of [
    '/',
    '/evil',
    '/evil/c',
    '/evil/c?view=month',
    `/evil/c/${body.events[0].uid}`,
  ]) {
    const { text, status } = await page(path)
    expect(status).toBe(200)
    expect(
      text.match(/<script(?! type="application\/ld\+json">| src="\/assets\/public\.js" defer>)/g),
    ).toBeNull()
    expect(text).not.toContain('<img src=x')
    expect(text).not.toContain('<!--')
  }
})

const unlike = (here: Theatre, path: string, agent: string) =>
  here.page(path, 'ko', { 'user-agent': agent })

test('the device decides what comes first', async () => {
  const here = await theatre()
  const iphone = await unlike(here, '/harbour/regatta', 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5)')
  const samsung = await unlike(
    here,
    '/harbour/regatta',
    'Mozilla/5.0 (Linux; Android 15; SM-S928N)',
  )
  const first = (text: string) => /<p class="first-way"><a [^>]*href="([^"]*)"/.exec(text)?.[1]
  expect(first(iphone.text)).toBe('webcal://kalends.example/feeds/harbour/regatta.ics')
  expect(first(samsung.text)).toContain(
    'https://calendar.google.com/calendar/r?cid=webcal%3A%2F%2F',
  )
})

test('an event of a season that is over: its page says where it went, and keeps its record', async () => {
  const { admin, page, clock, uids } = await theatre()
  clock.now = '2026-07-01T00:00:00Z'
  await admin('POST', '/v1/partners/harbour/calendars/regatta/seasons', { name: 'spring' })
  const { status, text } = await page(`/harbour/regatta/${uids.hamlet}`)
  expect(status).toBe(410)
  expect(seen(text)).toContain('지난 시즌의 일정이라 캘린더에서 내렸습니다.')
  expect(seen(text)).toContain('일정 변경')
  expect(text).not.toContain('application/ld+json')
  const calendar = seen((await page('/harbour/regatta')).text)
  expect(calendar).toContain('일정 변경 햄릿')
  expect(calendar).not.toContain('삭제 햄릿')
})
