// What was changed and did not stay: refused by the server, or another device's. None of it goes
// without a word.

import type { Deed, Engine, Setback } from '../engine.ts'
import { NEVER_CHOSEN, rulesOf } from './choices.ts'
import type { Core } from './core.ts'
import { type Doing, type Edit, slotOf, valueThere } from './edit.ts'
import { keptOf, type Store } from './store.ts'

const MOST_KEPT = 50

interface GaveWay {
  why: Setback['why']
  value: unknown
  message?: string
}

export async function setbackOf(store: Store, edit: Edit, gave: GaveWay): Promise<Setback> {
  const kept = 'uid' in edit ? await store.get('events', edit.uid) : undefined
  const { why, value, message = null } = gave
  return {
    ...{ id: `${why} ${edit.slot}`, why, of: deedOf(edit, value), message },
    title: kept?.event.title ?? null,
  }
}

function deedOf(edit: Edit, value: unknown): Deed {
  const { kind } = edit
  if (edit.kind === 'rule') return { kind, name: edit.name, value } as Deed
  if (edit.kind === 'followed') return { kind, calendar: edit.calendar, value } as Deed
  const day = edit.kind === 'skipped' ? { day: edit.day } : {}
  return { kind, uid: edit.uid, ...day, value } as Deed
}

/** The later of two about the same thing stands for both; the oldest go where there are too many. */
export const withSetback = (before: readonly Setback[] = [], told: Setback): Setback[] =>
  [...before.filter(({ id }) => id !== told.id), told].slice(-MOST_KEPT)

/** Its owner has decided anew. */
export const dropSetbacks = (store: Store, deed: Deed): Promise<void> =>
  takeOut(store, ({ of }) => slotOf(of) === slotOf(deed))

export const answersBy = (
  core: Core,
  doing: (...acts: Doing[]) => Promise<void>,
): Pick<Engine, 'answerSetback'> => ({
  async answerSetback(id, isWanted) {
    const store = await core.store()
    const again = isWanted ? await doneAgain(store, id) : null
    if (!again) await takeOut(store, (each) => each.id === id)
    await doing(...(again ? [again] : []))
  },
})

/** What gave way, as an edit of what the server has now; null where it was answered already. */
async function doneAgain(store: Store, id: string): Promise<Doing | null> {
  const found = (await keptOf(store, 'setbacks'))?.find((each) => each.id === id)
  if (!found) return null
  const choices = (await keptOf(store, 'choices')) ?? NEVER_CHOSEN
  const overlays = (await keptOf(store, 'overlays')) ?? {}
  const there = { overlays, rules: rulesOf(choices), calendars: choices.calendars }
  return { ...found.of, base: valueThere(found.of, there) }
}

async function takeOut(store: Store, isMeant: (each: Setback) => boolean): Promise<void> {
  const act = store.transaction('kept', 'readwrite')
  const before = ((await act.store.get('setbacks')) as Setback[] | undefined) ?? []
  const left = before.filter((each) => !isMeant(each))
  if (left.length < before.length) await act.store.put(left, 'setbacks')
  await act.done
}
