// A personal feed, put together from stored VEVENTs: depends on its subscription and calendars alone.

import { renderCalendar } from '../icalendar/calendar.ts'
import { patchEvent } from '../icalendar/personal.ts'
import { type PlaceholderKind, renderPlaceholder } from '../icalendar/placeholder.ts'
import { cut } from '../icalendar/text.ts'
import { timezonesFor } from '../icalendar/vtimezone.ts'
import { chooseWindow } from '../icalendar/window.ts'
import type { Ports } from '../ports.ts'
import { partOf } from '../schedule/parts.ts'
import { MAX_LABEL_UNITS } from '../schedule/subscription.ts'
import { addDays, wallTime } from '../schedule/zones.ts'
import { storedVevents } from '../storage/events.ts'
import { overlaysOf } from '../storage/overlays.ts'
import type { FollowedEvent } from '../storage/subscription-events.ts'
import { type Subscription, shownRevision } from '../storage/subscriptions.ts'
import { latest } from './change.ts'
import { type Chosen, categoriesOf, chosenEvents, narrows } from './choose.ts'
import { manageEventUrl } from './links.ts'

const REFRESH_HOURS = 1

export interface PersonalFeed {
  text: string
  events: number
  omitted: number
  /** Set when what is still to come is more than clients read. */
  tooLarge: { events: number; octets: number } | null
}

type With = Pick<Ports, 'db' | 'config'>

/** `part` is one category's, as partOf names it; null: the whole. */
export async function personalFeed(
  ports: With,
  token: string,
  subscription: Subscription,
  part: string | null = null,
): Promise<PersonalFeed> {
  const { db } = ports
  const anchor = anchorOf(subscription)
  if (subscription.endedAt) return withoutEvents(subscription, 'ended', part)
  const { choices, followed } = subscription
  const overlays = await overlaysOf(db, subscription)
  const range = { from: pastOf(anchor, choices.pastDays), to: END }
  const chosen = await chosenEvents(db, { followed, choices, overlays }, { range, part })
  const name = partName(chosen, part)
  const head = headOf(subscription, name)
  // More than fits, since patched events are longer than stored ones; then exactly what fits.
  const stored = nearest(
    chosen.map(({ event }) => event),
    anchor,
  )
  const likely = chooseWindow(stored, anchor, 0)
  const places = new Map(chosen.map((each) => [each.event.uid, each]))
  const whose = { token, subscription }
  const patched = await patchedEvents(
    ports,
    whose,
    likely.chosen.flatMap(({ uid }) => places.get(uid) ?? []),
  )
  const around = octetsOf(renderCalendar(head, timezonesFor(patched, anchor)))
  const window = chooseWindow(patched, anchor, around)
  if (window.chosen.length === 0) {
    const narrowed = part !== null || narrows(choices, overlays)
    return withoutEvents(subscription, narrowed ? 'filtered' : 'no-events', name)
  }
  const texts = new Map(patched.map((each) => [each.uid, each]))
  const placed = window.chosen.flatMap(({ uid }) => texts.get(uid) ?? [])
  const components = [...timezonesFor(placed, anchor), ...placed.map(({ vevent }) => vevent)]
  return {
    text: renderCalendar(head, components),
    events: placed.length,
    ...{ omitted: chosen.length - placed.length, tooLarge: window.tooLarge },
  }
}

/** Of what is ahead, in one feed. Google takes 1,000; the rest comes as time goes by. */
export const MAX_EVENTS_AHEAD = 5000

function nearest(events: readonly FollowedEvent[], anchor: string): FollowedEvent[] {
  const ahead = events.filter(({ endsAt }) => endsAt > anchor)
  if (ahead.length <= MAX_EVENTS_AHEAD) return [...events]
  const inOrder = ahead.sort((a, b) => (a.startsAt + a.uid < b.startsAt + b.uid ? -1 : 1))
  const later = new Set(inOrder.slice(MAX_EVENTS_AHEAD))
  return events.filter((event) => !later.has(event))
}

