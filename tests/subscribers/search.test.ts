import { expect, test } from 'vitest'
import { harness } from '#harness'
import { PAGE } from '../../src/subscribers/home.ts'
import { wordsIn } from '../../src/web/words-search.ts'
import { seen } from './theatre.ts'

/** A club and a shop, with events in two regions. */
async function shelf() {
  const here = await harness({ bare: true })
  const seoul = { timezone: 'Asia/Seoul', locale: 'ko' }
  await here.admin('PUT', '/v1/partners/otters', {
    ...{ ...seoul, name: '춘천 오터스', translations: { en: { name: 'Chuncheon Otters' } } },
  })
  await here.admin('PUT', '/v1/partners/otters/calendars/season', {
    ...{ name: '시즌 일정', category: 'sports', description: '144경기 100% 수록' },
  })
  await here.admin('PUT', '/v1/partners/shop', { ...seoul, name: '물빛서랍' })
  await here.admin('PUT', '/v1/partners/shop/calendars/sales', {
    ...{ name: '할인', category: 'sale', description: '출처: 봄' },
  })
  await here.admin('PUT', '/v1/partners/shop/calendars/closing', { name: '휴점일' })
  const event = { title: '일', start_date: '2026-04-03' }
  await here.upload('shop/sales', { events: [{ ...event, region: '부산' }] })
  await here.upload('otters/season', { events: [{ ...event, region: '강원' }] })
  const found = async (query: Record<string, string>) => {
    const text = await (await here.request(`/?${new URLSearchParams(query)}`)).text()
    return [...text.matchAll(/<h3>.*?<a href="\/([a-z-]+\/[a-z-]+)"/g)].map(
      ([, address]) => address,
    )
  }
  return { ...here, found }
}

test.for([
  ['오터스', 'otters/season'],
  ['춘천오터스', 'otters/season'],
  ['일정 춘천', 'otters/season'],
  ['OTTERS', 'otters/season'],
  ['ㅊㅊ', 'otters/season'],
  ['ㅊㅊㅇㅌㅅ', 'otters/season'],
  ['춘ㅊ', 'otters/season'],
  ['ㅁㅂㅅㄹ 휴점', 'shop/closing'],
  ['춘천'.normalize('NFD'), 'otters/season'],
  ['100%', 'otters/season'],
  ['sports', 'otters/season'],
] as const)('“%s” finds it', async ([q, address]) => {
  expect(await (await shelf()).found({ q })).toEqual([address])
})

test.for([
  '없는것',
  '%',
  '_',
  '*',
  'ㅊ*',
  "'",
  'ㅎㅎㅎㅎㅎㅎㅎㅎㅎㅎㅎㅎ',
  '[ㄱ]',
  'x'.repeat(1000),
])('“%s” finds what has it in it, and nothing else', async (q) => {
  const { found } = await shelf()
  expect(await found({ q })).toEqual(q === '%' ? ['otters/season'] : [])
})

test('half a character is none that is looked for', async () => {
  expect(wordsIn('\ud800')).toEqual([{ text: '\ufffd' }])
})

test('by category, by region, by both; and what there is to choose', async () => {
  const { found, request } = await shelf()
  expect(await found({ category: 'sale' })).toEqual(['shop/sales'])
  expect(await found({ region: '강원' })).toEqual(['otters/season'])
  expect(await found({ region: '강원', category: 'sale' })).toEqual([])
  expect(await found({})).toEqual(['otters/season', 'shop/closing', 'shop/sales'])
  const text = await (await request('/?region=강원')).text()
  expect(text).toContain(
    '<option value="강원" selected>강원</option><option value="부산">부산</option>',
  )
  expect(text).toContain('<option value="sports">스포츠</option>')
})

test('a region whose last event is removed is no choice any more', async () => {
  const { upload, request, found } = await shelf()
  await upload('shop/sales', {
    events: [{ title: '일', start_date: '2026-04-03', status: '삭제' }],
  })
  expect(await found({ region: '부산' })).toEqual([])
  expect(await (await request('/')).text()).not.toContain('부산')
})

