// Reminders are planned: what will ring in a subscription's browsers, in the queue before it rings.

import type { Ports } from '../ports.ts'
import { GuardFailed } from '../storage/database.ts'
import { type Channel, channelsOf } from '../storage/push-channels.ts'
import { type Due, planReminders } from '../storage/push-due.ts'
import { watchCalendars } from '../storage/push-news.ts'
import { dropPlan, duePlans, notePlan, type Plan, putOffPlan } from '../storage/push-plans.ts'
import { eventsAmong } from '../storage/subscription-events.ts'
import { findByIds, type Subscription } from '../storage/subscriptions.ts'
import { nextTurn } from '../storage/turns.ts'
import { describe } from '../web/outage.ts'
import { appUrl, payloadText, topicOf } from './message.ts'

/** How far ahead there is a plan; it is made anew when half of it is over. */
export const HORIZON_HOURS = 48
const ANEW_HOURS = 24
/** What is planned wrongly may have rung so long ago and still be tried. */
const LOOK_BACK_HOURS = 12
/** Of one subscription within the horizon. */
export const MAX_REMINDERS = 2_000
const PLANS_AT_ONCE = 25
/** A plan that could not be made is tried again so much later. */
const PUT_OFF_MINUTES = 10
/** A reminder at the very beginning is worth something for so long. */
const LEAST_MINUTES = 5
/** And one of a ticket sale. */
const TICKET_HOURS = 3
/** The day itself counts as before it. */
const DAY_HOURS = 24

/** What a reminder is to the queue; src/subscriptions computes them. */
export interface Ringing {
  at: string
  key: string
  kind: 'before' | 'day' | 'allDay' | 'tickets'
  uid: string
  recurrenceId: string | null
  title: string
  body: string
  startsAt: string
}

export type RemindersOf = (
  ports: Pick<Ports, 'db' | 'config'>,
  subscription: Subscription,
  range: { from: string; to: string },
  bounds: { limit: number; lasting: boolean },
) => Promise<Ringing[]>

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
  let done = 0
  while (done < plans && performance.now() - begun < milliseconds) {
    const [near, far] = [ANEW_HOURS, HORIZON_HOURS + 1]
    const lines = { near: hoursFrom(ports.now(), near), far: hoursFrom(ports.now(), far) }
    const due = await duePlans(ports.db, lines, Math.min(PLANS_AT_ONCE, plans - done))
    for (const plan of due) await planOne(ports, remindersOf, plan)
    done += due.length
    if (due.length === 0) break
    await nextTurn()
  }
  return done
}

const HOUR_MS = 3_600_000

const hoursFrom = (instant: string, hours: number): string =>
  `${new Date(Date.parse(instant) + hours * HOUR_MS).toISOString().slice(0, 19)}Z`

async function planOne(ports: Ports, remindersOf: RemindersOf, plan: Plan): Promise<void> {
  const { db, log } = ports
  try {
    const [subscription] = await findByIds(db, [plan.subscriptionId], ports.now())
    const channels = subscription ? await channelsOf(db, subscription) : []
    if (!subscription || channels.length === 0) await db.batch(dropPlan(plan))
    else await planAnew(ports, remindersOf, { plan, subscription, channels })
  } catch (error) {
    // It was changed meanwhile, and wants to be planned again already.
    if (error instanceof GuardFailed) return
    log.error('reminders not planned', { plan: plan.subscriptionId, error: describe(error) })
    const until = hoursFrom(ports.now(), ANEW_HOURS + PUT_OFF_MINUTES / 60)
    await db.batch([putOffPlan(plan, until)])
  }
}

interface Planning {
  plan: Plan
  subscription: Subscription
  channels: readonly Channel[]
}

async function planAnew(ports: Ports, remindersOf: RemindersOf, planning: Planning): Promise<void> {
  const { plan, subscription, channels } = planning
  const now = ports.now()
  const until = hoursFrom(now, HORIZON_HOURS)
  const range = { from: hoursFrom(now, -LOOK_BACK_HOURS), to: until }
  const wanted: Due[] = []
  for (const language of new Set(channels.map((channel) => channel.language))) {
    const ringing = await remindersOf(ports, { ...subscription, language }, range, {
      ...{ limit: MAX_REMINDERS, lasting: true },
    })
    const told = channels.filter((channel) => channel.language === language)
    wanted.push(...(await rowsOf(ports, subscription, told, ringing)))
  }
  await ports.db.batch([
    ...planReminders(subscription, wanted, { now, since: plan.until < now ? plan.until : now }),
    watchCalendars(subscription.followed),
    ...notePlan({
      ...{ plan, revision: subscription.revision, until },
      calendars: subscription.followed.map(({ calendar }) => calendar),
    }),
  ])
}

/** One row for each browser and reminder. */
async function rowsOf(
  { db }: Ports,
  subscription: Subscription,
  channels: readonly Channel[],
  ringing: readonly Ringing[],
): Promise<Due[]> {
  const uids = [...new Set(ringing.map(({ uid }) => uid))]
  const events = await eventsAmong(db, subscription.followed, uids)
  const byUid = new Map(events.map((event) => [event.uid, event]))
  const partners = new Map(subscription.followed.map(({ calendar }) => [calendar.id, calendar]))
  const rows: Due[] = []
  for (const each of ringing) {
    const event = byUid.get(each.uid)
    const calendar = event && partners.get(event.calendarId)
    if (!calendar) continue
    const about = {
      ...{ kind: 'reminder' as const, key: each.key, at: each.at, expiresAt: endOf(each) },
      ...{ subscriptionId: subscription.id, partnerId: calendar.partnerId, uid: event.uid },
      ...{ calendarId: calendar.id, sequence: event.sequence, revision: null },
    }
    for (const { id, name, language } of channels) {
      const message = messageOf(each, language)
      rows.push({ ...about, channelId: id, topic: await topicOf(name, each.key), message })
    }
  }
  return rows
}

const messageOf = (ringing: Ringing, language: 'ko' | 'en'): string => {
  const { key, at, title, body, uid, recurrenceId } = ringing
  return payloadText({
    ...{ type: 'reminder', key, at, title, body, tag: key, url: appUrl(uid, recurrenceId) },
    ...{ uid, recurrenceId, language, expiresAt: endOf(ringing) },
  })
}

/** Until the event begins; of one that takes a day, until the day is over. */
function endOf({ kind, at, startsAt }: Ringing): string {
  if (kind === 'tickets') return hoursFrom(at, TICKET_HOURS)
  if (kind === 'allDay') return hoursFrom(startsAt, DAY_HOURS)
  const least = hoursFrom(at, LEAST_MINUTES / 60)
  const starts = hoursFrom(startsAt, 0)
  return starts > least ? starts : least
}
