// Names that stand in addresses.

import { Problem } from '../problem.ts'

const SLUG = /^[a-z0-9-]{1,64}$/

/** What Kalends itself answers under; no partner may be called so. */
const RESERVED = new Set(
  'my app docs doctor console embed feeds v1 mcp assets healthz readyz metrics'.split(' '),
)

export const isReserved = (name: string): boolean => RESERVED.has(name)

/** Throws unless the name can be a partner's or a calendar's. */
export function requireSlug(name: string): void {
  if (!SLUG.test(name)) throw new Problem('name_invalid', { value: name.slice(0, 80) })
  if (isReserved(name)) throw new Problem('name_reserved', { value: name })
}
