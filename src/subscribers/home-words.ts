// The words of the first page.

export const HOME_WORDS = {
  ko: {
    title: 'Kalends · 구독 캘린더',
    heading: '일정이 알아서 찾아옵니다',
    intro:
      '좋아하는 구단, 가게, 학교, 가수의 일정을 쓰던 캘린더 앱에서 받아 보세요. 시간이 바뀌거나 취소되면 저절로 고쳐집니다.',
    query: '캘린더 찾기',
    example: '이름, 파트너, 초성 (예: ㅊㅊ)',
    category: '분류',
    region: '지역',
    all: '전체',
    search: '찾기',
    found: (query: string) => `“${query}” 찾기 · Kalends`,
    results: '찾은 캘린더',
    calendars: '캘린더',
    partners: '일정을 올리는 곳',
    week: '앞으로 7일',
    nothing: '맞는 캘린더가 없습니다. 낱말을 줄이거나 분류와 지역을 ‘전체’로 바꿔 보세요.',
    none: '아직 캘린더가 없습니다. README를 따라 첫 일정을 올려 보세요.',
    more: '더 보기',
  },
  en: {
    title: 'Kalends · calendars to subscribe to',
    heading: 'Schedules that come to you',
    intro:
      'Receive the schedules of clubs, shops, schools and artists in the calendar app you already use. When a time changes or something is cancelled, it changes there by itself.',
    query: 'Find a calendar',
    example: 'Name or partner',
    category: 'Category',
    region: 'Region',
    all: 'All',
    search: 'Search',
    found: (query: string) => `Search: “${query}” · Kalends`,
    results: 'Calendars found',
    calendars: 'Calendars',
    partners: 'Who publishes here',
    week: 'The next seven days',
    nothing: 'No calendar fits. Try fewer words, or “All” for category and region.',
    none: 'No calendar yet. The README shows how to upload a first schedule.',
    more: 'More calendars',
  },
}
