// Changes of near events are told: after a publication, to everybody who follows and chose the
// event, some subscriptions at a time, with the place where it stopped kept in the database.

import { titleOf } from '../icalendar/personal-text.ts'
import type { Ports } from '../ports.ts'
import type { Facts } from '../schedule/event.ts'
import { DAY, secondsFrom } from '../schedule/instants.ts'
import { remindersChosen } from '../schedule/reminder-rules.ts'
import { ownTeamOf, passes } from '../schedule/subscription.ts'
import { wantedOf } from '../schedule/weekday-series.ts'
import { type Calendar, findCalendarById } from '../storage/calendars.ts'
import { GuardFailed } from '../storage/database.ts'
import type { EventVersion } from '../storage/events.ts'
import { type KeptOverlay, overlaysAmong } from '../storage/overlays.ts'
import { type Channel, channelsAmong } from '../storage/push-channels.ts'
import { addDue, type Due } from '../storage/push-due.ts'
import {
  beginNews,
  type Changed,
  changedBetween,
  endNews,
  followersWithChannels,
  type News,
  planAgain,
  reachedBy,
  waitingNews,
} from '../storage/push-news.ts'
import { gamesOf } from '../storage/subscription-events.ts'
import { findByIds, type Subscription } from '../storage/subscriptions.ts'
import { nextTurn } from '../storage/turns.ts'
import { type Near, type Told, toldOf } from './change.ts'
import { bodyOf } from './change-words.ts'
import { appUrl, payloadText, topicOf } from './message.ts'
import { afterQuiet } from './quiet.ts'
import { MOST_ONE_BY_ONE, restRows } from './rest.ts'

/** Of what begins later, the calendar tells in time. */
export const NEAR_DAYS = 3
/** Of one publication, the nearest. */
export const MAX_CHANGES = 200
const CALENDARS_AT_ONCE = 10
const SUBSCRIPTIONS_AT_ONCE = 200
/** Of one slice: fewer subscriptions where more has changed. */
const ROWS_AT_ONCE = 1_000
const LEAST_AT_ONCE = 5

export interface NewsPace {
  slices: number
  milliseconds: number
}

/** Begins what was published, and goes on with what was begun, within a pace. */
export async function tellNews(ports: Ports, { slices, milliseconds }: NewsPace): Promise<void> {
  const begun = performance.now()
  for (let left = slices; left > 0; await nextTurn()) {
    const waiting = await waitingNews(ports.db, Math.min(CALENDARS_AT_ONCE, left))
    if (waiting.length === 0) return
    for (const news of waiting) await slice(ports, news)
    left -= waiting.length
    if (performance.now() - begun >= milliseconds) return
  }
}

async function slice(ports: Ports, news: News): Promise<void> {
  try {
    await goOn(ports, news)
  } catch (error) {
    // Another has told it meanwhile.
    if (!(error instanceof GuardFailed)) throw error
  }
}

async function goOn(ports: Ports, found: News): Promise<void> {
  const { db } = ports
  const begun = found.target !== null
  if (!begun) await db.batch(beginNews(found))
  const news = begun ? found : { ...found, target: found.revision, reached: 0 }
  const changes = await nearChanges(ports, news)
  const calendar = await findCalendarById(db, news.partnerId, news.calendarId)
  const atOnce = followersAtOnce(changes.length)
  const followers = await followersWithChannels(db, news, atOnce)
  if (!calendar || followers.length === 0) return db.batch(endNews(news))
  const rows = changes.length > 0 ? await rowsFor(ports, { calendar, changes }, followers) : []
  const reached = followers.at(-1)?.id ?? news.reached
  await db.batch([
    ...(followers.length < atOnce ? endNews(news) : reachedBy(news, reached)),
    planAgain(news, followers),
    ...addDue(rows),
  ])
}

const followersAtOnce = (changes: number): number =>
  Math.max(
    LEAST_AT_ONCE,
    Math.min(SUBSCRIPTIONS_AT_ONCE, Math.floor(ROWS_AT_ONCE / (changes || 1))),
  )

function nearChanges({ db, now }: Ports, news: News): Promise<Changed[]> {
  return changedBetween(db, news, nearFrom(now()), MAX_CHANGES)
}

const nearFrom = (now: string) => ({
  from: now,
  to: secondsFrom(now, NEAR_DAYS * DAY),
})

interface About {
  calendar: Calendar
  changes: readonly Changed[]
}

