// Who looks at events: everybody, who belongs to an audience, or the partner itself.

import type { Value } from './database.ts'

/** Everybody; everybody and who belongs to these audiences of the partner; or all there is. */
export type Sight = 'public' | readonly string[] | typeof ALSO_PRIVATE

/** For the partner's own eyes, and for publication: `tests/architecture.node.test.ts` says who may. */
export const ALSO_PRIVATE = Symbol('also private')

export interface Seen {
  /** The table to read from. */
  from: string
  /** A condition to stand behind others, and its parameters. */
  and: string
  params: Value[]
}

/** `event_versions` itself has public events alone. */
export function seenBy(sight: Sight): Seen {
  if (sight === 'public') return { from: 'event_versions', and: '', params: [] }
  const from = 'all_event_versions'
  if (sight === ALSO_PRIVATE) return { from, and: '', params: [] }
  const and = 'AND (audience IS NULL OR audience IN (SELECT value FROM json_each(?)))'
  return { from, and, params: [JSON.stringify(sight)] }
}
