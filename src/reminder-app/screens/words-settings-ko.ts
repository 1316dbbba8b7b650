// What the reminder app says in Korean on its settings.

export const settingsKo = {
  title: '설정',
  saved: '저장했습니다.',
  rules: {
    title: '언제 알릴까요?',
    minutes: '시작하기 전',
    own: '직접 정하기 (분 전)',
    daysBefore: '며칠 전에 미리',
    allDay: '종일 일정과 시간 미정 일정',
    tickets: '예매가 열릴 때',
    day: (days: number) => (days === 0 ? '그날' : days === 1 ? '전날' : `${days}일 전`),
    which: '날',
    at: '시각',
    addDay: '알림 더하기',
    removeDay: (text: string) => `${text} 알림 빼기`,
    none: '알리지 않습니다.',
    minute: (minutes: number) => {
      if (minutes === 0) return '바로'
      if (minutes % 1440 === 0) return `${minutes / 1440}일 전`
      if (minutes % 60 === 0) return `${minutes / 60}시간 전`
      return `${minutes}분 전`
    },
    most: '5개까지 정할 수 있습니다.',
    quiet: '밤에는 울리지 않기',
    quietHint: '이 시간에 울릴 알림은 시작하기 직전에 미리 울립니다.',
    from: '부터',
    to: '까지',
    changes: '가까운 일정이 바뀌거나 취소되면 알리기',
  },
  push: {
    title: '이 기기의 알림',
    on: '켜져 있습니다. 앱을 닫아도 알림이 옵니다.',
    off: '꺼져 있습니다.',
    enable: '알림 켜기',
    disable: '알림 끄기',
    enabled: '알림을 켰습니다.',
    disabled: '알림을 껐습니다.',
    test: '시험 알림 보내기',
    tested: '시험 알림을 보냈습니다. 곧 이 기기에 나타납니다.',
    denied:
      '브라우저가 이 사이트의 알림을 막고 있습니다. 브라우저나 휴대폰 설정에서 이 사이트의 알림을 허용한 다음 다시 열어 주세요.',
    unsupported: '이 브라우저는 알림을 받지 못합니다. 휴대폰 달력에 넣으면 달력이 알려 줍니다.',
    iphone:
      'iPhone과 iPad에서는 홈 화면에 추가한 앱에서만 알림을 켤 수 있습니다(iOS 16.4부터). 방법은 바로 아래에 있습니다.',
  },
  install: {
    title: '앱으로 설치하기',
    why: '홈 화면이나 앱 목록에서 바로 열 수 있습니다. 스토어도 계정도 필요 없습니다.',
    button: '설치하기',
    whyIphone:
      '홈 화면에 추가하면 앱처럼 열리고, 알림을 켤 수 있고, 브라우저가 저장된 일정을 지우지 않습니다.',
    iphone: [
      '공유 버튼(네모에서 위로 나온 화살표)을 누릅니다.',
      '‘홈 화면에 추가’를 고릅니다.',
      '홈 화면에서 열고, 아래의 내 일정 링크를 ‘링크로 열기’에 붙여 넣습니다. 홈 화면의 앱은 브라우저에 저장된 것을 물려받지 않습니다.',
    ],
  },
  phone: {
    title: '내 휴대폰의 달력',
    unknown: '인터넷이 연결되면 달력이 언제 새로 고쳤는지 볼 수 있습니다.',
    none: '아직 이 링크를 구독한 달력 앱이 없습니다.',
    toLinks: '휴대폰 달력에 넣기',
    fetched: (ago: string) =>
      `당신의 달력은 ${ago.endsWith('전') ? `${ago}에` : ago} 새로 고쳤고, `,
    missing: (count: number) =>
      count === 0 ? '바뀐 것이 모두 들어 있습니다.' : `변경 ${count}건이 아직 없습니다.`,
    other: '다른 앱',
  },
  language: { title: '언어', label: '앱의 언어' },
  device: {
    title: '다른 기기에서 보기',
    intro: '다른 기기에서 이 주소를 열면 같은 일정과 메모를 함께 씁니다.',
    address: '내 일정 링크',
  },
  forget: {
    title: '이 기기에서 지우기',
    intro: '이 기기에 저장된 일정과 메모를 지웁니다. 링크와 휴대폰 달력의 구독은 그대로 남습니다.',
    button: '이 기기에서 지우기',
    sure: '이 기기에서 지울까요?',
    waiting: (count: number) => `아직 보내지 못한 변경 ${count}개는 사라집니다.`,
    ended: '이 기기에 저장된 일정과 메모를 지웁니다.',
    keepLink: '다시 쓰려면 내 일정 링크가 필요합니다. 먼저 복사해 두세요.',
    yes: '지우기',
    no: '그대로 두기',
  },
}

export type SettingsWords = typeof settingsKo
