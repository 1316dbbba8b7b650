// What the screens change: kept here as edits, one for each thing that becomes different.

import type { Engine, Rules } from '../engine.ts'
import { rulesOf } from './choices.ts'
import type { Core } from './core.ts'
import { type Doing, NOTHING_LAID, same } from './edit.ts'
import { keptOf } from './store.ts'
import { glassesOf } from './view.ts'

type Editing = Pick<Engine, 'hide' | 'skip' | 'memo' | 'alarms' | 'changeRules'>

/** With each goes what the server had when it was done: so both are told apart later. */
export function editsBy(core: Core, doing: (...acts: Doing[]) => Promise<void>): Editing {
  const there = async (uid: string) =>
    (await keptOf(await core.store(), 'overlays'))?.[uid] ?? NOTHING_LAID
  return {
    async hide(uid: string, value: boolean) {
      await doing({ kind: 'hidden', uid, value, base: (await there(uid)).hidden })
    },
    async skip(uid: string, recurrenceId: string, value: boolean) {
      const day = recurrenceId.slice(0, 10)
      const base = (await there(uid)).skipped.includes(day)
      await doing({ kind: 'skipped', uid, day, value, base })
    },
    async memo(uid: string, text: string | null) {
      const value = text?.trim() || null
      await doing({ kind: 'memo', uid, value, base: (await there(uid)).memo })
    },
    async alarms(uid: string, minutes: number[] | null) {
      const value = minutes && [...new Set(minutes)].sort((a, b) => b - a)
      await doing({ kind: 'alarms', uid, value, base: (await there(uid)).alarms })
    },
    async changeRules(rules: Rules) {
      const store = await core.store()
      const shown = (await glassesOf(store, core.device.language())).rules
      const choices = await keptOf(store, 'choices')
      const before = choices ? rulesOf(choices) : shown
      const names = (Object.keys(rules) as (keyof Rules)[]).filter(
        (name) => !same(rules[name], shown[name]),
      )
      await doing(
        ...names.map((name) => ({
          kind: 'rule' as const,
          name,
          value: rules[name],
          base: before[name],
        })),
      )
    },
  }
}
