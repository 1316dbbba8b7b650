// The browser gave this device another address for pushes: the server is told, as its owner wished once.

import { addressOf } from '../engine/push-address.ts'
import { keep, keptOf, openStore } from '../engine/store.ts'
import type { PushAddressChanges, WorkerScope } from './scope.ts'

export async function renewAddress(
  scope: WorkerScope,
  { newSubscription, oldSubscription }: PushAddressChanges,
): Promise<void> {
  const store = await openStore('kalends')
  const [token, kept] = [await keptOf(store, 'token'), await keptOf(store, 'push')]
  if (!token || !kept) return store.close()
  const { applicationServerKey } = oldSubscription?.options ?? {}
  const subscribe = () =>
    scope.registration.pushManager.subscribe({
      userVisibleOnly: true,
      ...(applicationServerKey ? { applicationServerKey } : {}),
    })
  const address = addressOf(newSubscription ?? (await subscribe()))
  const answer = await fetch(`/v1/subscriptions/${token}/push`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Accept-Language': kept.language },
    body: JSON.stringify({ ...address, language: kept.language }),
  })
  if (address && answer.ok) {
    const { id } = (await answer.json()) as { id: string }
    await keep(store, 'push', { ...kept, id, endpoint: address.endpoint })
  }
  store.close()
}
