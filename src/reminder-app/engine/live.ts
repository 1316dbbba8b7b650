// While somebody looks, hints come by a stream, else by asking each minute; unseen, nothing is asked.

import type { Stream, StreamState } from '../../client/src/index.ts'
import type { Core } from './core.ts'
import { keptOf } from './store.ts'

const APART_MS = 1500
const RESENT_AFTER_MS = 30_000

export function keepLive(core: Core, sync: () => Promise<void>): void {
  const { sight } = core.device
  if (!sight) return
  let stream: { token: string; open: Stream } | null = null
  // Thousands are told in the same second: not all of them ask in it.
  const soon = async () => {
    await new Promise((resolve) => setTimeout(resolve, Math.random() * APART_MS))
    await sync()
  }
  /** Unless it was closed here: the link was changed or erased elsewhere, and the sync says so. */
  const onState = (state: StreamState) => {
    if (state === 'ended' && stream) void sync()
  }
  const opened = (token: string) => ({
    ...{ token, open: core.client().subscription(token).stream(soon, { onState }) },
  })
  const look = async () => {
    const wanted = sight.isVisible() && core.device.isOnline()
    const token = (wanted && (await keptOf(await core.store(), 'token'))) || null
    if (stream?.token === token) return
    stream?.open.close()
    stream = token ? opened(token) : null
  }
  const sendAgain = resending(core, sync)
  sight.listen(() => {
    void look()
    if (sight.isVisible()) void sync()
  })
  core.watch(() => {
    void look()
    sendAgain()
  })
  void look()
}

/** What waits is sent again though no hint comes. */
function resending(core: Core, sync: () => Promise<void>): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  return () => {
    const { device, state, pause } = core
    const { waiting, online, syncing } = state
    if (waiting === 0 || !online || syncing || timer !== undefined) return
    const milliseconds = Math.max(RESENT_AFTER_MS, (pause?.until ?? 0) - device.now())
    timer = setTimeout(() => {
      timer = undefined
      if (device.sight?.isVisible()) void sync()
    }, milliseconds)
  }
}
