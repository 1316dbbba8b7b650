// The cells beside the date and the title.

import { expect, test } from 'vitest'
import { csv, factsOfOne, found, read } from './reading.ts'

const one = (header: string[], cells: (string | number)[]) =>
  csv(['날짜', '제목', ...header], ['2026-04-01', '개막', ...cells])
const factsWith = (header: string[], cells: (string | number)[]) => factsOfOne(one(header, cells))
const foundIn = (header: string[], cells: (string | number)[]) => found(read(one(header, cells)))

test('the status of a row, and what goes with it', () => {
  const row = (status: string) => read(one(['상태'], [status])).rows[0]
  expect(row('연기')).toMatchObject({ status: 'postponed', removed: false })
  expect(row('우천취소')).toMatchObject({ status: 'cancelled', facts: { reason: '우천취소' } })
  expect(row('매진')).toMatchObject({ status: 'confirmed', facts: { soldOut: true } })
  expect(row('')).toMatchObject({ status: 'confirmed', facts: { soldOut: false } })
  expect(read(one([], [])).rows[0]).not.toHaveProperty('status')
})

test('a reason of its own says more than the word', () => {
  const file = one(['상태', '사유'], ['우천취소', '폭우'])
  expect(read(file).rows[0]?.facts.reason).toBe('폭우')
})

test('sold out by a column of its own, with any status', () => {
  expect(factsWith(['매진'], ['Y'])).toMatchObject({ soldOut: true })
  expect(factsWith(['매진'], [''])).toMatchObject({ soldOut: false })
  expect(foundIn(['매진'], ['거의'])).toEqual(['error field.invalid 2 매진 거의'])
})

test('a removal needs no more than the id', () => {
  const file = csv(
    ['id', '날짜', '제목', '상태'],
    ['g1', '', '', '삭제'],
    ['', '2026-04-01', 'a', '삭제'],
  )
  const { rows, findings } = read(file)
  expect(findings).toEqual([])
  expect(rows).toEqual([
    { row: 2, removed: true, facts: { externalId: 'g1' } },
    expect.objectContaining({
      row: 3,
      removed: true,
      facts: expect.objectContaining({ title: 'a' }),
    }),
  ])
  expect(found(read(csv(['날짜', '제목', '상태'], ['', 'a', '삭제'])))).toEqual([
    'error field.required 2 날짜',
  ])
})

test('links are http or https, as browsers write them, and in one order', () => {
  const header = ['shop_url', 'ticket_url', 'url', 'watch_url']
  const cells = ['https://shop.example', 'HTTP://Tickets.example/a', 'https://x.example/가', '']
  expect(factsWith(header, cells).links).toEqual([
    { label: 'info', url: 'https://x.example/%EA%B0%80' },
    { label: 'ticket', url: 'http://tickets.example/a' },
    { label: 'shop', url: 'https://shop.example/' },
  ])
  expect(factsWith(['url'], [' '])).toMatchObject({ links: [] })
})

test.each([
  ['javascript:alert(1)', 'url.scheme'],
  ['java\tscript:alert(1)', 'url.scheme'],
  ['data:text/html,x', 'url.scheme'],
  ['webcal://x.example/a.ics', 'url.scheme'],
  ['mailto:a@x.example', 'url.scheme'],
  ['//x.example', 'url.scheme'],
  ['\\\\server\\share', 'url.scheme'],
  ['www.x.example/a', 'url.scheme'],
  ['홈페이지 참고', 'url.scheme'],
  ['https://user:secret@x.example/', 'url.credentials'],
  ['https://user@x.example/', 'url.credentials'],
  ['https://', 'url.invalid'],
  ['https://x.example:99999/', 'url.invalid'],
  ['http://127.0.0.1/', 'url.invalid'],
  ['http://2130706433/', 'url.invalid'],
  ['http://192.168.0.1/', 'url.invalid'],
  ['http://172.16.0.1/', 'url.invalid'],
  ['http://169.254.169.254/latest', 'url.invalid'],
  ['http://[::1]/', 'url.invalid'],
  ['http://localhost:3000/', 'url.invalid'],
  ['http://a.localhost/', 'url.invalid'],
])('%s is no link: %s', (url, code) => {
  expect(foundIn(['링크'], [url])[0]).toMatch(new RegExp(`^error ${code} 2 링크`))
})

