// The words of reminder rules in forms and lists.

export const REMINDER_WORDS = {
  ko: {
    title: 'Kalends 알림 앱으로도 받기',
    hint: '캘린더 앱이 아니라 Kalends 알림 앱이 울리는 알림입니다. 시간이 아직 없는 일정은 날짜로만 알리고, 연기된 일정은 울리지 않으며, 옮겨진 일정은 새 시간에 한 번만 울립니다.',
    which: '앱에서 울릴 때',
    asLink: '캘린더 알림과 똑같이',
    own: '따로 정하기',
    ofEvent: '알림 앱의 알림',
    asAll: '다른 일정과 똑같이',
    before: '시작하기 전',
    otherMinutes: '다른 시간 (분)',
    otherMinutesHint: '예: 45 또는 45, 90. 모두 합쳐 5개까지.',
    days: '며칠 전, 정한 시각에',
    allDay: '하루 종일인 일정, 시간이 아직 없는 일정',
    otherDays: '다른 날 (며칠 전)',
    at: '그날 몇 시에',
    tickets: '예매가 시작되기 전',
    quiet: '방해하지 않는 시간',
    quietHint: '이 시간에 울릴 알림은 시작 직전에 미리 울립니다. 비워 두면 언제든 울립니다.',
    from: '부터',
    to: '까지',
    changes: '취소나 변경도 알려 주기',
    dayRule: (days: number, at: string) =>
      days === 0 ? `당일 ${at}` : days === 1 ? `전날 ${at}` : `${days}일 전 ${at}`,
    ticketsOpen: '예매 시작할 때',
    soon: '곧 울릴 알림',
    told: '앱 알림',
    none: '울리지 않음',
    ticketsTold: (text: string) => `예매 ${text}`,
    quietTold: (from: string, to: string) => `${from}~${to}에는 조용히`,
    clock: '20:00처럼 쓴 시각',
    daysWanted: '0부터 30까지의 날수',
  },
  en: {
    title: 'Be reminded by the reminder app as well',
    hint: 'The reminder app rings these, not your calendar app. What has no time yet rings by its date alone, what is postponed not at all, and what moves rings once, at its new time.',
    which: 'The app rings',
    asLink: 'As the calendar’s alerts',
    own: 'By rules of its own',
    ofEvent: 'In the reminder app',
    asAll: 'As for all events',
    before: 'Before it starts',
    otherMinutes: 'Other times (minutes)',
    otherMinutesHint: 'Such as 45, or 45, 90. Five in all.',
    days: 'Days before, at a set time',
    allDay: 'What lasts all day, or has no time yet',
    otherDays: 'Another: days before',
    at: 'At what time',
    tickets: 'Before tickets open',
    quiet: 'Quiet hours',
    quietHint:
      'What would ring in them rings just before they begin. Empty: it may ring at any time.',
    from: 'From',
    to: 'Until',
    changes: 'Tell me what is cancelled or moved',
    dayRule: (days: number, at: string) =>
      days === 0
        ? `that day, ${at}`
        : days === 1
          ? `the day before, ${at}`
          : `${days} days before, ${at}`,
    ticketsOpen: 'when tickets open',
    soon: 'What rings next',
    told: 'In the app',
    none: 'does not ring',
    ticketsTold: (text: string) => `tickets ${text}`,
    quietTold: (from: string, to: string) => `quiet ${from}–${to}`,
    clock: 'a time such as 20:00',
    daysWanted: 'a number of days from 0 to 30',
  },
}

export type ReminderWords = (typeof REMINDER_WORDS)['ko' | 'en']
