// The engine of the reminder app: what the screens ask and do, over one device.

import type { Engine } from '../engine.ts'
import { report } from './asking.ts'
import { type Core, coreOf } from './core.ts'
import type { Device } from './device.ts'
import { editsBy } from './doings.ts'
import { addEdit, type Doing } from './edit.ts'
import { keepLive } from './live.ts'
import { follow, openLink } from './open.ts'
import { disablePush, enablePush, pushState, renewPush, testPush } from './push.ts'
import { readingsOf } from './readings.ts'
import { answersBy, dropSetbacks } from './setbacks.ts'
import { clearStore } from './store.ts'
import { syncer } from './syncing.ts'

export function createEngine(device: Device): Engine {
  const core = coreOf(device)
  const sync = syncer(core)
  /** Applied here at once; there as soon as there is a connection. */
  const doing = async (...acts: Doing[]) => {
    const store = await core.store()
    for (const act of acts) {
      await addEdit(store, act, device.now())
      await dropSetbacks(store, act)
    }
    core.show({ problem: null })
    await core.changed()
    void sync()
  }
  return {
    state: core.state,
    watch: core.watch,
    start: () => start(core, sync),
    sync,
    ...readingsOf(core),
    ...editsBy(core, doing),
    ...answersBy(core, doing),
    async follow(calendar) {
      await follow(core, calendar, true)
      await doing()
    },
    async unfollow(calendar) {
      await follow(core, calendar, false)
      await doing()
    },
    async openLink(link) {
      await openLink(core, link)
      await doing()
      void renewPush(core).catch(() => {})
    },
    report: (wish) => report(core, wish),
    enablePush: () => enablePush(core),
    disablePush: () => disablePush(core),
    testPush: () => testPush(core),
    async forget() {
      if (core.state.waiting > 0) await sync()
      await disablePush(core)
      await clearStore(await core.store())
      core.show({ problem: null })
      await core.changed()
    },
  }
}

async function start(core: Core, sync: () => Promise<void>): Promise<void> {
  core.device.windows.listen(() => void core.look())
  await core.look()
  core.show({ push: await pushState(core) })
  keepLive(core, sync)
  await sync()
  await renewPush(core).catch(() => {})
}
