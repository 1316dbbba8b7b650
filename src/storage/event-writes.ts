// New versions of events, in a publication's batch; what everybody is told of them is decided here.

import type { Calendar, Told } from './calendars.ts'
import { jsonChunks, type Statement, sql } from './database.ts'
import { EVENTS_AT_ONCE, type NewVersion } from './events.ts'
import { inTurns } from './turns.ts'

/** Closes the current versions of these events and writes their next ones. */
export async function writeVersions(
  { partnerId, id }: Calendar,
  { revision, toldNumber }: Omit<Told, 'told'>,
  versions: readonly NewVersion[],
): Promise<Statement[]> {
  const closing = jsonChunks(versions.map(({ uid }) => uid)).map(
    (uids) => sql`
      UPDATE all_event_versions SET replaced_at = ${revision}
      WHERE partner_id = ${partnerId} AND calendar_id = ${id} AND replaced_at IS NULL
        AND uid IN (SELECT value FROM json_each(${uids}))`,
  )
  const writing: Statement[] = []
  for await (const some of inTurns(versions, EVENTS_AT_ONCE))
    for (const rows of jsonChunks(some.map(rowOf)))
      writing.push(sql`
        INSERT INTO all_event_versions (partner_id, calendar_id, revision, uid, sequence, removed,
          withdrawn, facts, moved_from, recurring, starts_at, ends_at, changed_at, vevent,
          locked, aliases, season, filed, audience, told_number, told)
        SELECT ${partnerId}, ${id}, ${revision}, value ->> 0, value ->> 1, value ->> 2, value ->> 3,
          value ->> 4, value ->> 5, value ->> 6, value ->> 7, value ->> 8, value ->> 9, value ->> 10,
          value ->> 11, value ->> 12, value ->> 13, value ->> 14, value ->> 15, ${toldNumber},
          (value ->> 2 = 0 AND value ->> 15 IS NULL) OR EXISTS (
            SELECT 1 FROM all_event_versions p WHERE p.partner_id = ${partnerId}
              AND p.calendar_id = ${id} AND p.replaced_at = ${revision} AND p.uid = value ->> 0
              AND p.audience IS NULL AND p.removed = 0)
        FROM json_each(${rows})`)
  const telling = sql`
    UPDATE all_event_versions SET told_until = ${revision}
    WHERE partner_id = ${partnerId} AND calendar_id = ${id} AND revision < ${revision}
      AND told = 1 AND told_until IS NULL AND uid IN (
        SELECT uid FROM all_event_versions WHERE partner_id = ${partnerId} AND calendar_id = ${id}
          AND revision = ${revision} AND told = 1)`
  return [...closing, ...writing, ...(writing.length > 0 ? [telling] : [])]
}

const rowOf = (version: NewVersion) => [
  version.uid,
  version.sequence,
  Number(version.removed),
  Number(version.withdrawn),
  JSON.stringify(version.facts),
  version.movedFrom && JSON.stringify(version.movedFrom),
  Number(version.facts.rrule !== null),
  version.startsAt,
  version.endsAt,
  version.changedAt,
  version.vevent,
  JSON.stringify(version.locked),
  JSON.stringify(version.aliases),
  version.season,
  version.filed && JSON.stringify(version.filed),
  version.facts.audience,
]
