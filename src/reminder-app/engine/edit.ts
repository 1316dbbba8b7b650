// What its owner did on this device and the server does not have yet: kept one for each thing that
// can be changed, laid over what the server told whenever that is read.

import type { Deed, Rules } from '../engine.ts'
import type { OwnOverlay, Store } from './store.ts'

export type Doing = Deed & { base: unknown }

export type Edit = Doing & {
  id?: number
  /** What it changes: the later one there stands in place of the earlier. */
  slot: string
  /** What was done to it here before, and may have reached the server though no answer came. */
  earlier: unknown[]
  /** When it was done, in milliseconds. */
  at: number
  /** What another device had there, as this was sent; to be told once it has arrived. */
  replaced?: unknown
  /** How often the server answered that it cannot take it now. */
  tries?: number
}

const MAX_EARLIER = 50

export function slotOf(doing: Deed): string {
  if (doing.kind === 'rule') return `rule ${doing.name}`
  if (doing.kind === 'followed') return `followed ${doing.calendar}`
  return `${doing.kind} ${doing.uid}${doing.kind === 'skipped' ? ` ${doing.day}` : ''}`
}

/**
 * Kept in one act. What takes an earlier one back that was not sent yet still is sent: that one may
 * be on its way.
 */
export async function addEdit(store: Store, doing: Doing, at: number): Promise<void> {
  const slot = slotOf(doing)
  const act = store.transaction('edits', 'readwrite')
  const before = await act.store.index('slot').get(slot)
  if (before?.id !== undefined) await act.store.delete(before.id)
  const base = before ? { base: before.base, replaced: before.replaced } : {}
  const earlier = before ? [...before.earlier, before.value].slice(-MAX_EARLIER) : []
  await act.store.add({ ...doing, ...base, slot, at, earlier } as Edit)
  await act.done
}

/** What became known of it; nothing where its owner has done it anew meanwhile. */
export async function noteEdit(store: Store, edit: Edit): Promise<void> {
  const act = store.transaction('edits', 'readwrite')
  const isHere = edit.id !== undefined && (await act.store.get(edit.id)) !== undefined
  if (isHere) await act.store.put(edit)
  await act.done
}

/** In the order in which they were done. */
export const editsIn = (store: Store): Promise<Edit[]> => store.getAll('edits')

export const NOTHING_LAID: OwnOverlay = {
  ...{ hidden: false, memo: null, alarms: null, skipped: [], reminders: null },
  changedAt: '',
}

/** What is laid over an event, with what is still to be sent. */
export function laidOver(own: OwnOverlay | undefined, edits: readonly Edit[], uid: string) {
  const laid = { ...(own ?? NOTHING_LAID) }
  for (const edit of edits) {
    if (!('uid' in edit) || edit.uid !== uid) continue
    if (edit.kind === 'hidden') laid.hidden = edit.value
    if (edit.kind === 'memo') laid.memo = edit.value
    if (edit.kind === 'alarms') laid.alarms = edit.value
    if (edit.kind === 'skipped') {
      const others = laid.skipped.filter((day) => day !== edit.day)
      laid.skipped = edit.value ? [...others, edit.day] : others
    }
  }
  return laid
}

/** What of an edit the server has now, by what it last told. */
export function valueThere(
  edit: Deed,
  there: { overlays: Record<string, OwnOverlay>; rules: Rules; calendars: readonly string[] },
): unknown {
  if (edit.kind === 'rule') return there.rules[edit.name]
  if (edit.kind === 'followed') return there.calendars.includes(edit.calendar)
  const own = there.overlays[edit.uid] ?? NOTHING_LAID
  return edit.kind === 'skipped' ? own.skipped.includes(edit.day) : own[edit.kind]
}

export const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
