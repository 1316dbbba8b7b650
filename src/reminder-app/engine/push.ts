// Notifications: this browser's address for them, told to the server and taken back.

import type { EngineState } from '../engine.ts'
import type { Core } from './core.ts'
import type { PushAddress, PushDevice } from './device.ts'
import { keep, keptOf } from './store.ts'
import { Told, toldOf, WORDS } from './words.ts'

/** What somebody sees of it in the settings. */
export async function pushState(core: Core): Promise<EngineState['push']> {
  const { push } = core.device
  if (!push) return 'unsupported'
  if (push.permission() === 'denied') return 'denied'
  const kept = await keptOf(await core.store(), 'push')
  return kept && (await push.present().catch(() => null)) ? 'on' : 'off'
}

export async function enablePush(core: Core): Promise<void> {
  const words = WORDS[core.device.language()]
  const { push } = core.device
  if (!push) throw new Told(words.noPush)
  const token = await keptOf(await core.store(), 'token')
  if (!token) throw new Told(words.noSubscription)
  if ((await push.ask()) !== 'granted') {
    core.show({ push: await pushState(core) })
    throw new Told(words.pushDenied)
  }
  const params = { path: { token } }
  const { publicKey } = await asked(core, () =>
    core.client().get('/v1/subscriptions/{token}/push', { params }),
  )
  await registerPush(core, token, await subscribed(core, push, publicKey))
  core.show({ push: await pushState(core) })
}

async function subscribed(core: Core, push: PushDevice, publicKey: string): Promise<PushAddress> {
  return push.subscribe(publicKey).catch((error) => {
    throw new Told(WORDS[core.device.language()].pushFailed, { cause: error })
  })
}

/** The same address again is one channel. */
async function registerPush(core: Core, token: string, address: PushAddress): Promise<void> {
  const language = core.device.language()
  const { id } = await asked(core, () =>
    core.client().post('/v1/subscriptions/{token}/push', {
      ...{ params: { path: { token } }, body: { ...address, language } },
    }),
  )
  await keep(await core.store(), 'push', { id, endpoint: address.endpoint, language })
}

/**
 * Its owner wished it once, so it is put right without a question: an address that the browser changed
 * or lost, one that the server has forgotten, another link, another language.
 */
export async function renewPush(core: Core): Promise<void> {
  const store = await core.store()
  const [kept, token] = [await keptOf(store, 'push'), await keptOf(store, 'token')]
  const { push, language } = core.device
  if (!kept || !token || !push || push.permission() !== 'granted') return
  const params = { path: { token } }
  const { publicKey, channels } = await core
    .client()
    .get('/v1/subscriptions/{token}/push', { params })
  const present = await push.present()
  const isTold = present?.endpoint === kept.endpoint
  // Told once and forgotten there: the push service has said that nobody is at this address.
  const isListed = channels.some(({ id }) => id === kept.id)
  const isDead = isTold && !isListed
  if (present && isTold && !isDead && kept.language === language()) return
  const address = present && !isDead ? present : await subscribed(core, push, publicKey)
  if (isListed && address.endpoint !== kept.endpoint) await remove(core, token, kept.id)
  await registerPush(core, token, address)
  core.show({ push: await pushState(core) })
}

/** One notification, to see that they arrive. */
export async function testPush(core: Core): Promise<void> {
  const { device } = core
  await asked(core, () => renewPush(core))
  const store = await core.store()
  const [kept, token] = [await keptOf(store, 'push'), await keptOf(store, 'token')]
  if (!kept || !token) throw new Told(WORDS[device.language()].pushOff)
  const params = { path: { token, id: kept.id } }
  await asked(core, () =>
    core.client().post('/v1/subscriptions/{token}/push/{id}/test', { params }),
  )
}

/** Also offline: what the browser does not take is dropped by the server when it next sends. */
export async function disablePush(core: Core): Promise<void> {
  const store = await core.store()
  const [kept, token] = [await keptOf(store, 'push'), await keptOf(store, 'token')]
  await core.device.push?.unsubscribe().catch(() => {})
  await store.delete('kept', 'push')
  core.show({ push: await pushState(core) })
  if (!kept || !token) return
  await remove(core, token, kept.id)
}

/** Where that cannot be said, the push service says it later. */
async function remove(core: Core, token: string, id: string): Promise<void> {
  const params = { path: { token, id } }
  await core
    .client()
    .delete('/v1/subscriptions/{token}/push/{id}', { params })
    .catch(() => {})
}

async function asked<T>(core: Core, call: () => Promise<T>): Promise<T> {
  try {
    return await call()
  } catch (error) {
    throw toldOf(error, core.device.language())
  }
}
