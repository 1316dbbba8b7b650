// Reminders are planned: what will ring in a subscription's browsers, in the queue before it rings.

import type { Ports } from '../ports.ts'
import { HOUR, MINUTE, secondsFrom } from '../schedule/instants.ts'
import { GuardFailed, type Statement } from '../storage/database.ts'
import { type Channel, channelsAmong } from '../storage/push-channels.ts'
import { type Due, planReminders } from '../storage/push-due.ts'
import { watchCalendars } from '../storage/push-news.ts'
import {
  dropPlan,
  duePlans,
  notePlan,
  overlaidAmong,
  type Plan,
  putOffPlan,
} from '../storage/push-plans.ts'
import { findByIds, type Subscription } from '../storage/subscriptions.ts'
import { nextTurn } from '../storage/turns.ts'
import { describe } from '../web/outage.ts'
import { LATE_HOURS, type RemindersOf, rowsOf, sharedTexts, type TextsOf } from './reminder-rows.ts'

/** How far ahead there is a plan; it is made anew when half of it is over. */
export const HORIZON_HOURS = 48
const ANEW_HOURS = 24
/** What is planned wrongly may have rung so long ago and still be tried: a night more than it may be late. */
const LOOK_BACK_HOURS = LATE_HOURS + 12
/** Read together, and written in one batch, unless they have more rows than that. */
const PLANS_AT_ONCE = 50
const ROWS_AT_ONCE = 1_000
/** A plan that could not be made is tried again so much later. */
const PUT_OFF_MINUTES = 10

export interface Pace {
  plans: number
  milliseconds: number
}

/** Plans what wants to be planned, soonest first, within a pace; answers how many were. */
export async function planDue(
  ports: Ports,
  remindersOf: RemindersOf,
  { plans, milliseconds }: Pace,
): Promise<number> {
  const begun = performance.now()
  const texts = sharedTexts(ports, remindersOf)
  let done = 0
  while (done < plans && performance.now() - begun < milliseconds) {
    const due = await duePlans(
      ports.db,
      planLines(ports.now()),
      Math.min(PLANS_AT_ONCE, plans - done),
    )
    if (due.length === 0) break
    await planSome(ports, texts, due)
    done += due.length
    await nextTurn()
  }
  return done
}

/** What is planned for less than the one, or beyond the other, is planned anew. */
export const planLines = (now: string) => ({
  near: secondsFrom(now, ANEW_HOURS * HOUR),
  far: secondsFrom(now, (HORIZON_HOURS + 1) * HOUR),
})

interface Made {
  plan: Plan
  statements: Statement[]
  rows: number
}

async function planSome(ports: Ports, texts: TextsOf, plans: readonly Plan[]): Promise<void> {
  const { db } = ports
  const ids = plans.map(({ subscriptionId }) => subscriptionId)
  const found = new Map((await findByIds(db, ids, ports.now())).map((each) => [each.id, each]))
  const channels = await channelsAmong(db, [...found.values()])
  const overlaid = await overlaidAmong(db, ids)
  let made: Made[] = []
  for (const plan of plans) {
    const id = plan.subscriptionId
    const own = channels.filter(({ subscriptionId }) => subscriptionId === id)
    const planning = {
      plan,
      subscription: found.get(id),
      channels: own,
      isShared: !overlaid.has(id),
    }
    made.push(await tried(ports, plan, () => planAnew(ports, texts, planning)))
    if (made.reduce((rows, each) => rows + each.rows, 0) < ROWS_AT_ONCE) continue
    await write(ports, made)
    made = []
  }
  await write(ports, made)
}

/** What one of them fails at keeps no other from being planned. */
async function tried(ports: Ports, plan: Plan, work: () => Promise<Made>): Promise<Made> {
  try {
    return await work()
  } catch (error) {
    return { plan, statements: putOff(ports, plan, error), rows: 0 }
  }
}

function putOff({ log, now }: Ports, plan: Plan, error: unknown): Statement[] {
  log.error('reminders not planned', { plan: plan.subscriptionId, error: describe(error) })
  return [putOffPlan(plan, secondsFrom(now(), ANEW_HOURS * HOUR + PUT_OFF_MINUTES * MINUTE))]
}

async function write(ports: Ports, made: readonly Made[]): Promise<void> {
  if (made.length === 0) return
  try {
    await ports.db.batch(made.flatMap(({ statements }) => statements))
  } catch (error) {
    const [first, ...others] = made
    if (first && others.length === 0) {
      // It was changed meanwhile, and wants to be planned again already.
      if (!(error instanceof GuardFailed)) await ports.db.batch(putOff(ports, first.plan, error))
    } else for (const one of made) await write(ports, [one])
  }
}

interface Planning {
  plan: Plan
  subscription: Subscription | undefined
  channels: readonly Channel[]
  isShared: boolean
}

async function planAnew(ports: Ports, texts: TextsOf, planning: Planning): Promise<Made> {
  const { plan, subscription, channels, isShared } = planning
  if (!subscription || channels.length === 0) return { plan, statements: dropPlan(plan), rows: 0 }
  const now = ports.now()
  const until = secondsFrom(now, HORIZON_HOURS * HOUR)
  const range = { from: secondsFrom(now, -LOOK_BACK_HOURS * HOUR), to: until }
  const wanted: Due[] = []
  for (const language of new Set(channels.map((channel) => channel.language))) {
    const told = channels.filter((channel) => channel.language === language)
    const ringing = await texts({ ...subscription, language }, range, isShared)
    wanted.push(...rowsOf(subscription.id, told, ringing))
  }
  const statements = [
    ...planReminders(subscription, wanted, { now, since: plan.until < now ? plan.until : now }),
    watchCalendars(subscription.followed),
    ...notePlan({
      ...{ plan, revision: subscription.revision, until },
      calendars: subscription.followed.map(({ calendar }) => calendar),
    }),
  ]
  return { plan, statements, rows: wanted.length }
}
