// What of an event a person would want to know of when it becomes different, and what became of it.

import type { Difference } from '../engine.ts'
import { same } from './edit.ts'
import type { KeptEvent, KeptHappening } from './store.ts'

interface Slot {
  startsAt: string
  undecided: boolean
  status: string
  /** What else is told of this one alone. */
  rest: string
}

export interface Snapshot {
  /** By language; '' as it was published. */
  titles: Record<string, string>
  startsAt: string
  /** By their places in the series; '' for a single event. */
  slots: Record<string, Slot>
  /** Place, tickets and the like, as one text to compare. */
  rest: string
}

/** Null where nothing of it lies ahead: what is over is no news, and what its owner hid neither. */
export function snapshotOf(
  { event, mine }: KeptEvent,
  happenings: readonly KeptHappening[],
  now: string,
): Snapshot | null {
  const ahead = happenings.filter(({ endsAt }) => endsAt > now)
  const [first] = ahead
  if (!first || mine.hidden) return null
  const { soldOut, location, ticketOpensAt } = event
  return {
    ...{ titles: titlesOf(event), startsAt: first.startsAt },
    slots: Object.fromEntries(
      ahead
        .filter(({ hidden }) => !hidden)
        .map((each) => [each.recurrenceId, slotOf(each, event)] as const),
    ),
    rest: JSON.stringify([soldOut, location?.name ?? null, location?.address, ticketOpensAt]),
  }
}

function titlesOf({ title, translations }: KeptEvent['event']): Record<string, string> {
  const others = Object.entries(translations).flatMap(([language, texts]) =>
    texts.title ? [[language, texts.title] as const] : [],
  )
  return { '': title, ...Object.fromEntries(others) }
}

const slotOf = ({ startsAt, other }: KeptHappening, event: KeptEvent['event']): Slot => ({
  ...{ startsAt, undecided: other.timeTbd ?? event.timeTbd, status: other.status ?? event.status },
  rest: JSON.stringify([other.title, other.location?.name]),
})

type Told = Pick<Difference, 'what' | 'title' | 'before' | 'after'>

/** Null where they are the same to a reader. */
export function differenceOf(
  seen: Snapshot | null,
  latest: Snapshot | null,
  language = '',
): Told | null {
  const title = (snapshot: Snapshot): string =>
    snapshot.titles[language] ?? snapshot.titles[''] ?? ''
  const point = (snapshot: Snapshot | null, startsAt = snapshot?.startsAt ?? '') =>
    snapshot && { startsAt, title: title(snapshot) }
  if (!seen || !latest) {
    const one = latest ?? seen
    if (!one) return null
    const what = seen ? 'removed' : 'new'
    return { what, title: title(one), before: point(seen), after: point(latest) }
  }
  const slot = weightiest(seen, latest)
  if (!slot && same(seen.titles, latest.titles) && seen.rest === latest.rest) return null
  return {
    ...{ what: slot?.what ?? 'changed', title: title(latest) },
    ...{ before: point(seen, slot?.was.startsAt), after: point(latest, slot?.now.startsAt) },
  }
}

/** Of what became of its happenings. Days that passed or came into sight are none. */
function weightiest(seen: Snapshot, latest: Snapshot) {
  const pairs = Object.entries(latest.slots).flatMap(([place, now]) => {
    const was = seen.slots[place]
    const what = was && whatOf(was, now)
    return what ? [{ was, now, what }] : []
  })
  for (const what of ['cancelled', 'postponed', 'moved', 'changed'] as const) {
    const found = pairs.find((pair) => pair.what === what)
    if (found) return found
  }
  return null
}

function whatOf(was: Slot, now: Slot): Difference['what'] | null {
  if (was.status !== now.status && (now.status === 'cancelled' || now.status === 'postponed'))
    return now.status
  if (was.startsAt !== now.startsAt || was.undecided !== now.undecided) return 'moved'
  return was.status !== now.status || was.rest !== now.rest ? 'changed' : null
}
