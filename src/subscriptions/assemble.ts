// A personal feed, put together from stored VEVENTs: depends on its subscription and calendars alone.

import { renderCalendar } from '../icalendar/calendar.ts'
import { patchEvent } from '../icalendar/personal.ts'
import { type PlaceholderKind, renderPlaceholder } from '../icalendar/placeholder.ts'
import { cut } from '../icalendar/text.ts'
import { type Placed, timezonesFor } from '../icalendar/vtimezone.ts'
import {
  chooseWindow,
  MAX_FEED_EVENTS,
  MAX_FEED_OCTETS,
  type WindowEntry,
} from '../icalendar/window.ts'
import type { Ports } from '../ports.ts'
import { partOf } from '../schedule/parts.ts'
import { MAX_LABEL_UNITS } from '../schedule/subscription.ts'
import { addDays, wallTime } from '../schedule/zones.ts'
import { overlaysOf } from '../storage/overlays.ts'
import type { FollowedText } from '../storage/subscription-events.ts'
import { type Subscription, shownRevision } from '../storage/subscriptions.ts'
import { nextTurn } from '../storage/turns.ts'
import { latest } from './change.ts'
import { type Choosing, type Chosen, narrows, type Sight } from './choose.ts'
import { categoriesOf, type Glance, type Glancer, glancer } from './glance.ts'
import { manageEventUrl } from './links.ts'

const REFRESH_HOURS = 1

type With = Pick<Ports, 'db' | 'config'>

/** Its text. `part` is one category's, as partOf names it; null: the whole. */
export async function personalFeed(
  ports: With,
  token: string,
  subscription: Subscription,
  part: string | null = null,
): Promise<string> {
  const anchor = anchorOf(subscription)
  if (subscription.endedAt) return withoutEvents(subscription, 'ended', part)
  const { choices, followed } = subscription
  const overlays = await overlaysOf(ports.db, subscription)
  const choosing = { followed, choices, overlays }
  const sight = { range: { from: pastOf(anchor, choices.pastDays), to: END }, part }
  const seen = glancer(ports.db, choosing)
  const near = await nearest(seen, choosing, sight, anchor)
  const name = partName(near, part)
  const head = headOf(subscription, name)
  // More than fits, since patched events are longer than stored ones; then exactly what fits.
  const likely = new Set(chooseWindow(near, anchor, 0).chosen.map(({ uid }) => uid))
  const patched = await patchedEvents(
    ports,
    { token, subscription },
    seen.whole(
      near.filter(({ uid }) => likely.has(uid)),
      sight,
    ),
  )
  await nextTurn()
  const around = octetsOf(renderCalendar(head, timezonesFor(patched, anchor)))
  const window = chooseWindow(patched, anchor, around)
  if (window.chosen.length === 0) {
    const narrowed = part !== null || narrows(choices, overlays)
    return withoutEvents(subscription, narrowed ? 'filtered' : 'no-events', name)
  }
  await nextTurn()
  const texts = new Map(patched.map((each) => [each.uid, each]))
  const placed = window.chosen.flatMap(({ uid }) => texts.get(uid) ?? [])
  const components = [...timezonesFor(placed, anchor), ...placed.map(({ vevent }) => vevent)]
  return renderCalendar(head, components)
}

/** Of what is ahead, in one feed. Google takes 1,000; the rest comes as time goes by. */
export const MAX_EVENTS_AHEAD = 5000

/** What is ahead, the nearest, and as much of what is over as may fit beside it. */
async function nearest(
  seen: Glancer,
  { followed }: Choosing,
  sight: Sight,
  anchor: string,
): Promise<Glance[]> {
  const [ahead, over]: [Glance[], Glance[]] = [[], []]
  const fromNow = { ...sight, range: { ...sight.range, from: anchor } }
  for (const place of followed) {
    const series = await seen.at(place, { ...sight, of: 'series' })
    const next = (own: readonly Glance[]) => own.length >= MAX_EVENTS_AHEAD
    const singles = await seen.at(place, { ...fromNow, of: 'singles', enough: next })
    const own = [...singles, ...series.filter(({ endsAt }) => endsAt > anchor)]
    ahead.push(...own)
    over.push(...series.filter(({ endsAt }) => endsAt <= anchor))
    if (isFull(own)) continue
    over.push(...(await seen.at(place, { ...sight, of: { overBy: anchor }, enough: isFull })))
  }
  return [...ahead.sort(inOrder).slice(0, MAX_EVENTS_AHEAD), ...over]
}

const inOrder = (a: Glance, b: Glance): number => (a.startsAt + a.uid < b.startsAt + b.uid ? -1 : 1)

/** Whether a feed has no room beside them. */
const isFull = (own: readonly Glance[]): boolean =>
  own.length >= MAX_FEED_EVENTS ||
  own.reduce((sum, { octets }) => sum + octets, 0) > MAX_FEED_OCTETS

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
async function patchedEvents(
  { config }: With,
  { token, subscription }: Whose,
  events: AsyncIterable<(Chosen & FollowedText)[]>,
) {
  const patched: (WindowEntry & Placed)[] = []
  for await (const some of events)
    for (const { calendar, address, event, shown, overlay, text } of some) {
      const { uid, startsAt, endsAt, seenSince } = event
      const manageUrl = manageEventUrl(config, token, uid)
      const page = `${config.publicUrl}/${calendar.partner}/${address}/${uid}`
      // What members alone see has no page but their own.
      const about = event.facts.audience === null ? page : manageUrl
      const links = { manageUrl, reportUrl: `${about}/report?r=${seenSince}` }
      const vevent = patchEvent(text, { state: event, shown, overlay, links }, subscription)
      patched.push({ uid, startsAt, endsAt, vevent, octets: octetsOf(vevent) })
    }
  return patched
}

/** One event that says why there are no others. */
function withoutEvents(
  subscription: Subscription,
  kind: PlaceholderKind,
  name: string | null,
): string {
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
  return renderCalendar(head, [placeholder])
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
function partName(seen: readonly Glance[], part: string | null): string | null {
  if (part === null) return null
  return categoriesOf(seen)[0] ?? part
}
