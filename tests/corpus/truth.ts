// What truly differs between one file of a series and the next, told from the files alone.

import type { Told } from './series.ts'

export type Kind = 'new' | 'changed' | 'moved' | 'cancelled'

/** Everything ever listed, as it was last told. */
export type Ledger = Map<string, Told & { withdrawn?: boolean }>

/** The kind of each difference by what the event truly is; the ledger is brought up to date. */
export function trueDifferences(
  ledger: Ledger,
  rows: readonly Told[],
  today: string,
): Map<string, Kind> {
  const differences = new Map<string, Kind>()
  for (const row of rows) {
    const kind = kindOf(ledger.get(row.truth), row)
    if (kind) differences.set(row.truth, kind)
  }
  const listed = new Set(rows.map(({ truth }) => truth))
  for (const told of ledger.values()) {
    if (listed.has(told.truth) || told.cancelled || told.date <= today) continue
    differences.set(told.truth, 'cancelled')
    ledger.set(told.truth, { ...told, cancelled: true, withdrawn: true })
  }
  for (const row of rows) ledger.set(row.truth, row)
  return differences
}

function kindOf(before: (Told & { withdrawn?: boolean }) | undefined, after: Told): Kind | null {
  if (!before) return 'new'
  if (after.cancelled && !before.cancelled) return 'cancelled'
  if (moved(before, after)) return 'moved'
  const differs = Object.keys(after.cells).some((name) => before.cells[name] !== after.cells[name])
  return before.withdrawn || differs ? 'changed' : null
}

/** A time that becomes known, or unknown, on the same day is no move. */
const moved = (before: Told, after: Told): boolean =>
  before.date !== after.date ||
  (before.time !== '' &&
    after.time !== '' &&
    (before.time !== after.time || before.cells.timezone !== after.cells.timezone))
