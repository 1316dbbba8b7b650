// An act by hand as a publication of its own: decided on the calendar as it is, and again where it moved on meanwhile.

import type { Ports } from '../../ports.ts'
import { Problem } from '../../problem.ts'
import { publish } from '../../publication/publish.ts'
import type { Change } from '../../schedule/diff.ts'
import { type Calendar, findCalendarById, guardRevision } from '../../storage/calendars.ts'
import { GuardFailed, type Statement } from '../../storage/database.ts'

export interface HandAct {
  author: string
  /** For the history. */
  reason: string | null
  /** The revision that the person looked at: at any other one nothing is done. */
  ifRevision?: number | undefined
  /** Throws when it is not to be done any more; asked before each try. */
  provided?: () => Promise<void>
  /** What else must happen in the same batch, or not at all. */
  alongside?: (revision: number, at: string) => Statement[]
}

export interface Decision<Told> {
  changes: readonly Change[]
  /** What is written with them, or without any. */
  alongside?: Statement[]
  /** Nothing is done, nor what the act does alongside. */
  refused?: boolean
  told: Told
}

/** Publications at once by others; after this many in a row one gives up. */
const MAX_RETRIES = 60

export async function publishByHand<Told>(
  ports: Ports,
  calendar: Calendar,
  act: HandAct,
  decide: (calendar: Calendar) => Promise<Decision<Told>>,
  retries = MAX_RETRIES,
): Promise<{ revision: number; told: Told }> {
  if (calendar.deletedAt)
    throw new Problem('calendar_deleted', { name: calendar.slug, when: calendar.deletedAt })
  if (act.ifRevision !== undefined && act.ifRevision !== calendar.revision)
    throw new Problem('calendar_moved_on', { base: act.ifRevision, now: calendar.revision })
  await act.provided?.()
  const decision = await decide(calendar)
  try {
    return { revision: await written(ports, calendar, act, decision), told: decision.told }
  } catch (error) {
    const moved = error instanceof Problem && error.code === 'calendar_moved_on'
    const lost = moved || error instanceof GuardFailed
    const now = lost ? await findCalendarById(ports.db, calendar.partnerId, calendar.id) : null
    if (!now || retries === 0) throw error
    return publishByHand(ports, now, act, decide, retries - 1)
  }
}

/** The revision that it made, or the one that stands where no event is changed. */
async function written(
  ports: Ports,
  calendar: Calendar,
  { author, reason, alongside: act }: HandAct,
  { changes, alongside = [], refused = false }: Decision<unknown>,
): Promise<number> {
  const along = (revision: number, at: string) =>
    refused ? alongside : [...alongside, ...(act?.(revision, at) ?? [])]
  if (changes.length > 0) {
    const { revision } = await publish(ports, calendar, changes, {
      ...{ kind: 'edit', uploadId: null, restored: null, author, reason },
      ...{ summary: countsOf(changes), alongside: along },
    })
    return revision
  }
  const { revision } = calendar
  const rest = along(revision, ports.now())
  if (rest.length > 0) await ports.db.batch([guardRevision(calendar, revision), ...rest])
  return revision
}

function countsOf(changes: readonly Change[]): Record<Change['type'], number> {
  const counts = { new: 0, changed: 0, moved: 0, cancelled: 0, removed: 0 }
  for (const { type } of changes) counts[type] += 1
  return counts
}
