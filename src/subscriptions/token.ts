// The token that a subscription is known by: 160 random bits, of which only the hash is kept.

import type { Ports } from '../ports.ts'
import { sha256 } from '../storage/digest.ts'

const TOKEN_CHARS = 32
const TOKEN = /^[a-z0-9]{32}$/

export const mintToken = ({ mint }: Pick<Ports, 'mint'>): string =>
  `${mint()}${mint()}`.slice(-TOKEN_CHARS)

/** Null for what cannot be a token: nothing need be asked for it. */
export const hashOf = async (token: string): Promise<string | null> =>
  TOKEN.test(token) ? sha256(token) : null
