// Browsers are registered with what a browser gives, and nothing else; they go with their subscription.

import { expect, test } from 'vitest'
import { checkedEndpoint } from '../../src/push/endpoints.ts'
import { vapidOf } from '../../src/push/vapid.ts'
import { casesOf } from '../corpus/hostile-cases.ts'
import { read, send } from '../subscriptions/subscribed.ts'
import { browser } from './browser.ts'
import { HOST, listed, pushed } from './pushed.ts'

const GAME = '2026-05-01T09:00:00Z'

test('the endpoints of the browsers’ push services, to the letter, and the operator’s own', () => {
  const allowed = (text: string, pushHosts: string[] = []) => {
    try {
      return checkedEndpoint(text, { pushHosts }).href
    } catch (error) {
      return (error as { params?: { why: string } }).params?.why
    }
  }
  for (const good of [
    ...['https://fcm.googleapis.com/fcm/send/abc:def', 'https://web.push.apple.com/QOnB'],
    ...[`${HOST}gAAAA`, 'https://wns2-par02p.notify.windows.com/w/?token=BQYAAA%3d%3d'],
  ])
    expect(allowed(good)).toBe(good)
  expect(allowed('https://fcm.googleapis.com:443/a#b')).toBe('https://fcm.googleapis.com/a')
  for (const [bad, why] of [
    ['http://fcm.googleapis.com/a', 'scheme'],
    ['https:fcm.googleapis.com/a', 'scheme'],
    [' https://fcm.googleapis.com/a', 'scheme'],
    ['https://fcm.googleapis.com/a\n', 'unreadable'],
    [`https://fcm.googleapis.com/${'가'.repeat(300)}`, 'long'],
    ['https://fcm.googleapis.com:8443/a', 'port'],
    ['https://me:secret@fcm.googleapis.com/a', 'credentials'],
    ['https://fcm.googleapis.com@evil.example/a', 'credentials'],
    ['https://fcm.googleapis.com.evil.example/a', 'host'],
    ['https://evil-fcm.googleapis.com/a', 'host'],
    ['https://fcm.googleapis.com./a', 'host'],
    ['https://notify.windows.com/a', 'host'],
    ['https://evilnotify.windows.com/a', 'host'],
    ['https://fcm.googleapis.com/%0d%0aX-Evil:%201', 'characters'],
    [`https://fcm.googleapis.com/${'a'.repeat(2_000)}`, 'long'],
  ])
    expect([bad, allowed(bad ?? '')]).toEqual([bad, why])
  const own = ['push.example.org:8443', '127.0.0.1:9443']
  expect(allowed('https://push.example.org:8443/a', own)).toBe('https://push.example.org:8443/a')
  expect(allowed('https://push.example.org/a', own)).toBe('host')
  expect(allowed('http://127.0.0.1:9443/a', own)).toBe('scheme')
})

test.each(['ko', 'en'])(
  'what is no endpoint or no key is refused and said why (%s)',
  async (language) => {
    const here = await pushed()
    const { keys } = (await browser(`${HOST}a`)).subscription
    const refused = async (body: object) => {
      const response = await here.kalends.request(`/v1/subscriptions/${here.token}/push`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'accept-language': language },
        body: JSON.stringify(body),
      })
      const { code, why, detail } = await response.json<{
        code: string
        why: string
        detail: string
      }>()
      expect(detail).not.toMatch(/[{}]/)
      return `${response.status} ${code} ${why}`
    }
    const hostile = ['https://127.0.0.1:18999/', 'https://169.254.169.254/', 'http://localhost/']
    for (const endpoint of hostile)
      expect(await refused({ endpoint, keys })).toMatch(/^400 endpoint_not_allowed (host|scheme)$/)
    const endpoint = `${HOST}a`
    const withKeys = (other: object) => refused({ endpoint, keys: { ...keys, ...other } })
    expect(await withKeys({ auth: 'AAAA' })).toBe('400 push_key_invalid length')
    expect(await withKeys({ auth: '한글' })).toBe('400 push_key_invalid letters')
    expect(await withKeys({ p256dh: keys.p256dh.slice(0, -4) })).toBe('400 push_key_invalid length')
    expect(await withKeys({ p256dh: `BAAA${'A'.repeat(83)}` })).toBe('400 push_key_invalid point')
    expect(await refused({ endpoint, keys, label: 'x'.repeat(101) })).toMatch(/^400 over_limit/)
    expect((await listed(here)).channels).toEqual([])
  },
)

