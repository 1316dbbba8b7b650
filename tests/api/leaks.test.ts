// What is for an audience alone is nowhere in public: every call of the description, every route of
// the application and every page that leads from another is looked at, so that a new one is covered
// the day it is added.

import { beforeAll, expect, test } from 'vitest'
import { createApp } from '../../src/app.ts'
import { makeSubscription } from '../../src/subscriptions/make.ts'
import type { Json } from '../harness.ts'
import { describedBy, operationsIn } from './description.ts'
import { exampleOf, type Side, type World, world } from './world.ts'

/** In everything that is said of the private events. */
const SECRET = '쉿-비밀'
const ORIGIN = 'https://kalends.example'
const CALENDAR = '/v1/partners/harbour/calendars/regatta'

const row = (title: string, date: string, audience: string) => ({
  ...{ title, start: `${date}T19:00:00`, audience, externalId: `id-${title}` },
  ...{ location: { name: `${title} 장소` }, description: `${title} 설명`, reason: title },
  ...{ home: `${title} 홈`, away: `${title} 원정`, categories: [`${title} 분류`] },
  links: [{ label: 'ticket', url: `https://x.example/${encodeURIComponent(title)}` }],
})

interface Hidden {
  here: World
  /** Always private. */
  uids: string[]
  /** Public once. */
  turned: string
  /** Of a subscription to the calendar. */
  token: string
}

async function withSecrets(): Promise<Hidden> {
  const here = await world()
  const { kalends } = here
  const upload = (events: object[]) =>
    kalends.upload('harbour/regatta', { events }, { mode: 'merge', confirm: 'true' })
  const first = await upload([
    row(`${SECRET} 작년`, '2025-06-01', 'members'),
    row(`${SECRET} 지난달`, '2026-03-05', 'members'),
    row(`${SECRET} 다음 주`, '2026-04-08', 'members'),
    { ...row(`${SECRET} 매주`, '2026-04-09', 'members'), rrule: 'FREQ=WEEKLY;COUNT=9' },
    { title: '누구나', start: '2026-04-10', externalId: 'turned' },
  ])
  expect(first.body).toMatchObject({ status: 'published', summary: { new: 5 } })
  const uids = new Map<string, string>(
    first.body.changes.map((each: Json) => [each.after?.title ?? each.title, each.uid]),
  )
  const turned = uids.get('누구나') ?? ''
  await kalends.admin('PATCH', `${CALENDAR}/events/${turned}`, row(SECRET, '2026-04-11', 'members'))
  // One that was archived with its season, one that was taken out, and one that was edited since.
  const season = { name: 'former', before: '2026-01-01' }
  const archived = await kalends.admin('POST', `${CALENDAR}/seasons`, season)
  expect([archived.status, archived.body.events]).toEqual([201, 1])
  const uidOf = (title: string) => uids.get(`${SECRET} ${title}`) ?? ''
  await kalends.admin('DELETE', `${CALENDAR}/events/${uidOf('지난달')}`)
  await kalends.admin('PATCH', `${CALENDAR}/events/${uidOf('다음 주')}`, { soldOut: true })
  uids.delete('누구나')
  const wish = { calendars: ['harbour/regatta'] }
  const { token } = await makeSubscription(kalends.ports, wish, 'ko')
  return { here, uids: [...uids.values()], turned, token }
}

let hidden: Hidden
beforeAll(async () => {
  hidden = await withSecrets()
}, 60_000)

const NONE = 'minted9999999999999999'

/** What an answer says, without the address that was asked for. */
async function saidBy(path: string, init?: RequestInit): Promise<string> {
  const response = await hidden.here.kalends.request(path, init)
  const headers = JSON.stringify([...response.headers])
  const text = new TextDecoder().decode(await response.arrayBuffer())
  return decodedAll(`${response.status} ${headers} ${text.replace(/\r\n /g, '')}`)
}

/** Also where it is written in another form. */
const decodedAll = (text: string): string =>
  `${text} ${text.replace(/(?:%[0-9A-F]{2})+/gi, (octets) => {
    try {
      return decodeURIComponent(octets)
    } catch {
      return octets
    }
  })} ${text.replace(/\\u([0-9a-f]{4})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))}`

function expectNoSecret(name: string, said: string): void {
  const found = [SECRET, ...hidden.uids].filter((secret) => said.includes(secret))
  expect([name, found]).toEqual([name, []])
}

/** Asked about a private event, an answer is what it is about one that never was. */
async function expectUnknown(name: string, path: string, init: RequestInit = {}): Promise<void> {
  for (const uid of hidden.uids) {
    const of = (other: string) =>
      saidBy(path.replaceAll(NONE, other), {
        ...init,
        ...(typeof init.body === 'string' ? { body: init.body.replaceAll(NONE, other) } : {}),
      })
    const [said, none] = [await of(uid), await of(NONE)]
    expect([name, said.replaceAll(uid, NONE)]).toEqual([name, none])
    expectNoSecret(name, said.replaceAll(uid, ''))
  }
}

