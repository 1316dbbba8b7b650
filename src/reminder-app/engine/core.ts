// What the parts of the engine share: the store, the client, the state and who watches it.

import { type Client, createClient, type KalendsProblem } from '../../client/src/index.ts'
import type { EngineState } from '../engine.ts'
import type { Device } from './device.ts'
import { editsIn } from './edit.ts'
import { keptOf, openStore, type Store } from './store.ts'

export interface Core {
  readonly device: Device
  readonly state: EngineState
  /** The server asked for a pause in what is sent. */
  pause: { until: number; why: KalendsProblem } | null
  store(): Promise<Store>
  client(): Client
  watch(listener: () => void): () => void
  /** What became of the state; whoever watches is called. */
  show(state: Partial<EngineState>): void
  /** What is kept became different, here: other windows are told too. */
  changed(): Promise<void>
  /** The same, told by another window. */
  look(): Promise<void>
}

export function coreOf(device: Device): Core {
  const listeners = new Set<() => void>()
  const state: EngineState = {
    ...{ subscription: 'loading', online: device.isOnline(), syncing: false, syncedAt: null },
    ...{ waiting: 0, setbacks: 0, problem: null, push: device.push ? 'off' : 'unsupported' },
  }
  const store = storeOf(device)
  const show = (next: Partial<EngineState>) => {
    Object.assign(state, next)
    for (const listener of [...listeners]) listener()
  }
  const look = async () => show(await lookedUp(await store()))
  return {
    ...{ device, state, store, show, look, client: clientOf(device), pause: null },
    watch(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async changed() {
      await look()
      device.windows.tell()
    },
  }
}

/** Opened once; anew after a newer app had it closed. */
function storeOf({ database, outdated }: Device): () => Promise<Store> {
  let opening: Promise<Store> | null = null
  const forget = () => {
    opening = null
  }
  return () => {
    opening ??= openStore(database, forget)
    opening.catch((error: unknown) => {
      forget()
      if (error instanceof DOMException && error.name === 'VersionError') outdated()
    })
    return opening
  }
}

/** In the language of now: problems come in words for a person. */
function clientOf(device: Device): () => Client {
  const clients = new Map<string, Client>()
  return () => {
    const language = device.language()
    const { server, fetch, retries } = device
    const client =
      clients.get(language) ?? createClient({ server, language, retries, ...(fetch && { fetch }) })
    clients.set(language, client)
    return client
  }
}

async function lookedUp(store: Store): Promise<Partial<EngineState>> {
  const [token, ended, syncedAt, setbacks, edits] = await Promise.all([
    ...([keptOf(store, 'token'), keptOf(store, 'ended'), keptOf(store, 'syncedAt')] as const),
    ...([keptOf(store, 'setbacks'), editsIn(store)] as const),
  ])
  // What is to be made as soon as there is a connection is here already.
  const isWanted = edits.some((each) => each.kind === 'followed' && each.value)
  const subscription = ended ? 'ended' : token || isWanted ? 'here' : 'none'
  const counts = { waiting: edits.length, setbacks: setbacks?.length ?? 0 }
  return { subscription, syncedAt: syncedAt ?? null, ...counts }
}
