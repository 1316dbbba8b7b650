// Who may open and do what in the console, for every route there is: a new one fails here until it
// has a line.

import { expect, test } from 'vitest'
import { createApp } from '../../src/app.ts'
import { everythingOf, type Side, type World, world } from '../api/world.ts'
import { ADMIN_KEY } from '../harness.ts'
import { type Browser, browserAt } from './console.ts'

const ROLES = ['owner', 'editor', 'viewer'] as const
type Role = (typeof ROLES)[number]
type Needed = Role | 'operator' | 'anybody'

/** The least role for each route, with what its form holds. */
const ROUTES: Record<string, Needed | [Needed, Record<string, string>]> = {
  'GET /console/sign-in': 'anybody',
  'POST /console/sign-in': 'anybody',
  'POST /console/sign-out': 'anybody',
  'POST /console/language': 'anybody',
  'GET /console/invitations/:token': 'anybody',
  'POST /console/invitations/:token': 'anybody',
  'GET /console': 'viewer',
  'POST /console/sign-out-everywhere': 'viewer',
  'GET /console/partners': 'operator',
  'POST /console/partners': ['operator', { partner: 'harbour' }],
  'GET /console/new-partner': 'operator',
  'POST /console/new-partner': [
    'operator',
    { name: '새 파트너', timezone: 'Asia/Seoul', language: 'ko' },
  ],
  'GET /console/people': 'owner',
  'POST /console/people/invitations': ['owner', { label: '새 사람', role: 'viewer' }],
  'POST /console/people/invitations/:id/withdrawal': 'owner',
  'POST /console/people/keys/:id/role': ['owner', { role: 'viewer' }],
  'POST /console/people/keys/:id/revocation': 'owner',
  'GET /console/audiences': 'viewer',
  'POST /console/audiences': ['editor', { name: '후원자', slug: 'patrons' }],
  'POST /console/audiences/:audience/keys': ['editor', { keys: 'CARD-0001', act: 'add' }],
  'POST /console/audiences/:audience/removal': 'editor',
  'GET /console/audit': 'editor',
  'GET /console/new-calendar': 'editor',
  'POST /console/new-calendar': ['editor', { calendar: 'another', name: '또 하나' }],
  'GET /console/calendars/:calendar': 'viewer',
  'POST /console/calendars/:calendar/uploads': ['editor', { text: '날짜,제목\n2026-06-01,새것\n' }],
  'GET /console/calendars/:calendar/:file{export\\.[a-z]+}': 'viewer',
  'GET /console/calendars/:calendar/settings': 'viewer',
  'POST /console/calendars/:calendar/settings': ['editor', { name: '새 이름' }],
  'POST /console/calendars/:calendar/address': ['editor', { calendar: 'sails' }],
  'POST /console/calendars/:calendar/deletion': ['owner', { typed: 'regatta' }],
  'GET /console/calendars/:calendar/seasons': 'viewer',
  'POST /console/calendars/:calendar/seasons': ['editor', { name: 'spring', before: '2026-03-31' }],
  'GET /console/calendars/:calendar/sources': 'viewer',
  'POST /console/calendars/:calendar/sources': 'editor',
  'POST /console/calendars/:calendar/sources/:id': 'editor',
  'POST /console/calendars/:calendar/sources/:id/pull': 'editor',
  'POST /console/calendars/:calendar/sources/:id/removal': 'editor',
  'GET /console/settings': 'owner',
  'POST /console/settings': ['owner', { name: '새 하버', timezone: 'Asia/Seoul', locale: 'ko' }],
  'POST /console/settings/logo': 'owner',
  'POST /console/settings/logo/removal': 'owner',
  'GET /console/uploads/:id': 'viewer',
  'POST /console/uploads/:id/answers': ['editor', { do: 'again' }],
  'POST /console/uploads/:id/publication': 'editor',
  'POST /console/uploads/:id/unscheduled': 'editor',
  'POST /console/uploads/:id/discarded': 'editor',
  'GET /console/uploads/:id/wrong-rows.csv': 'viewer',
  'GET /console/calendars/:calendar/history': 'viewer',
  'GET /console/calendars/:calendar/history/:revision{\\d+}': 'viewer',
  'POST /console/calendars/:calendar/history/:revision{\\d+}/restoration': 'editor',
  'GET /console/calendars/:calendar/events': 'viewer',
  'GET /console/calendars/:calendar/events/new': 'editor',
  'POST /console/calendars/:calendar/events': ['editor', { title: '새것', start: '2026-06-01' }],
  'GET /console/calendars/:calendar/events/:uid': 'viewer',
  'POST /console/calendars/:calendar/events/:uid': ['editor', { title: '새 제목' }],
  'GET /console/calendars/:calendar/groups': 'viewer',
  'POST /console/calendars/:calendar/groups': ['editor', { name: 'north', stores: '북문점' }],
  'GET /console/calendars/:calendar/groups/:group': 'viewer',
  'POST /console/calendars/:calendar/groups/:group': [
    'editor',
    { name: 'south', stores: '남문점\n남산점' },
  ],
  'POST /console/calendars/:calendar/groups/:group/removal': 'editor',
  'POST /console/calendars/:calendar/groups/:group/events': [
    'editor',
    { title: '휴점', start_date: '2026-05-09' },
  ],
  'POST /console/calendars/:calendar/groups/:group/happenings': [
    'editor',
    { uid: '{series}', date: '2026-06-14' },
  ],
  'GET /console/reports': 'viewer',
  'GET /console/reports/:id': 'viewer',
  'POST /console/reports/:id/acceptance': ['editor', { status: 'cancelled' }],
  'POST /console/reports/:id/rejection': ['editor', { known: 'unclear' }],
  'POST /console/reports/:id/merger': 'editor',
  'POST /console/calendars/:calendar/events/:uid/acts': ['editor', { act: 'cancel' }],
}