const hostile = casesOf('url')
test.skipIf(hostile.length === 0)('no hostile address is an endpoint', () => {
  for (const { id, title } of hostile)
    expect([id, () => checkedEndpoint(title, { pushHosts: [] })]).toEqual([
      id,
      expect.any(Function),
    ])
  for (const { title } of hostile)
    expect(() => checkedEndpoint(title, { pushHosts: [] })).toThrow('endpoint_not_allowed')
})

test('ten browsers at most; the same one again is the same; the list tells no secret', async () => {
  const here = await pushed()
  const { body: first } = await here.add('phone', { label: '내 전화' })
  const again = await here.add('phone', { label: '새 전화' })
  expect([again.status, again.body.id]).toEqual([200, first.id])
  for (let more = 2; more <= 10; more += 1) expect((await here.add(`${more}`)).status).toBe(201)
  const { status, body } = await here.add('11')
  expect([status, body.code, body.limit]).toEqual([400, 'over_limit', 10])
  const told = await listed(here)
  expect(told.channels).toHaveLength(10)
  expect(JSON.stringify(told)).not.toMatch(/wpush|p256dh|auth/)
  expect(told.channels[0]).toMatchObject({
    ...{ label: '새 전화', host: 'updates.push.services.mozilla.com', lastSentAt: null },
  })
})

test('what somebody writes is kept without halves of letters and control characters', async () => {
  const torn = '\ud83d우\u0000산\udc00'
  const whole = '\ufffd우산\ufffd'
  const here = await pushed({ label: torn, prefix: torn })
  await here.add('phone', { label: torn })
  const path = `/v1/subscriptions/${here.token}`
  const put = await send(here.kalends, 'PUT', `${path}/overlay/${here.uids.g1}`, { memo: torn })
  expect([put.status, put.body.memo]).toEqual([200, whole])
  expect((await listed(here)).channels[0].label).toBe(whole)
  expect(await read(here.kalends, path)).toMatchObject({ label: whole, prefix: whole })
})

test('a test comes at once; a stranger’s subscription has no such browser', async () => {
  const here = await pushed()
  const { body } = await here.add('phone', { language: 'en' })
  const path = `/v1/subscriptions/${here.token}/push/${body.id}/test`
  expect((await here.kalends.request(path, { method: 'POST' })).status).toBe(202)
  const [arrival] = await here.tick()
  expect(arrival?.payload).toMatchObject({ type: 'test', body: 'Notifications reach this device.' })
  const other = await send(here.kalends, 'POST', '/v1/subscriptions', {
    calendars: ['harbour/regatta'],
  })
  const stranger = `/v1/subscriptions/${other.body.token}/push/${body.id}`
  expect((await send(here.kalends, 'POST', `${stranger}/test`)).status).toBe(404)
  expect((await send(here.kalends, 'DELETE', stranger)).status).toBe(404)
})

test.each(['erased', 'rotated'])(
  'when it is %s, nothing rings and nothing is kept',
  async (how) => {
    const here = await pushed()
    here.kalends.clock.now = '2026-05-01T08:00:00Z'
    await here.add('phone', { label: '내 전화' })
    await here.tick()
    const path = `/v1/subscriptions/${here.token}`
    const { push } = await read(here.kalends, `${path}/export`)
    expect(push).toMatchObject([{ label: '내 전화', language: 'ko' }])
    if (how === 'erased') await send(here.kalends, 'DELETE', path)
    else await send(here.kalends, 'POST', `${path}/rotation`)
    expect(await here.tick(GAME)).toEqual([])
    for (const table of ['push_channels', 'push_due', 'push_plans'])
      expect([
        table,
        await here.kalends.ports.db.query({ sql: `SELECT * FROM ${table}`, params: [] }),
      ]).toEqual([table, []])
  },
)

test('one pair of keys for an installation, however many start at once', async () => {
  const here = await pushed()
  const { ports } = here.kalends
  const starts = Array.from({ length: 5 }, () => vapidOf({ ...ports, db: { ...ports.db } }))
  const keys = new Set((await Promise.all(starts)).map(({ publicKey }) => publicKey))
  expect(keys.size).toBe(1)
  const { publicKey } = await listed(here)
  expect([...keys]).toEqual([publicKey])
  expect(publicKey).toMatch(/^B[A-Za-z0-9_-]{86}$/)
})
