// What reading a file comes to, and what a reader must be told beforehand.

import type { Row } from '../schedule/row.ts'
import type { Answers } from './answers.ts'
import type { Finding } from './finding.ts'
import type { TableLayout } from './layout.ts'

export type { Row }

/** Everything a file came to. With an error among the findings nothing of it may be published. */
export interface Reading {
  format: 'csv' | 'json' | 'xlsx' | 'ics'
  rows: Row[]
  findings: Finding[]
  /** Rows the file holds, good and bad, without header and blank rows. */
  rowCount: number
  /** Rows with an error. */
  refusedCount: number
  /** How a table was taken, for a person to look at; also where its header is refused. */
  table?: TableLayout
}

/** An audience of the partner's: what its events are marked with, and what people call it. */
export interface KnownAudience {
  slug: string
  /** In whatever language. */
  names: string[]
}

/** What a person said of the file's rows and columns. */
type TableAnswers = Pick<Answers, 'sheet' | 'headerRow' | 'columns' | 'cells' | 'leaveOut' | 'team'>

/** What a reader must be told: the defaults of the calendar and the answers to questions. */
export interface ReadingContext extends TableAnswers {
  /** IANA zone for rows without one. */
  timezone: string
  /** The calendar's language, e.g. `ko`. */
  language: string
  /** Today's date in `timezone`: only for dates whose year is told by their weekday. */
  today: string
  /** How long the calendar lets a timed event last that has no end, in minutes. */
  defaultMinutes?: number
  /** Who else than everybody an event may be for. */
  audiences?: readonly KnownAudience[]
  /** The partner's answer to `date.ambiguous`. */
  dateOrder?: 'DMY' | 'MDY' | 'YMD'
  /** The partner's answer to `date.year_missing`. */
  year?: number
}
