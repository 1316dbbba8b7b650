// Decisions on reports: accepting one is an edit by hand that is published, in the same batch as the
// decision; rejecting gives a reason; merging makes two entries one.

import type { Ports } from '../../ports.ts'
import { Problem } from '../../problem.ts'
import type { Facts } from '../../schedule/event.ts'
import { recordAudit } from '../../storage/audit.ts'
import { type Calendar, findCalendarById } from '../../storage/calendars.ts'
import { GuardFailed, type Statement } from '../../storage/database.ts'
import { type Decision, decideReport, mergeReports } from '../../storage/report-decisions.ts'
import { type Entry, findEntry } from '../../storage/reports.ts'
import { addEvent, type Edited, editEvent } from '../by-hand/hand-edits.ts'
import type { HandAct } from '../by-hand/hand-publication.ts'
import type { Said } from '../by-hand/hand-row.ts'

/** Reasons that are kept by name, and told in the reporter's language. */
export const KNOWN_REASONS = ['already_right', 'not_confirmed', 'not_ours', 'unclear'] as const

export interface Reported {
  entry: Entry
  calendar: Calendar
}

/** Throws `not_found`, also for another partner's. */
export async function reportHere({ db }: Ports, partnerId: number, id: string): Promise<Reported> {
  const entry = await findEntry(db, partnerId, id)
  const calendar = entry && (await findCalendarById(db, partnerId, entry.calendarId))
  if (!calendar) throw new Problem('not_found', { what: 'report', name: id.slice(0, 80) })
  return { entry, calendar }
}

export interface Acceptance {
  /** What is right; where nothing is said, what was suggested. */
  said?: Said | undefined
  /** Of a series, the happening meant. */
  recurrenceId?: string | undefined
  by: string
  /** For the reporters and the history. */
  reason: string | null
  ifRevision?: number | undefined
  /** Throws when the event is not any more what was looked at. */
  provided?: () => Promise<void>
}

/** With `event` null nothing was done: the findings say why. */
export async function acceptReport(
  ports: Ports,
  { entry, calendar }: Reported,
  acceptance: Acceptance,
): Promise<Edited> {
  const { by, reason, ifRevision } = acceptance
  const said = acceptance.said ?? suggested(entry)
  requireSomething(entry, said)
  const act: HandAct = {
    ...{ author: by, reason, ifRevision },
    async provided() {
      await requireOpen(ports, entry)
      await acceptance.provided?.()
    },
    alongside: (revision, at) =>
      deciding(ports, entry, { status: 'accepted', reason, by, at, revision }),
  }
  const { uid } = entry
  return guarded(ports, entry, () => {
    if (uid === null) return addEvent(ports, calendar, said, act)
    const recurrenceId = acceptance.recurrenceId ?? happeningOf(entry)
    return editEvent(ports, calendar, { uid, edit: { said, recurrenceId } }, act)
  })
}

export async function rejectReport(
  ports: Ports,
  { entry }: Reported,
  { by, reason }: { by: string; reason: string },
): Promise<void> {
  await requireOpen(ports, entry)
  const decision = { status: 'rejected' as const, reason, by, at: ports.now(), revision: null }
  await guarded(ports, entry, () => ports.db.batch(deciding(ports, entry, decision)))
}

/** Everybody who reported either sees what becomes of the one that is left. */
export async function mergeReport(
  ports: Ports,
  { entry }: Reported,
  { into, by }: { into: Entry; by: string },
): Promise<void> {
  await requireOpen(ports, entry)
  if (into.id === entry.id || into.calendarId !== entry.calendarId || into.status !== 'open')
    throw new Problem('report_not_about')
  const about = { report: entry.id, into: into.id, label: labelOf(entry) }
  const { partnerId, calendarId } = entry
  const act = { author: by, action: 'report.merged' as const, calendarId, about }
  await guarded(ports, entry, () =>
    ports.db.batch([...mergeReports(entry, into), recordAudit(ports, partnerId, act)]),
  )
}

/** What a reporter suggests, in the words of an edit by hand. */
export function suggested({ suggestion, facts }: Entry): Said {
  const { start, end, title, location, status } = suggestion
  return {
    ...(title ? { title } : {}),
    ...(start ? slot('start', start, facts) : {}),
    ...(end ? slot('end', end, facts) : {}),
    ...(location ? { venue: location } : {}),
    ...(status ? { status } : {}),
  }
}

/** Of an event at a time of the day, a date alone moves it by days. */
const slot = (name: string, local: string, facts: Facts | null): Said =>
  facts && !facts.allDay && !local.includes('T') ? { [`${name}_date`]: local } : { [name]: local }

/** The start that the series has on the day that was reported. */
export function happeningOf({ suggestion, facts }: Entry): string | undefined {
  const { happening } = suggestion
  if (!happening || !facts?.rrule) return undefined
  const moved = facts.overrides.find((each) => each.facts.start?.startsWith(happening))
  if (moved) return moved.recurrenceId
  return facts.allDay ? happening : `${happening}T${facts.start.slice(11)}`
}

export const labelOf = ({ suggestion, facts, kind }: Entry): string =>
  facts?.title ?? suggestion.title ?? kind

function requireSomething({ suggestion }: Entry, said: Said): void {
  if (Object.keys(said).length > 0) return
  const found = JSON.stringify(suggestion)
  throw new Problem('invalid_request', { place: 'body', found, wanted: 'start, status, title, …' })
}

async function requireOpen({ db }: Ports, { partnerId, id }: Entry): Promise<void> {
  const now = await findEntry(db, partnerId, id)
  if (now?.status !== 'open') throw new Problem('report_decided', { status: now?.status ?? '–' })
}

function deciding(ports: Ports, entry: Entry, decision: Decision): Statement[] {
  const { partnerId, calendarId, id, kind, duplicates } = entry
  const about = { report: id, kind, label: labelOf(entry), reports: duplicates + 1 }
  const act = { author: decision.by, action: `report.${decision.status}` as const, calendarId }
  return [...decideReport(entry, decision), recordAudit(ports, partnerId, { ...act, about })]
}

/** Somebody decided between the look and the batch. */
async function guarded<T>(ports: Ports, entry: Entry, act: () => Promise<T>): Promise<T> {
  try {
    return await act()
  } catch (error) {
    if (!(error instanceof GuardFailed)) throw error
    await requireOpen(ports, entry)
    throw new Problem('report_not_about', {}, { cause: error })
  }
}
