// The app's service worker: the app starts without a network, pushes become notifications. What the
// API says is not cached here: the store is what is readable offline.

import { renewAddress } from './address.ts'
import { openNotice, showNotice } from './notices.ts'
import type { WorkerScope } from './scope.ts'
import { type BuiltShell, dropOldShells, fromShell, keepShell, ownFile } from './shell-cache.ts'

declare const BUILT_SHELL: BuiltShell

const scope = self as unknown as WorkerScope
const shell = BUILT_SHELL

scope.addEventListener('install', (event) => event.waitUntil(keepShell(shell)))

scope.addEventListener('activate', (event) => {
  event.waitUntil(dropOldShells(shell).then(() => scope.clients.claim()))
})

scope.addEventListener('message', (event) => {
  if (event.data?.type === 'take-over') event.waitUntil(scope.skipWaiting())
})

scope.addEventListener('fetch', (event) => {
  const path = ownFile(scope, shell, event.request)
  if (path !== null) event.respondWith(fromShell(shell, path, event.request))
})

scope.addEventListener('push', (event) => {
  let told: unknown = null
  try {
    told = event.data?.json()
  } catch {
    // Not of ours.
  }
  event.waitUntil(showNotice(scope, told, Date.now()))
})

scope.addEventListener('notificationclick', (event) => {
  event.waitUntil(openNotice(scope, event.notification))
})

scope.addEventListener('pushsubscriptionchange', (event) => {
  event.waitUntil(renewAddress(scope, event))
})
