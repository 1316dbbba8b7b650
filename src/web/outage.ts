// Why the database cannot do its work, told by the engine's codes: SQLite's messages do not name them.

/** What the reader is told; `other` is an engine that does not answer. */
export type Outage = 'full' | 'busy' | 'read_only' | 'disk' | 'damaged' | 'other'

const OUTAGES: readonly [RegExp, Outage][] = [
  [/SQLITE_FULL/, 'full'],
  [/SQLITE_BUSY/, 'busy'],
  [/SQLITE_READONLY/, 'read_only'],
  [/SQLITE_(IOERR|CANTOPEN)/, 'disk'],
  [/SQLITE_(CORRUPT|NOTADB)/, 'damaged'],
  [/D1_ERROR: (Network|internal)/i, 'other'],
]

/** Null for a mistake of our own. */
export function outageOf(thrown: unknown): Outage | null {
  const told = describe(thrown)
  return OUTAGES.find(([pattern]) => pattern.test(told))?.[1] ?? null
}

/** Code and stack, and those of what caused it. */
export function describe(thrown: unknown): string {
  if (!(thrown instanceof Error)) return String(thrown)
  const code = 'code' in thrown ? `${thrown.code}: ` : ''
  const cause = thrown.cause === undefined ? '' : `\ncaused by ${describe(thrown.cause)}`
  return `${code}${thrown.stack ?? thrown.message}${cause}`
}
