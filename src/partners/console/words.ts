// The words of the console's frame, its sign-in and its first page.

export const FRAME_WORDS = {
  ko: {
    language: '한국어',
    skip: '본문으로 건너뛰기',
    navigation: '콘솔 메뉴',
    calendars: '캘린더',
    people: '사람',
    audit: '변경 기록',
    settings: '모양',
    signOut: '로그아웃',
  },
  en: {
    language: 'English',
    skip: 'Skip to the content',
    navigation: 'Console',
    calendars: 'Calendars',
    people: 'People',
    audit: 'Audit log',
    settings: 'Look',
    signOut: 'Sign out',
  },
}

export const SIGN_IN_WORDS = {
  ko: {
    title: '로그인',
    intro: '받으신 키를 붙여 넣어 주세요. 초대를 받으셨다면 초대 링크를 그대로 여시면 됩니다.',
    key: '키',
    partner: '파트너',
    partnerHint: '운영자 키로 로그인할 때만 적습니다. 비워 두면 다음 화면에서 고릅니다.',
    operator: '운영자이신가요?',
    send: '로그인',
    wrong: '알 수 없는 키이거나 폐기된 키입니다. 앞뒤가 잘리지 않았는지 확인해 주세요.',
  },
  en: {
    title: 'Sign in',
    intro: 'Paste the key you were given. If you were invited, just open the invitation link.',
    key: 'Key',
    partner: 'Partner',
    partnerHint: 'Only with the operator’s key. Left empty, you choose on the next page.',
    operator: 'Are you the operator?',
    send: 'Sign in',
    wrong: 'This key is unknown or was revoked. Check that neither end was cut off.',
  },
}

export const HOME_WORDS = {
  ko: {
    title: '캘린더',
    none: '아직 캘린더가 없습니다.',
    make: '새 캘린더',
    ahead: '예정된 일정',
    events: (count: number) => `${count.toLocaleString('ko')}건`,
    published: '마지막 게시',
    never: '아직 게시하지 않았습니다',
    revision: (number: number) => `개정 ${number}`,
    waiting: (count: number) => `검토를 기다리는 업로드 ${count.toLocaleString('ko')}건`,
    more: (count: number) => `앞의 ${count.toLocaleString('ko')}개만 표시합니다.`,
    feed: '구독 주소',
    everywhere: '다른 곳에서도 로그아웃',
    everywhereHint: '이 키로 로그인한 모든 기기에서 로그아웃합니다. 키는 그대로 쓸 수 있습니다.',
    choose: '파트너 선택',
    open: '열기',
    noPartners: '아직 파트너가 없습니다. API로 첫 파트너를 만들어 주세요.',
    another: '다른 파트너 열기',
  },
  en: {
    title: 'Calendars',
    none: 'No calendar yet.',
    make: 'New calendar',
    ahead: 'Events ahead',
    events: (count: number) => count.toLocaleString('en'),
    published: 'Last published',
    never: 'Nothing published yet',
    revision: (number: number) => `revision ${number}`,
    waiting: (count: number) =>
      `${count.toLocaleString('en')} upload${count === 1 ? '' : 's'} waiting for review`,
    more: (count: number) => `Only the first ${count.toLocaleString('en')} are shown.`,
    feed: 'Feed address',
    everywhere: 'Sign out everywhere',
    everywhereHint: 'Ends every session of this key, on every device. The key itself goes on.',
    choose: 'Choose a partner',
    open: 'Open',
    noPartners: 'No partner yet. Make the first one through the API.',
    another: 'Open another partner',
  },
}