test('the test would see it: the partner’s own answers are full of secrets', async () => {
  const { kalends } = hidden.here
  const { body } = await kalends.admin('GET', `${CALENDAR}/revisions`)
  expect(body.revisions.length).toBeGreaterThan(3)
  const told = JSON.stringify(
    (await kalends.admin('GET', `${CALENDAR}/events/${hidden.uids[2]}`)).body,
  )
  expect(() => expectNoSecret('partner', told)).toThrow()
})

test('no public call of the description tells of a private event', async () => {
  const { kalends, mine } = hidden.here
  const operations = operationsIn(await describedBy(kalends)).filter(({ needsKey }) => !needsKey)
  expect(operations.length).toBeGreaterThan(8)
  const side: Side = { ...mine, uid: NONE, token: hidden.token }
  for (const operation of operations) {
    const [path, init] = exampleOf(operation, side)
    const safe = operation.method === 'GET'
    if (safe) {
      const joined = path.includes('?') ? '&' : '?'
      const more = ['', ...optionsOf(operation.description).map((each) => `${joined}${each}`)]
      for (const option of more) expectNoSecret(operation.name, await saidBy(`${path}${option}`))
    }
    if (`${path}${String(init.body ?? '')}`.includes(NONE) && safe)
      await expectUnknown(operation.name, path, init)
    if (safe && path.includes('last'))
      expectNoSecret(path, await saidBy(path.replace('last', 'former')))
  }
})

/** As much as a call can be asked for. */
const optionsOf = ({ parameters = [] }: Json): string[] => {
  const has = (name: string) => parameters.some((each: Json) => each.name === name)
  return [
    ...(has('limit') ? ['limit=500'] : []),
    ...(has('from') ? ['from=2000-01-01&to=2030-01-01&limit=500'] : []),
  ]
}

/** What stands in the addresses of routes that the description does not know. */
const PARAMETERS: Record<string, () => string> = {
  ...{ partner: () => 'harbour', calendar: () => 'regatta', uid: () => NONE },
  // Of one who was given no audience.
  token: () => hidden.token,
}
/** Nobody comes by these but through what leads there. */
const LED_TO = ['file', 'receipt', 'part', 'month', 'date', 'season', 'code']

test('no public route of the application tells of a private event', async () => {
  const { kalends } = hidden.here
  const routes = createApp(kalends.ports)
    .routes.filter(({ method, path }) => method === 'GET' && /^\/(?!v1\/|console)/.test(path))
    .map(({ path }) => path)
  expect(routes.length).toBeGreaterThan(5)
  for (const route of new Set(routes)) {
    const names = [...route.matchAll(/\/:(\w+)/g)].map(([, name]) => name ?? '')
    const unknown = names.filter((name) => !(name in PARAMETERS) && !LED_TO.includes(name))
    expect([route, 'say in PARAMETERS what is', unknown]).toEqual([route, expect.anything(), []])
    if (names.some((name) => LED_TO.includes(name))) continue
    const filled = route.replace(
      /(?<=\/):(\w+)(?:\{[^}]*\})?/g,
      (_, name) => PARAMETERS[name]?.() ?? '',
    )
    expectNoSecret(route, await saidBy(filled))
    if (names.includes('uid')) await expectUnknown(route, filled)
  }
})

const STARTS = [
  ...['/', '/docs', '/sitemap.xml', '/robots.txt', '/harbour', '/harbour/regatta', '/my/new'],
  ...['/feeds/harbour/regatta.ics', '/feeds/harbour/regatta/seasons/former.ics'],
  ...['/v1/openapi.json', '/v1/partners', '/v1/calendars/harbour/regatta/changes?limit=500'],
  ...['/v1/calendars/harbour/regatta/events?limit=500&from=2000-01-01', '/embed/harbour/regatta'],
]
const MAX_PAGES = 400

test('whatever leads on from public pages tells of no private event', async () => {
  const { turned } = hidden
  const open = [
    ...STARTS,
    `/harbour/regatta/${turned}`,
    `/v1/calendars/harbour/regatta/events/${turned}`,
  ]
  const seen = new Set(open)
  for (let page = 0; page < open.length && page < MAX_PAGES; page += 1) {
    const path = open[page] ?? ''
    const said = await saidBy(path, { headers: { accept: 'text/html, */*' } })
    expectNoSecret(path, said)
    for (const next of leadsOf(said)) {
      if (seen.has(next)) continue
      seen.add(next)
      open.push(next)
    }
  }
})

function urlOf(address: string): URL | null {
  try {
    return new URL(address, ORIGIN)
  } catch {
    return null
  }
}

/** Addresses here, from attributes of pages, from feeds and from JSON. */
function leadsOf(said: string): string[] {
  const found = [
    ...said.matchAll(/(?:href|src|action)="([^"]+)"/g),
    ...said.matchAll(/(https?:\/\/kalends\.example[^\s"'<>\\]*)/g),
    ...said.matchAll(/"location","([^"]+)"/g),
  ]
  return found.flatMap(([, address = '']) => {
    const plain = address.replaceAll('&amp;', '&').replace(/^webcal:/, 'https:')
    const url = urlOf(plain)
    const path = url && url.origin === ORIGIN ? `${url.pathname}${url.search}` : ''
    return path && !/^\/console|[{}]/.test(path) ? [path] : []
  })
}
