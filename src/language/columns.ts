// What columns are called in files that we write; each is a name that an upload knows.

import type { Field } from '../intake/column-meaning.ts'
import type { Language } from './choose.ts'

const KOREAN: Record<Field, string> = {
  external_id: '식별자',
  kind: '종류',
  status: '상태',
  title: '제목',
  start: '시작일시',
  end: '종료일시',
  start_date: '날짜',
  start_time: '시간',
  end_date: '종료일',
  end_time: '종료시간',
  all_day: '종일',
  timezone: '시간대',
  category: '분류',
  tags: '태그',
  store_group: '점포그룹',
  home: '홈',
  away: '원정',
  opponent: '상대팀',
  home_away: '홈원정',
  game_no: '더블헤더',
  result: '결과',
  venue: '장소',
  address: '주소',
  region: '지역',
  latitude: '위도',
  longitude: '경도',
  description: '설명',
  url: '링크',
  ticket_url: '예매링크',
  ticket_opens_at: '예매시작',
  watch_url: '중계링크',
  shop_url: '상점링크',
  other_links: '기타링크',
  rrule: '반복',
  exdates: '제외일',
  alarm: '알림',
  reason: '사유',
  lang: '언어',
  sold_out: '매진',
  time_tbd: '시간미정',
  audience: '공개 대상',
}

export const columnName = (field: Field, language: Language): string =>
  language === 'ko' ? KOREAN[field] : field
