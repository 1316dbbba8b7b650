// What is wrong, doubtful or noteworthy in a file. Expected failures are data, not exceptions.

export type Severity = 'error' | 'warning' | 'question'

/**
 * One finding. `code` and `params` carry the meaning; the text in a reader's language is made at
 * the edge (language/findings.ts), so a stored upload can be read in either language.
 */
export interface Finding {
  code: FindingCode
  severity: Severity
  /** The file's own row number as a spreadsheet shows it; the header is row 1. */
  row?: number
  /** The header as the file spells it; for a missing column, Kalends' own name of it. */
  column?: string
  /** iCalendar: the physical line, and the property on it; JSON that is none: the line. */
  line?: number
  property?: string
  /** JSON only: an RFC 6901 pointer. */
  pointer?: string
  /** What was found, at most 200 characters of it. */
  value?: string
  /** What the message and the hint speak of: limits, candidates, other rows. */
  params?: Record<string, string | number>
  /** A question of identity, as a page asks it. */
  question?: Asked
  /** What was said by hand, and what the file says instead. */
  conflict?: { uid: string; field: string; kept: unknown; offered: unknown }
}

/** Rows, and the events that they may be; `proposed` is what confirmation takes, null: a new one. */
export interface Asked {
  rows: number[]
  candidates: { uid: string; title: string; start: string }[]
  proposed: string | null
}

/** Every code a file can be answered with; docs/findings.md and both catalogues list the same. */
export const FINDING_CODES = [
  'file.empty',
  'file.no_rows',
  'file.too_large',
  'file.too_many_rows',
  'file.too_many_columns',
  'file.type_mismatch',
  'file.unsupported',
  'encoding.guessed',
  'encoding.invalid',
  'encoding.unsupported',
  'encoding.replacement_char',
  'file.unreadable',
  'file.encrypted',
  'zip.unsafe',
  'zip.bomb',
  'xml.doctype',
  'xlsx.sheets',
  'xlsx.unread',
  'xlsx.hidden',
  'xlsx.merged',
  'cell.error',
  'cell.formula_uncached',
  'cell.type',
  'csv.unclosed_quote',
  'csv.quote',
  'csv.delimiter',
  'header.missing',
  'header.duplicate',
  'header.unknown',
  'header.nameless',
  'header.below',
  'team.unknown',
  'row.ragged',
  'row.duplicate',
  'field.required',
  'field.newline',
  'field.control_char',
  'field.invisible_char',
  'field.blank',
  'field.too_long',
  'field.shortened',
  'field.invalid',
  'field.locked',
  'date.invalid',
  'date.serial',
  'date.ambiguous',
  'date.year_missing',
  'date.out_of_range',
  'date.weekday_mismatch',
  'date.next_day',
  'time.invalid',
  'time.gap',
  'time.fold',
  'time.end_without_start',
  'range.reversed',
  'range.empty',
  'range.too_long',
  'tz.unknown',
  'tz.ambiguous',
  'tz.alias',
  'tz.conflict',
  'tz.guessed',
  'tz.overruled',
  'watch.no_link',
  'url.scheme',
  'url.credentials',
  'url.invalid',
  'uid.duplicate',
  'uid.invalid',
  'uid.taken',
  'status.unknown',
  'rrule.invalid',
  'rrule.unsupported',
  'rrule.no_occurrence',
  'rrule.too_dense',
  'rrule.expanded',
  'exdate.not_an_occurrence',
  'exdates.without_rule',
  'recurrence.orphan',
  'recurrence.duplicate',
  'class.private',
  'ics.structure',
  'ics.nesting',
  'ics.line',
  'ics.version',
  'ics.method',
  'ics.duplicate_property',
  'ics.too_many',
  'ics.value',
  'ics.escape',
  'ics.left_out',
  'audience.unknown',
  'json.syntax',
  'json.type',
  'json.key',
  'json.unknown_field',
  'json.depth',
  'identity.ambiguous',
  'identity.duplicate',
  'identity.answer',
  'identity.nothing_to_remove',
  'guard.cancels_many',
  'guard.empties',
  'guard.opens',
  'feed.too_large',
] as const
export type FindingCode = (typeof FINDING_CODES)[number]

/** How many findings an answer lists; the summary counts them all. */
export const MAX_FINDINGS = 100
