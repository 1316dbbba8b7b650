// Calendars followed and left one by one, so that two devices that each add one lose neither.

import type { Followed } from '../storage/subscriptions.ts'
import type { Wish } from './make.ts'

/** The addresses of what is followed after a wish; undefined where it says nothing of them. */
export function addressesAfter(
  followed: readonly Followed[],
  { calendars, follow = [], unfollow = [] }: Wish,
): readonly string[] | undefined {
  if (follow.length + unfollow.length === 0) return calendars
  const leaves = ({ calendar, address }: Followed) =>
    [calendar.slug, address].some((slug) => unfollow.includes(`${calendar.partner}/${slug}`))
  const before =
    calendars ??
    followed
      .filter((each) => !leaves(each))
      .map(({ calendar, address }) => `${calendar.partner}/${address}`)
  return [...before, ...follow]
}
