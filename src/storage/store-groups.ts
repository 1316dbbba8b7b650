// A calendar's groups of stores.

import type { Store, StoreGroup } from '../schedule/store-groups.ts'
import type { Calendar } from './calendars.ts'
import { type Database, type Statement, sql } from './database.ts'

export async function storeGroups(db: Database, calendar: Calendar): Promise<StoreGroup[]> {
  const rows = await db.query<{ name: string; stores: string }>(sql`
    SELECT name, stores FROM store_groups WHERE partner_id = ${calendar.partnerId}
      AND calendar_id = ${calendar.id} ORDER BY name`)
  return rows.map(({ name, stores }) => ({ name, stores: JSON.parse(stores) as Store[] }))
}

/** All of them anew: one that is not among `groups` is gone. */
export const replaceStoreGroups = (
  { partnerId, id }: Calendar,
  groups: readonly StoreGroup[],
): Statement[] => [
  sql`DELETE FROM store_groups WHERE partner_id = ${partnerId} AND calendar_id = ${id}`,
  sql`INSERT INTO store_groups (partner_id, calendar_id, name, stores)
      SELECT ${partnerId}, ${id}, value ->> 'name', value -> 'stores'
      FROM json_each(${JSON.stringify(groups)})`,
]
