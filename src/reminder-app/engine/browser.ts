// The device that a browser is.

import type { Device, Language, PushDevice } from './device.ts'
import { addressOf } from './push-address.ts'

const NAME = 'kalends'
/** The screens know it by this name too. */
export const LANGUAGE_KEY = 'kalends-language'

export function browserDevice(): Device {
  const windows = new BroadcastChannel(NAME)
  return {
    ...{
      server: location.origin,
      publicUrl: document.documentElement.dataset.server ?? null,
      database: NAME,
      language: languageHere,
    },
    timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    ...{ now: Date.now, retries: 2 },
    isOnline: () => navigator.onLine,
    exclusively: (work) =>
      'locks' in navigator ? navigator.locks.request(`${NAME}-sync`, () => work()) : work(),
    outdated: () => location.reload(),
    windows: {
      tell: () => windows.postMessage(null),
      listen: (listener) => windows.addEventListener('message', listener),
    },
    push: pushDevice(),
    sight: {
      isVisible: () => document.visibilityState === 'visible',
      listen(listener) {
        document.addEventListener('visibilitychange', listener)
        for (const event of ['online', 'offline'] as const) addEventListener(event, listener)
      },
    },
  }
}

/** As it was chosen in the app, else as the browser is set. */
export function languageHere(): Language {
  const set = navigator.languages.find((each) => /^(ko|en)/i.test(each)) ?? 'ko'
  let chosen: string | null = null
  try {
    chosen = localStorage.getItem(LANGUAGE_KEY)
  } catch {
    // A browser that keeps nothing asks again.
  }
  return /^ko/i.test(chosen ?? set) ? 'ko' : 'en'
}

function pushDevice(): PushDevice | null {
  if (!('serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window))
    return null
  const manager = async () => (await navigator.serviceWorker.ready).pushManager
  return {
    permission: () => Notification.permission,
    ask: () => Notification.requestPermission(),
    present: async () => {
      const registration = await navigator.serviceWorker.getRegistration('/app')
      return addressOf((await registration?.pushManager.getSubscription()) ?? null)
    },
    async subscribe(publicKey) {
      const options = { userVisibleOnly: true, applicationServerKey: publicKey }
      const pushing = await manager()
      // One of another server's key stands in the way of this one.
      await (await pushing.getSubscription())?.unsubscribe()
      const address = addressOf(await pushing.subscribe(options))
      if (!address) throw new Error('a push subscription without keys')
      return address
    },
    async unsubscribe() {
      const registration = await navigator.serviceWorker.getRegistration('/app')
      await (await registration?.pushManager.getSubscription())?.unsubscribe()
    },
  }
}
