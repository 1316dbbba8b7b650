// What a file changes in the calendar as it is now, and what a person must be told of it.

import type { Answers } from '../../intake/answers.ts'
import { type Finding, MAX_FINDINGS } from '../../intake/finding.ts'
import { sheetRowOf } from '../../intake/layout.ts'
import type { Reading } from '../../intake/row.ts'
import type { Ports } from '../../ports.ts'
import { type Change, compare, type Difference, type Mode } from '../../schedule/diff.ts'
import type { EventState, Facts } from '../../schedule/event.ts'
import { spanOf } from '../../schedule/occurrences.ts'
import { withStores } from '../../schedule/store-groups.ts'
import type { Calendar } from '../../storage/calendars.ts'
import { currentEvents } from '../../storage/events.ts'
import { ALSO_PRIVATE } from '../../storage/sight.ts'
import { storeGroups } from '../../storage/store-groups.ts'
import { nextTurn } from '../../storage/turns.ts'
import type { Upload, UploadSummary } from '../../storage/uploads.ts'
import { feedSizeFindings } from './feed-size.ts'
import { findingsOf, hasDefault } from './findings.ts'

export interface Compared {
  changes: Change[]
  findings: Finding[]
  summary: UploadSummary
}

export async function compareFile(
  ports: Ports,
  calendar: Calendar,
  upload: Pick<Upload, 'mode' | 'answers'>,
  reading: Reading,
): Promise<Compared> {
  const events = await currentEvents(ports.db, calendar, ALSO_PRIVATE)
  const groups = await storeGroups(ports.db, calendar)
  const rows = groups.length > 0 ? reading.rows.map((row) => withStores(row, groups)) : reading.rows
  const now = ports.now()
  const { defaultMinutes } = calendar.settings
  const ends = new Map<Facts, string>()
  const isUpcoming = ({ facts }: EventState) => {
    const endsAt = ends.get(facts) ?? spanOf(facts, defaultMinutes).endsAt
    ends.set(facts, endsAt)
    return endsAt > now
  }
  const mode = modeOf(upload, reading)
  const difference = compare({
    ...{ rows, events, mode, isUpcoming, mintUid: ports.mint },
    ...answered(upload.answers),
  })
  await nextTurn()
  const takesPlace = (event: EventState) =>
    !event.removed && event.facts.status !== 'cancelled' && isUpcoming(event)
  const after = new Map(events.map((event): [string, EventState] => [event.uid, event]))
  for (const change of difference.changes) after.set(change.after.uid, change.after)
  const ahead = {
    before: events.filter(takesPlace).length,
    after: [...after.values()].filter(takesPlace).length,
  }
  const coming = [...after.values()].filter(
    (event) => !event.removed && event.facts.audience === null && isUpcoming(event),
  )
  const found = [
    ...reading.findings,
    ...namedRows(findingsOf(difference, mode, ahead), reading),
    ...feedSizeFindings(coming, calendar.settings),
  ]
  await nextTurn()
  return {
    changes: difference.changes,
    findings: listedFindings(found),
    summary: summaryOf(reading, difference),
  }
}

/** Rows in words are those of their sheets. */
const namedRows = (findings: Finding[], { table }: Reading): Finding[] =>
  findings.map((finding) => {
    if (!table?.parts || !finding.question) return finding
    const rows = finding.question.rows.map((row) => {
      const own = sheetRowOf(table.parts, row)
      return own ? `${own.sheet} ${own.row}` : String(row)
    })
    return { ...finding, params: { ...finding.params, rows: rows.join(', ') } }
  })

const answered = ({ same = [], takeFile = [] }: Answers) => ({
  same: new Map(same.map(({ row, uid }): [number, string | null] => [row, uid])),
  takeFile: new Set(takeFile),
})

/**
 * A row whose date is asked about is in no place yet, and one that is left out says nothing: the
 * events that they may be are not missing.
 */
const modeOf = ({ mode, answers }: Pick<Upload, 'mode' | 'answers'>, reading: Reading): Mode =>
  answers.leaveOut?.length || reading.findings.some(({ severity }) => severity === 'question')
    ? 'merge'
    : mode

/** When not all fit: what stands against publishing is never cut off by what does not. */
export const listedFindings = (findings: readonly Finding[]): Finding[] =>
  [...findings].sort((a, b) => weight(a) - weight(b)).slice(0, MAX_FINDINGS)

function weight(finding: Finding): number {
  if (finding.severity === 'error') return 0
  if (finding.severity === 'warning') return 4
  if (finding.code.startsWith('guard.')) return 1
  return hasDefault(finding) ? 3 : 2
}

export const openQuestions = (findings: readonly Finding[], confirm: boolean): Finding[] =>
  findings.filter((finding) => finding.severity === 'question' && !(confirm && hasDefault(finding)))

export const mayPublish = (findings: readonly Finding[], confirm: boolean): boolean =>
  openQuestions(findings, confirm).length === 0

function summaryOf(reading: Reading, { changes, unchanged }: Difference): UploadSummary {
  const summary = { ...emptySummary(), rows: reading.rowCount, unchanged }
  for (const { type } of changes) summary[type] += 1
  return summary
}

export const emptySummary = (): UploadSummary => ({
  ...{ rows: 0, new: 0, changed: 0, moved: 0, cancelled: 0, removed: 0, unchanged: 0, refused: 0 },
})
