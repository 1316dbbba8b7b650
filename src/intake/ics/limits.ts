// Bounds of an iCalendar file, with their units.

/** iCalendar: components in one another, a line without its folds, one series. */
export const MAX_NESTING = 4
export const MAX_LINE_BYTES = 65_536
export const MAX_SERIES_EXDATES = 5000
export const MAX_SERIES_OVERRIDES = 2000
/** A series that becomes single events: how many, and how far ahead where nothing ends it. */
export const MAX_SINGLES = 1000
export const YEARS_OF_SINGLES = 5
