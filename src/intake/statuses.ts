// The words by which partners say what has become of an event.

import type { Status } from '../schedule/event.ts'

export interface ReadStatus {
  status: Status
  soldOut: boolean
  removed: boolean
  /** The word itself, where it tells more than the status: a rain-out. */
  reason: string | null
}

const WORDS: Record<Status | 'soldOut' | 'removed' | 'rain', string> = {
  confirmed:
    '예정, 확정, 정상, 진행, 개최, 경기예정, scheduled, confirmed, upcoming, planned, active, on, fixture, 1',
  tentative: '잠정, 가안, 미확정, 미정, tentative, provisional, tbc, tbd, unscheduled',
  postponed: '연기, 순연, 우천순연, 연기됨, postponed, delayed, suspended, pst',
  cancelled: '취소, 취소됨, 경기취소, cancelled, canceled, canc, called off, abandoned, void',
  rain: '우천취소, 우천 취소, 강우콜드취소, rained out, rain out, rainout, cancelled (rain), canceled (rain)',
  ended:
    '종료, 경기종료, 완료, 끝, 종료됨, final, finished, completed, complete, ended, played, ft, awarded',
  soldOut: '매진, 전석매진, 전석 매진, sold out, soldout, sold-out',
  removed: '삭제, 삭제됨, removed, deleted, remove, delete',
}

const byWord = new Map(
  Object.entries(WORDS).flatMap(([meaning, words]) =>
    words.split(', ').map((word) => [plain(word), meaning as keyof typeof WORDS] as const),
  ),
)

function plain(word: string): string {
  return word
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s_]+/g, ' ')
    .replace(/(?<=[가-힣]) (?=[가-힣])/g, '')
    .trim()
}

/** Null for a word that is none of them; blank is an event that takes place. */
export function readStatus(text: string): ReadStatus | null {
  const meaning = text.trim() === '' ? 'confirmed' : byWord.get(plain(text))
  if (!meaning) return null
  return {
    status:
      meaning === 'rain'
        ? 'cancelled'
        : meaning === 'soldOut' || meaning === 'removed'
          ? 'confirmed'
          : meaning,
    soldOut: meaning === 'soldOut',
    removed: meaning === 'removed',
    reason: meaning === 'rain' ? text.trim() : null,
  }
}

const YES = new Set('true yes y 1 on 예 네 참 o ○ ✓ v ja wahr ein 종일 하루종일'.split(' '))
const NO = new Set(['', ...'false no n 0 off 아니오 아니요 거짓 x × - nein falsch aus'.split(' ')])

/** Null for what is neither yes nor no. */
export function readYesNo(text: string): boolean | null {
  const word = plain(text)
  return YES.has(word) ? true : NO.has(word) ? false : null
}
