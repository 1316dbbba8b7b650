// What the application is given by the runtime it stands on.

import type { Config } from './config.ts'
import type { Blobs } from './storage/blobs.ts'
import type { Database } from './storage/database.ts'
import type { Subscription } from './storage/subscriptions.ts'

export interface Ports {
  db: Database
  blobs: Blobs
  config: Config
  /** The present instant, `2026-04-01T09:30:00Z`. */
  now: () => string
  /** A random name of at least 100 bits in [a-z0-9], for UIDs, ids and secrets. */
  mint: () => string
  log: Log
  /** The one way out to other people's servers. */
  fetch: Fetch
  /** Absent where no mail can be sent. */
  mail?: Mail
  /** What clients fetched, gathered in memory and written a little later. */
  fetches: FetchLedger
  /** Where there is one, partners' calls are answered there, so that polls need not wait for them. */
  partnersThread?: PartnersThread
  /** Absent where no answer can stay open. */
  live?: Live
}

/**
 * Calls somebody else's server, at public addresses alone, within a time and a size. Throws
 * `url_not_allowed` or `not_fetched`. An answer of whatever status is an answer.
 */
export type Fetch = (request: FetchRequest) => Promise<Fetched>

export interface FetchRequest {
  url: string
  /** A POST is not redirected. */
  method?: 'GET' | 'HEAD' | 'POST'
  /** With `show`, a redirection is an answer like any other. */
  redirects?: 'follow' | 'show'
  /** Narrower than what is allowed to every call. */
  within?: { signal?: AbortSignal; milliseconds?: number; octets: number }
  headers?: Record<string, string>
  body?: string | Uint8Array
  /** The operator named this host and port in the settings: they may be inside. */
  named?: boolean
  /** The connection is kept for the next call of the kind. */
  kept?: boolean
}

export interface Fetched {
  status: number
  header(name: string): string | null
  /** Decoded. */
  body: Uint8Array
  /** Where the last redirection led. */
  url: string
}

export interface FetchLedger {
  /** Takes down that a feed was given, or was still the client's own (304). Never waits, never throws. */
  note(fetch: FeedFetch): void
  /** Takes down that somebody came back to a subscription otherwise than for its feed. */
  noteUse(subscriptionId: number): void
  /** Writes what was gathered, in one batch. What could not be written is tried again with the next. */
  flush(): Promise<void>
  /** What is gathered and not yet written. */
  held(): number
}

export interface FeedFetch {
  /** Whose personal feed it was; null for a calendar's own. */
  subscription: { id: number; revision: number } | null
  /** The calendars in the feed, with the revision of each that was given. */
  calendars: readonly { partnerId: number; calendarId: number; revision: number }[]
  userAgent: string | undefined
  /** The block of the caller's address; null when it is not known. Forgotten with the next flush. */
  visitor: string | null
}

/** Sends one letter, or throws. */
export type Mail = (letter: { to: string; subject: string; text: string }) => Promise<void>

export interface PartnersThread {
  /** Throws `file_too_costly` for the upload with which the thread was lost, else `unavailable`. */
  answer(request: Request, body: Uint8Array | null): Promise<Response>
  /** Does there what is due; nothing while the tick before is not answered. */
  tick(): Promise<void>
  close(): Promise<void>
}

export interface Live {
  /**
   * Answers with what stays open and is told of every change until it ends. Throws `streams_full`,
   * `network_streams_full`, `too_many_streams`.
   */
  open(asked: StreamAsked): Response
  /** Streams open now. */
  count(): number
  /** Ends them all; none is opened any more. */
  close(): void
}

export interface StreamAsked {
  tokenSha256: string
  /** The block of the caller's address; null when it is not known. Hashed at once. */
  block: string | null
  subscription: Subscription
  lastEventId: string | undefined
  /** Status and headers of the answer. */
  head: Response
  /** What the runtime gave beside the request. */
  connection: unknown
}

export interface Log {
  info(event: string, about?: Record<string, unknown>): void
  error(event: string, about?: Record<string, unknown>): void
}
