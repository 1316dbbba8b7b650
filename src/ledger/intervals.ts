// How often each family of programs really fetches, beside what is said of it.

import type { Database } from '../storage/database.ts'
import { INTERVAL_STEPS } from '../storage/fetches.ts'
import { type Intervals, listIntervals } from '../storage/reach.ts'
import { FAMILIES, type Family } from './client.ts'
import { FACTS } from './families.ts'

/** Fewer would tell of single people's devices, and say little. */
export const MIN_INTERVALS = 20

export interface RealInterval {
  family: Family
  name: string
  /** Where clients are known apart, else at calendars' own feeds. */
  measuredAt: 'personal' | 'shared'
  intervals: number
  /** Minutes: one in ten is shorter, half are, nine in ten are. */
  p10: number
  median: number
  p90: number
  /** Minutes, as others have seen or as its maker says. */
  said: { from: number; to: number } | null
}

export const realIntervals = async (db: Database): Promise<RealInterval[]> =>
  intervalsFrom(await listIntervals(db))

export function intervalsFrom(rows: readonly Intervals[]): RealInterval[] {
  return FAMILIES.flatMap((family) => {
    const own = rows.filter((row) => row.family === family)
    for (const [measuredAt, personal] of [
      ['personal', 1],
      ['shared', 0],
    ] as const) {
      const steps = own.filter((row) => row.personal === personal)
      const intervals = steps.reduce((sum, step) => sum + step.intervals, 0)
      if (intervals < MIN_INTERVALS) continue
      const [p10, median, p90] = [0.1, 0.5, 0.9].map((share) => quantile(steps, share * intervals))
      const { name, said } = saidOf(family)
      return [{ family, name, measuredAt, intervals, p10, median, p90, said } as RealInterval]
    }
    return []
  })
}

/** What is said of a family of programs, measured or not. */
export type Said = Pick<RealInterval, 'family' | 'name' | 'said'>

function saidOf(family: Family): Said {
  const { name, said } = FACTS[family]
  return { family, name, said: said && { from: said[0], to: said[1] } }
}

/** Of the programs that fetch calendars and are not among the measured. */
export const notMeasured = (measured: readonly RealInterval[]): Said[] =>
  FAMILIES.filter(
    (family) =>
      FACTS[family].polls !== 'nobody' &&
      FACTS[family].said !== null &&
      !measured.some((one) => one.family === family),
  ).map(saidOf)

/** In whole minutes; within a step, as if its intervals were spread evenly. */
function quantile(steps: readonly Intervals[], wanted: number): number {
  let before = 0
  for (const { atLeastSeconds, intervals } of steps) {
    if (before + intervals >= wanted) {
      const end = INTERVAL_STEPS.find((edge) => edge > atLeastSeconds) ?? atLeastSeconds
      const within = (wanted - before) / intervals
      return Math.round((atLeastSeconds + within * (end - atLeastSeconds)) / 60)
    }
    before += intervals
  }
  return Math.round((steps.at(-1)?.atLeastSeconds ?? 0) / 60)
}
