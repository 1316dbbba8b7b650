// Which subscriptions' reminders are to be planned, and what was planned of each.

import { type Database, guard, type Statement, sql } from './database.ts'

export interface Plan {
  subscriptionId: number
  /** Read before everything that is planned from: what changes later has it planned again. */
  wanted: number
  /** All that rings before this instant was planned. */
  until: string
}

/** A subscription with its first channel; one that has a plan is planned anew. */
export const wantPlan = ({ id }: { id: number }, now: string): Statement =>
  sql`INSERT INTO push_plans (subscription_id, wanted, planned, revision, until, soon)
      VALUES (${id}, 1, 0, 0, ${now}, '')
      ON CONFLICT (subscription_id) DO UPDATE SET wanted = wanted + 1, soon = ''`

export interface Lines {
  /** What is not planned as far is planned anew. */
  near: string
  /** And what was planned by a clock that has gone back since. */
  far: string
}

/** What is planned wrongly, soonest first; then what is not planned as it should be. */
export async function duePlans(db: Database, { near, far }: Lines, limit: number): Promise<Plan[]> {
  const wrong = await db.query<Plan>(sql`
    SELECT subscription_id AS subscriptionId, wanted, until FROM push_plans
    WHERE planned < wanted ORDER BY soon LIMIT ${limit}`)
  if (wrong.length === limit) return wrong
  const short = await db.query<Plan>(sql`
    SELECT subscription_id AS subscriptionId, wanted, until FROM push_plans
    WHERE (until < ${near} OR until > ${far}) AND planned = wanted
    ORDER BY until LIMIT ${limit - wrong.length}`)
  return [...wrong, ...short]
}

/** Those of some subscriptions that have something laid over single events. */
export async function overlaidAmong(db: Database, ids: readonly number[]): Promise<Set<number>> {
  const rows = await db.query<{ id: number }>(sql`
    SELECT DISTINCT subscription_id AS id FROM overlays
    WHERE subscription_id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`)
  return new Set(rows.map(({ id }) => id))
}

export interface Planned {
  plan: Plan
  /** Of the subscription that was planned. */
  revision: number
  until: string
  /** The calendars that it was planned from. */
  calendars: readonly { id: number; partnerId: number; revision: number }[]
}

/** The last act: the batch fails where the subscription has ended, or it or a calendar is another by now. */
export const notePlan = ({ plan, revision, until, calendars }: Planned): Statement[] => [
  guard(sql`
    SELECT COALESCE((SELECT revision = ${revision} AND ended_at IS NULL FROM subscriptions
                     WHERE id = ${plan.subscriptionId}), 0)`),
  guard(sql`
    SELECT NOT EXISTS (SELECT 1 FROM json_each(${JSON.stringify(calendars.map(partsOf))}) j
      JOIN calendars c ON c.partner_id = j.value ->> 0 AND c.id = j.value ->> 1
      WHERE c.revision <> j.value ->> 2)`),
  sql`UPDATE push_plans SET planned = ${plan.wanted}, revision = ${revision}, until = ${until}
      WHERE subscription_id = ${plan.subscriptionId}`,
]

const partsOf = ({ id, partnerId, revision }: Planned['calendars'][number]) => [
  ...[partnerId, id, revision],
]

/** One that could not be planned is tried again later, and keeps no other waiting. */
export const putOffPlan = ({ subscriptionId, wanted }: Plan, until: string): Statement =>
  sql`UPDATE push_plans SET planned = ${wanted}, until = ${until}
      WHERE subscription_id = ${subscriptionId}`

/** Without channels there is nothing to plan. */
export const dropPlan = ({ subscriptionId }: Pick<Plan, 'subscriptionId'>): Statement[] => [
  sql`DELETE FROM push_due WHERE subscription_id = ${subscriptionId} AND NOT EXISTS
        (SELECT 1 FROM push_channels WHERE subscription_id = ${subscriptionId})`,
  sql`DELETE FROM push_plans WHERE subscription_id = ${subscriptionId} AND NOT EXISTS
        (SELECT 1 FROM push_channels WHERE subscription_id = ${subscriptionId})`,
]