test('what holds several items: separators, hashtags, and backslashes before either', () => {
  const tags = (cell: string) => factsWith(['태그'], [cell]).tags
  expect(tags('야구, 홈;가족|주말')).toEqual(['야구', '홈', '가족', '주말'])
  expect(tags('#야구 #홈경기  #a#b')).toEqual(['야구', '홈경기', 'a#b'])
  expect(tags('a\\, b, c \\#d')).toEqual(['a, b', 'c #d'])
  expect(tags(`a${' '.repeat(16_000)}#b`)).toEqual(['a', 'b'])
})

test('a channel under 중계 is said and left out; what looks like a link must be one', () => {
  const file = (cell: string) => csv(['날짜', '제목', '중계'], ['2026-04-01', 'a', cell])
  for (const channel of ['SPOTV', 'KBS N 스포츠, 티빙', 'SBS/MBC'])
    expect(found(read(file(channel)))).toEqual([`warning watch.no_link 2 중계 ${channel}`])
  for (const link of ['www.tving.com/live', 'javascript:alert(1)', '//x.example'])
    expect(found(read(file(link)))).toEqual([`error url.scheme 2 중계 ${link}`])
})

test('what a browser would encode is encoded, and said; a bare host is told what to write', () => {
  const odd = one(['url'], ['https://x.example/"a b"'])
  expect(found(read(odd))).toEqual(['warning url.invalid 2 url https://x.example/"a b"'])
  expect(read(odd).rows[0]?.facts.links).toEqual([
    { label: 'info', url: 'https://x.example/%22a%20b%22' },
  ])
  const bare = read(one(['url'], ['www.x.example/a']))
  expect(bare.findings[0]?.params).toEqual({ suggestion: 'https://www.x.example/a' })
})

test('a place by its name, its address and both of its coordinates', () => {
  const header = ['장소', '주소', '지역', '위도', '경도']
  expect(factsWith(header, ['하버홀', '항구로 1', '부산', '35.1', '-129.04'])).toMatchObject({
    location: {
      ...{ name: '하버홀', address: '항구로 1', region: '부산' },
      latitude: 35.1,
      longitude: -129.04,
    },
  })
  expect(factsWith(['위도', '경도'], ['', ''])).toMatchObject({
    location: { latitude: null, longitude: null },
  })
  expect(factsWith(['lat', 'lng'], ['37.56653499999999', '180'])).toMatchObject({
    location: { latitude: 37.56653499999999, longitude: 180 },
  })
})

test('half a place is none, and what is no number is no coordinate', () => {
  expect(foundIn(['위도', '경도'], ['35.1', ''])).toEqual(['error field.required 2 경도'])
  expect(foundIn(['위도'], ['35.1'])).toEqual(['error field.required 2 longitude'])
  for (const latitude of ['90.1', '-91', '35,1', '35.1N', '1e1', 'NaN', '0x10', '.5'])
    expect(foundIn(['위도', '경도'], [latitude, '129'])).toEqual([
      `error field.invalid 2 위도 ${latitude}`,
    ])
})

test('lists: separated by commas, semicolons, bars or hashes, and each item once', () => {
  expect(factsWith(['분류'], ['야구, 홈경기;야구|시즌'])).toMatchObject({
    categories: ['야구', '홈경기', '시즌'],
  })
  expect(factsWith(['태그'], ['#봄 #세일 #봄 나들이'])).toMatchObject({
    tags: ['봄', '세일', '봄 나들이'],
  })
  expect(factsWith(['분류', '태그'], ['', ' , '])).toMatchObject({ categories: [], tags: [] })
})

test.each([
  ['2', 2],
  ['DH2', 2],
  ['dh 1', 1],
  ['더블헤더 2', 2],
  ['2차전', 2],
  ['제2경기', 2],
  ['Game 3', 3],
  ['#4', 4],
  ['No. 12', 12],
  ['', null],
  ['-', null],
])('the game number %j', (text, gameNo) => {
  expect(factsWith(['더블헤더'], [text])).toMatchObject({ gameNo })
})

test('what is no game number', () => {
  for (const text of ['두번째', '1.5', '-1', '12345', '1&2'])
    expect(foundIn(['game_no'], [text])).toEqual([`error field.invalid 2 game_no ${text}`])
})

