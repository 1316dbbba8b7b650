// What the engine needs of the device it runs on, so that a test can be one.

export type Language = 'ko' | 'en'

export interface Device {
  /** `https://kalends.example`: where the API is. */
  server: string
  /** As the server calls itself in its links, where that is known. */
  publicUrl: string | null
  /** Of the IndexedDB: one device, one name. */
  database: string
  language(): Language
  /** IANA name. */
  timezone: string
  now(): number
  isOnline(): boolean
  /** How often a call is sent again before it counts as unanswered. */
  retries: number
  fetch?: (request: Request, init?: RequestInit) => Promise<Response>
  /** One at a time, also when the app is open twice. */
  exclusively<T>(work: () => Promise<T>): Promise<T>
  /** A newer app has made the store its own: this one is to begin anew. */
  outdated(): void
  /** Other windows of the app are told that something changed, and tell it. */
  windows: { tell(): void; listen(listener: () => void): void }
  push: PushDevice | null
  /** Whether somebody looks at the app now; null where that is not told. */
  sight: { isVisible(): boolean; listen(listener: () => void): void } | null
}

export interface PushDevice {
  permission(): 'default' | 'granted' | 'denied'
  ask(): Promise<'default' | 'granted' | 'denied'>
  /** What the browser is subscribed to, if it is. */
  present(): Promise<PushAddress | null>
  subscribe(publicKey: string): Promise<PushAddress>
  unsubscribe(): Promise<void>
}

export interface PushAddress {
  endpoint: string
  keys: { p256dh: string; auth: string }
}
