// The words of the form of choices.

const KINDS_KO: Record<string, string> = {
  ...{ game: '경기', event: '행사', postseason: '포스트시즌', practice: '연습', race: '결승' },
  ...{ qualifying: '예선', sprint: '스프린트', sale: '할인 행사', popup: '팝업', live: '라이브' },
  ...{
    closing: '휴무',
    registration: '신청·등록',
    exam: '시험',
    academic: '학사',
    holiday: '휴일',
  },
  ...{ birthday: '생일', anniversary: '기념일', broadcast: '방송', concert: '공연' },
  ...{ fanmeeting: '팬 미팅', fansign: '팬 사인회', festival: '축제', presale: '선예매' },
  ...{ release: '발매', showcase: '쇼케이스' },
}
const KINDS_EN: Record<string, string> = {
  ...{ game: 'Games', event: 'Events', postseason: 'Postseason', practice: 'Practice' },
  ...{
    race: 'Races',
    qualifying: 'Qualifying',
    sprint: 'Sprints',
    sale: 'Sales',
    popup: 'Pop-ups',
  },
  ...{ live: 'Live', closing: 'Closing days', registration: 'Registration', exam: 'Exams' },
  ...{
    academic: 'Academic',
    holiday: 'Holidays',
    birthday: 'Birthdays',
    anniversary: 'Anniversaries',
  },
  ...{
    broadcast: 'Broadcasts',
    concert: 'Concerts',
    fanmeeting: 'Fan meetings',
    fansign: 'Fan signings',
  },
  ...{ festival: 'Festivals', presale: 'Presales', release: 'Releases', showcase: 'Showcases' },
}
const nameIn = (names: Record<string, string>) => (kind: string) =>
  Object.hasOwn(names, kind) ? (names[kind] ?? kind) : kind