const neededFor = (route: string): Needed => {
  const entry = ROUTES[route]
  return typeof entry === 'object' ? entry[0] : (entry ?? 'anybody')
}

function idFor(route: string, side: Side): string {
  if (route.includes('/keys/')) return side.keyId
  if (route.includes('/sources/')) return side.source
  if (route.includes('/reports/')) return side.report
  return route.includes('/invitations/') ? side.invitation : side.upload
}

function addressOf(route: string, side: Side): string {
  const values: Record<string, string> = {
    ...{ calendar: side.calendar, uid: encodeURIComponent(side.uid), revision: '1' },
    ...{ file: 'export.csv', token: 'nothing', group: side.group },
    audience: side.calendar === 'nothing' ? 'nothing' : `${side.partner}-only`,
    id: idFor(route, side),
  }
  return route
    .replace(/^\w+ /, '')
    .replace(/:(\w+)(?:\{[^}]*\})?/g, (_, name: string) => values[name] ?? name)
}

async function asked(browser: Browser, route: string, side: Side): Promise<Response> {
  const entry = ROUTES[route]
  const path = addressOf(route, side)
  if (route.startsWith('GET ')) return browser.get(path)
  const fields = Object.entries(typeof entry === 'object' ? entry[1] : {})
  const filled = fields.map(([name, value]) => [name, value.replace('{series}', side.series)])
  return browser.post(path, Object.fromEntries(filled))
}

/** Signed in with a key, its token in hand. */
async function at({ kalends }: World, key: string, partner = ''): Promise<Browser> {
  const browser = browserAt(kalends)
  await browser.post('/console/sign-in', { key, partner })
  await browser.page('/console')
  return browser
}

const isSignIn = (response: Response) =>
  response.status === 303 && response.headers.get('location') === '/console/sign-in'

const NAMED = Object.keys(ROUTES).filter((route) => neededFor(route) !== 'anybody')
/** What changes something comes last. */
const inOrder = [
  ...NAMED.filter((route) => route.startsWith('GET')),
  ...NAMED.filter((route) => !route.startsWith('GET')),
]

const SLOW = 120_000

test('every route of the console has a line here, and every line a route', async () => {
  const { kalends } = await world()
  const routes = createApp(kalends.ports)
    .routes.filter(({ method, path }) => method !== 'ALL' && /^\/console(\/|$)/.test(path))
    .map(({ method, path }) => `${method} ${path}`)
  expect([...new Set(routes)].sort()).toEqual(Object.keys(ROUTES).sort())
})

test(
  'without a session every page leads to the sign-in, and nothing is done',
  async () => {
    const here = await world()
    const before = await everythingOf(here)
    for (const route of inOrder) {
      const answer = await asked(browserAt(here.kalends), route, here.other)
      expect([route, isSignIn(answer)]).toEqual([route, true])
    }
    expect(await everythingOf(here)).toEqual(before)
  },
  SLOW,
)

const may = (role: Role | 'operator', needed: Needed): boolean =>
  role === 'operator' ||
  (needed !== 'operator' && ROLES.indexOf(role) <= ROLES.indexOf(needed as Role))

test.each([...ROLES, 'operator'] as const)(
  'each role opens and does what it may: %s',
  async (role) => {
    const signedIn = (here: World) => {
      const { mine } = here
      if (role === 'operator') return at(here, ADMIN_KEY, mine.partner)
      return at(here, role === 'owner' ? mine.key : mine[role])
    }
    let here = await world()
    let browser = await signedIn(here)
    for (const route of inOrder) {
      const needed = neededFor(route)
      const answer = await asked(browser, route, here.mine)
      if (may(role, needed)) {
        const fine = answer.status < 500 && ![401, 403, 404].includes(answer.status)
        const ended = route === 'POST /console/sign-out-everywhere'
        expect([route, answer.status, fine && isSignIn(answer) === ended]).toEqual([
          ...[route, answer.status, true],
        ])
        if (!route.startsWith('GET')) {
          here = await world()
          browser = await signedIn(here)
        }
      } else expect([route, answer.status]).toEqual([route, needed === 'operator' ? 404 : 403])
    }
  },
  SLOW,
)

test(
  'another partner’s things are not found, by whatever id, and stay as they were',
  async () => {
    const here = await world()
    const before = await everythingOf(here)
    const browser = await at(here, here.mine.key)
    const nowhere: Side = {
      ...{ ...here.other, calendar: 'nothing', upload: 'nothing', uid: 'none' },
      ...{ keyId: 'nothing', invitation: 'nothing', source: 'nothing', report: 'nothing' },
      ...{ keyId: 'nothing', invitation: 'nothing', source: 'nothing' },
      ...{ group: 'nothing', series: 'none' },
    }
    for (const route of inOrder.filter((each) => each.includes(':'))) {
      const foreign = await asked(browser, route, here.other)
      const none = await asked(browser, route, nowhere)
      expect([route, foreign.status, none.status]).toEqual([route, 404, 404])
      expect([route, (await foreign.text()).includes('둘째 날')]).toEqual([route, false])
    }
    expect(await everythingOf(here)).toEqual(before)
  },
  SLOW,
)
