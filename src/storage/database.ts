// The only thing Kalends knows of a database. Both engines speak SQLite's SQL; neither is given an
// interactive transaction, because D1 has none: read, decide in pure code, write one batch.

export type Value = string | number | null

export interface Statement {
  readonly sql: string
  readonly params: readonly Value[]
}

export interface Database {
  query<T>(statement: Statement): Promise<T[]>
  /** All or nothing, in order. Throws `GuardFailed` when a guard in it does not hold. */
  batch(statements: readonly Statement[]): Promise<void>
  /**
   * Changes whenever anything in the database may have changed, whoever changed it; null where the
   * engine cannot tell, and the database must be asked.
   */
  generation(): string | null
}

/** D1's limit of bound parameters in one statement; held on both engines. */
export const MAX_PARAMS = 100
/** D1's limit for one value is 2,000,000 bytes. */
export const MAX_JSON_OCTETS = 1_900_000

/** A batch was refused because what it rested on had changed. */
export class GuardFailed extends Error {}

/** sql`... ${value} ...`: values become bound parameters, never text. */
export function sql(strings: TemplateStringsArray, ...params: Value[]): Statement {
  if (params.length > MAX_PARAMS) throw new Error(`${params.length} parameters: at most 100`)
  return { sql: strings.join('?'), params }
}

/** A statement that aborts its whole batch unless `condition`, a query of one value, is 1. */
export function guard(condition: Statement): Statement {
  return { sql: `INSERT INTO guard (ok) ${condition.sql}`, params: condition.params }
}

/** JSON arrays of the rows, each small enough to be one parameter. */
export function jsonChunks(rows: readonly unknown[]): string[] {
  const chunks: string[] = []
  let open: string[] = []
  let octets = 0
  for (const row of rows) {
    const json = JSON.stringify(row)
    const size = new TextEncoder().encode(json).length + 1
    if (octets + size > MAX_JSON_OCTETS && open.length > 0) {
      chunks.push(`[${open.join(',')}]`)
      open = []
      octets = 0
    }
    open.push(json)
    octets += size
  }
  if (open.length > 0) chunks.push(`[${open.join(',')}]`)
  return chunks
}

/** The engines word it differently; the trigger's text is in both. */
export function rethrow(error: unknown): never {
  const text = error instanceof Error ? `${error.message} ${String(error.cause ?? '')}` : ''
  if (text.includes('guard failed')) throw new GuardFailed('guard failed', { cause: error })
  throw error
}
