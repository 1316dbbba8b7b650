// Bounds of an upload, with their units.

export const MAX_UPLOAD_BYTES = 20 * 1024 * 1024
export const MAX_ROWS = 50_000
export const MAX_COLUMNS = 200
export const MAX_CELL_CHARS = 16_384
/** Ids, kinds, categories, teams: what stands in keys and lists. */
export const MAX_NAME_CHARS = 255
export const MAX_JSON_DEPTH = 128
export const MIN_YEAR = 1970
export const MAX_YEAR = 2200
export const MAX_RANGE_DAYS = 3660
export const MAX_EXDATES = 1000
export const MAX_ALARMS = 5
export const MAX_ALARM_MINUTES = 60 * 24 * 60
/** A letter with more marks on it than this is meant to run over its neighbours. */
export const MAX_COMBINING_MARKS = 8
/** What a finding quotes of a value. */
export const MAX_QUOTED_CHARS = 200
