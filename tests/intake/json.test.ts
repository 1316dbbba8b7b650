import fc from 'fast-check'
import { expect, test } from 'vitest'
import { harness } from '#harness'
import { stopsAt } from '../../src/intake/json-syntax.ts'
import type { Json } from '../harness.ts'
import { csv, factsOfOne, found, read } from './reading.ts'

const EVENT = { title: '개막', start: '2026-04-01T18:30:00' }
const foundIn = (event: object) => found(read({ events: [{ ...EVENT, ...event }] }))
const factsWith = (event: object) => factsOfOne({ events: [{ ...EVENT, ...event }] })

test('an event by the names of Event', () => {
  const event = {
    ...{ externalId: 'g1', kind: 'game', soldOut: true, allDay: false, end: '2026-04-01T21:30:00' },
    ...{
      home: '하버',
      away: '등대',
      gameNo: 2,
      categories: ['야구'],
      tags: ['홈'],
      alarms: [60, 10],
    },
    location: {
      name: '하버구장',
      address: '항구로 1',
      region: '부산',
      latitude: 35.1,
      longitude: 129,
    },
    links: [{ label: '중계 안내', url: 'https://watch.example/1' }],
    url: 'https://x.example/1',
    ticketOpensAt: '2026-03-25T11:00:00',
    translations: { en: { title: 'Opening', location: 'Harbour Park' } },
  }
  expect(factsWith(event)).toEqual({
    ...{ ...EVENT, externalId: 'g1', kind: 'game', soldOut: true, end: '2026-04-01T21:30:00' },
    ...{ allDay: false, timeTbd: false, timezone: 'Asia/Seoul', home: '하버', away: '등대' },
    ...{ gameNo: 2, categories: ['야구'], tags: ['홈'], alarms: [10, 60] },
    location: event.location,
    links: [
      { label: '중계 안내', url: 'https://watch.example/1' },
      { label: 'info', url: 'https://x.example/1' },
    ],
    ticketOpensAt: '2026-03-25T11:00:00',
    translations: event.translations,
  })
})

test('the names of the columns do as well, and say the same', () => {
  const columns = {
    ...{ external_id: 'g1', title: '개막', start_date: '2026-04-01', start_time: '18:30' },
    ...{ venue: '하버구장', game_no: '2', title_en: 'Opening', category: '야구, 홈경기' },
  }
  const file = csv(Object.keys(columns), Object.values(columns))
  expect(factsOfOne({ events: [columns] })).toEqual(factsOfOne(file))
})

test('null clears, and what is not there is left alone', () => {
  expect(factsWith({ location: null, description: null, gameNo: null, links: null })).toMatchObject(
    {
      location: { name: null, address: null, region: null, latitude: null, longitude: null },
      ...{ description: null, gameNo: null, links: [] },
    },
  )
  expect(factsWith({})).not.toHaveProperty('location')
  expect(factsWith({ location: '하버홀' })).toMatchObject({ location: { name: '하버홀' } })
  expect(factsWith({ title: null, home: '하버', away: '등대' }).title).toBe('하버 vs 등대')
})

test('externalId is the id; an answer of the API without one is known by its uid', () => {
  expect(factsWith({ externalId: 'mine', uid: 'minted1' }).externalId).toBe('mine')
  expect(factsWith({ uid: 'minted1', externalId: 'mine' }).externalId).toBe('mine')
  expect(factsWith({ externalId: null, uid: 'minted1' }).externalId).toBe('minted1')
  expect(factsWith({ uid: 'minted1' }).externalId).toBe('minted1')
  expect(factsWith({ uid: null })).not.toHaveProperty('externalId')
  const twice = { events: ['uid', 'external_id'].map((name) => ({ ...EVENT, [name]: 'g1' })) }
  expect(found(read(twice))).toEqual(['error uid.duplicate /events/1/external_id g1'])
})

