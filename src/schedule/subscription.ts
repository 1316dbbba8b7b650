// A subscription's choices: which events it takes, and how all of them look.

import { Problem } from '../problem.ts'
import { clean } from './clean.ts'
import type { Facts } from './event.ts'
import type { Reminders } from './reminder-rules.ts'
import { same } from './same.ts'
import { isZoneName } from './tzdata.ts'
import { WEEKDAY_NAMES, type WeekdayName } from './weekdays.ts'

/** How many calendars one personal feed holds. */
export const MAX_CALENDARS = 50
/** How many values one filter takes, and how many teams are hidden. */
export const MAX_VALUES = 100
export const MAX_VALUE_UNITS = 200
export const MAX_LABEL_UNITS = 100
export const MAX_PREFIX_UNITS = 32
/** Of one event. */
export const MAX_ALARMS = 5
/** Four weeks. */
export const MAX_ALARM_MINUTES = 40_320
export const MAX_PAST_DAYS = 3650
/** Of all choices of one subscription, as JSON in UTF-8. */
export const MAX_CHOICES_BYTES = 16_384

/** What is empty lets everything through. */
export interface Filters {
  categories: string[]
  tags: string[]
  teams: string[]
  homeAway: 'home' | 'away' | null
  kinds: string[]
  weekdays: WeekdayName[]
}

export interface Choices {
  /** What its owner calls it; also the calendar's name in the app. */
  label: string | null
  filters: Filters
  /** Opponents nobody wants to see. */
  hiddenTeams: string[]
  /** Minutes before the start of a timed event. */
  alarms: number[]
  /** `20:00`: the evening before an all-day event; null: none. */
  eveningBefore: string | null
  /** Two letters; null: each event in the language in which it was published. */
  language: string | null
  /** Before every title: text or an emoji. */
  prefix: string
  /** Cancelled events stay, marked; or are STATUS:CANCELLED, which most programs take away. */
  cancelled: 'mark' | 'drop'
  /** Whether results are told. */
  results: boolean
  /** Its owner's zone. */
  timezone: string | null
  /** Whether the venue's own time is told where it is another zone's. */
  venueTime: boolean
  /** How much of the past is shown; null: as much as fits. */
  pastDays: number | null
  /** One more link for each category. */
  split: 'category' | null
  /** When an app reminds; null: as the feed's alarms ring. No feed shows it. */
  reminders: Reminders | null
}

export const DEFAULT_CHOICES: Choices = {
  label: null,
  filters: { categories: [], tags: [], teams: [], homeAway: null, kinds: [], weekdays: [] },
  hiddenTeams: [],
  ...{ alarms: [], eveningBefore: null, language: null, prefix: '', cancelled: 'mark' },
  ...{
    results: false,
    timezone: null,
    venueTime: false,
    pastDays: null,
    split: null,
    reminders: null,
  },
}

/** Whether an event is in the feed; `ownTeam` is its calendar's, where that has one. */
export function passes(facts: Facts, choices: Choices, ownTeam: string | null): boolean {
  const { categories, tags, teams, homeAway, kinds } = choices.filters
  const any = (wanted: readonly string[], given: readonly (string | null)[]) =>
    wanted.length === 0 || given.some((value) => value !== null && wanted.includes(value))
  return (
    any(categories, facts.categories) &&
    any(tags, facts.tags) &&
    any(kinds, [facts.kind]) &&
    any(teams, [facts.home, facts.away]) &&
    (homeAway === null || plays(facts[homeAway], teams, ownTeam)) &&
    ![facts.home, facts.away].some((team) => team !== null && choices.hiddenTeams.includes(team))
  )
}

const plays = (team: string | null, teams: readonly string[], ownTeam: string | null): boolean =>
  team !== null && (teams.length > 0 ? teams.includes(team) : team === ownTeam)

/** The team that plays in strictly the most of a calendar's games; null when none does. */
export function ownTeamOf(games: readonly Pick<Facts, 'home' | 'away'>[]): string | null {
  const counts = new Map<string, number>()
  for (const { home, away } of games)
    for (const team of new Set([home, away]))
      if (team !== null) counts.set(team, (counts.get(team) ?? 0) + 1)
  const [first, second] = [...counts].sort(([, a], [, b]) => b - a)
  return first && first[1] > (second?.[1] ?? 0) ? first[0] : null
}

