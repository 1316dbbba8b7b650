// Edits to the server, in the order in which they were done: each is merged with what the server has
// meanwhile, sent, and forgotten once the server has it.

import { KalendsProblem, type Subscription } from '../../client/src/index.ts'
import type { Rules } from '../engine.ts'
import { rulesOf } from './choices.ts'
import type { Core } from './core.ts'
import { type Edit, editsIn, NOTHING_LAID, same, valueThere } from './edit.ts'
import type { Kept, OwnOverlay, Store } from './store.ts'
import { WORDS } from './words.ts'

/** What the server has, as far as is known here. */
export interface There {
  choices: Kept['choices']
  overlays: Record<string, OwnOverlay>
}

/** Stops, and throws, at the first that cannot be sent now: the others wait behind it. */
export async function flush(core: Core, subscription: Subscription, there: There): Promise<There> {
  const store = await core.store()
  let known = there
  for (const edit of await editsIn(store)) {
    const verdict = verdictOf(edit, known)
    if (verdict === 'send') {
      try {
        known = await send(core, subscription, edit, known)
      } catch (error) {
        if (!isRefused(error)) throw error
        const words = WORDS[core.device.language()]
        const why = isLastCalendar(edit, known) ? words.lastCalendar : error.message
        core.show({ problem: words.notKept(why) })
      }
    }
    await settle(store, edit, known)
  }
  return known
}

/**
 * What was done to the same thing elsewhere since this was done here stays; what was done there
 * before gives way. What nobody touched there is sent, whatever else changed.
 */
function verdictOf(edit: Edit, { choices, overlays }: There): 'send' | 'there' | 'overtaken' {
  const { calendars } = choices
  const value = valueThere(edit, { overlays, rules: rulesOf(choices), calendars })
  if (same(value, edit.value)) return 'there'
  if ([edit.base, ...edit.earlier].some((own) => same(value, own))) return 'send'
  const changedAt = 'uid' in edit ? (overlays[edit.uid]?.changedAt ?? '') : choices.changedAt
  return Date.parse(changedAt) > edit.at ? 'overtaken' : 'send'
}

/** The server looked at it and says no; what may pass is none. */
export function isRefused(error: unknown): error is KalendsProblem {
  if (!(error instanceof KalendsProblem)) return false
  const { status, code } = error
  const passes = [408, 410, 425, 429].includes(status) || /_busy$/.test(code)
  return status >= 400 && status < 500 && !passes && code !== 'unexpected_answer'
}

const isLastCalendar = (edit: Edit, { choices }: There): boolean =>
  edit.kind === 'followed' && !edit.value && same(choices.calendars, [edit.calendar])

async function send(core: Core, subscription: Subscription, edit: Edit, there: There) {
  if ('uid' in edit) return lay(core, subscription.token, edit, there)
  const choices =
    edit.kind === 'rule'
      ? { reminders: { [edit.name]: edit.value } as unknown as Rules }
      : edit.value
        ? { follow: [edit.calendar] }
        : { unfollow: [edit.calendar] }
  const chosen = (await subscription.choose(choices)) as Kept['choices']
  return { ...there, choices: { ...chosen, revision: knownUpTo(there, chosen.revision) } }
}

/** The answer is that one entry: the others are those that were known. */
async function lay(core: Core, token: string, edit: EventEdit, there: There): Promise<There> {
  const { uid } = edit
  const { revision, ...laid } = await core
    .client()
    .patch('/v1/subscriptions/{token}/overlay/{uid}', {
      ...{ params: { path: { token, uid } }, body: bodyOf(edit, there.overlays[uid]) },
    })
  const { [uid]: _, ...others } = there.overlays
  const choices = { ...there.choices, revision: knownUpTo(there, revision) }
  return { choices, overlays: { ...others, ...(isNothing(laid) ? {} : byUid([laid])) } }
}

/**
 * One more than before is our own write. Anything beyond is somebody else's that is not known here:
 * the revision stays behind, so that the next sync reads the whole overlay.
 */
const knownUpTo = ({ choices }: There, revision: number): number =>
  revision === choices.revision + 1 ? revision : choices.revision

const isNothing = ({ hidden, memo, alarms, skipped, reminders }: Omit<OwnOverlay, 'changedAt'>) =>
  same({ hidden, memo, alarms, skipped, reminders, changedAt: '' }, NOTHING_LAID)

type EventEdit = Extract<Edit, { uid: string }>

function bodyOf(edit: EventEdit, own: OwnOverlay | undefined) {
  if (edit.kind === 'hidden') return { hidden: edit.value }
  if (edit.kind === 'memo') return { memo: edit.value }
  if (edit.kind === 'skipped') return edit.value ? { skip: [edit.day] } : { unskip: [edit.day] }
  const { value } = edit
  if (!own?.reminders) return { alarms: value }
  // Chosen elsewhere, they stand before alarms.
  return { alarms: value, reminders: value && { ...own.reminders, minutes: value } }
}

export const byUid = (overlays: readonly ({ uid: string } & OwnOverlay)[]) =>
  Object.fromEntries(
    overlays.map(
      ({ uid, hidden, memo, alarms, skipped, reminders, changedAt }): [string, OwnOverlay] => [
        uid,
        { hidden, memo, alarms: reminders?.minutes ?? alarms, skipped, reminders, changedAt },
      ],
    ),
  )

/** The edit goes as what the server has comes: nobody sees the state before in between. */
async function settle(store: Store, { id }: Edit, { choices, overlays }: There): Promise<void> {
  const act = store.transaction(['edits', 'kept'], 'readwrite')
  await act.objectStore('kept').put(choices, 'choices')
  await act.objectStore('kept').put(overlays, 'overlays')
  if (id !== undefined) await act.objectStore('edits').delete(id)
  await act.done
}
