// What the application is given by the runtime it stands on.

import type { Config } from './config.ts'
import type { Blobs } from './storage/blobs.ts'
import type { Database } from './storage/database.ts'

export interface Ports {
  db: Database
  blobs: Blobs
  config: Config
  /** The present instant, `2026-04-01T09:30:00Z`. */
  now: () => string
  /** A random name of at least 100 bits in [a-z0-9], for UIDs, ids and secrets. */
  mint: () => string
  log: Log
}

export interface Log {
  info(event: string, about?: Record<string, unknown>): void
  error(event: string, about?: Record<string, unknown>): void
}
