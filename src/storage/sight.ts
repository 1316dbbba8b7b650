// Who looks at events: everybody, who belongs to an audience, or the partner itself.

import type { Value } from './database.ts'

/** Everybody; everybody and who belongs to these audiences of the partner; or all there is. */
export type Sight = 'public' | readonly string[] | typeof ALSO_PRIVATE

/** For the partner's own eyes, and for publication: `tests/architecture.node.test.ts` says who may. */
export const ALSO_PRIVATE = Symbol('also private')

/** A condition on event_versions, to stand behind others. */
export function seenBy(sight: Sight): { sql: string; params: Value[] } {
  if (sight === ALSO_PRIVATE) return { sql: '', params: [] }
  if (sight === 'public') return { sql: 'AND audience IS NULL', params: [] }
  return {
    sql: 'AND (audience IS NULL OR audience IN (SELECT value FROM json_each(?)))',
    params: [JSON.stringify(sight)],
  }
}
