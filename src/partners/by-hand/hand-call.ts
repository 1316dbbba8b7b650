// A call that edits by hand: who makes it, on which calendar, why and on what revision.

import type { Context } from 'hono'
import type { Ports } from '../../ports.ts'
import type { Role } from '../../storage/keys.ts'
import { calendarHere } from '../../web/addresses.ts'
import { requirePartner } from '../../web/principal.ts'

interface Asked {
  reason?: string | undefined
  ifRevision?: number | undefined
}

export const actOf = ({ reason, ifRevision }: Asked) => ({ reason: reason ?? null, ifRevision })

/** Throws where the key may not, or there is no such calendar. */
export async function here(
  ports: Ports,
  c: Context,
  address: { partner: string; calendar: string },
  needed: Role = 'editor',
) {
  const authorization = c.req.header('authorization')
  const { principal } = await requirePartner(ports, authorization, address.partner, needed)
  return { calendar: await calendarHere(ports, c, address), author: principal.label }
}
