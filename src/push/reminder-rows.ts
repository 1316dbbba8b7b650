// What reminders are in the queue: one row for each browser, its text made once for all who are
// reminded of the same.

import type { Ports } from '../ports.ts'
import { HOUR, MINUTE, secondsFrom } from '../schedule/instants.ts'
import type { Channel } from '../storage/push-channels.ts'
import { type Due, GRACE_SECONDS } from '../storage/push-due.ts'
import { eventsAmong } from '../storage/subscription-events.ts'
import type { Subscription } from '../storage/subscriptions.ts'
import { appUrl, payloadText, topicOf } from './message.ts'

/** Of one subscription within the horizon. */
export const MAX_REMINDERS = 2_000
/** A reminder at the very beginning is worth something for so long. */
const LEAST_MINUTES = 5
/** And one of a ticket sale. */
const TICKET_HOURS = 3
/** The day itself counts as before it. */
const DAY_HOURS = 24
/** What names its day is true however late it comes: it may ring so long after its time. */
export const LATE_HOURS = 24
/** Made and held for one tick, each of a few hundred reminders. */
const MOST_SHARED = 50

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

interface Range {
  from: string
  to: string
}

export type RemindersOf = (
  ports: Pick<Ports, 'db' | 'config'>,
  subscription: Subscription,
  range: Range,
  bounds: { limit: number; lasting: boolean },
) => Promise<Ringing[]>

/** Whoever it is for. */
type Text = Omit<Due, 'channelId' | 'subscriptionId' | 'topic'>

export type TextsOf = (
  subscription: Subscription,
  range: Range,
  isShared: boolean,
) => Promise<Text[]>

/**
 * Of 100,000 who follow one calendar most have the same choices, and nothing laid over its events:
 * what rings is computed once for all of them. Everything it is computed from is in the key.
 */
export function sharedTexts(ports: Ports, remindersOf: RemindersOf): TextsOf {
  const known = new Map<string, Text[]>()
  return async (subscription, range, isShared) => {
    const { choices, language, followed } = subscription
    const key = isShared ? JSON.stringify([choices, language, followed, range]) : ''
    const found = known.get(key)
    if (found !== undefined) return found
    const texts = await textsOf(ports, remindersOf, { subscription, range })
    if (known.size >= MOST_SHARED) known.clear()
    if (isShared) known.set(key, texts)
    return texts
  }
}

interface Asked {
  subscription: Subscription
  range: Range
}

async function textsOf(ports: Ports, remindersOf: RemindersOf, { subscription, range }: Asked) {
  const { followed, language } = subscription
  const ringing = await remindersOf(ports, subscription, range, {
    ...{ limit: MAX_REMINDERS, lasting: true },
  })
  const uids = [...new Set(ringing.map(({ uid }) => uid))]
  const events = await eventsAmong(ports.db, followed, uids)
  const byUid = new Map(events.map((event) => [event.uid, event]))
  const partners = new Map(followed.map(({ calendar }) => [calendar.id, calendar.partnerId]))
  return ringing.flatMap((each): Text[] => {
    const event = byUid.get(each.uid)
    const partnerId = event && partners.get(event.calendarId)
    if (!event || partnerId === undefined) return []
    const { calendarId, uid, sequence } = event
    const about = { kind: 'reminder' as const, key: each.key, at: each.at, revision: null }
    const message = messageOf(each, language)
    const lasts = each.kind === 'day' || each.kind === 'allDay'
    const grace = lasts ? LATE_HOURS * HOUR : GRACE_SECONDS
    const expiresAt = endOf(each)
    return [{ ...about, expiresAt, grace, partnerId, calendarId, uid, sequence, message }]
  })
}

export const rowsOf = (
  subscriptionId: number,
  channels: readonly Channel[],
  texts: readonly Text[],
): Due[] =>
  texts.flatMap((text) =>
    channels.map(({ id, name }) => ({
      ...{ ...text, subscriptionId, channelId: id, topic: topicOf(name, text.key) },
    })),
  )

const messageOf = (ringing: Ringing, language: 'ko' | 'en'): string => {
  const { key, at, title, body, uid, recurrenceId } = ringing
  return payloadText({
    ...{ type: 'reminder', key, at, title, body, tag: key, url: appUrl(uid, recurrenceId) },
    ...{ uid, recurrenceId, language, expiresAt: endOf(ringing) },
  })
}

/** Until the event begins; of one that takes a day, until the day is over. */
function endOf({ kind, at, startsAt }: Ringing): string {
  if (kind === 'tickets') return secondsFrom(at, TICKET_HOURS * HOUR)
  if (kind === 'allDay') return secondsFrom(startsAt, DAY_HOURS * HOUR)
  const least = secondsFrom(at, LEAST_MINUTES * MINUTE)
  const starts = secondsFrom(startsAt, 0)
  return starts > least ? starts : least
}
