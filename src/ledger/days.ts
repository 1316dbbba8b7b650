// Midnight UTC: what could still tell yesterday's callers apart is thrown away.

import type { Ports } from '../ports.ts'
import { endDays, findEndedDays } from '../storage/fetch-days.ts'
import { throwAwaySalts } from './salt.ts'

export async function endFetchDays({ db, blobs, now }: Ports): Promise<void> {
  const today = now().slice(0, 10)
  const ended = await findEndedDays(db, today)
  if (ended.length === 0) return
  await throwAwaySalts(blobs, ended)
  await db.batch(endDays(today))
}
