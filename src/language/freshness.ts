// How old the calendar in somebody's program is, in words.

import type { Language } from './choose.ts'

export interface Aged {
  /** Since it was fetched last. */
  seconds: number
  upToDate: boolean
  /** Upcoming events that are otherwise by now. */
  changes: number
  /** Its owner chose otherwise since. */
  ownChanges: boolean
}

const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const plural = (count: number, unit: string): string => `${count} ${unit}${count === 1 ? '' : 's'}`

const en = {
  age(seconds: number): string {
    if (seconds < MINUTE) return 'fetched just now'
    if (seconds < HOUR) return `${plural(Math.floor(seconds / MINUTE), 'minute')} old`
    if (seconds < 2 * DAY) return `${plural(Math.floor(seconds / HOUR), 'hour')} old`
    return `${plural(Math.floor(seconds / DAY), 'day')} old`
  },
  state({ upToDate, changes, ownChanges }: Aged): string {
    if (upToDate) return 'up to date'
    if (changes === 1) return 'one change is not in it yet'
    if (changes > 1) return `${changes} changes are not in it yet`
    return ownChanges
      ? 'what you chose since is not in it yet'
      : 'nothing upcoming has changed since'
  },
}

const ko: typeof en = {
  age(seconds) {
    if (seconds < MINUTE) return '방금 받음'
    if (seconds < HOUR) return `${Math.floor(seconds / MINUTE)}분 전에 받음`
    if (seconds < 2 * DAY) return `${Math.floor(seconds / HOUR)}시간 전에 받음`
    return `${Math.floor(seconds / DAY)}일 전에 받음`
  },
  state({ upToDate, changes, ownChanges }) {
    if (upToDate) return '최신 상태'
    if (changes > 0) return `바뀐 일정 ${changes}개가 아직 반영되지 않음`
    return ownChanges ? '새로 고른 내용이 아직 반영되지 않음' : '그 뒤로 바뀐 예정 일정 없음'
  },
}

export const FRESHNESS_WORDS: Record<Language, typeof en> = { en, ko }

/** “7 hours old: one change is not in it yet” */
export const freshnessText = (aged: Aged, language: Language): string => {
  const { age, state } = FRESHNESS_WORDS[language]
  return `${age(aged.seconds)}: ${state(aged)}`
}
