// Going back to an earlier revision, by publishing what undoes everything since.

import type { Ports } from '../../ports.ts'
import { Problem } from '../../problem.ts'
import { publish } from '../../publication/publish.ts'
import { restore } from '../../schedule/restoration.ts'
import type { Calendar } from '../../storage/calendars.ts'
import { currentEvents, eventsAt } from '../../storage/events.ts'
import type { Revision } from '../../storage/revisions.ts'
import { ALSO_PRIVATE } from '../../storage/sight.ts'

export async function restoreRevision(
  ports: Ports,
  calendar: Calendar,
  revision: number,
  { author, reason }: { author: string; reason: string | null },
): Promise<Revision> {
  if (calendar.deletedAt)
    throw new Problem('calendar_deleted', { name: calendar.slug, when: calendar.deletedAt })
  if (!(revision >= 0 && revision < calendar.revision))
    throw new Problem('revision_not_earlier', {
      ...{ revision, now: calendar.revision, from: 0, to: calendar.revision - 1 },
    })
  const wanted = await eventsAt(ports.db, calendar, revision, ALSO_PRIVATE)
  const changes = restore(wanted, await currentEvents(ports.db, calendar, ALSO_PRIVATE))
  const summary = { new: 0, changed: 0, moved: 0, cancelled: 0, removed: 0 }
  for (const { type } of changes) summary[type] += 1
  return publish(ports, calendar, changes, {
    ...{ kind: 'restoration', uploadId: null, restored: revision, author, reason, summary },
  })
}
