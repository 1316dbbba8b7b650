// Edits to the server, in the order in which they were done: each is merged with what the server has
// meanwhile, sent, and forgotten once the server has it. What does not stay is told to its owner.

import { KalendsProblem, type Subscription } from '../../client/src/index.ts'
import type { Rules, Setback } from '../engine.ts'
import { rulesOf } from './choices.ts'
import type { Core } from './core.ts'
import { type Edit, editsIn, NOTHING_LAID, noteEdit, same, valueThere } from './edit.ts'
import { setbackOf, withSetback } from './setbacks.ts'
import type { Kept, OwnOverlay, Store } from './store.ts'
import { WORDS } from './words.ts'

/** What the server has, as far as is known here. */
export interface There {
  choices: Kept['choices']
  overlays: Record<string, OwnOverlay>
}

export interface Flushed {
  there: There
  /** Why the first that is still here could not be sent now: the others wait behind it. */
  stopped: KalendsProblem | null
}

/** So often the server may fail at the same edit: then it is its owner's to send again. */
export const MOST_TRIES = 5

export async function flush(
  core: Core,
  subscription: Subscription,
  there: There,
): Promise<Flushed> {
  const store = await core.store()
  const { pause, device } = core
  if (pause && pause.until > device.now()) return { there, stopped: pause.why }
  let known = there
  for (const edit of await editsIn(store)) {
    const outcome = await taken(core, subscription, edit, known)
    if (outcome instanceof KalendsProblem) {
      const { retryAfter } = outcome
      if (retryAfter) core.pause = { until: device.now() + retryAfter * 1000, why: outcome }
      return { there: known, stopped: outcome }
    }
    known = outcome.there
    await settle(store, edit, outcome)
  }
  return { there: known, stopped: null }
}

interface Outcome {
  there: There
  setback: Setback | null
}

/** Of one edit; a problem when it has to wait. */
async function taken(core: Core, subscription: Subscription, edit: Edit, there: There) {
  const store = await core.store()
  const verdict = verdictOf(edit, there)
  if (verdict.is === 'there') return { there, setback: await replacedBy(store, edit) }
  if (verdict.is === 'overtaken') {
    const gave = { why: 'overtaken', value: edit.value } as const
    return { there, setback: await setbackOf(store, edit, gave) }
  }
  const { replaced = edit.replaced } = verdict
  const sent = { ...edit, replaced }
  // Its answer may be lost, and what it replaced is not there any more.
  if (!same(replaced, edit.replaced)) await noteEdit(store, sent)
  try {
    const now = await send(core, subscription, sent, there)
    return { there: now, setback: await replacedBy(store, sent) }
  } catch (error) {
    if (!(error instanceof KalendsProblem)) throw error
    return notTaken(core, sent, there, error)
  }
}

async function replacedBy(store: Store, edit: Edit): Promise<Setback | null> {
  const { replaced } = edit
  return replaced === undefined
    ? null
    : setbackOf(store, edit, { why: 'replaced', value: replaced })
}

type Verdict = { is: 'there' | 'overtaken' | 'send'; replaced?: unknown }

/**
 * What was done to the same thing elsewhere since this was done here stays; what was done there
 * before gives way. What nobody touched there is sent, whatever else changed.
 */
function verdictOf(edit: Edit, { choices, overlays }: There): Verdict {
  const { calendars } = choices
  const value = valueThere(edit, { overlays, rules: rulesOf(choices), calendars })
  if (same(value, edit.value)) return { is: 'there' }
  if ([edit.base, ...edit.earlier].some((own) => same(value, own))) return { is: 'send' }
  const changedAt = 'uid' in edit ? (overlays[edit.uid]?.changedAt ?? '') : choices.changedAt
  if (Date.parse(changedAt) > edit.at) return { is: 'overtaken' }
  return isEmpty(value) ? { is: 'send' } : { is: 'send', replaced: value }
}

/** Nobody misses what was not there. */
const isEmpty = (value: unknown): boolean => value === null || value === false || same(value, [])

async function notTaken(core: Core, edit: Edit, there: There, error: KalendsProblem) {
  const words = WORDS[core.device.language()]
  const refused = (message: string) =>
    setbackOf(store, edit, { why: 'refused', value: edit.value, message })
  const store = await core.store()
  if (isRefused(error)) {
    const why = isLastCalendar(edit, there) ? words.lastCalendar : error.message
    core.show({ problem: words.notKept(why) })
    return { there, setback: await refused(why) }
  }
  if (!isFault(error)) return error
  const tries = (edit.tries ?? 0) + 1
  if (tries >= MOST_TRIES) return { there, setback: await refused(words.failedOften) }
  await noteEdit(store, { ...edit, tries })
  return error
}

/** The server looked at it and says no; what may pass is none. */
export function isRefused(error: unknown): error is KalendsProblem {
  if (!(error instanceof KalendsProblem)) return false
  const { status, code } = error
  const passes = [408, 410, 425, 429].includes(status) || isBusy(error) || hasMovedOn(error)
  return status >= 400 && status < 500 && !passes && code !== 'unexpected_answer'
}

/** Another device wrote after this one had read: what it wrote is to be looked at before. */
export const hasMovedOn = ({ code }: KalendsProblem): boolean => code === 'subscription_moved_on'

const isBusy = ({ code }: KalendsProblem): boolean => /_busy$/.test(code)

/** It was asked for a moment ago and answered: what fails now fails with this edit. */
const isFault = (error: KalendsProblem): boolean => error.status >= 500 && !isBusy(error)

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
      params: { path: { token, uid }, query: { ifRevision: there.choices.revision } },
      body: bodyOf(edit, there.overlays[uid]),
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
async function settle(store: Store, { id }: Edit, { there, setback }: Outcome): Promise<void> {
  const act = store.transaction(['edits', 'kept'], 'readwrite')
  const kept = act.objectStore('kept')
  await kept.put(there.choices, 'choices')
  await kept.put(there.overlays, 'overlays')
  const before = (await kept.get('setbacks')) as Setback[] | undefined
  if (setback) await kept.put(withSetback(before, setback), 'setbacks')
  if (id !== undefined) await act.objectStore('edits').delete(id)
  await act.done
}
