// Personal feeds that were made and left, and links that ended long ago, are forgotten by and by.

import type { Ports } from '../ports.ts'
import { DAY, secondsFrom } from '../schedule/instants.ts'
import { GuardFailed } from '../storage/database.ts'
import { nextTurn } from '../storage/turns.ts'
import { findForgotten, forget, markRung } from '../storage/unused-subscriptions.ts'

/** A subscription that nobody came back to: no program, no app, no page. One that was used stays. */
export const UNUSED_KEPT_DAYS = 180
/** So long a rotated or erased link says that it ended. */
export const ENDED_KEPT_DAYS = 3_650

/** Some milliseconds; polls are answered between one helping and the next. */
const FORGOTTEN_AT_ONCE = 100
/** The rest an hour later. */
const HELPINGS_AN_HOUR = 20

export async function forgetUnused({ db, now }: Pick<Ports, 'db' | 'now'>): Promise<void> {
  const since = {
    madeBefore: secondsFrom(now(), -UNUSED_KEPT_DAYS * DAY),
    endedBefore: secondsFrom(now(), -ENDED_KEPT_DAYS * DAY),
  }
  await db.batch([markRung(since)])
  for (let helping = 0; helping < HELPINGS_AN_HOUR; helping += 1) {
    const ids = await findForgotten(db, since, FORGOTTEN_AT_ONCE)
    if (ids.length === 0) return
    try {
      await db.batch(forget(ids, since))
    } catch (error) {
      // Somebody came to one of them just now: it is not among the next.
      if (!(error instanceof GuardFailed)) throw error
    }
    await nextTurn()
  }
}
