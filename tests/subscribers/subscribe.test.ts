import { describe, expect, test } from 'vitest'
import { subscribeView } from '../../src/subscribers/subscribe.ts'
import {
  deviceOf,
  linksOf,
  reachOf,
  WAYS,
  waysFitting,
  waysFor,
} from '../../src/subscribers/ways.ts'

const FEED = 'https://kalends.example/feeds/otters/season.ics'
const AGENTS = {
  iphone:
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
  mac: 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15',
  android:
    'Mozilla/5.0 (Linux; Android 15; SM-S928N) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/27.0 Chrome/125.0.0.0 Mobile Safari/537.36',
  windows:
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
  linux: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
} as const

const view = async (over: Partial<Parameters<typeof subscribeView>[0]> = {}) =>
  String(
    await subscribeView({
      feedUrl: FEED,
      pageUrl: 'https://kalends.example/otters/season',
      name: 'Season & more',
      language: 'en',
      userAgent: AGENTS.windows,
      ...over,
    }),
  )

test('each way has the one form of link that its client takes', () => {
  expect(linksOf(FEED, '시즌 & 일정')).toEqual({
    apple: 'webcal://kalends.example/feeds/otters/season.ics',
    android: 'webcal://kalends.example/feeds/otters/season.ics',
    desktop: 'webcal://kalends.example/feeds/otters/season.ics',
    google:
      'https://calendar.google.com/calendar/r?cid=webcal%3A%2F%2Fkalends.example%2Ffeeds%2Fotters%2Fseason.ics',
    outlook:
      'https://outlook.live.com/calendar/0/addfromweb/?url=https%3A%2F%2Fkalends.example%2Ffeeds%2Fotters%2Fseason.ics&name=%EC%8B%9C%EC%A6%8C%20%26%20%EC%9D%BC%EC%A0%95',
    microsoft365:
      'https://outlook.office.com/calendar/0/addfromweb/?url=https%3A%2F%2Fkalends.example%2Ffeeds%2Fotters%2Fseason.ics&name=%EC%8B%9C%EC%A6%8C%20%26%20%EC%9D%BC%EC%A0%95',
  })
})

test.for(Object.entries(AGENTS))(
  '%s: its own way first, and every way there',
  async ([device, agent]) => {
    expect(deviceOf(agent)).toBe(device)
    const ways = waysFor(deviceOf(agent), FEED)
    expect([...ways].sort()).toEqual([...WAYS].sort())
    const page = await view({ userAgent: agent })
    const links = linksOf(FEED, 'Season & more')
    const places = ways.map((way) => page.indexOf(`href="${links[way].replaceAll('&', '&amp;')}"`))
    expect(Math.min(...places)).toBeGreaterThan(-1)
    expect(places[0]).toBe(Math.min(...places))
  },
)

test('never webcals, which iOS calls invalid; never https inside cid, which Google takes for an id', async () => {
  for (const userAgent of [undefined, ...Object.values(AGENTS)]) {
    const page = await view({ userAgent })
    expect(page).not.toContain('webcals:')
    expect(page).not.toContain('cid=https')
    expect(page).not.toContain('webcal%253A')
  }
})

describe('what cannot work is said, and not offered', () => {
  test('a server on this computer: no Google, no Microsoft', async () => {
    const page = await view({ feedUrl: 'http://127.0.0.1:3000/feeds/otters/season.ics' })
    expect(page).toContain('Google’s and Microsoft’s servers cannot come here')
    expect(page).not.toMatch(/href="https:\/\/(calendar\.google|outlook\.)/)
    expect(page).toContain('href="webcal://127.0.0.1:3000/feeds/otters/season.ics"')
  })

  test('a server on this computer, to an Android phone: its own way, not Apple’s', async () => {
    const feedUrl = 'http://127.0.0.1:3000/feeds/otters/season.ics'
    expect(waysFitting('android', feedUrl)).toEqual(['android'])
    expect(waysFitting('windows', feedUrl)).toEqual(['desktop'])
    expect(waysFor('android', feedUrl)).toEqual(['android', 'apple', 'desktop'])
  })

  test('a server without TLS: no Microsoft', async () => {
    const page = await view({ feedUrl: 'http://kalends.example/feeds/otters/season.ics' })
    expect(page).toContain('take https addresses only')
    expect(page).not.toContain('href="https://outlook.')
    expect(page).toContain('calendar.google.com/calendar/r?cid=webcal%3A%2F%2Fkalends.example')
  })

  test('an address of 257 characters: no Google; at 256 it is offered', async () => {
    const long = (units: number) => `${FEED.slice(0, -4)}${'x'.repeat(units - FEED.length)}.ics`
    expect(long(256)).toHaveLength(256)
    expect(await view({ feedUrl: long(256) })).toContain('calendar.google.com')
    const page = await view({ feedUrl: long(257) })
    expect(page).not.toContain('calendar.google.com')
    expect(page).toContain('longer than 256 characters')
  })

  test('inside another app’s browser, and in Chrome on an iPhone', async () => {
    const kakao = `${AGENTS.iphone} KAKAOTALK 11.2.3`
    expect(await view({ userAgent: kakao, language: 'ko' })).toContain('다른 앱 안의 브라우저')
    const chrome = AGENTS.iphone.replace('Version/18.5', 'CriOS/140.0.0.0')
    expect(await view({ userAgent: chrome })).toContain('Open the page in Safari')
    expect(await view({ userAgent: AGENTS.iphone })).not.toContain('class="told"')
  })
})

test.for([
  ['https://kalends.example/f.ics', 'everywhere'],
  ['http://kalends.example/f.ics', 'without-tls'],
  ['http://localhost:3000/f.ics', 'here'],
  ['https://127.0.0.1/f.ics', 'here'],
  ['https://[::1]:3000/f.ics', 'here'],
  ['https://10.1.2.3/f.ics', 'here'],
  ['https://172.31.0.1/f.ics', 'here'],
  ['https://172.32.0.1/f.ics', 'everywhere'],
  ['https://nas.local/f.ics', 'here'],
  ['https://nas/f.ics', 'here'],
] as const)('%s is reached from %s', ([url, reach]) => {
  expect(reachOf(url)).toBe(reach)
})

test.for(['ko', 'en'] as const)(
  '%s: how often each looks, the address, the code for a phone',
  async (language) => {
    const page = await view({ language })
    expect(page).toContain(`readonly value="${FEED}"`)
    expect(page.match(/<dt>/g)).toHaveLength(WAYS.length)
    expect(page).toContain(`href="/doctor/clients?lang=${language}"`)
    expect(page).toContain(language === 'ko' ? '4~26시간마다' : 'Every 4 to 26 hours')
    expect(page).toContain(language === 'ko' ? '삼성 캘린더에는' : 'Samsung Calendar cannot')
    expect(page).toMatch(/<svg class="qr" role="img" aria-label="[^"]+" viewBox="0 0 \d+ \d+"/)
    expect(page).not.toMatch(/undefined|\[object/)
  },
)

test('a name is text wherever it stands', async () => {
  const page = await view({ name: '"><script>alert(1)</script>' })
  expect(page).not.toContain('<script')
})