test.each([
  [{ title: ['a'] }, '/events/0/title ["a"]', 'text'],
  [{ title: [] }, '/events/0/title []', 'text'],
  [{ title: true }, '/events/0/title true', 'text'],
  [{ start: 1775001600000 }, '/events/0/start 1775001600000', 'text'],
  [{ uid: { $gt: '' } }, '/events/0/uid {"$gt":""}', 'text'],
  [{ allDay: 1 }, '/events/0/allDay 1', 'yes-no'],
  [{ gameNo: true }, '/events/0/gameNo true', 'number'],
  [{ categories: [[['a']]] }, '/events/0/categories [[["a"]]]', 'texts'],
  [{ tags: ['a', 1] }, '/events/0/tags ["a",1]', 'texts'],
  [{ alarms: ['10'] }, '/events/0/alarms ["10"]', 'numbers'],
  [{ location: [] }, '/events/0/location []', '{name, address, …}'],
  [{ location: { name: 1 } }, '/events/0/location/name 1', 'text'],
  [{ location: { latitude: [] } }, '/events/0/location/latitude []', 'number'],
  [{ links: {} }, '/events/0/links {}', '[{label, url}]'],
  [{ links: ['https://x.example'] }, '/events/0/links/0 https://x.example', '{label, url}'],
  [{ translations: [] }, '/events/0/translations []', '{en: {title, …}}'],
  [{ translations: { english: {} } }, '/events/0/translations/english {}', undefined],
  [{ translations: { en: { title: 1 } } }, '/events/0/translations/en/title 1', 'text'],
  [{ title_en: 1 }, '/events/0/title_en 1', 'text'],
])('%j is of the wrong type', (event, place, wanted) => {
  const { findings } = read({ events: [{ ...EVENT, ...event }] })
  expect(found(read({ events: [{ ...EVENT, ...event }] }))).toEqual([`error json.type ${place}`])
  if (wanted) expect(findings[0]?.params?.wanted).toBe(wanted)
})

test.each([
  [{ titel: 'a' }, '/events/0/titel titel'],
  [{ id: 'a' }, '/events/0/id id'],
  [{ published: true }, '/events/0/published published'],
  [{ 제목: 'a' }, '/events/0/제목 제목'],
  [{ 'a/b~c': 1 }, '/events/0/a~1b~0c a/b~c'],
  [{ home_en: 'a' }, '/events/0/home_en home_en'],
  [{ location: { city: 'a' } }, '/events/0/location/city city'],
  [{ translations: { en: { name: 'a' } } }, '/events/0/translations/en/name name'],
])('%j is not known', (event, place) => {
  expect(foundIn(event)).toEqual([`error json.unknown_field ${place}`])
})

test('keys that reach for the prototype are refused, and reach nothing', () => {
  const file = '{"events":[{"title":"a","start":"2026-04-01","__proto__":{"polluted":1}}]}'
  expect(found(read(file))).toEqual(['error json.key /events/0/__proto__ __proto__'])
  expect(found(read('{"__proto__":{"polluted":1},"events":[]}'))).toEqual([
    'error json.key /__proto__ __proto__',
  ])
  expect(foundIn({ constructor: { prototype: {} } })).toEqual([
    'error json.key /events/0/constructor constructor',
  ])
  expect(({} as Json).polluted).toBe(undefined)
})

test('what is wrong in an event is told by its pointer', () => {
  expect(foundIn({ start: '2026-02-30' })).toEqual([
    'error date.invalid /events/0/start 2026-02-30',
  ])
  expect(foundIn({ title: 'a\r\nb' })).toEqual(['error field.newline /events/0/title a··b'])
  expect(foundIn({ title: '\ud800' })[0]).toMatch('error encoding.invalid /events/0/title')
  expect(foundIn({ title: null })).toEqual(['error field.required /events/0/title'])
  expect(foundIn({ start: undefined })).toEqual(['error field.required /events/0/start_date'])
  expect(foundIn({ location: { latitude: 91, longitude: 0 } })).toEqual([
    'error field.invalid /events/0/location/latitude 91',
  ])
  expect(foundIn({ translations: { en: { title: 'a\nb' } } })).toEqual([
    'error field.newline /events/0/translations/en/title a·b',
  ])
  expect(foundIn({ links: [{ label: 'a', url: 'ftp://x' }] })).toEqual([
    'error url.scheme /events/0/links/0/url ftp://x',
  ])
  expect(foundIn({ links: [{ label: 'a\nb', url: 'https://x.example' }] })).toEqual([
    'error field.newline /events/0/links/0/label a·b',
  ])
  expect(foundIn({ links: [{ label: ' ', url: 'https://x.example' }] })).toEqual([
    'error field.required /events/0/links/0/label',
  ])
})

test('the very same event twice is one, which is said at its pointer', () => {
  const reading = read({ events: [EVENT, EVENT] })
  expect(found(reading)).toEqual(['warning row.duplicate /events/1 개막'])
  expect(reading.rows).toHaveLength(1)
})

