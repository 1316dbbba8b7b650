// What the fields of an event are called, and how their values read, for people.

import { type SheetRows, sheetRowOf } from '../../../intake/layout.ts'
import type { Language } from '../../../language/choose.ts'
import type { Facts, Link, Location, Override, Translation } from '../../../schedule/event.ts'
import { AUDIENCE_WORDS } from '../partner/audience-words.ts'

const LABELS: Record<keyof Facts, { ko: string; en: string }> = {
  externalId: { ko: '식별자', en: 'External id' },
  kind: { ko: '종류', en: 'Kind' },
  status: { ko: '상태', en: 'Status' },
  timeTbd: { ko: '시간 미정', en: 'Time to be decided' },
  soldOut: { ko: '매진', en: 'Sold out' },
  title: { ko: '제목', en: 'Title' },
  description: { ko: '설명', en: 'Description' },
  start: { ko: '시작', en: 'Start' },
  end: { ko: '끝', en: 'End' },
  allDay: { ko: '하루 종일', en: 'All day' },
  timezone: { ko: '시간대', en: 'Time zone' },
  rrule: { ko: '반복', en: 'Repeats' },
  exdates: { ko: '쉬는 날', en: 'Except on' },
  overrides: { ko: '다르게 여는 날', en: 'Changed dates' },
  location: { ko: '장소', en: 'Place' },
  categories: { ko: '분류', en: 'Categories' },
  tags: { ko: '태그', en: 'Tags' },
  home: { ko: '홈', en: 'Home' },
  away: { ko: '원정', en: 'Away' },
  gameNo: { ko: '경기 번호', en: 'Game number' },
  result: { ko: '결과', en: 'Result' },
  reason: { ko: '사유', en: 'Reason' },
  links: { ko: '링크', en: 'Links' },
  ticketOpensAt: { ko: '예매 시작', en: 'Tickets open' },
  alarms: { ko: '알림(분 전)', en: 'Alarms (minutes before)' },
  lang: { ko: '글의 언어', en: 'Language of the texts' },
  translations: { ko: '다른 언어의 글', en: 'Texts in other languages' },
  audience: { ko: '공개 대상', en: 'Audience' },
  extra: { ko: '그 밖의 열', en: 'Other columns' },
}

const STATUSES: Record<Facts['status'], { ko: string; en: string }> = {
  tentative: { ko: '미정', en: 'Tentative' },
  confirmed: { ko: '확정', en: 'Confirmed' },
  postponed: { ko: '연기', en: 'Postponed' },
  cancelled: { ko: '취소', en: 'Cancelled' },
  ended: { ko: '종료', en: 'Ended' },
}

const NOTHING = { ko: '없음', en: 'none' }
const YES = { ko: '예', en: 'yes' }
const NO = { ko: '아니요', en: 'no' }

const GROUPS = { ko: '점포 그룹', en: 'Store groups' }

export const labelOf = (field: string, language: Language): string =>
  field === 'storeGroups' ? GROUPS[language] : (LABELS[field as keyof Facts]?.[language] ?? field)

export const statusText = (status: Facts['status'], language: Language): string =>
  STATUSES[status][language]

/** Any value of any field in one short text; `''` and nothing read as “none”. */
export function valueText(field: string, value: unknown, language: Language): string {
  if (field === 'audience' && !value) return AUDIENCE_WORDS[language].everybody
  if (value === null || value === undefined || value === '') return NOTHING[language]
  if (typeof value === 'boolean') return (value ? YES : NO)[language]
  if (field === 'status') return statusText(value as Facts['status'], language)
  if (field === 'start' || field === 'end' || field === 'ticketOpensAt')
    return momentText(String(value), language)
  if (Array.isArray(value)) return listText(field, value, language)
  if (field === 'location') return placeText(value as Location)
  if (field === 'translations')
    return Object.entries(value as Record<string, Translation>)
      .map(([lang, texts]) => `${lang}: ${Object.values(texts).join(' / ')}`)
      .join('; ')
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([name, text]) => `${name}: ${text}`)
      .join('; ')
  return String(value)
}

function listText(field: string, items: readonly unknown[], language: Language): string {
  if (items.length === 0) return NOTHING[language]
  if (field === 'links') return (items as Link[]).map(({ url }) => url).join(', ')
  if (field === 'exdates') return items.map((date) => momentText(String(date), language)).join(', ')
  if (field === 'overrides')
    return (items as Override[])
      .map(({ recurrenceId }) => momentText(recurrenceId, language))
      .join(', ')
  return items.join(', ')
}

const placeText = ({ name, address, region }: Location): string =>
  [name, address, region].filter(Boolean).join(', ')

/** `2026-05-01T18:30:00` as `5. 1.(금) 18:30` or `Fri 1 May 18:30`, with the year where it says more. */
export function momentText(local: string, language: Language): string {
  const [date = '', time] = local.split('T')
  const day = new Date(`${date}T00:00:00Z`)
  if (Number.isNaN(day.getTime())) return local
  const [year, month, monthDay] = date.split('-').map(Number)
  const weekday = new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' }).format(
    day,
  )
  const clock = time ? ` ${time.slice(0, 5)}` : ''
  if (language === 'ko') return `${year}. ${month}. ${monthDay}.(${weekday})${clock}`
  const name = new Intl.DateTimeFormat('en', { month: 'short', timeZone: 'UTC' }).format(day)
  return `${weekday} ${monthDay} ${name} ${year}${clock}`
}

/** To the second, where it is not the full minute. */
export const exactText = (local: string, language: Language): string =>
  `${momentText(local, language)}${/T..:..:(?!00)/.test(local) ? local.slice(16, 19) : ''}`

/** As its own sheet numbers it, where several were read together. */
export function rowText(row: number, parts: SheetRows[] | undefined): string {
  const own = sheetRowOf(parts, row)
  return own ? `${own.sheet} ${own.row}` : String(row)
}

/** Who did something: a key's own label, but the operator's key has a word. */
export const authorText = (author: string, language: Language): string =>
  author === 'operator' && language === 'ko' ? '운영자' : author
