// Findings that only the comparison with the calendar can make, beside those of reading the file.

import type { Asked, Finding } from '../../intake/finding.ts'
import { quoted } from '../../intake/given.ts'
import { shown } from '../../intake/json-text.ts'
import type { Difference, Mode } from '../../schedule/diff.ts'
import type { EventState } from '../../schedule/event.ts'
import type { IdentityQuestion } from '../../schedule/identity.ts'
import type { Conflict } from '../../schedule/locks.ts'
import type { Row } from '../../schedule/row.ts'
import type { AnswerFault } from '../../schedule/sure.ts'

/** A replacement that cancels more than this share of what is ahead, and more than a handful, asks first. */
export const GUARD_PERCENT = 20
export const GUARD_EVENTS = 5

/** How many candidates a question names. */
const NAMED_CANDIDATES = 5

export interface Ahead {
  /** Upcoming events that were to take place, before and after. */
  before: number
  after: number
}

export function findingsOf(difference: Difference, mode: Mode, ahead: Ahead): Finding[] {
  return [
    ...difference.faults.map(answerFault),
    ...difference.questions.map(identityQuestion),
    ...difference.conflicts.map(lockedField),
    ...difference.nothingToRemove.map(
      (row): Finding => ({
        ...{ code: 'identity.nothing_to_remove', severity: 'warning', ...whereIs(row) },
        value: row.facts.externalId ?? row.facts.title ?? '',
      }),
    ),
    ...(mode === 'replace' ? guardQuestions(difference.withdrawn, ahead) : []),
    ...opened(difference),
  ]
}

const whereIs = ({ row, line, pointer }: Row): Partial<Finding> =>
  line ? { line, property: 'VEVENT' } : { row, ...(pointer ? { pointer } : {}) }

/** Each row and the events it may be; by default it is a new one, unless one is proposed. */
function identityQuestion({ rows, candidates, proposed }: IdentityQuestion): Finding {
  const [first] = rows
  return {
    ...{
      code: proposed ? 'identity.duplicate' : 'identity.ambiguous',
      severity: 'question',
      ...(first ? whereIs(first) : { row: 0 }),
    },
    value: first?.facts.title ?? '',
    params: {
      rows: rows.map(({ row }) => row).join(', '),
      count: candidates.length,
      candidates: inOrder(candidates).slice(0, NAMED_CANDIDATES).map(nameOf).join('; '),
    },
    question: asked(rows, candidates, proposed?.uid ?? null),
  }
}

/** How many rows and candidates a page is given to ask about. */
const ASKED_AT_ONCE = 50

const inOrder = (events: readonly EventState[]): EventState[] =>
  [...events].sort((a, b) => (a.facts.start < b.facts.start ? -1 : 1))

const asked = (rows: Row[], candidates: EventState[], proposed: string | null): Asked => ({
  rows: rows.slice(0, ASKED_AT_ONCE).map(({ row }) => row),
  candidates: inOrder(candidates)
    .slice(0, ASKED_AT_ONCE)
    .map(({ uid, facts }) => ({
      ...{ uid, title: facts.title, start: facts.start },
    })),
  proposed,
})

const answerFault = ({ row, uid, why }: AnswerFault): Finding => ({
  ...{ code: 'identity.answer', severity: 'warning', ...whereIs(row) },
  ...{ value: row.facts.title ?? '', params: { uid: quoted(uid), why } },
})

/** Columns by the contract's names, where a field has another. */
const COLUMNS: Readonly<Record<string, string>> = {
  ...{ externalId: 'external_id', soldOut: 'sold_out', allDay: 'all_day', timeTbd: 'time_tbd' },
  ...{ categories: 'category', gameNo: 'game_no', ticketOpensAt: 'ticket_opens_at' },
  ...{ alarms: 'alarm', 'location.name': 'venue', removed: 'status' },
}

function lockedField({ uid, row, field, kept, offered }: Conflict): Finding {
  const name = field.replace(/^location\./, '')
  const column = COLUMNS[field] ?? name
  const where = row.pointer ? { pointer: `${row.pointer}/${field.replaceAll('.', '/')}` } : null
  return {
    ...{ code: 'field.locked', severity: 'warning', ...whereIs(row) },
    ...(where ?? (row.line ? {} : { column })),
    value: shown(offered),
    params: { title: row.facts.title ?? '', kept: shown(kept), field: `${uid}/${field}` },
    conflict: { uid, field, kept, offered },
  }
}

const nameOf = ({ facts }: EventState): string =>
  `${facts.title} (${facts.start.replace('T', ' ').slice(0, 16)})`

function guardQuestions(withdrawn: number, { before, after }: Ahead): Finding[] {
  const percent = before === 0 ? 0 : Math.round((100 * withdrawn) / before)
  if (before > 0 && after === 0 && withdrawn > 0)
    return [{ code: 'guard.empties', severity: 'question', params: { count: withdrawn } }]
  if (withdrawn > GUARD_EVENTS && withdrawn * 100 > before * GUARD_PERCENT)
    return [
      {
        ...{ code: 'guard.cancels_many', severity: 'question' },
        params: { count: withdrawn, of: before, percent },
      },
    ]
  return []
}

/** What was private is public from then on, and no later upload takes that back. */
function opened({ changes }: Difference): Finding[] {
  const open = changes.filter(
    ({ fields, after }) =>
      !after.removed && fields.some(({ field, from, to }) => field === 'audience' && from && !to),
  )
  if (open.length === 0) return []
  const titles = open.slice(0, NAMED_CANDIDATES).map(({ after }) => nameOf(after))
  const params = { count: open.length, titles: quoted(titles.join('; ')) }
  return [{ code: 'guard.opens', severity: 'question', params }]
}

/** Questions of guard and of identity have a stated default; a doubtful date has none. */
export const hasDefault = ({ code }: Finding): boolean =>
  code.startsWith('guard.') || code.startsWith('identity.') || code === 'xlsx.sheets'