test('changed occurrences of a series cannot be read yet, and are not lost without a word', () => {
  expect(foundIn({ overrides: [] })).toEqual([])
  expect(foundIn({ overrides: [{ start: '2026-04-02' }] })[0]).toMatch(
    'error rrule.unsupported /events/0/overrides',
  )
})

test.each([
  ['[]', 'error json.type  []'],
  ['{}', 'error json.type /events '],
  ['{"events": "all"}', 'error json.type /events all'],
  ['{"events": []}', 'error file.no_rows /events'],
  ['{"events": [1, null]}', 'error json.type /events/0 1'],
  ['{"event": []}', 'error json.unknown_field /event event'],
])('%s is no schedule', (file, wanted) => {
  expect(found(read(file, {}, 'a.json'))[0]).toBe(wanted)
})

test.each([
  ['{"events": [}', 1, '}'],
  ['{"events": [\n{"title": "a",}\n]}', 2, '}\n]}'],
  ['{"events": [\n{"title": }\n]}', 2, '}\n]}'],
  ['{"events": [] // all\n}', 1, '// all\n}'],
  ["{'events': []}", 1, "'events': []}"],
  ['{"events": []} {}', 1, '{}'],
  ['{"events": [NaN]}', 1, 'NaN]}'],
  ['{"events": [01]}', 1, '1]}'],
  ['{"events": ["a\\x"]}', 1, '"a\\x"]}'],
  ['{"events": ["a\nb"]}', 1, '"a\nb"]}'],
  ['{"events": [{"title": "a"}', 1, '{"events": [{"title": "a"}'],
  ['{"events": [1 2]}', 1, '2]}'],
  ['{"events" []}', 1, '[]}'],
])('%s stops being JSON at line %i', (file, line, near) => {
  expect(found(read(file, {}, 'a.json'))).toEqual([
    `error json.syntax line ${line} ${near.replaceAll('\n', '·')}`,
  ])
})

test('where JSON.parse finds a text to be JSON, all of it is; where it does not, some is not', () => {
  const piece = fc.constantFrom(
    ...'{}[],:"\\ \n-1e.0',
    'true',
    'null',
    '"a"',
    '{"a":',
    '[1,',
    'u00e9',
  )
  const texts = fc.oneof(
    fc.json(),
    fc.array(piece, { maxLength: 12 }).map((some) => some.join('')),
  )
  fc.assert(
    fc.property(texts, (text) => {
      expect(stopsAt(text) === text.length && isJson(text), text).toBe(isJson(text))
      if (stopsAt(text) < text.length) expect(isJson(text), text).toBe(false)
    }),
    { numRuns: 2000 },
  )
})

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

test('a name ending in .csv is a table, whatever it begins with', () => {
  expect(read('{날짜},제목\n', {}, 'a.csv').format).toBe('csv')
  expect(read('{"events":[]}', {}, null).format).toBe('json')
  expect(read('\ufeff{"events":[]}', {}, null).format).toBe('json')
})

test('an answer of the API, sent back as it came, changes nothing', async () => {
  const kalends = await harness()
  const season = csv(
    [
      'id',
      '날짜',
      '시간',
      '종료일',
      '제목',
      '홈',
      '원정',
      '상태',
      '장소',
      '위도',
      '경도',
      '링크',
      'title_en',
    ],
    [
      'g1',
      '2026-04-02',
      '18:30',
      '',
      '',
      '하버',
      '등대',
      '연기',
      '하버구장',
      '35.1',
      '129',
      '',
      '',
    ],
    [
      '',
      '2026-04-03',
      '미정',
      '',
      '시구',
      '',
      '',
      '매진',
      '',
      '',
      '',
      'https://x.example/가',
      'Pitch',
    ],
    ['', '2026-04-10', '', '2026-04-20', '봄 세일', '', '', '', '', '', '', '', ''],
  )
  const first = await kalends.upload('harbour/regatta', season)
  expect(first.body).toMatchObject({ status: 'published', summary: { new: 3 } })
  const feed = await kalends.feed('harbour/regatta')
  const { body } = await kalends.admin('GET', '/v1/calendars/harbour/regatta/changes')
  const events = body.changes.map(({ event }: Json) => event)
  const again = await kalends.upload('harbour/regatta', { events })
  expect(again.body).toMatchObject({
    ...{ status: 'published', revision: 1, findings: [] },
    summary: { rows: 3, unchanged: 3, new: 0, changed: 0, moved: 0, cancelled: 0 },
  })
  expect(await kalends.feed('harbour/regatta')).toBe(feed)
})
