// Signing in by guessing is bounded: for each key, and for all together. No addresses are kept.

import type { Ports } from '../../../ports.ts'
import { Problem } from '../../../problem.ts'
import { findKey } from '../../../storage/keys.ts'
import { ALL_KEYS, countFailure, failuresSince, forgetFailures } from '../../../storage/sessions.ts'
import { holderOf, idIn, type Principal } from '../../../web/principal.ts'
import { hoursFrom } from './session.ts'

export const WINDOW_MINUTES = 15
/** With a key's own id, which few know. */
export const MAX_FAILURES_OF_KEY = 10
/** Of everybody: it is reached by attack alone, and keeps no partner out. */
export const MAX_FAILURES = 1000

/** Whose key was given. Null when it is nobody's; throws `too_many_attempts` at the bound: of a key for right ones too. */
export async function attempt(ports: Ports, key: string): Promise<Principal | null> {
  const { db, now } = ports
  const since = hoursFrom(now(), -WINDOW_MINUTES / 60)
  const id = await countedAs(ports, key)
  const failed = await failuresSince(db, id, since)
  const principal = await holderOf(ports, key)
  // Nobody guesses what we minted; the operator's may be of somebody's own making.
  const isMinted = principal?.kind === 'partner'
  const full = [
    ...(failed.key.count >= MAX_FAILURES_OF_KEY ? [failed.key] : []),
    ...(failed.all.count >= MAX_FAILURES && !isMinted ? [failed.all] : []),
  ]
  if (full.length > 0) {
    const minutes = Math.max(...full.map(({ minutesLeft }) => minutesLeft))
    throw new Problem('too_many_attempts', { minutes })
  }
  if (principal) {
    if (failed.key.count > 0) await db.batch([forgetFailures(id)])
    return principal
  }
  const counted = id === ALL_KEYS ? [ALL_KEYS] : [id, ALL_KEYS]
  await db.batch(counted.map((each) => countFailure(each, since, now())))
  return null
}

/** Only keys that there are get a count of their own, so that guessing fills no table. */
async function countedAs({ db }: Ports, key: string): Promise<string> {
  const id = idIn(key)
  return id && (await findKey(db, id)) ? id : ALL_KEYS
}
