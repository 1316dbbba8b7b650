// The words of changes.

import type { Language } from '../language/choose.ts'
import type { Facts, Status } from '../schedule/event.ts'

export const KINDS = [
  ...(['new', 'moved', 'cancelled', 'postponed', 'revived', 'ended', 'changed'] as const),
  ...(['removed', 'archived'] as const),
]
export type Kind = (typeof KINDS)[number]

interface ChangeWords {
  kinds: Record<Kind, string>
  statuses: Record<Status, string>
  fields: Partial<Record<keyof Facts, string>>
  when: string
  title: string
  place: string
  status: string
  soldOut: string
  result: string
  tickets: string
  also: string
  nothing: string
  yesNo(value: boolean): string
  changedOn(day: string): string
}

export const CHANGE_WORDS: Record<Language, ChangeWords> = {
  ko: {
    kinds: {
      ...{ new: '새 일정', moved: '일정 변경', cancelled: '취소', postponed: '연기' },
      ...{ revived: '다시 열림', ended: '종료', changed: '내용 변경', removed: '삭제' },
      archived: '지난 시즌으로 보관',
    },
    statuses: {
      ...{ tentative: '예정(미확정)', confirmed: '확정', postponed: '연기' },
      ...{ cancelled: '취소', ended: '종료' },
    },
    fields: {
      ...{ description: '설명', links: '링크', categories: '분류', tags: '태그', kind: '종류' },
      ...{ home: '홈', away: '원정', gameNo: '경기 번호', rrule: '반복', exdates: '쉬는 날' },
      ...{ overrides: '다르게 여는 날', translations: '다른 언어의 글', lang: '글의 언어' },
    },
    ...{ when: '일시', title: '제목', place: '장소', status: '상태', soldOut: '매진' },
    ...{ result: '결과', tickets: '예매 시작', also: '그 밖에 바뀐 것', nothing: '없음' },
    yesNo: (value) => (value ? '매진' : '아님'),
    changedOn: (day) => `${day}에 바뀜`,
  },
  en: {
    kinds: {
      ...{ new: 'New', moved: 'Rescheduled', cancelled: 'Cancelled', postponed: 'Postponed' },
      ...{ revived: 'On again', ended: 'Ended', changed: 'Changed', removed: 'Removed' },
      archived: 'Archived with its season',
    },
    statuses: {
      ...{ tentative: 'tentative', confirmed: 'confirmed', postponed: 'postponed' },
      ...{ cancelled: 'cancelled', ended: 'ended' },
    },
    fields: {
      ...{ description: 'description', links: 'links', categories: 'categories', tags: 'tags' },
      ...{ kind: 'kind', home: 'home team', away: 'away team', gameNo: 'game number' },
      ...{ rrule: 'repetition', exdates: 'dates left out', overrides: 'changed dates' },
      ...{ translations: 'texts in other languages', lang: 'language of the texts' },
    },
    ...{ when: 'When', title: 'Title', place: 'Where', status: 'Status', soldOut: 'Sold out' },
    ...{ result: 'Result', tickets: 'Tickets open', also: 'Also changed', nothing: 'none' },
    yesNo: (value) => (value ? 'yes' : 'no'),
    changedOn: (day) => `changed ${day}`,
  },
}
