// What a feed holds: everything ahead, and as much of the past as fits.

/** Google drops or delays what is beyond these. */
export const MAX_FEED_EVENTS = 1000
export const MAX_FEED_OCTETS = 1_000_000

export interface WindowEntry {
  uid: string
  startsAt: string
  endsAt: string
  octets: number
}

export interface Window {
  /** In the order of the feed: by start, then uid. */
  chosen: WindowEntry[]
  omitted: number
  /** Set when what is ahead is already more than the limits. */
  tooLarge: { events: number; octets: number } | null
}

/** `headOctets` is what stands around the VEVENTs. */
export function chooseWindow(
  entries: readonly WindowEntry[],
  now: string,
  headOctets: number,
): Window {
  const ahead = entries.filter(({ endsAt }) => endsAt > now)
  let octets = headOctets + ahead.reduce((sum, entry) => sum + entry.octets, 0)
  const large = ahead.length > MAX_FEED_EVENTS || octets > MAX_FEED_OCTETS
  const tooLarge = large ? { events: ahead.length, octets } : null
  const chosen = [...ahead]
  const past = entries.filter(({ endsAt }) => endsAt <= now).sort((a, b) => -inOrder(a, b))
  for (const entry of past) {
    if (chosen.length >= MAX_FEED_EVENTS || octets + entry.octets > MAX_FEED_OCTETS) break
    chosen.push(entry)
    octets += entry.octets
  }
  chosen.sort(inOrder)
  return { chosen, omitted: entries.length - chosen.length, tooLarge }
}

const inOrder = (a: WindowEntry, b: WindowEntry): number =>
  compare(a.startsAt, b.startsAt) || compare(a.uid, b.uid)

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
