// What the screens read: from what is kept on the device, whatever the network does.

import type { Engine } from '../engine.ts'
import { historyOf, search } from './asking.ts'
import type { Core } from './core.ts'
import { calendarsIn, differencesIn } from './lists.ts'
import { keptOf } from './store.ts'
import { detailIn, glassesOf, happeningsIn } from './view.ts'

type Readings = Pick<
  Engine,
  | 'happenings'
  | 'event'
  | 'history'
  | 'calendars'
  | 'search'
  | 'rules'
  | 'differences'
  | 'setbacks'
  | 'markSeen'
  | 'phone'
  | 'links'
>

export function readingsOf(core: Core): Readings {
  const looking = async () => {
    const store = await core.store()
    return { store, glasses: await glassesOf(store, core.device.language()) }
  }
  return {
    async happenings(from: string, to: string, hidden = false) {
      const { store, glasses } = await looking()
      return happeningsIn(store, glasses, { from, to, hidden })
    },
    async event(uid: string, recurrenceId: string | null) {
      const { store, glasses } = await looking()
      const { now, publicUrl, server } = core.device
      const asked = { uid, recurrenceId, now: now(), server: publicUrl ?? server }
      return detailIn(store, glasses, asked)
    },
    history: (uid: string) => historyOf(core, uid),
    async calendars() {
      const { store, glasses } = await looking()
      return calendarsIn(store, glasses, core.device.now(), core.device.language())
    },
    search: (text: string) => search(core, text),
    rules: async () => (await looking()).glasses.rules,
    async differences() {
      const { store, glasses } = await looking()
      return differencesIn(store, glasses.language)
    },
    setbacks: async () => (await keptOf(await core.store(), 'setbacks')) ?? [],
    async markSeen() {
      await (await core.store()).clear('differences')
      await core.changed()
    },
    phone: async () => (await keptOf(await core.store(), 'phone')) ?? null,
    async links() {
      const choices = await keptOf(await core.store(), 'choices')
      if (!choices) return null
      const { webcalUrl, feedUrl, manageUrl } = choices
      return { webcalUrl, feedUrl, manageUrl }
    },
  }
}
