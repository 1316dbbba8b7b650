// Times of day as people write them.

export type ReadTime = { time: string; nextDay: boolean } | { tbd: true } | { code: 'time.invalid' }

const MAX_TIME_CHARS = 32

const UNDECIDED = new Set(
  '미정 시간미정 추후공지 추후결정 추후 tbd tba tbc timetbd tobedetermined tobeannounced - – — ?'.split(
    ' ',
  ),
)

const CLOCK = /^(\d{1,2})\s*:\s*(\d{2})(?:\s*:\s*(\d{2})(?:\.0{1,6})?)?$/
const KOREAN = /^(\d{1,2})시(?:\s*(\d{1,2})분)?$/
const COMPACT = /^(\d{2})(\d{2})$/
const HOUR = /^(\d{1,2})$/
const BEFORE = /^(오전|오후|am|pm|a\.m\.|p\.m\.)\s*(.+)$/i
const AFTER = /^(.+?)\s*(오전|오후|am|pm|a\.m\.|p\.m\.)$/i

/** `18:30`, `1830`, `오후 6:30`, `6:30 PM`, `18시 30분`; blank and `미정` are "to be decided". */
export function readTime(raw: string): ReadTime {
  const text = raw.trim()
  if (text === '' || UNDECIDED.has(text.toLowerCase().replace(/[\s.]/g, ''))) return { tbd: true }
  if (text.length > MAX_TIME_CHARS) return { code: 'time.invalid' }
  if (text === '정오') return { time: '12:00:00', nextDay: false }
  const before = BEFORE.exec(text)
  const after = before ? null : AFTER.exec(text)
  const meridiem = (before?.[1] ?? after?.[2] ?? '').toLowerCase().replaceAll('.', '')
  const clock = before?.[2] ?? after?.[1] ?? text
  const parts =
    CLOCK.exec(clock) ?? KOREAN.exec(clock) ?? (meridiem ? HOUR.exec(clock) : COMPACT.exec(clock))
  if (!parts) return { code: 'time.invalid' }
  const [hour, minute, second] = [parts[1], parts[2] ?? 0, parts[3] ?? 0].map(Number)
  return timed(hour ?? 0, minute ?? 0, second ?? 0, meridiem)
}

function timed(hour: number, minute: number, second: number, meridiem: string): ReadTime {
  if (minute > 59 || second > 59) return { code: 'time.invalid' }
  if (meridiem) {
    if (hour < 1 || hour > 12) return { code: 'time.invalid' }
    const late = meridiem === 'pm' || meridiem === '오후'
    return written((hour % 12) + (late ? 12 : 0), minute, second, false)
  }
  if (hour === 24 && minute === 0 && second === 0) return written(0, 0, 0, true)
  return hour > 23 ? { code: 'time.invalid' } : written(hour, minute, second, false)
}

function written(hour: number, minute: number, second: number, nextDay: boolean): ReadTime {
  const time = [hour, minute, second].map((value) => String(value).padStart(2, '0')).join(':')
  return { time, nextDay }
}

const OFFSET = /(Z|[+-]\d{2}:?\d{2})$/
const WITH_SECONDS = /:\d{2}\s*:\s*\d{2}/

/**
 * A time and the offset behind it, in minutes east of UTC; null where it says none. `10:00-12:00` is
 * no offset but two times, unless seconds, or a date joined by a T (`iso`), say that it is ISO 8601.
 */
export function splitOffset(
  text: string,
  iso: boolean,
): { time: string; offset: number | null } | null {
  const found = OFFSET.exec(text)
  if (!found?.[1] || !/\d$/.test(text.slice(0, found.index).trim()))
    return { time: text, offset: null }
  const time = text.slice(0, found.index).trim()
  if (found[1] === 'Z') return { time, offset: 0 }
  if (found[1].startsWith('-') && !iso && !WITH_SECONDS.test(time)) return null
  const digits = found[1].replace(':', '')
  const [hours, minutes] = [Number(digits.slice(1, 3)), Number(digits.slice(3))]
  if (hours > 14 || minutes > 59) return null
  return { time, offset: (digits[0] === '-' ? -1 : 1) * (hours * 60 + minutes) }
}
