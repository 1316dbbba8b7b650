// The link that an address means, and who reads its page.

import type { Context } from 'hono'
import type { Ports } from '../../ports.ts'
import type { Subscription } from '../../storage/subscriptions.ts'
import { requireSubscription } from '../../subscriptions/find.ts'
import type { Reader } from '../../web/reader.ts'
import { ownReader } from './frame.ts'

export interface Here {
  token: string
  subscription: Subscription
  reader: Reader
  /** Of the page that manages it. */
  path: string
}

/** As an address spells it: nothing else of `/my/…` is one. */
export const TOKEN = ':token{[a-z0-9]{32}}'

/** Throws `not_found` or `subscription_ended`. */
export async function linkHere(ports: Ports, c: Context): Promise<Here> {
  const token = c.req.param('token') ?? ''
  const subscription = await requireSubscription(ports, token)
  return { token, subscription, reader: ownReader(c, subscription.language), path: `/my/${token}` }
}
