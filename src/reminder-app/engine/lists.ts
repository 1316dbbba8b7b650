// The followed calendars with what comes next of each, and what became different since its owner looked.

import type { Difference, FollowedCalendar, Happening } from '../engine.ts'
import { differenceOf } from './snapshot.ts'
import { keptOf, type Store } from './store.ts'
import { type Glasses, happeningsIn, utc } from './view.ts'

const YEAR_MS = 366 * 86_400_000

export async function calendarsIn(
  store: Store,
  glasses: Glasses,
  now: number,
  language: string,
): Promise<FollowedCalendar[]> {
  const there = (await keptOf(store, 'choices'))?.calendars ?? []
  const added = glasses.edits.flatMap((each) =>
    each.kind === 'followed' && each.value ? each.calendar : [],
  )
  const followed = [...new Set([...there, ...added])].filter((each) => !glasses.left.includes(each))
  const names = (await keptOf(store, 'names')) ?? {}
  const range = { from: utc(now), to: utc(now + YEAR_MS), hidden: false }
  const next = new Map<string, Happening>()
  for (const each of await happeningsIn(store, glasses, range))
    if (!next.has(each.calendar) && each.status !== 'cancelled') next.set(each.calendar, each)
  return followed.map((calendar) => {
    const { name, partnerName, translations, partnerTranslations } = names[calendar] ?? {}
    return {
      calendar,
      name: translations?.[language]?.name ?? name ?? calendar,
      partnerName: partnerTranslations?.[language]?.name ?? partnerName ?? '',
      next: next.get(calendar) ?? null,
    }
  })
}

/** The latest first. */
export async function differencesIn(store: Store, language: string): Promise<Difference[]> {
  const kept = await store.getAll('differences')
  return kept
    .flatMap(({ uid, seen, latest, at }) => {
      const told = differenceOf(seen, latest, language)
      return told ? [{ uid, at, ...told }] : []
    })
    .sort((a, b) => (a.at > b.at ? -1 : a.at < b.at ? 1 : 0))
}
