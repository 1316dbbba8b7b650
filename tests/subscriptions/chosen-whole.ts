// What a subscription holds, judged event by event, each read whole: what other ways of reading are
// compared with.

import type { Database } from '../../src/storage/database.ts'
import { followedByUid } from '../../src/storage/subscription-events.ts'
import {
  type Choosing,
  type Chosen,
  chosenFrom,
  type Sight,
} from '../../src/subscriptions/choose.ts'

export async function chosenWhole(
  db: Database,
  choosing: Choosing,
  sight: Sight,
  ownTeam: string | null,
): Promise<Chosen[]> {
  const chosen: Chosen[] = []
  for (const followed of choosing.followed) {
    const { partnerId, id } = followed.calendar
    const rows = await db.query<{ uid: string }>({
      sql: `SELECT DISTINCT uid FROM all_event_versions
            WHERE partner_id = ? AND calendar_id = ? ORDER BY uid`,
      params: [partnerId, id],
    })
    const uids = rows.map(({ uid }) => uid)
    for await (const some of followedByUid(db, followed.calendar, uids, followed.audiences))
      for (const event of some) {
        const one = chosenFrom(event, { followed, ownTeam, choosing, sight })
        if (one) chosen.push(one)
      }
  }
  return chosen.sort((a, b) => (a.event.uid < b.event.uid ? -1 : 1))
}
