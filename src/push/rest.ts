// What is told of many changes at once: the nearest one by one, the rest in one sentence.

import type { Calendar } from '../storage/calendars.ts'
import type { Language } from './change-words.ts'
import { payloadText } from './message.ts'

/** Of one publication to one browser: a phone that rings two hundred times is switched off. */
export const MOST_ONE_BY_ONE = 10

export const restKey = ({ partner, slug }: Pick<Calendar, 'partner' | 'slug'>): string =>
  `changes/${partner}/${slug}`

const SENTENCE: Record<Language, (rest: number) => string> = {
  ko: (rest) => `그 밖에 일정 ${rest}개가 바뀌었습니다.`,
  en: (rest) => `${rest} more ${rest === 1 ? 'change' : 'changes'} in the schedule.`,
}

interface Rest {
  rest: number
  at: string
  expiresAt: string
}

export function restMessage(
  calendar: Calendar,
  language: Language,
  { rest, at, expiresAt }: Rest,
): string {
  const key = restKey(calendar)
  const { name, translations } = calendar.settings
  return payloadText({
    ...{ type: 'change', key, at, tag: key, url: '/app#/changes' },
    ...{ title: translations[language]?.name ?? name, body: SENTENCE[language](rest) },
    ...{ uid: null, recurrenceId: null, language, expiresAt },
  })
}
