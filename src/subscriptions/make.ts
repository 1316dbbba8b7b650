// A new subscription: its calendars, its choices, and the token that is shown once.

import type { Ports } from '../ports.ts'
import { Problem } from '../problem.ts'
import { requireCalendar } from '../publication/calendars.ts'
import { checkedReminders, type Reminders, remindersChosen } from '../schedule/reminder-rules.ts'
import {
  type Choices,
  checkedChoices,
  DEFAULT_CHOICES,
  invalid,
  MAX_CALENDARS,
  within,
} from '../schedule/subscription.ts'
import { countEvents } from '../storage/subscription-events.ts'
import {
  type Followed,
  followCalendars,
  insertSubscription,
  type Subscription,
} from '../storage/subscriptions.ts'
import { MAX_EVENTS_READ, type Place } from './choose.ts'
import { requireSubscription } from './find.ts'
import { hashOf, mintToken } from './token.ts'

export interface Wish extends Partial<Omit<Choices, 'filters' | 'reminders'>> {
  /** `partner/calendar`, in the order in which they are shown. */
  calendars?: readonly string[]
  /** One by one, where nobody is to lose what another device chose meanwhile. */
  follow?: readonly string[]
  unfollow?: readonly string[]
  filters?: Partial<Choices['filters']>
  /** Null: as the alarms ring; what is not named stays, or is as those ring. */
  reminders?: Partial<Reminders> | null
}

/** `language` is of the lines that Kalends adds; null: as the first calendar's. */
export async function makeSubscription(
  ports: Ports,
  wish: Wish,
  language: 'ko' | 'en' | null,
): Promise<{ token: string; subscription: Subscription }> {
  const choices = withWish(DEFAULT_CHOICES, wish)
  const followed = await calendarsAt(ports, wish.calendars ?? [])
  const korean = followed[0]?.calendar.settings.language.startsWith('ko')
  const [token, uid, at] = [mintToken(ports), ports.mint(), ports.now()]
  const made = {
    ...{ uid, language: ownLanguage(choices, language ?? (korean ? 'ko' : 'en')), choices },
    ...{
      revision: 1,
      unseen: 0,
      look: 0,
      lookedAt: at,
      changedAt: at,
      createdAt: at,
      endedAt: null,
      used: false,
    },
  }
  const hash = (await hashOf(token)) ?? ''
  await ports.db.batch([insertSubscription(hash, made), ...followCalendars(uid, followed)])
  return { token, subscription: await requireSubscription(ports, token) }
}

/** Throws `over_limit` or `choice_invalid`. */
export function withWish(
  before: Choices,
  { calendars: _, follow: _f, unfollow: _u, filters, reminders, ...wish }: Wish,
): Choices {
  const next = { ...before, ...wish, filters: { ...before.filters, ...filters } }
  if (reminders === undefined) return checkedChoices(next)
  const wished = reminders && { ...remindersChosen(next), ...reminders }
  return checkedChoices({ ...next, reminders: checkedReminders(wished) })
}

export const ownLanguage = ({ language }: Choices, otherwise: 'ko' | 'en'): 'ko' | 'en' =>
  language === null ? otherwise : language === 'ko' ? 'ko' : 'en'

/** Throws unless there are some, not too many, and each is a calendar that can be followed. */
export async function calendarsAt(
  ports: Ports,
  addresses: readonly string[],
  known: readonly Followed[] = [],
): Promise<Place[]> {
  const set = [...new Set(addresses)]
  if (set.length === 0) throw invalid('calendars', '[]', 'partner/calendar')
  within('calendars', MAX_CALENDARS, set.length)
  const found = await Promise.all(set.map((address) => calendarAt(ports, address, known)))
  const ids = found.map(({ calendar }) => calendar.id)
  const places = found.filter(({ calendar }, place) => ids.indexOf(calendar.id) === place)
  const calendars = places.map(({ calendar }) => calendar)
  within('calendars.events', MAX_EVENTS_READ, await countEvents(ports.db, calendars))
  return places
}

/** A calendar that was followed already keeps the address by which it was chosen, and what is open of it. */
async function calendarAt(ports: Ports, text: string, known: readonly Followed[]): Promise<Place> {
  const [partner, slug, ...rest] = text.split('/')
  if (!partner || !slug || rest.length > 0) throw invalid('calendars', text, 'partner/calendar')
  const calendar = await requireCalendar(ports, partner, slug)
  const before = known.find((each) => each.calendar.id === calendar.id)
  if (calendar.deletedAt && !before)
    throw new Problem('not_found', { what: 'calendar', name: text.slice(0, 140) })
  if (!before) return { calendar, address: calendar.slug }
  return { calendar, address: before.address, audiences: before.audiences }
}
