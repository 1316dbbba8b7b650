// How many people a calendar reaches and how many have a revision, in words.

import type { Language } from './choose.ts'

export interface Counted {
  subscribers: number
  atLeast: boolean
  /** Those of them that are counted exactly, by their own links. */
  personal: number
}

export interface Share {
  have: number
  of: number
  percent: number | null
}

const number = (count: number, language: Language): string => count.toLocaleString(language)

const en = {
  people({ subscribers, atLeast, personal }: Counted): string {
    if (subscribers === 0) return 'Nobody has been seen subscribing yet.'
    const about = atLeast ? 'At least ' : subscribers === personal ? '' : 'About '
    const verb = subscribers === 1 ? 'person is' : 'people are'
    return `${about}${number(subscribers, 'en')} ${verb} subscribed.`
  },
  share: ({ have, of, percent }: Share): string =>
    percent === null ? '–' : `${percent} % have it (${number(have, 'en')} of ${number(of, 'en')})`,
  /** Where the words stand above. */
  short: ({ have, of, percent }: Share): string =>
    percent === null ? '–' : `${percent} % (${number(have, 'en')}/${number(of, 'en')})`,
}

const ko: typeof en = {
  people({ subscribers, atLeast, personal }) {
    if (subscribers === 0) return '아직 확인된 구독자가 없습니다.'
    const count = number(subscribers, 'ko')
    if (atLeast) return `${count}명 이상이 구독하고 있습니다.`
    return `${subscribers === personal ? '' : '약 '}${count}명이 구독하고 있습니다.`
  },
  share: ({ have, of, percent }) =>
    percent === null
      ? '–'
      : `${percent}%가 받음 (${number(of, 'ko')}명 중 ${number(have, 'ko')}명)`,
  short: ({ have, of, percent }) =>
    percent === null ? '–' : `${percent}% (${number(have, 'ko')}/${number(of, 'ko')})`,
}

export const REACH_WORDS: Record<Language, typeof en> = { en, ko }