async function rowsFor(ports: Ports, about: About, followers: readonly { id: number }[]) {
  const { db } = ports
  const uids = about.changes.map(({ after }) => after.uid)
  const ids = followers.map(({ id }) => id)
  const subscriptions = await findByIds(db, ids, ports.now())
  const overlays = new Map(
    (await overlaysAmong(db, followers, uids)).map(({ subscriptionId, overlay }) => [
      `${subscriptionId} ${overlay.uid}`,
      overlay,
    ]),
  )
  const channels = await channelsAmong(db, followers)
  const asked = subscriptions.some(
    ({ choices: { filters } }) => filters.homeAway !== null && filters.teams.length === 0,
  )
  const ownTeam = asked ? ownTeamOf(await gamesOf(db, about.calendar)) : null
  const rows: Due[] = []
  for (const subscription of subscriptions) {
    const own = channels.filter(({ subscriptionId }) => subscriptionId === subscription.id)
    const laid = (uid: string) => overlays.get(`${subscription.id} ${uid}`) ?? null
    rows.push(...(await rowsOf(ports, about, { subscription, channels: own, laid, ownTeam })))
  }
  return rows
}

interface Reader {
  subscription: Subscription
  channels: readonly Channel[]
  laid: (uid: string) => KeptOverlay | null
  ownTeam: string | null
}

async function rowsOf(ports: Ports, { calendar, changes }: About, reader: Reader) {
  const { subscription, channels } = reader
  const now = ports.now()
  const near = { ...nearFrom(now), defaultMinutes: calendar.settings.defaultMinutes }
  if (subscription.endedAt !== null || !remindersChosen(subscription.choices).changes) return []
  const wanted = changes.flatMap((changed) => {
    const told = toldTo(reader, changed, { calendar, near })
    return told ? { told, after: changed.after } : []
  })
  const rows: Due[] = []
  for (const { told, after } of wanted.slice(0, MOST_ONE_BY_ONE)) {
    const key = `change/${after.uid}`
    const expiresAt = endOf(told, now)
    const at = afterQuiet(subscription, now, expiresAt)
    const message = { told, after, key, at, expiresAt, now }
    for (const channel of channels)
      rows.push({
        ...{ kind: 'change' as const, key, at, expiresAt, uid: after.uid },
        ...{ channelId: channel.id, subscriptionId: subscription.id, sequence: after.sequence },
        ...{ partnerId: calendar.partnerId, calendarId: calendar.id, revision: after.revision },
        topic: topicOf(channel.name, key),
        message: messageOf(message, { subscription, calendar, language: channel.language }),
      })
  }
  const rest = wanted.slice(MOST_ONE_BY_ONE)
  if (rest.length === 0) return rows
  const ends = rest.map(({ told }) => endOf(told, now))
  const revision = Math.max(...rest.map(({ after }) => after.revision))
  return [...rows, ...restRows(calendar, { subscription, channels }, { now, ends, revision })]
}

/** As this one sees it: nothing of what is hidden, filtered out, or for others' eyes. */
function toldTo(
  { subscription, laid, ownTeam }: Reader,
  { before, after }: Changed,
  { calendar, near }: { calendar: Calendar; near: Near },
): Told | null {
  const { choices, followed } = subscription
  const audiences = followed.find((each) => each.calendar.id === calendar.id)?.audiences ?? []
  const sees = ({ facts: { audience } }: EventVersion) =>
    audience === null || audiences.includes(audience)
  const overlay = laid(after.uid)
  if (overlay?.hidden || !sees(before) || !sees(after) || after.season !== null) return null
  const shown = (facts: Facts) =>
    passes(facts, choices, ownTeam)
      ? wantedOf(facts, choices.filters.weekdays, overlay?.skipped ?? [])
      : null
  const then = shown(before.facts)
  const since = after.removed ? null : shown(after.facts)
  // What the filters keep out from now on was not taken back by anybody.
  if (then === null || (since === null && !after.removed)) return null
  return toldOf(then, since, near)
}

/** Until it begins, by what is said of it now; what has begun already, until it ends. */
function endOf({ before, after }: Told, now: string): string {
  const starts = [after?.startInstant ?? '', before.startInstant].filter((at) => at > now)
  return starts[0] ?? (after ?? before).endInstant
}

interface Message {
  told: Told
  after: EventVersion
  key: string
  at: string
  expiresAt: string
  now: string
}

function messageOf(
  { told, after, key, at, expiresAt, now }: Message,
  {
    subscription,
    calendar,
    language,
  }: {
    subscription: Subscription
    calendar: Calendar
    language: 'ko' | 'en'
  },
): string {
  const { choices } = subscription
  const { facts } = told.after ?? told.before
  const { uid } = after
  const { recurrenceId } = told
  return payloadText({
    ...{ type: 'change', key, at, tag: key, url: appUrl(uid, recurrenceId) },
    title: titleOf(facts, choices, calendar.settings.language),
    body: bodyOf(told, choices, language, now),
    ...{ uid, recurrenceId, language, expiresAt },
  })
}
