// What is kept, as the screens see it: the server's truth with what was done here laid over it.

import type { EventDetail, Happening, Rules } from '../engine.ts'
import { NEVER_CHOSEN, rulesOf } from './choices.ts'
import type { Language } from './device.ts'
import { type Edit, editsIn, laidOver } from './edit.ts'
import { type Kept, type KeptEvent, type KeptHappening, keptOf, type Store } from './store.ts'

/** What a reading looks through. */
export interface Glasses {
  overlays: Kept['overlays']
  edits: readonly Edit[]
  hiddenTeams: readonly string[]
  rules: Rules
  language: string
  /** Left here, and not yet there. */
  left: readonly string[]
}

export async function glassesOf(store: Store, language: Language): Promise<Glasses> {
  const [overlays, edits, choices] = await Promise.all([
    ...([keptOf(store, 'overlays'), editsIn(store), keptOf(store, 'choices')] as const),
  ])
  const chosen = choices ?? NEVER_CHOSEN
  const rules = { ...rulesOf(chosen) }
  for (const edit of edits)
    if (edit.kind === 'rule') Object.assign(rules, { [edit.name]: edit.value })
  return {
    ...{ overlays: overlays ?? {}, edits, rules, hiddenTeams: chosen.hiddenTeams },
    language: chosen.language ?? language,
    left: edits.flatMap((each) => (each.kind === 'followed' && !each.value ? each.calendar : [])),
  }
}

export function happeningOf(
  { event, uid, calendar }: KeptEvent,
  kept: KeptHappening,
  { overlays, edits, hiddenTeams, rules, language }: Glasses,
): Happening {
  const laid = laidOver(overlays[uid], edits, uid)
  const { recurrenceId, other } = kept
  const place = other.location === undefined ? event.location : other.location
  const teams = [event.home, event.away].some((team) => team !== null && hiddenTeams.includes(team))
  return {
    ...{ uid, calendar, recurrenceId: recurrenceId || null },
    title: titleOf(event, recurrenceId, language),
    status: (other.status ?? event.status) as Happening['status'],
    ...{ allDay: kept.allDay, timeTbd: other.timeTbd ?? event.timeTbd, soldOut: event.soldOut },
    ...{ start: kept.start, end: kept.end, timezone: event.timezone },
    ...{ startsAt: kept.startsAt, endsAt: kept.endsAt },
    location:
      (other.location === undefined && event.translations[language]?.location) ||
      place?.name ||
      null,
    hidden: laid.hidden || laid.skipped.includes(recurrenceId.slice(0, 10)) || teams,
    memo: laid.memo,
    alarms: laid.alarms ?? (kept.allDay ? [] : rules.minutes),
  }
}

/** One happening's own title stands before the series'. */
function titleOf(event: KeptEvent['event'], recurrenceId: string, language: string): string {
  const own = event.overrides.find((each) => each.recurrenceId === recurrenceId)?.title
  if (typeof own === 'string') return own
  return event.translations[language]?.title ?? event.title
}

export function detailOf(
  kept: KeptEvent,
  happening: KeptHappening,
  glasses: Glasses,
  server: string,
): EventDetail {
  const { event, uid, calendar } = kept
  const { description, location, reason, result, links, ticketOpensAt, revision } = event
  return {
    ...happeningOf(kept, happening, glasses),
    description: event.translations[glasses.language]?.description ?? description,
    address: (happening.other.location ?? location)?.address ?? null,
    ...{ reason, result, links, ticketOpensAt, revision, series: event.rrule !== null },
    page: `${server}/${calendar}/${encodeURIComponent(uid)}`,
  }
}

/** From an instant to another, by start. */
export async function happeningsIn(
  store: Store,
  glasses: Glasses,
  range: { from: string; to: string; hidden: boolean },
): Promise<Happening[]> {
  const { longestMs = 0 } = (await keptOf(store, 'sync')) ?? {}
  const from = utc(Date.parse(range.from))
  const first = utc(Date.parse(range.from) - longestMs)
  const to = utc(Date.parse(range.to))
  if (first >= to) return []
  const read = store.transaction(['events', 'happenings'])
  const within = IDBKeyRange.bound(first, to, false, true)
  const kept = await read.objectStore('happenings').index('startsAt').getAll(within)
  const overlapping = kept.filter(({ startsAt, endsAt }) => endsAt > from || startsAt >= from)
  const events = new Map<string, KeptEvent | undefined>()
  await Promise.all(
    [...new Set(overlapping.map(({ uid }) => uid))].map(async (uid) => {
      events.set(uid, await read.objectStore('events').get(uid))
    }),
  )
  return overlapping
    .flatMap((each) => {
      const event = events.get(each.uid)
      if (!event || glasses.left.includes(event.calendar)) return []
      const happening = happeningOf(event, each, glasses)
      return range.hidden || !happening.hidden ? [happening] : []
    })
    .sort((a, b) =>
      a.startsAt < b.startsAt ? -1 : a.startsAt > b.startsAt ? 1 : a.uid < b.uid ? -1 : 1,
    )
}

export const utc = (milliseconds: number): string =>
  `${new Date(milliseconds).toISOString().slice(0, 19)}Z`

/** The happening that is meant; of a series without one, the next, else the last. */
export async function detailIn(
  store: Store,
  glasses: Glasses,
  asked: { uid: string; recurrenceId: string | null; now: number; server: string },
): Promise<EventDetail | null> {
  const { uid, recurrenceId, server } = asked
  const read = store.transaction(['events', 'happenings'])
  const event = await read.objectStore('events').get(uid)
  if (!event) return null
  const all = await read.objectStore('happenings').index('uid').getAll(uid)
  const now = utc(asked.now)
  const ordered = all.sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1))
  const meant =
    recurrenceId === null
      ? (ordered.find(({ endsAt }) => endsAt > now) ?? ordered.at(-1))
      : ordered.find((each) => each.recurrenceId === recurrenceId)
  if (!meant) return null
  const detail = detailOf(event, meant, glasses, server)
  // Of a series as a whole, one day that is hidden says nothing.
  const isWhole = recurrenceId === null && detail.series
  const { hidden } = isWhole ? laidOver(glasses.overlays[uid], glasses.edits, uid) : detail
  return { ...detail, hidden }
}
