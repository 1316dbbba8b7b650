// How old the calendar on one's phone is, and whether something is not in it yet.

import { html } from 'hono/html'
import type { Language } from '../../language/choose.ts'
import type { ClientFreshness } from '../../ledger/freshness.ts'
import type { Markup } from '../../web/layout.ts'

const HOUR_S = 3600
const DAY_S = 86_400

const WORDS = {
  ko: {
    none: '아직 이 주소를 가져간 캘린더 앱이 없습니다.',
    age: (seconds: number): string => {
      if (seconds < HOUR_S) return `${Math.max(1, Math.floor(seconds / 60))}분 전`
      return seconds < 2 * DAY_S
        ? `${Math.floor(seconds / HOUR_S)}시간 전`
        : `${Math.floor(seconds / DAY_S)}일 전`
    },
    fetched: (name: string, age: string) => `${name}: ${age}에 가져갔습니다.`,
    fresh: '모두 최신입니다.',
    changes: (count: number) => `바뀐 일정 ${count}개가 아직 들어가지 않았습니다.`,
    own: '여기서 바꾼 것이 아직 들어가지 않았습니다.',
    later: '다음에 새로 고칠 때 들어갑니다.',
  },
  en: {
    none: 'No calendar app has fetched this address yet.',
    age: (seconds: number): string => {
      const many = (count: number, unit: string) => `${count} ${unit}${count === 1 ? '' : 's'} old`
      if (seconds < HOUR_S) return many(Math.max(1, Math.floor(seconds / 60)), 'minute')
      return seconds < 2 * DAY_S
        ? many(Math.floor(seconds / HOUR_S), 'hour')
        : many(Math.floor(seconds / DAY_S), 'day')
    },
    fetched: (name: string, age: string) => `The calendar in ${name} is ${age}.`,
    fresh: 'Nothing is missing from it.',
    changes: (count: number) =>
      count === 1 ? 'One change is not in it yet.' : `${count} changes are not in it yet.`,
    own: 'What you changed here is not in it yet.',
    later: 'It comes with the next refresh.',
  },
}

export function freshnessView(clients: readonly ClientFreshness[], language: Language): Markup {
  const words = WORDS[language]
  if (clients.length === 0) return html`<p class="soft">${words.none}</p>`
  return html`<ul class="fresh">${clients.map(
    (client) =>
      html`<li><bdi>${words.fetched(client.name, words.age(client.seconds))}</bdi> ${missing(client, language)}</li>`,
  )}</ul>`
}

function missing({ upToDate, changes, ownChanges }: ClientFreshness, language: Language): string {
  const words = WORDS[language]
  if (upToDate || (changes === 0 && !ownChanges)) return words.fresh
  return [
    ...(changes > 0 ? [words.changes(changes)] : []),
    ...(ownChanges ? [words.own] : []),
    words.later,
  ].join(' ')
}
