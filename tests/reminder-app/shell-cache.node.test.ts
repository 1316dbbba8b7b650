// The app's own files where the browser threw its cache away: what was shared with the app stays here.

import { expect, test, vi } from 'vitest'
import type { WorkerScope } from '../../src/reminder-app/service-worker/scope.ts'
import { fromShell, ownFile } from '../../src/reminder-app/service-worker/shell-cache.ts'

const shell = {
  ...{ version: '1', script: '/app/app.1.js', style: '/app/app.1.css' },
  ...{ icons: ['/app/icon-192.png'], manifests: [] },
}
const scope = { location: { origin: 'https://kalends.example' } } as WorkerScope

test('a personal link that was shared with the app is not told to the server', async () => {
  const asked: unknown[] = []
  vi.stubGlobal('caches', { open: async () => ({ match: async () => undefined }) })
  vi.stubGlobal('fetch', async (request: unknown) => {
    asked.push(request)
    return new Response('the page')
  })
  const url = `${scope.location.origin}/app?url=${encodeURIComponent('https://kalends.example/my/secretsecret')}`
  const request = { url, method: 'GET', mode: 'navigate' } as Request
  const path = ownFile(scope, shell, request)
  expect(path).toBe('/app')
  await fromShell(shell, path ?? '', request)
  expect(asked).toEqual(['/app'])
  vi.unstubAllGlobals()
})
