// Whether there is anything that happens by itself: asked each second, and answered from indexes
// alone. Rather too often yes than too seldom: whoever does it looks more closely.

import { type Database, type Statement, sql } from './database.ts'

export interface DueLines {
  now: string
  /** What was planned for less, or for more, is planned anew. */
  near: string
  far: string
  /** What was done with before is forgotten. */
  old: string
}

/**
 * One for each step of a tick (src/timer.ts), which takes its name from here: a step without one
 * would never wake a server at rest.
 */
export const DUE = {
  publications: ({ now }) => [
    sql`SELECT 1 FROM uploads WHERE publish_at IS NOT NULL AND publish_at <= ${now}`,
  ],
  'fetch ledger': ({ now }) => [sql`SELECT 1 FROM visitors WHERE day < ${now.slice(0, 10)}`],
  'key for pushing': () => [
    sql`SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM installation WHERE name = 'vapid')`,
  ],
  'changes to push': () => [
    sql`SELECT 1 FROM push_news n JOIN calendars c ON c.partner_id = n.partner_id
          AND c.id = n.calendar_id WHERE c.revision > n.told`,
  ],
  'changes that wait': () => [sql`SELECT 1 FROM push_due WHERE state = 'held'`],
  'reminders to plan': ({ near, far }) => [
    sql`SELECT 1 FROM push_plans WHERE planned < wanted`,
    sql`SELECT 1 FROM push_plans WHERE until < ${near}`,
    sql`SELECT 1 FROM push_plans WHERE until > ${far}`,
  ],
  fetches: ({ now }) => [
    sql`SELECT 1 FROM sources s JOIN calendars c ON c.id = s.calendar_id
          AND c.partner_id = s.partner_id WHERE s.next_at <= ${now} AND c.deleted_at IS NULL`,
  ],
  notices: ({ now }) => [sql`SELECT 1 FROM notices WHERE next_at <= ${now}`],
  pushes: ({ now, old }) => [
    sql`SELECT 1 FROM push_due WHERE state = 'open' AND at <= ${now}`,
    sql`SELECT 1 FROM push_due WHERE state = 'missed' AND at > ${now}`,
    sql`SELECT 1 FROM push_due WHERE state IN ('sent', 'missed', 'known', 'refused')
          AND at < ${old}`,
  ],
} satisfies Record<string, (lines: DueLines) => Statement[]>

export type Step = keyof typeof DUE

export async function isAnythingDue(
  db: Database,
  lines: DueLines,
  steps = Object.keys(DUE) as Step[],
): Promise<boolean> {
  const asked = steps.flatMap((step) => DUE[step](lines))
  const [row] = await db.query<{ due: number }>({
    sql: `SELECT ${asked.map((each) => `EXISTS (${each.sql})`).join(' OR ')} AS due`,
    params: asked.flatMap(({ params }) => params),
  })
  return row?.due === 1
}