test('page by page, none left out and none twice; the search stays', async () => {
  const { admin, request } = await shelf()
  for (let place = 0; place < PAGE + 3; place++)
    await admin('PUT', `/v1/partners/shop/calendars/c${place}`, { name: `매장 ${place}` })
  const seen: string[] = []
  let path: string | undefined = '/?q=매장'
  while (path) {
    const text = await (await request(path)).text()
    const cards = [...text.matchAll(/<h3>.*?<a href="\/(shop\/[a-z0-9]+)"/g)].map(
      ([, one]) => one ?? '',
    )
    expect(cards.length).toBeLessThanOrEqual(PAGE)
    seen.push(...cards)
    path = /rel="next" href="([^"]*)"/.exec(text)?.[1]?.replaceAll('&amp;', '&')
  }
  expect([seen.length, new Set(seen).size]).toEqual([PAGE + 3, PAGE + 3])
})

test('patterns stay within what D1 takes', () => {
  for (const word of wordsIn('ㅎ'.repeat(80)))
    expect(new TextEncoder().encode('glob' in word ? word.glob : '').length).toBeLessThanOrEqual(50)
})

test('this week: what is on now first, then by time; cancelled ones say so', async () => {
  const { upload, clock, request } = await shelf()
  clock.now = '2026-04-03T03:00:00Z'
  await upload('otters/season', {
    events: [
      { title: '어제 시작', start_date: '2026-04-02', end_date: '2026-04-05' },
      { title: '내일', start_date: '2026-04-04', start_time: '18:30' },
      { title: '다음 달', start_date: '2026-05-04', start_time: '18:30' },
    ],
  })
  const text = await (await request('/', { headers: { 'accept-language': 'ko' } })).text()
  const week = /<ul class="events week">[\s\S]*?<\/ul>/.exec(text)?.[0] ?? ''
  const titles = [...week.matchAll(/class="title" href="[^"]*">([^<]*)</g)].map(
    ([, title]) => title,
  )
  // One of them stood in the file before, which the new one lacks.
  expect(titles).toEqual(['어제 시작', '일', '일', '내일'])
  expect(week.match(/class="mark-cancelled"/g)).toHaveLength(1)
  expect(week.match(/지금/g)).toHaveLength(2)
})

test('the front says until when what is on lasts, and whose clock a time is by', async () => {
  const here = await harness({ bare: true })
  const seoul = { timezone: 'Asia/Seoul', locale: 'ko' }
  await here.admin('PUT', '/v1/partners/shop', { ...seoul, name: '물빛서랍' })
  await here.admin('PUT', '/v1/partners/shop/calendars/sales', { name: '할인' })
  await here.admin('PUT', '/v1/partners/shop/calendars/tour', {
    ...{ name: '투어', timezone: 'Asia/Qatar' },
  })
  await here.upload('shop/sales', {
    events: [{ title: '봄 할인', start_date: '2026-03-25', end_date: '2026-04-20' }],
  })
  await here.upload('shop/tour', {
    events: [{ title: '도하', start_date: '2026-04-03', start_time: '19:00' }],
  })
  here.clock.now = '2026-04-01T12:00:00Z'
  const page = async (language: string) =>
    seen(await (await here.request(`/?lang=${language}`)).text())
  const ko = await page('ko')
  expect(ko).toContain('앞으로 7일 4월 20일 (월)까지 지금 봄 할인')
  expect(ko).toContain('지금: 4월 20일 (월)까지 봄 할인')
  expect(ko).toContain('다음: 4월 3일 (금) 19:00 카타르 시각 도하')
  const en = await page('en')
  expect(en).toContain('On now: until Mon 20 Apr')
  expect(en).toContain('Next: Fri 3 Apr 19:00 Qatar time')
})
