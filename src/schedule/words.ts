// The words Kalends itself puts into feeds, in the language of the event.

export interface Words {
  cancelled: string
  postponed: string
  soldOut: string
  timeTbd: string
  originally: string
  reason: string
  links: Record<string, string>
  memo: string
  result: string
  venueTime: string
  manage: string
  report: string
  today: string
  tomorrow: string
  ticketsOpen: string
  /** From Sunday. */
  weekdays: readonly string[]
  /** A day with its weekday. */
  onDay(day: string, weekday: string): string
  /** `4/1` or `Apr 1`; with the year where it differs. */
  day(year: number, month: number, day: number, withYear: boolean): string
}

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

const ko: Words = {
  cancelled: '[취소]',
  postponed: '[연기]',
  soldOut: '[매진]',
  timeTbd: '(시간 미정)',
  originally: '원래',
  reason: '사유',
  links: { info: '안내', ticket: '예매', watch: '중계', shop: '상점' },
  ...{ memo: '메모', result: '결과', venueTime: '현지 시각' },
  ...{ manage: '이 일정 관리', report: '틀린 정보 알리기' },
  ...{ today: '오늘', tomorrow: '내일', ticketsOpen: '예매 시작' },
  weekdays: [...'일월화수목금토'],
  onDay: (day, weekday) => `${day}(${weekday})`,
  day: (year, month, day, withYear) => `${withYear ? `${year}/` : ''}${month}/${day}`,
}

const en: Words = {
  cancelled: '[Cancelled]',
  postponed: '[Postponed]',
  soldOut: '[Sold out]',
  timeTbd: '(time TBD)',
  originally: 'Originally',
  reason: 'Reason',
  links: { info: 'Info', ticket: 'Tickets', watch: 'Watch', shop: 'Shop' },
  ...{ memo: 'Memo', result: 'Result', venueTime: 'Local time' },
  ...{ manage: 'Manage this event', report: 'Report a mistake' },
  ...{ today: 'Today', tomorrow: 'Tomorrow', ticketsOpen: 'tickets open' },
  weekdays: 'Sun Mon Tue Wed Thu Fri Sat'.split(' '),
  onDay: (day, weekday) => `${weekday} ${day}`,
  day: (year, month, day, withYear) => `${MONTHS[month - 1]} ${day}${withYear ? ` ${year}` : ''}`,
}

export const wordsFor = (language: string): Words => (language.startsWith('ko') ? ko : en)
