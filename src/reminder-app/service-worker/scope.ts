// What of a service worker's world is used here: the library of types for windows has none of it.

export interface Extendable extends Event {
  waitUntil(work: Promise<unknown>): void
}

export interface FetchHappens extends Extendable {
  readonly request: Request
  respondWith(answer: Promise<Response>): void
}

export interface PushHappens extends Extendable {
  readonly data: { json(): unknown } | null
}

export interface ClickHappens extends Extendable {
  readonly notification: Notification
}

export interface MessageHappens extends Extendable {
  readonly data: { type?: string } | null
}

export interface PushAddressChanges extends Extendable {
  readonly oldSubscription: PushSubscription | null
  readonly newSubscription: PushSubscription | null
}

export interface AppWindow {
  readonly url: string
  readonly visibilityState: DocumentVisibilityState
  focus(): Promise<AppWindow>
  postMessage(message: unknown): void
}

interface Events {
  install: Extendable
  activate: Extendable
  fetch: FetchHappens
  push: PushHappens
  notificationclick: ClickHappens
  message: MessageHappens
  pushsubscriptionchange: PushAddressChanges
}

export interface WorkerScope {
  readonly registration: ServiceWorkerRegistration
  readonly location: Location
  readonly clients: {
    claim(): Promise<void>
    matchAll(options: { type: 'window'; includeUncontrolled: boolean }): Promise<AppWindow[]>
    openWindow(url: string): Promise<AppWindow | null>
  }
  skipWaiting(): Promise<void>
  addEventListener<K extends keyof Events>(type: K, listener: (event: Events[K]) => void): void
}
