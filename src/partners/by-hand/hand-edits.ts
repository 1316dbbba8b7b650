// Events by hand: added, changed and taken out one by one, each act a publication of its own.

import type { Finding } from '../../intake/finding.ts'
import type { ReadingContext } from '../../intake/row.ts'
import type { Ports } from '../../ports.ts'
import { Problem } from '../../problem.ts'
import {
  addedByHand,
  editedByHand,
  happeningByHand,
  happeningTakenOut,
  OF_HAPPENINGS,
  removedByHand,
} from '../../schedule/by-hand.ts'
import type { Change } from '../../schedule/diff.ts'
import { type EventState, STATUSES } from '../../schedule/event.ts'
import { overriddenFacts } from '../../schedule/occurrences.ts'
import { startsAmong } from '../../schedule/recurrence.ts'
import type { Row, SaidFacts } from '../../schedule/row.ts'
import { same } from '../../schedule/same.ts'
import { withStoreTags } from '../../schedule/store-groups.ts'
import type { Calendar } from '../../storage/calendars.ts'
import { historyOf } from '../../storage/event-history.ts'
import { currentEvents } from '../../storage/events.ts'
import { ALSO_PRIVATE } from '../../storage/sight.ts'
import { storeGroups } from '../../storage/store-groups.ts'
import { readingContext } from '../upload/reading.ts'
import { type HandAct, publishByHand } from './hand-publication.ts'
import { type HandRow, rowOfEdit, rowOfNew, type Said } from './hand-row.ts'

export interface Edit {
  said: Said
  /** Fields that files may speak of again. */
  unlock?: readonly string[] | undefined
  /** One happening of a series: the start that its rule makes. */
  recurrenceId?: string | undefined
}

/** With `event` null nothing was done: the findings say why. */
export interface Edited {
  revision: number
  event: EventState | null
  findings: Finding[]
}

export function addEvent(
  ports: Ports,
  calendar: Calendar,
  said: Said,
  act: HandAct,
): Promise<Edited> {
  return settle(ports, calendar, act, async (now) => {
    const read = rowOfNew(said, await readingContext(ports, now))
    if (!read.row) return refused(read)
    if (read.row.removed) return neverWas(read)
    const taken = await takenId(ports, now, read.row)
    if (taken) return { change: null, findings: [...read.findings, taken] }
    const row = await withStores(ports, now, read.row)
    return { change: addedByHand(row, ports.mint()), findings: read.findings }
  })
}

export function editEvent(
  ports: Ports,
  calendar: Calendar,
  { uid, edit }: { uid: string; edit: Edit },
  act: HandAct,
): Promise<Edited> {
  const { said, unlock = [], recurrenceId } = edit
  return settle(ports, calendar, act, async (now) => {
    const before = await eventHere(ports, now, uid)
    const context = await readingContext(ports, now)
    if (recurrenceId !== undefined) return editHappening(before, recurrenceId, { said, context })
    const read = rowOfEdit(before, said, context)
    if (!read.row) return refused(read)
    // 삭제 as a status says of an event what DELETE does.
    if (read.row.removed) return { before, change: removedByHand(before), findings: read.findings }
    const taken = await takenId(ports, now, read.row, uid)
    if (taken) return { change: null, findings: [...read.findings, taken] }
    const row = await withStores(ports, now, read.row, before.facts)
    return { before, change: editedByHand(before, row, unlock), findings: read.findings }
  })
}

/** A mistake that never was; of a series, with `recurrenceId`, one happening that does not take place. */
export function removeEvent(
  ports: Ports,
  calendar: Calendar,
  { uid, recurrenceId }: { uid: string; recurrenceId?: string | undefined },
  act: HandAct,
): Promise<Edited> {
  return settle(ports, calendar, act, async (now) => {
    const before = await eventHere(ports, now, uid)
    if (recurrenceId === undefined) return { before, change: removedByHand(before), findings: [] }
    const start = startIn(before, recurrenceId)
    return { before, change: happeningTakenOut(before, start), findings: [] }
  })
}

