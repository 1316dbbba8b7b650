// What a push says of a change, in one line: when, and what became of it.

import { translated } from '../icalendar/personal-text.ts'
import type { Occurrence } from '../schedule/occurrences.ts'
import type { Choices } from '../schedule/subscription.ts'
import { wallTime } from '../schedule/zones.ts'
import type { Told } from './change.ts'

export type Language = 'ko' | 'en'

interface Words {
  cancelled: string
  postponed: string
  revived: string
  moved: string
  place: string
  removed: string
  today: string
  timeTbd: string
  nowhere: string
  day(month: number, day: number, weekday: number): string
}

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')
const WEEKDAYS = 'Sun Mon Tue Wed Thu Fri Sat'.split(' ')

const WORDS: Record<Language, Words> = {
  ko: {
    ...{ cancelled: '취소', postponed: '연기', revived: '다시 열립니다', moved: '일시 변경' },
    ...{ place: '장소 변경', removed: '일정에서 빠졌습니다', today: '오늘', timeTbd: '시간 미정' },
    nowhere: '장소 미정',
    day: (month, day, weekday) => `${month}/${day}(${'일월화수목금토'[weekday]})`,
  },
  en: {
    ...{ cancelled: 'cancelled', postponed: 'postponed', revived: 'on again' },
    ...{ moved: 'Rescheduled', place: 'New place', removed: 'taken out of the schedule' },
    ...{ today: 'Today', timeTbd: 'time TBD', nowhere: 'no place yet' },
    day: (month, day, weekday) => `${WEEKDAYS[weekday]}, ${MONTHS[month - 1]} ${day}`,
  },
}

type Wished = Pick<Choices, 'language' | 'timezone'>

/** Results are never told: whoever wants to see the game later is not told how it ended. */
export function bodyOf(told: Told, choices: Wished, language: Language, now: string): string {
  const words = WORDS[language]
  const { kind, before, after } = told
  const shown = after ?? before
  const when = (occurrence: Occurrence) => whenOf(occurrence, { choices, words, now, shown })
  if (kind === 'moved' && after) return `${words.moved}: ${when(before)} → ${when(after)}`
  if (kind === 'place' && after)
    return `${words.place}: ${placeOf(before, choices, words)} → ${placeOf(after, choices, words)} · ${when(after)}`
  const reason = after?.facts.reason
  const why = reason && kind !== 'revived' ? ` (${reason})` : ''
  return `${when(kind === 'revived' && after ? after : before)} · ${words[kind]}${why}`
}

const placeOf = ({ facts }: Occurrence, { language }: Wished, words: Words): string =>
  (language === null ? facts : translated(facts, language)).location?.name ?? words.nowhere

interface When {
  choices: Wished
  words: Words
  now: string
  /** What it is now, till the beginning of which this may be read. */
  shown: Occurrence
}

/** Today is called so where what is told begins today: then it is still today whenever it is read. */
function whenOf(occurrence: Occurrence, { choices, words, now, shown }: When): string {
  const { facts } = occurrence
  const zone = choices.timezone ?? facts.timezone
  const local = localOf(occurrence, zone)
  const date = local.slice(0, 10)
  const [, month = 0, day = 0] = date.split('-').map(Number)
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay()
  const today = wallTime(now, zone).slice(0, 10)
  const isToday = date === today && localOf(shown, zone).slice(0, 10) <= today
  const named = isToday ? words.today : words.day(month, day, weekday)
  if (facts.timeTbd) return `${named} ${words.timeTbd}`
  return facts.allDay ? named : `${named} ${local.slice(11, 16)}`
}

const localOf = ({ start, startInstant, facts }: Occurrence, zone: string): string =>
  facts.allDay ? start : wallTime(startInstant, zone)