export const CHOICES_WORDS = {
  ko: {
    which: '어떤 일정을 받을까요?',
    whichHint:
      '아무것도 고르지 않은 항목은 거르지 않습니다. 한 항목에서 여럿을 고르면 그중 하나라도 맞는 일정, 여러 항목에서 고르면 모두 맞는 일정만 받습니다.',
    calendars: '캘린더',
    kinds: '종류',
    categories: '분류',
    teams: '팀',
    tags: '태그',
    side: '홈 / 원정',
    sideHint: '위에서 고른 팀을 기준으로, 고르지 않았다면 캘린더의 주인 팀을 기준으로 합니다.',
    bothSides: '둘 다',
    home: '홈경기만',
    away: '원정경기만',
    days: '요일',
    dayNames: { mon: '월', tue: '화', wed: '수', thu: '목', fri: '금', sat: '토', sun: '일' },
    hiddenTeams: '보지 않는 상대',
    look: '어떻게 보일까요?',
    prefix: '제목 앞에 붙일 말이나 이모지',
    prefixHint: '예: ⚾ 또는 [야구]. 내 약속과 섞여도 한눈에 구별됩니다.',
    language: '언어',
    asPublished: '캘린더가 쓰는 그대로',
    languages: { ko: '한국어', en: 'English', ja: '日本語', zh: '中文' } as Record<string, string>,
    cancelled: '취소된 일정은',
    mark: '[취소]라고 적어 남기기 (추천)',
    markHint: '남겨 두면 왜 없어졌는지 알 수 있습니다.',
    drop: '캘린더에서 사라지게 하기',
    results: '경기 결과도 보기',
    resultsHint: '켜지 않으면 스포일러가 없습니다. 나중에 중계를 볼 때 좋습니다.',
    venueTime: '현지 시각도 함께 적기',
    venueTimeHint: '내 시간대가 아닌 곳에서 열리면 그곳 시각을 설명에 적습니다.',
    timezone: '내 시간대',
    timezoneHint: '현지 시각과 앱 알림에 씁니다. 캘린더 앱은 언제나 기기의 시간대로 보여 줍니다.',
    noTimezone: '정하지 않음',
    alarms: '알림을 받을까요?',
    alarmsHint:
      '캘린더 앱이 울리는 알림입니다. iPhone은 구독할 때 ‘알림 제거’를 꺼야 울리고, Google 캘린더는 울리지 않습니다.',
    before: '시작하기 전',
    minutes: (minutes: number): string => {
      if (minutes === 0) return '시작할 때'
      if (minutes % 1440 === 0) return `${minutes / 1440}일 전`
      if (minutes % 60 === 0) return `${minutes / 60}시간 전`
      return minutes > 60
        ? `${Math.floor(minutes / 60)}시간 ${minutes % 60}분 전`
        : `${minutes}분 전`
    },
    alarmOwn: '다른 시간 (분)',
    alarmOwnHint: '예: 45 또는 45, 90. 모두 합쳐 5개까지.',
    evening: '하루 종일인 일정은 전날 저녁에',
    noEvening: '알림 없음',
    eveningAt: (time: string) => `전날 ${time}`,
    more: '그 밖에',
    past: '지난 일정',
    pastAll: '담을 수 있는 만큼 모두',
    pastNone: '남기지 않기',
    pastDays: (days: number) => `최근 ${days}일`,
    split: '분류마다 따로 받을 주소도 만들기',
    splitHint: '분류별로 다른 색을 주거나 껐다 켤 수 있습니다.',
    label: '이 링크의 이름',
    labelHint: '캘린더 앱에 이 이름으로 보입니다. 비워 두면 캘린더 이름을 씁니다.',
    kind: nameIn(KINDS_KO),
    tooMuch: (limit: number | string, found: number | string) =>
      `최대 ${limit}까지 됩니다. 지금은 ${found}입니다.`,
    impossible: (found: string, wanted: string) =>
      `‘${found}’은(는) 쓸 수 없습니다. 쓸 수 있는 것: ${wanted}`,
    minutesWanted: '0부터 40320까지의 분 (예: 45)',
    noCalendar: '캘린더를 하나 이상 골라 주세요.',
    wrong: '고칠 곳이 있습니다.',
  },
  en: {
    which: 'Which events shall come?',
    whichHint:
      'A list without a tick leaves nothing out. Several ticks in one list: what fits any of them. Ticks in several lists: only what fits them all.',
    calendars: 'Calendars',
    kinds: 'Kind',
    categories: 'Category',
    teams: 'Team',
    tags: 'Tag',
    side: 'Home / away',
    sideHint: 'Counted from the teams ticked above, or else from the team whose calendar it is.',
    bothSides: 'Both',
    home: 'Home games only',
    away: 'Away games only',
    days: 'Day of the week',
    dayNames: {
      mon: 'Mon',
      tue: 'Tue',
      wed: 'Wed',
      thu: 'Thu',
      fri: 'Fri',
      sat: 'Sat',
      sun: 'Sun',
    },
    hiddenTeams: 'Opponents you hide',
    look: 'How shall they look?',
    prefix: 'A word or an emoji before each title',
    prefixHint: 'Such as ⚾ or [Baseball]: you tell them from your own appointments at a glance.',
    language: 'Language',
    asPublished: 'As the calendar has it',
    languages: { ko: '한국어', en: 'English', ja: '日本語', zh: '中文' } as Record<string, string>,
    cancelled: 'What is cancelled',
    mark: 'stays, marked “[Cancelled]” (recommended)',
    markHint: 'When it stays, you see what became of it.',
    drop: 'disappears from the calendar',
    results: 'Tell results',
    resultsHint: 'Without this there are no spoilers: good for watching later.',
    venueTime: 'Say the local time there as well',
    venueTimeHint:
      'For what happens outside my time zone, the time there stands in the description.',
    timezone: 'My time zone',
    timezoneHint:
      'For the local time above and the app’s reminders. Your calendar app always shows your device’s own zone.',
    noTimezone: 'Not set',
    alarms: 'Do you want alerts?',
    alarmsHint:
      'Your calendar app rings these. On an iPhone, turn off “Remove Alerts” when you subscribe; Google Calendar does not ring them.',
    before: 'Before it starts',
    minutes: (minutes: number): string => {
      const many = (count: number, unit: string) => `${count} ${unit}${count === 1 ? '' : 's'}`
      if (minutes === 0) return 'when it starts'
      if (minutes % 1440 === 0) return `${many(minutes / 1440, 'day')} before`
      if (minutes % 60 === 0) return `${many(minutes / 60, 'hour')} before`
      return minutes > 60
        ? `${many(Math.floor(minutes / 60), 'hour')} ${minutes % 60} min before`
        : `${minutes} min before`
    },
    alarmOwn: 'Other times (minutes)',
    alarmOwnHint: 'Such as 45, or 45, 90. Five in all.',
    evening: 'For what lasts all day, the evening before',
    noEvening: 'No alert',
    eveningAt: (time: string) => `the day before, ${time}`,
    more: 'And also',
    past: 'Past events',
    pastAll: 'As many as fit',
    pastNone: 'None',
    pastDays: (days: number) => `The last ${days} days`,
    split: 'Make an address for each category as well',
    splitHint: 'Each can have its own colour, and be switched on and off.',
    label: 'Name of this link',
    labelHint: 'Your calendar app shows it. Left empty, the calendars’ names are used.',
    kind: nameIn(KINDS_EN),
    tooMuch: (limit: number | string, found: number | string) =>
      `At most ${limit}; you have ${found}.`,
    impossible: (found: string, wanted: string) => `“${found}” cannot be used. Possible: ${wanted}`,
    minutesWanted: 'minutes from 0 to 40320, such as 45',
    noCalendar: 'Choose at least one calendar.',
    wrong: 'Something needs mending.',
  },
}

export type ChoicesWords = (typeof CHOICES_WORDS)['ko' | 'en']
