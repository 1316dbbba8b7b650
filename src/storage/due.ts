// Whether there is anything that happens by itself: asked each second, and answered from indexes
// alone. Rather too often yes than too seldom: whoever does it looks more closely.

import { type Database, sql } from './database.ts'

export interface DueLines {
  now: string
  /** What was planned for less, or for more, is planned anew. */
  near: string
  far: string
  /** What was done with before is forgotten. */
  old: string
}

export async function isAnythingDue(
  db: Database,
  { now, near, far, old }: DueLines,
): Promise<boolean> {
  const [row] = await db.query<{ due: number }>(sql`
    SELECT EXISTS (SELECT 1 FROM uploads WHERE publish_at IS NOT NULL AND publish_at <= ${now})
      OR EXISTS (SELECT 1 FROM sources WHERE next_at <= ${now})
      OR EXISTS (SELECT 1 FROM notices WHERE next_at <= ${now})
      OR EXISTS (SELECT 1 FROM visitors WHERE day < ${now.slice(0, 10)})
      OR EXISTS (SELECT 1 FROM push_news n JOIN calendars c ON c.partner_id = n.partner_id
           AND c.id = n.calendar_id WHERE c.revision > n.told)
      OR EXISTS (SELECT 1 FROM push_plans WHERE planned < wanted)
      OR EXISTS (SELECT 1 FROM push_plans WHERE until < ${near})
      OR EXISTS (SELECT 1 FROM push_plans WHERE until > ${far})
      OR EXISTS (SELECT 1 FROM push_due WHERE state = 'open' AND at <= ${now})
      OR EXISTS (SELECT 1 FROM push_due WHERE state = 'missed' AND at > ${now})
      OR EXISTS (SELECT 1 FROM push_due WHERE state IN ('sent', 'missed', 'known', 'refused')
           AND at < ${old}) AS due`)
  return row?.due === 1
}