/** What is given a group's tag is given its stores'. */
async function withStores(
  { db }: Ports,
  calendar: Calendar,
  row: Row,
  { location }: Pick<SaidFacts, 'location'> = {},
): Promise<Row> {
  if (row.facts.tags === undefined) return row
  const groups = await storeGroups(db, calendar)
  const { tags } = withStoreTags({ location, ...row.facts }, groups)
  return { ...row, facts: { ...row.facts, tags: tags ?? [] } }
}

interface Decided {
  before?: EventState
  /** Null: refused, and the findings say why. */
  change: Change | null
  findings: Finding[]
}

/** An event that is made is there. */
const neverWas = ({ findings }: HandRow): Decided => {
  const where = { pointer: '/status', value: 'removed', params: { wanted: STATUSES.join(', ') } }
  return {
    change: null,
    findings: [...findings, { code: 'field.invalid', severity: 'error', ...where }],
  }
}

const refused = ({ findings }: HandRow): Decided => ({ change: null, findings })

async function settle(
  ports: Ports,
  calendar: Calendar,
  act: HandAct,
  decide: (calendar: Calendar) => Promise<Decided>,
): Promise<Edited> {
  const { revision, told } = await publishByHand(ports, calendar, act, async (now) => {
    const { before, change, findings } = await decide(now)
    const changes = change && !(before && same(before, change.after)) ? [change] : []
    return { changes, refused: !change, told: { event: change?.after ?? null, findings } }
  })
  return { revision, ...told }
}

async function eventHere({ db }: Ports, calendar: Calendar, uid: string): Promise<EventState> {
  const [event] = await historyOf(db, calendar, uid, 1, ALSO_PRIVATE)
  if (!event || event.removed) throw new Problem('not_found', { what: 'event', name: uid })
  return event
}

/** Two events of one id could not be told apart by the next file. */
async function takenId(
  { db }: Ports,
  calendar: Calendar,
  { facts: { externalId } }: Row,
  uid?: string,
): Promise<Finding | null> {
  if (!externalId) return null
  const events = await currentEvents(db, calendar, ALSO_PRIVATE)
  const other = events.find(
    (event) =>
      event.uid !== uid &&
      (event.uid === externalId ||
        event.aliases.includes(externalId) ||
        (!event.removed && event.facts.externalId === externalId)),
  )
  if (!other) return null
  const where = { pointer: '/externalId', value: externalId, params: { title: other.facts.title } }
  return { code: 'uid.taken', severity: 'error', ...where }
}

/** The start of a happening as the series has it; its seconds need not be given. */
export function startIn({ facts }: EventState, recurrenceId: string): string {
  const start = /T\d\d:\d\d$/.test(recurrenceId) ? `${recurrenceId}:00` : recurrenceId
  const made = facts.rrule === null ? new Set() : startsAmong(facts, [start])
  if (!made.has(start)) throw new Problem('not_found', { what: 'happening', name: recurrenceId })
  return start
}

function editHappening(
  before: EventState,
  recurrenceId: string,
  { said, context }: { said: Said; context: ReadingContext },
): Decided {
  const start = startIn(before, recurrenceId)
  const known = before.facts.overrides.find((override) => override.recurrenceId === start)
  const facts = overriddenFacts(before.facts, known ?? { recurrenceId: start, facts: {} })
  const read = rowOfEdit({ ...before, facts }, said, context)
  if (!read.row) return refused(read)
  if (read.row.removed)
    return { before, change: happeningTakenOut(before, start), findings: read.findings }
  const { allDay = facts.allDay, timezone = facts.timezone } = read.row.facts
  const others = Object.keys(read.row.facts).filter((field) => !OF_HAPPENING.has(field))
  const wrong = allDay !== facts.allDay || timezone !== facts.timezone ? 'start' : others[0]
  if (wrong !== undefined) {
    const params = { wanted: OF_HAPPENINGS.join(', ') }
    const where = { pointer: `/${wrong}`, value: wrong, params }
    return { change: null, findings: [{ code: 'field.invalid', severity: 'error', ...where }] }
  }
  return { before, change: happeningByHand(before, start, read.row), findings: read.findings }
}

const OF_HAPPENING = new Set<string>([...OF_HAPPENINGS, 'allDay', 'timeTbd', 'timezone'])
