// The package's door: what an app may use of it.

export type { components, paths } from './api.ts'
export type { Call, Calls, Paths, Raw } from './calls.ts'
export { type CalendarChange, type Client, type ClientOptions, createClient } from './client.ts'
export type { Channel } from './coming.ts'
export { KalendsProblem, type ProblemCode } from './problem.ts'
export { idempotencyKey } from './sending.ts'
export type { Hint, OnChange, Stream, Streaming, StreamState } from './stream.ts'
export type {
  Change,
  Choices,
  Mine,
  NewChannel,
  Occurrence,
  Overlay,
  OverlayWish,
  Push,
  Reminder,
  Rules,
  Subscription,
  Syncing,
} from './subscription.ts'
export { type Page, type SyncPage, type SyncStore, syncPages } from './sync.ts'