test('alarms are minutes before the start, in order and once each', () => {
  expect(factsWith(['알림'], ['60, 10, 60'])).toMatchObject({ alarms: [10, 60] })
  expect(factsWith(['알림'], [''])).toMatchObject({ alarms: [] })
  for (const text of ['30분', '-10', '1.5'])
    expect(foundIn(['알림'], [text])).toEqual([`error field.invalid 2 알림 ${text}`])
})

test('the language of a row’s own texts', () => {
  expect(factsWith(['lang'], ['EN'])).toMatchObject({ lang: 'en' })
  expect(factsWith(['lang'], [''])).toMatchObject({ lang: null })
  expect(foundIn(['lang'], ['영어'])).toEqual(['error field.invalid 2 lang 영어'])
})

test('when the sale of tickets begins, in the zone of the event', () => {
  const opening = (text: string) => factsWith(['예매시작'], [text]).ticketOpensAt
  expect(opening('2026-03-25 11:00')).toBe('2026-03-25T11:00:00')
  expect(opening('2026.3.25 오전 11시')).toBe('2026-03-25T11:00:00')
  expect(opening('2026-03-25')).toBe('2026-03-25')
  expect(opening('2026-03-25T02:00:00Z')).toBe('2026-03-25T11:00:00')
  expect(opening('미정')).toBe(null)
  expect(opening('')).toBe(null)
  expect(foundIn(['예매시작'], ['곧'])).toEqual(['error date.invalid 2 예매시작 곧'])
  const abroad = csv(
    ['일시', '제목', '시간대', '예매오픈'],
    ['2026-07-01 19:00', 'a', 'America/New_York', '2026-06-01T09:00:00Z'],
  )
  expect(factsOfOne(abroad).ticketOpensAt).toBe('2026-06-01T05:00:00')
})

// Texts

test('one line is one line; a description may have several', () => {
  expect(factsWith(['설명'], ['가\r\n나\r다'])).toMatchObject({ description: '가\n나\n다' })
  expect(foundIn(['장소'], ['하버홀\n2층'])).toEqual(['error field.newline 2 장소 하버홀·2층'])
})

test('control characters are refused; a tab is a blank, and said', () => {
  for (const control of ['\u0000', '\u0007', '\u001b[31m', '\u007f', '\u0085', '\u2028'])
    expect(foundIn(['장소'], [`하버${control}홀`])[0]).toMatch(/^error field.control_char 2 장소/)
  expect(foundIn(['설명'], ['하버\u0007홀'])[0]).toMatch(/^error field.control_char 2 설명/)
  const tab = read(one(['장소'], ['하버\t홀']))
  expect(found(tab)).toEqual(['warning field.control_char 2 장소 하버·홀'])
  expect(tab.rows[0]?.facts.location?.name).toBe('하버 홀')
})

test('invisible characters are taken out, and said', () => {
  for (const invisible of [
    '\u200b',
    '\u202e',
    '\u2066',
    '\ufeff',
    '\u00ad',
    '\ufdd0',
    '\u{e0041}',
  ]) {
    const reading = read(one(['장소'], [`하버${invisible}홀`]))
    expect(found(reading)[0]).toMatch(/^warning field.invisible_char 2 장소/)
    expect(reading.rows[0]?.facts.location?.name).toBe('하버홀')
  }
  const stacked = read(one(['장소'], [`e${'\u0301'.repeat(500)}`]))
  expect(stacked.rows[0]?.facts.location?.name).toBe(`e${'\u0301'.repeat(8)}`)
})

test('emoji, flags and joined families stay as they are', () => {
  const emoji = '👨‍👩‍👧‍👦 🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f} 🇰🇷 ❤️'
  expect(foundIn(['장소'], [emoji])).toEqual([])
  expect(factsWith(['장소'], [emoji]).location?.name).toBe(emoji)
})

test('a title of nothing that can be seen is no title', () => {
  expect(found(read(csv(['날짜', '제목'], ['2026-04-01', '\u200b\u2060'])))).toEqual([
    'warning field.blank 2 제목 \u200b\u2060',
    'error field.required 2 제목',
  ])
})

test('a long title is kept, and it is said that calendars cut it', () => {
  const title = '가'.repeat(256)
  expect(found(read(csv(['날짜', '제목'], ['2026-04-01', title])))[0]).toMatch(
    /^warning field.shortened 2 제목/,
  )
  expect(found(read(csv(['날짜', '제목'], ['2026-04-01', title.slice(1)])))).toEqual([])
})
