// Instants as they stand everywhere: in UTC, to the second.

export const MINUTE = 60
export const HOUR = 3_600
export const DAY = 86_400

export const instantOf = (milliseconds: number): string =>
  `${new Date(milliseconds).toISOString().slice(0, 19)}Z`

/** So many seconds after; before, where they are negative. */
export const secondsFrom = (instant: string, seconds: number): string =>
  instantOf(Date.parse(instant) + seconds * 1000)
