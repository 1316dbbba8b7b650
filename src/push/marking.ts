// What became of each push, written for many together, and said in the log.

import type { Ports } from '../ports.ts'
import { dropEndpoints, noteArrivals, noteFailures } from '../storage/push-channels.ts'
import { type Claimed, giveBackDue, putOffDue, settleDue } from '../storage/push-claims.ts'
import type { Outcome } from './send.ts'

const MARKED_AT_ONCE = 128

/** `back`: it was not begun, and may be from then on. */
export type Ending = Outcome | { state: 'back'; at: string }

interface Mark {
  claim: string
  due: Claimed
  outcome: Ending
}

/** What became of each, written for many together. */
export function marking(ports: Ports, written: (id: number) => void) {
  let marks: Mark[] = []
  let sent = 0
  const write = async () => {
    const these = marks
    marks = []
    if (these.length > 0) await ports.db.batch(statementsOf(these, ports.now()))
    for (const { due } of these) written(due.id)
    sent += these.filter(({ outcome }) => outcome.state === 'sent').length
    sayRefused(ports, these)
  }
  return {
    sent: () => sent,
    async take(claim: string, due: Claimed, outcome: Ending) {
      marks.push({ claim, due, outcome })
      if (marks.length >= MARKED_AT_ONCE) await write()
    },
    end: write,
  }
}

function statementsOf(marks: readonly Mark[], now: string) {
  const of = (state: Ending['state']) => marks.filter(({ outcome }) => outcome.state === state)
  const claims = [...new Set(marks.map(({ claim }) => claim))]
  const gone = of('gone').map(({ due }) => due.endpoint)
  const settled = claims.flatMap((claim) => {
    const ids = (state: Ending['state']) =>
      of(state).flatMap((mark) => (mark.claim === claim ? mark.due.id : []))
    const timed = (state: 'later' | 'back') =>
      marks.flatMap(({ claim: mine, due, outcome }) =>
        mine === claim && outcome.state === state ? { id: due.id, at: outcome.at } : [],
      )
    const [later, back] = [timed('later'), timed('back')]
    return [
      settleDue(claim, ids('sent'), 'sent'),
      settleDue(claim, ids('refused'), 'refused'),
      ...(later.length > 0 ? [putOffDue(claim, later)] : []),
      ...(back.length > 0 ? [giveBackDue(claim, back)] : []),
    ]
  })
  const channels = (state: Ending['state']) => of(state).map(({ due }) => due.channelId)
  return [
    ...settled,
    noteArrivals(channels('sent'), now),
    noteFailures([...channels('refused'), ...channels('later')]),
    ...(gone.length > 0 ? dropEndpoints(gone) : []),
  ]
}

/** By why, and never where: an endpoint is its owner's secret. */
function sayRefused({ log }: Ports, marks: readonly Mark[]): void {
  const counts = new Map<string, number>()
  for (const { outcome } of marks)
    if (outcome.state === 'refused' || outcome.state === 'later') {
      const what = `${outcome.state}: ${outcome.why}`
      counts.set(what, (counts.get(what) ?? 0) + 1)
    }
  for (const [why, pushes] of counts) log.info('not pushed', { why, pushes })
}
