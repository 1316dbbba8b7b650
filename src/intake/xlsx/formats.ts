// What a number format shows of a number: a date, a time, both, or the number.

/** `either`: as the value has it; `elapsed`: hours beyond 24 too. */
export type Shown =
  | 'number'
  | 'date'
  | 'time'
  | 'moment'
  | 'elapsed'
  | 'either'
  | { digits: number }

/** Formats without a code of their own; 34, 35, 55 and 56 differ from language to language. */
const BUILT_IN: readonly (readonly [Shown, readonly number[]])[] = [
  ['date', [14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]],
  ['time', [18, 19, 20, 21, 32, 33, 45, 47]],
  ['moment', [22]],
  ['elapsed', [46]],
  ['either', [34, 35, 55, 56]],
]

export const builtIn = (id: number): Shown =>
  BUILT_IN.find(([, ids]) => ids.includes(id))?.[0] ?? 'number'

const MAX_CODE_CHARS = 255
/** Text in quotes or behind a mark, colours and languages in brackets, exponents. */
const LITERALS = /"[^"]*"?|[\\_*].|\[(?!(?:h+|m+|s+)\])[^\]]*\]|e[+-]0|general/gi

/** `yyyy"년" m"월" d"일"`, `[$-412]AM/PM h:mm`, `[h]:mm`, `0000`. */
export function shownBy(code: string): Shown {
  const [bare = ''] = code.slice(0, MAX_CODE_CHARS).replace(LITERALS, '').toLowerCase().split(';')
  if (/\[[hms]+\]/.test(bare)) return 'elapsed'
  const marks = bare.replace(/am\/pm|a\/p/g, 'h')
  const hasTime = /[hs]/.test(marks)
  const hasDate = /[ydeg]/.test(marks) || (!hasTime && marks.includes('m'))
  if (hasDate) return hasTime ? 'moment' : 'date'
  if (hasTime) return 'time'
  return /^0{2,15}$/.test(bare) ? { digits: bare.length } : 'number'
}
