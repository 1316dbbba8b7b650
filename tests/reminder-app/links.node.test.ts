// Whatever somebody pastes, shares or taps, as far as it means something here.

import { expect, test } from 'vitest'
import { meantBy } from '../../src/reminder-app/engine/link.ts'

const HOSTS = ['kalends.example', '127.0.0.1:3000']
const TOKEN = 'abcdefghijklmnopqrstuvwxyz234567'
const CALENDAR = { calendar: 'hanbit-bears/baseball' }
const meant = (text: string) => meantBy(text, HOSTS, 'en')

test.each([
  'https://kalends.example/hanbit-bears/baseball',
  'https://kalends.example/hanbit-bears/baseball/?lang=en#schedule',
  'https://kalends.example/hanbit-bears/baseball/some-uid-of-an-event',
  'https://kalends.example/feeds/hanbit-bears/baseball.ics',
  'webcal://kalends.example/feeds/hanbit-bears/baseball.ics?utm_source=x',
  'web+webcal://kalends.example/feeds/hanbit-bears/baseball.ics',
  'WEBCALS://127.0.0.1:3000/feeds/hanbit-bears/baseball.ics',
  'hanbit-bears/baseball',
  '[한빛 베어스] 이거 구독해 ㅋㅋ https://kalends.example/hanbit-bears/baseball (모바일)',
  '“https://kalends.example/hanbit-bears/baseball”.',
  'https://calendar.google.com/calendar/r?cid=webcal%3A%2F%2Fkalends.example%2Ffeeds%2Fhanbit-bears%2Fbaseball.ics',
  'https://outlook.live.com/calendar/0/addfromweb/?url=https%3A%2F%2Fkalends.example%2Ffeeds%2Fhanbit-bears%2Fbaseball.ics&name=x',
])('a calendar: %s', (text) => expect(meant(text)).toEqual(CALENDAR))

test.each([
  `https://kalends.example/my/${TOKEN}`,
  `https://kalends.example/my/${TOKEN}/some-uid`,
  `webcal://kalends.example/feeds/my/${TOKEN}.ics`,
  `https://kalends.example/feeds/my/${TOKEN}/games.ics`,
  `내 링크야: https://kalends.example/my/${TOKEN}?lang=ko, 비밀!`,
  `https://kalends.example/app#open=${encodeURIComponent(`https://kalends.example/my/${TOKEN}`)}`,
])('a personal link: %s', (text) => expect(meant(text)).toEqual({ token: TOKEN }))

test.each([
  ['', /no link in/],
  ['내일 경기 몇 시야?', /no link in “내일 경기 몇 시야\?”/],
  ['https://other.example/feeds/a/b.ics', /address of other\.example.*kalends\.example/],
  ['https://kalends.example/docs/search', /\/docs\/search is no address/],
  ['https://kalends.example/hanbit-bears', /\/hanbit-bears is no address/],
  ['https://kalends.example/v1/openapi.json', /is no address/],
  ['https://kalends.example/my/new', /is no address/],
  ['http://[', /no link/],
])('nothing of ours: %s', (text, words) => {
  expect(() => meantBy(text, HOSTS, 'en')).toThrow(words)
  expect(() => meantBy(text, HOSTS, 'ko')).toThrow(/[가-힣]{2}/)
})
