// The queue is emptied: what is due is claimed a few at a time, sent many at once, and marked.

import type { Ports } from '../ports.ts'
import { dropEndpoints, noteArrivals, noteFailures } from '../storage/push-channels.ts'
import {
  type Claimed,
  claimDue,
  claimed,
  forgetSettled,
  lookAtDue,
  markMissed,
  putOffDue,
  reopenMissed,
  settleDue,
} from '../storage/push-due.ts'
import { fetchedChanges } from './fetched.ts'
import { type Outcome, send } from './send.ts'

/** What should have rung longer ago is not rung any more: it is counted, and said in the log. */
export const GRACE_MINUTES = 30
/** A claim that is not marked by then is another's to take: its process is gone. */
export const LEASE_SECONDS = 60
/** Nothing is begun with less of the lease left: it might end with another's. */
const LEAST_LEASE_SECONDS = 15
export const SLOTS = 64
const CLAIMED_AT_ONCE = 512
const MARKED_AT_ONCE = 128
/** No try is put off for longer: see send.ts. */
const LONGEST_WAIT_SECONDS = 3_700
/** So long a clock may go back without anything ringing again. */
export const KEPT_DAYS = 3

const MINUTE = 60
const DAY = 86_400

/** Sends what is due, at most `limit`; answers how many were sent. */
export async function ringDue(ports: Ports, limit: number): Promise<number> {
  const { db, log } = ports
  const terms = termsOf(ports)
  const look = await lookAtDue(db, terms)
  const tidying = [
    ...(look.early ? [reopenMissed(terms)] : []),
    ...(look.missed ? [markMissed(terms)] : []),
    ...(look.old ? [forgetSettled(terms)] : []),
  ]
  if (tidying.length > 0) await db.batch(tidying)
  if (look.missed) log.info('too late to ring', { dropped: look.missed })
  return look.due || look.early ? pump(ports, limit) : 0
}

function termsOf({ now }: Ports) {
  return {
    now: now(),
    late: secondsFrom(now(), -GRACE_MINUTES * MINUTE),
    old: keptSince(now()),
  }
}

/** What was done with before is forgotten. */
export const keptSince = (now: string): string => secondsFrom(now, -KEPT_DAYS * DAY)

const secondsFrom = (now: string, seconds: number): string =>
  `${new Date(Date.parse(now) + seconds * 1000).toISOString().slice(0, 19)}Z`

interface Hand {
  claim: string
  /** When what is still in it is another's to take. */
  until: string
  rows: Claimed[]
  place: number
}

/** Slots that take from one hand, which is filled again when it is empty. */
async function pump(ports: Ports, limit: number): Promise<number> {
  const marks = marking(ports)
  let hand: Hand | null = await filled(ports, Math.min(limit, CLAIMED_AT_ONCE))
  let taken = hand?.rows.length ?? 0
  let filling: Promise<void> | null = null
  const refill = async () => {
    const room = Math.min(limit - taken, CLAIMED_AT_ONCE)
    hand = room > 0 ? await filled(ports, room) : null
    taken += hand?.rows.length ?? 0
  }
  const next = async (): Promise<{ due: Claimed; hand: Hand } | null> => {
    while (hand && hand.place >= hand.rows.length) {
      filling ??= refill().finally(() => {
        filling = null
      })
      await filling
    }
    const due = hand?.rows[hand.place]
    if (!hand || !due) return null
    hand.place += 1
    return { due, hand }
  }
  const slot = async () => {
    for (let each = await next(); each; each = await next()) {
      if (secondsFrom(ports.now(), LEAST_LEASE_SECONDS) >= each.hand.until) continue
      await marks.take(each.hand.claim, each.due, await send(ports, each.due))
    }
  }
  const ends = await Promise.allSettled(Array.from({ length: SLOTS }, slot))
  await marks.end()
  for (const end of ends) if (end.status === 'rejected') throw end.reason
  return marks.sent()
}

/** The next of what is due; null when nothing is. */
async function filled(ports: Ports, limit: number): Promise<Hand | null> {
  const { db, now, mint } = ports
  const [claim, until] = [mint(), secondsFrom(now(), LEASE_SECONDS)]
  const longest = secondsFrom(now(), LONGEST_WAIT_SECONDS)
  await db.batch([claimDue(claim, { ...termsOf(ports), longest, until, limit })])
  const rows = await claimed(db, claim)
  if (rows.length === 0) return null
  const known = await fetchedChanges(ports, rows)
  if (known.size > 0) await db.batch([settleDue(claim, [...known], 'known')])
  return { claim, until, rows: rows.filter(({ id }) => !known.has(id)), place: 0 }
}

interface Mark {
  claim: string
  due: Claimed
  outcome: Outcome
}

/** What became of each, written for many together. */
function marking(ports: Ports) {
  let marks: Mark[] = []
  let sent = 0
  const write = async () => {
    const written = marks
    marks = []
    if (written.length > 0) await ports.db.batch(statementsOf(written, ports.now()))
    sent += written.filter(({ outcome }) => outcome.state === 'sent').length
    sayRefused(ports, written)
  }
  return {
    sent: () => sent,
    async take(claim: string, due: Claimed, outcome: Outcome) {
      marks.push({ claim, due, outcome })
      if (marks.length >= MARKED_AT_ONCE) await write()
    },
    end: write,
  }
}

function statementsOf(marks: readonly Mark[], now: string) {
  const of = (state: Outcome['state']) => marks.filter(({ outcome }) => outcome.state === state)
  const claims = [...new Set(marks.map(({ claim }) => claim))]
  const gone = of('gone').map(({ due }) => due.endpoint)
  const settled = claims.flatMap((claim) => {
    const ids = (state: Outcome['state']) =>
      of(state).flatMap((mark) => (mark.claim === claim ? mark.due.id : []))
    const later = marks.flatMap(({ claim: mine, due, outcome }) =>
      mine === claim && outcome.state === 'later' ? { id: due.id, at: outcome.at } : [],
    )
    return [
      settleDue(claim, ids('sent'), 'sent'),
      settleDue(claim, ids('refused'), 'refused'),
      ...(later.length > 0 ? [putOffDue(claim, later)] : []),
    ]
  })
  const channels = (state: Outcome['state']) => of(state).map(({ due }) => due.channelId)
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