const encoder = new TextEncoder()
const octetsOf = (text: string): number => encoder.encode(text).length

const END = '9999-12-31T23:59:59Z'
const BEGINNING = '0000-01-01T00:00:00Z'

/** The latest change of anything in it: the past is counted back from here, never from the clock. */
export const anchorOf = ({ changedAt, followed }: Subscription): string =>
  latest([changedAt, ...followed.map(({ publishedAt }) => publishedAt)])

const pastOf = (anchor: string, pastDays: number | null): string =>
  pastDays === null ? BEGINNING : `${addDays(anchor.slice(0, 10), -pastDays)}${anchor.slice(10)}`

interface Whose {
  token: string
  subscription: Subscription
}

/** As entries of a window, with the instants that their zones are needed for. */
async function patchedEvents({ db, config }: With, whose: Whose, ordered: readonly Chosen[]) {
  const { token, subscription } = whose
  const texts = new Map<string, string>()
  for (const { calendar, audiences } of subscription.followed) {
    const own = ordered.filter((each) => each.calendar.id === calendar.id)
    const uids = own.map(({ event }) => event.uid)
    for (const [uid, text] of await storedVevents(db, calendar, uids, audiences))
      texts.set(uid, text)
  }
  return ordered.map(({ calendar, address, event, shown, overlay }) => {
    const page = `${config.publicUrl}/${calendar.partner}/${address}/${event.uid}`
    const links = {
      manageUrl: manageEventUrl(config, token, event.uid),
      reportUrl: event.facts.audience === null ? `${page}/report?r=${event.seenSince}` : null,
    }
    const vevent = patchEvent(
      texts.get(event.uid) ?? '',
      { state: event, shown, overlay, links },
      subscription,
    )
    const { uid, startsAt, endsAt } = event
    return { uid, startsAt, endsAt, vevent, octets: octetsOf(vevent) }
  })
}

/** One event that says why there are no others. */
function withoutEvents(
  subscription: Subscription,
  kind: PlaceholderKind,
  name: string | null,
): PersonalFeed {
  const { createdAt, language, uid } = subscription
  const anchor = anchorOf(subscription)
  const head = headOf(subscription, name)
  const seconds = Math.round((Date.parse(anchor) - Date.parse(createdAt)) / 1000)
  const placeholder = renderPlaceholder(kind, {
    uid: `${uid}${name === null ? '' : `-${partOf(name)}`}-placeholder`,
    calendarName: head.name,
    date: wallTime(anchor, head.timezone).slice(0, 10),
    stampedAt: anchor,
    // Neither of the two ever falls, whichever calendars come and go.
    sequence: seconds + shownRevision(subscription),
    language,
  })
  return {
    text: renderCalendar(head, [placeholder]),
    ...{ events: 0, omitted: 0, tooLarge: null },
  }
}

function headOf({ choices, followed, language }: Subscription, part: string | null) {
  const [first, ...others] = followed.map(({ calendar }) => calendar.settings)
  const names = followed.map(({ calendar }) => calendar.settings.name)
  const label = choices?.label ?? (names.join(' · ') || NAMELESS[language])
  return {
    name: cut(part === null ? label : `${label} · ${part}`, 2 * MAX_LABEL_UNITS),
    description: null,
    timezone: choices?.timezone ?? first?.timezone ?? 'UTC',
    color: others.length === 0 ? (first?.color ?? null) : null,
    refreshHours: REFRESH_HOURS,
  }
}

const NAMELESS = { ko: '나의 캘린더', en: 'My calendar' }

/** A part by its category's own name; while nothing is in it, by what its address says. */
function partName(chosen: readonly Chosen[], part: string | null): string | null {
  if (part === null) return null
  return categoriesOf(chosen)[0] ?? part
}
