// One personal subscription: what it holds, what changed, what is to ring, and what is laid over it.

import type { components } from './api.ts'
import type { Calls, Paths } from './calls.ts'
import { type OnChange, type Open, openStream, type Stream, type Streaming } from './stream.ts'
import { type Page, type SyncPage, type SyncStore, syncInto, syncPages } from './sync.ts'

type Schemas = components['schemas']
export type Change = Schemas['OwnChange']
export type Mine = Schemas['OwnEvent']['mine']
export type Occurrence = Schemas['OwnOccurrence']
export type Channel = Schemas['PushChannel']
export type Reminder = Schemas['Reminder']
export type Rules = NonNullable<Schemas['Subscription']['reminders']>
type Query<P extends keyof Paths> = Paths[P] extends { get: { parameters: { query?: infer Q } } }
  ? NonNullable<Q>
  : never
export interface Calling {
  signal?: AbortSignal
}

export interface Syncing extends Calling {
  /** With both, every event carries its `occurrences` between them: no rules to expand. */
  from?: string
  to?: string
  /** Hidden events come too, with `mine.hidden`; else they count as removed. */
  hidden?: boolean
  /** Changes a page. */
  limit?: number
}

type Body<P extends keyof Paths, M extends string> = Paths[P] extends {
  [method in M]: { requestBody: { content: { 'application/json': infer B } } }
}
  ? B
  : never

export type Choices = Body<'/v1/subscriptions/{token}', 'patch'>
export type OverlayWish = Body<'/v1/subscriptions/{token}/overlay/{uid}', 'put'>
type Registration = Body<'/v1/subscriptions/{token}/push', 'post'>
/** What a browser's `PushSubscription.toJSON()` gives, and a name for it. */
export type NewChannel = Pick<Registration, 'expirationTime' | 'label' | 'language'> & {
  endpoint?: string
  keys?: Record<string, string>
}
export type ReminderQuery = Query<'/v1/subscriptions/{token}/reminders'>

export interface Subscription {
  readonly token: string
  choices(calling?: Calling): Promise<Schemas['Subscription']>
  /** What is left out stays as it is. */
  choose(choices: Choices, calling?: Calling): Promise<Schemas['Subscription']>
  /** Another token for it; this one ends. */
  rotate(calling?: Calling): Promise<Schemas['NewSubscription']>
  erase(calling?: Calling): Promise<void>
  /** Pages of changes since a token, or since what a store has kept, until there are no more. */
  sync(since: string | null | SyncStore<Change>, syncing?: Syncing): Pages
  /** Calls back, so that the app syncs, as soon as something changed. */
  stream(onChange: OnChange, streaming?: Streaming): Stream
  /** All that rings in a range, at the time at which it rings. */
  reminders(range?: ReminderQuery, calling?: Calling): Promise<Reminder[]>
  readonly overlay: Overlay
  readonly push: Push
}

type Pages = AsyncGenerator<SyncPage<Change>, void, void>

/** What its owner laid over events. */
export interface Overlay {
  list(calling?: Calling): Promise<Overlays>
  /** Instead of what lay over that event before. */
  put(uid: string, wish: OverlayWish, calling?: Calling): Promise<Schemas['LaidOverlay']>
  /** What is left out stays as it lies. */
  change(uid: string, wish: OverlayWish, calling?: Calling): Promise<Schemas['LaidOverlay']>
  remove(uid: string, calling?: Calling): Promise<void>
}

export interface Overlays {
  overlays: Schemas['Overlay'][]
  hiddenTeams: string[]
  /** The subscription's, as `put` and `change` tell it: one more for each that changed something. */
  revision: number
}

/** Where reminders and changes are pushed to. */
export interface Push {
  /** The server's public key, for `pushManager.subscribe`, and the channels there are. */
  list(calling?: Calling): Promise<{ publicKey: string; channels: Channel[] }>
  add(channel: NewChannel, calling?: Calling): Promise<Channel>
  remove(id: string, calling?: Calling): Promise<void>
  test(id: string, calling?: Calling): Promise<void>
}

export function subscriptionOf(calls: Calls, open: Open, token: string): Subscription {
  const params = { path: { token } }
  const at = '/v1/subscriptions/{token}'
  return {
    token,
    choices: (calling) => calls.get(at, { params, ...calling }),
    choose: (body, calling) => calls.patch(at, { params, body, ...calling }),
    rotate: (calling) => calls.post(`${at}/rotation`, { params, ...calling }),
    async erase(calling) {
      await calls.delete(at, { params, ...calling })
    },
    sync(since, syncing = {}) {
      const pageAfter = (token: string | null) => changesAfter(calls, params.path, token, syncing)
      const fromStore = typeof since === 'object' && since !== null
      return fromStore ? syncInto(pageAfter, since) : syncPages(pageAfter, since)
    },
    stream: (onChange, streaming) => openStream(open, onChange, streaming),
    reminders: (range, calling) => remindersIn(calls, params.path, { ...range }, calling),
    overlay: overlayOf(calls, token),
    push: pushOf(calls, token),
  }
}

function changesAfter(
  calls: Calls,
  path: { token: string },
  since: string | null,
  { signal, hidden, ...range }: Syncing,
): Promise<Page<Change>> {
  const query = {
    ...range,
    ...(since ? { since } : {}),
    ...(hidden ? { hidden: 'true' as const } : {}),
  }
  const options = { params: { path, query }, ...(signal ? { signal } : {}) }
  return calls.get('/v1/subscriptions/{token}/changes', options)
}

async function remindersIn(
  calls: Calls,
  path: { token: string },
  range: ReminderQuery,
  calling?: Calling,
): Promise<Reminder[]> {
  const all: Reminder[] = []
  for (let query = range; ; ) {
    const options = { params: { path, query }, ...calling }
    const { reminders, next } = await calls.get('/v1/subscriptions/{token}/reminders', options)
    all.push(...reminders)
    if (!next) return all
    query = { ...range, cursor: next }
  }
}

function overlayOf(calls: Calls, token: string): Overlay {
  const at = '/v1/subscriptions/{token}/overlay'
  const path = (uid: string) => ({ path: { token, uid } })
  return {
    list: (calling) => calls.get(at, { params: { path: { token } }, ...calling }),
    put: (uid, body, calling) => calls.put(`${at}/{uid}`, { params: path(uid), body, ...calling }),
    change: (uid, body, calling) =>
      calls.patch(`${at}/{uid}`, { params: path(uid), body, ...calling }),
    async remove(uid, calling) {
      await calls.delete(`${at}/{uid}`, { params: path(uid), ...calling })
    },
  }
}

function pushOf(calls: Calls, token: string): Push {
  const at = '/v1/subscriptions/{token}/push'
  const path = (id: string) => ({ path: { token, id } })
  return {
    list: (calling) => calls.get(at, { params: { path: { token } }, ...calling }),
    add(channel, calling) {
      const body = channel as Registration
      return calls.post(at, { params: { path: { token } }, body, ...calling })
    },
    async remove(id, calling) {
      await calls.delete(`${at}/{id}`, { params: path(id), ...calling })
    },
    async test(id, calling) {
      await calls.post(`${at}/{id}/test`, { params: path(id), ...calling })
    },
  }
}
