// The service worker's handlers over the application itself: a changed address for pushes, a notification
// that is shown once, and where a tap on it leads.

import 'fake-indexeddb/auto'
import { expect, onTestFinished, test, vi } from 'vitest'
import { harness } from '#harness'
import { clearStore, keep, keptOf, openStore } from '../../src/reminder-app/engine/store.ts'
import { renewAddress } from '../../src/reminder-app/service-worker/address.ts'
import { openNotice, showNotice } from '../../src/reminder-app/service-worker/notices.ts'
import type {
  PushAddressChanges,
  WorkerScope,
} from '../../src/reminder-app/service-worker/scope.ts'
import type { Json } from '../harness.ts'
import { browser } from '../push/browser.ts'

const HOST = 'https://updates.push.services.mozilla.com/wpush/v2/'
const ORIGIN = 'https://kalends.example'
const NOW = Date.parse('2026-04-01T00:00:00Z')

/** A worker's world; what it did stands in `done`. */
function scopeOf(windows: string[], subscribe: (key: string) => unknown = () => null) {
  const done: unknown[] = []
  const scope = {
    location: { origin: ORIGIN },
    registration: {
      showNotification: async (title: string, options: object) => done.push({ title, ...options }),
      pushManager: {
        subscribe: async ({ applicationServerKey }: { applicationServerKey: string }) =>
          subscribe(applicationServerKey),
      },
    },
    clients: {
      matchAll: async () =>
        windows.map((path) => ({
          url: `${ORIGIN}${path}`,
          focus: async () => done.push(`focus ${path}`),
          postMessage: (message: object) => done.push({ to: path, ...message }),
        })),
      openWindow: async (url: string) => done.push(`open ${url}`),
    },
  }
  return { scope: scope as unknown as WorkerScope, done }
}

async function storeHere() {
  const store = await openStore('kalends')
  onTestFinished(async () => {
    await clearStore(store)
    store.close()
  })
  return store
}

async function subscribed() {
  const kalends = await harness()
  await kalends.upload('harbour/regatta', '날짜,시간,제목\n2026-05-01,18:30,개막\n')
  vi.stubGlobal('fetch', (path: string, init?: RequestInit) => kalends.request(path, init))
  onTestFinished(() => void vi.unstubAllGlobals())
  const send = async (method: string, path: string, body: object) => {
    const headers = { 'content-type': 'application/json' }
    const answer = await kalends.request(path, { method, headers, body: JSON.stringify(body) })
    return answer.json() as Promise<Json>
  }
  const { token } = await send('POST', '/v1/subscriptions', { calendars: ['harbour/regatta'] })
  const path = `/v1/subscriptions/${token}/push`
  const channel = await send('POST', path, (await browser(`${HOST}old`)).subscription)
  const store = await storeHere()
  await keep(store, 'token', token)
  const kept = { id: channel.id, endpoint: `${HOST}old`, language: 'ko' }
  await keep(store, 'push', kept)
  const there = async (): Promise<Json> => (await kalends.request(path)).json()
  return { kalends, store, there, token, kept }
}

const changed = (newSubscription: unknown) =>
  ({ oldSubscription: null, newSubscription }) as PushAddressChanges

test('another address, given or asked for: told in place of the one before', async () => {
  const { kalends, store, there, token, kept } = await subscribed()
  const given = await browser(`${HOST}given`)
  const subscription = { toJSON: () => given.subscription }
  await renewAddress(scopeOf([]).scope, changed(subscription))
  const { publicKey, channels } = await there()
  expect(channels).toMatchObject([{ language: 'ko' }])
  expect(channels[0].id).not.toBe(kept.id)
  expect(await keptOf(store, 'push')).toEqual({
    ...{ id: channels[0].id, endpoint: `${HOST}given`, language: 'ko' },
  })
  const asked = await browser(`${HOST}asked`)
  const keys: string[] = []
  const { scope } = scopeOf([], (key) => {
    keys.push(key)
    return { toJSON: () => asked.subscription }
  })
  await renewAddress(scope, changed(null))
  expect(keys).toEqual([publicKey])
  expect((await there()).channels).toHaveLength(1)
  expect(await keptOf(store, 'push')).toMatchObject({ endpoint: `${HOST}asked` })

  // The link has ended: what is kept stays, for the link that comes in its place.
  await kalends.request(`/v1/subscriptions/${token}`, { method: 'DELETE' })
  const before = await keptOf(store, 'push')
  await renewAddress(scope, changed(null))
  await renewAddress(scope, changed(subscription))
  expect([keys.length, await keptOf(store, 'push')]).toEqual([1, before])
})

const notice = {
  ...{ type: 'change', key: 'uid 3', at: '2026-04-01T00:00:00Z', title: '개막전', body: '취소' },
  ...{ tag: 'uid', url: '/app#/event/uid', language: 'ko', expiresAt: null },
}

test('a change: shown once, and an open app looks for it at once', async () => {
  await storeHere()
  const { scope, done } = scopeOf(['/app', '/my/token', '/app/icon'])
  await showNotice(scope, notice, NOW)
  await showNotice(scope, notice, NOW)
  await showNotice(scope, { key: 'of nobody' }, NOW)
  const shown = { title: '개막전', body: '취소', tag: 'uid', data: { url: '/app#/event/uid' } }
  const hint = { to: '/app', type: 'changed' }
  expect(done).toEqual([hint, expect.objectContaining(shown), hint])
})

test('a tap opens the event: in the app that is open, else in a window; never elsewhere', async () => {
  const tapped = async (url: string, windows: string[]) => {
    const { scope, done } = scopeOf(windows)
    const close = () => done.push('closed')
    await openNotice(scope, { close, data: { url } } as unknown as Notification)
    return done
  }
  const url = `${ORIGIN}/app#/event/uid`
  expect(await tapped('/app#/event/uid', ['/my/token', '/app#/settings'])).toEqual([
    ...['closed', { to: '/app#/settings', type: 'open', url }, 'focus /app#/settings'],
  ])
  expect(await tapped('/app#/event/uid', ['/my/token'])).toEqual(['closed', `open ${url}`])
  expect(await tapped('https://other.example/app', [])).toEqual(['closed', `open ${ORIGIN}/app`])
})