/** What each event shows of the choices: when it differs, every event has changed. */
const LOOKS = [
  ...(['alarms', 'eveningBefore', 'language', 'prefix', 'cancelled', 'results'] as const),
  ...(['timezone', 'venueTime'] as const),
]

export const looksOtherwise = (before: Choices, after: Choices): boolean =>
  LOOKS.some((name) => !same(before[name], after[name])) ||
  !same(before.filters.weekdays, after.filters.weekdays)

/** Whether other events are chosen, or other happenings of them. */
export const choosesOtherwise = (before: Choices, after: Choices): boolean =>
  !same(before.filters, after.filters) || !same(before.hiddenTeams, after.hiddenTeams)

/** Whether each event is told otherwise as JSON. */
export const tellsOtherwise = (before: Choices, after: Choices): boolean =>
  (['alarms', 'eveningBefore', 'language', 'prefix', 'results'] as const).some(
    (name) => !same(before[name], after[name]),
  )

/** Throws `over_limit` or `choice_invalid`, naming what is wrong with it; lists become sets. */
export function checkedChoices(choices: Choices): Choices {
  const { eveningBefore, language, pastDays, timezone } = choices
  within('label', MAX_LABEL_UNITS, choices.label?.length ?? 0)
  within('prefix', MAX_PREFIX_UNITS, choices.prefix.length)
  if (eveningBefore !== null && !/^([01]\d|2[0-3]):[0-5]\d$/.test(eveningBefore))
    throw invalid('eveningBefore', eveningBefore, '20:00')
  if (language !== null && !/^[a-z]{2}$/.test(language)) throw invalid('language', language, 'ko')
  if (timezone !== null && timezone !== 'UTC' && !isZoneName(timezone))
    throw invalid('timezone', timezone, 'Asia/Seoul')
  if (pastDays !== null) whole('pastDays', pastDays, MAX_PAST_DAYS)
  const checked = withCheckedLists(choices)
  const bytes = new TextEncoder().encode(JSON.stringify(checked)).length
  within('choices', MAX_CHOICES_BYTES, bytes)
  return checked
}

function withCheckedLists(choices: Choices): Choices {
  const { filters } = choices
  const weekdays = WEEKDAY_NAMES.filter((name) => filters.weekdays.includes(name))
  return {
    ...choices,
    label: choices.label && clean(choices.label),
    prefix: clean(choices.prefix),
    filters: {
      ...{ homeAway: filters.homeAway, weekdays },
      categories: checkedValues('filters.categories', filters.categories),
      tags: checkedValues('filters.tags', filters.tags),
      teams: checkedValues('filters.teams', filters.teams),
      kinds: checkedValues('filters.kinds', filters.kinds),
    },
    hiddenTeams: checkedValues('hiddenTeams', choices.hiddenTeams),
    alarms: checkedAlarms(choices.alarms),
  }
}

/** The nearest last, as an alarm clock lists them: farthest first. */
export function checkedAlarms(alarms: readonly number[]): number[] {
  const set = [...new Set(alarms)].sort((a, b) => b - a)
  within('alarms', MAX_ALARMS, set.length)
  for (const minutes of set) whole('alarms', minutes, MAX_ALARM_MINUTES)
  return set
}

function checkedValues(field: string, values: readonly string[]): string[] {
  const set = [...new Set(values.map((value) => value.trim()).filter(Boolean))]
  within(field, MAX_VALUES, set.length)
  for (const value of set) within(field, MAX_VALUE_UNITS, value.length)
  return set
}

/** Throws `over_limit`. */
export function within(field: string, limit: number, found: number): void {
  if (found > limit) throw new Problem('over_limit', { field, limit, found })
}

function whole(field: string, value: number, limit: number): void {
  if (!Number.isInteger(value) || value < 0 || value > limit)
    throw invalid(field, String(value), `0–${limit}`)
}

export const invalid = (field: string, found: string, wanted: string): Problem =>
  new Problem('choice_invalid', { field, found: found.slice(0, 80), wanted })
