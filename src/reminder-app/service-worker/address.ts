// The browser gave this device another address for pushes: the server is told, as its owner wished once.

import { addressOf } from '../engine/push-address.ts'
import { keep, keptOf, openStore, type Store } from '../engine/store.ts'
import type { PushAddressChanges, WorkerScope } from './scope.ts'

/** What does not work now is put right when the app is opened next. */
export async function renewAddress(scope: WorkerScope, change: PushAddressChanges): Promise<void> {
  const store = await openStore('kalends')
  try {
    await renewIn(store, scope, change)
  } finally {
    store.close()
  }
}

async function renewIn(
  store: Store,
  { registration }: WorkerScope,
  { newSubscription }: PushAddressChanges,
): Promise<void> {
  const [token, kept] = [await keptOf(store, 'token'), await keptOf(store, 'push')]
  if (!token || !kept) return
  const path = `/v1/subscriptions/${token}/push`
  const subscription = newSubscription ?? (await subscribed(registration, path))
  const address = addressOf(subscription)
  if (!address) return
  const answer = await fetch(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Accept-Language': kept.language },
    body: JSON.stringify({ ...address, language: kept.language }),
  })
  if (!answer.ok) return
  const { id } = (await answer.json()) as { id: string }
  await keep(store, 'push', { ...kept, id, endpoint: address.endpoint })
  // The same address again is the same browser there.
  if (id !== kept.id) await fetch(`${path}/${kept.id}`, { method: 'DELETE' })
}

async function subscribed({ pushManager }: ServiceWorkerRegistration, path: string) {
  const answer = await fetch(path)
  if (!answer.ok) return null
  const { publicKey } = (await answer.json()) as { publicKey: string }
  return pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: publicKey })
}
