// The words of the frame around personal feeds, and of the list of one's own links.

export const FRAME_WORDS = {
  ko: {
    mine: '내 일정 링크',
  },
  en: {
    mine: 'My schedule links',
  },
}

export const HOME_WORDS = {
  ko: {
    title: '내 일정 링크',
    intro:
      '원하는 일정만 골라 내 캘린더 앱으로 받는 나만의 주소입니다. 경기 하나를 숨기거나, 메모와 알림을 붙일 수도 있습니다. 회원 가입도 이메일도 필요 없습니다.',
    make: '새로 만들기',
    here: '이 기기에서 만든 링크',
    none: '아직 이 기기에서 만든 링크가 없습니다.',
    manage: '관리',
    unnamed: '이름 없는 링크',
    works: '잘 쓰이고 있습니다',
    ended: '끝난 링크입니다. 새 주소로 바꾸었거나 지웠습니다.',
    unknown: '이 서버에 없는 링크입니다.',
    forget: '목록에서 빼기',
    paste: '갖고 있는 링크 열기',
    pasteLabel: '내 링크 주소',
    pasteHint: '캘린더 앱에 넣은 주소(…/feeds/my/….ics)나 관리 페이지 주소를 붙여 넣으세요.',
    open: '열기',
    lost: '링크를 잃어버렸다면',
    lostIntro:
      '계정이 없기 때문에, 어느 링크가 누구의 것인지 저희도 알 수 없습니다. 대신 이렇게 찾을 수 있습니다.',
    ways: [
      '이 브라우저에서 만들었다면 위 목록에 있습니다.',
      '휴대폰 캘린더에서 아무 일정이나 여세요. 설명 끝에 관리 링크가 있습니다.',
      '캘린더 앱의 ‘구독 캘린더’ 설정에 주소가 적혀 있습니다. 복사해서 위 칸에 붙여 넣으세요.',
      '그래도 없으면 새로 하나 만드세요. 앱에서 옛 구독은 지우면 됩니다.',
    ],
    secret:
      '주소가 곧 열쇠입니다. 남이 알게 되었다면 관리 페이지에서 새 주소로 바꾸세요. 옛 주소는 그때 끝납니다.',
    wrong: '링크를 찾을 수 없습니다. 주소 전체를, 앞뒤가 잘리지 않게 붙여 넣었는지 확인해 주세요.',
    calendars: (first: string, others: number) => (others > 0 ? `${first} 외 ${others}개` : first),
  },
  en: {
    title: 'My schedule links',
    intro:
      'An address of your own that brings only the events you choose into your calendar app. You can hide a single game, and add memos and alerts. No account, no e-mail.',
    make: 'Make a new one',
    here: 'Links made on this device',
    none: 'No link has been made on this device yet.',
    manage: 'Manage',
    unnamed: 'Link without a name',
    works: 'Works',
    ended: 'This link has ended: it was erased, or given a new address.',
    unknown: 'This server does not know the link.',
    forget: 'Take off the list',
    paste: 'Open a link you have',
    pasteLabel: 'Your link',
    pasteHint:
      'Paste the address from your calendar app (…/feeds/my/….ics), or that of the page where you manage it.',
    open: 'Open',
    lost: 'If you lost a link',
    lostIntro:
      'There are no accounts, so even we cannot tell whose link is whose. These are the ways to find it again.',
    ways: [
      'If you made it in this browser, it stands in the list above.',
      'Open any of its events in your phone’s calendar: the text ends with a link to manage it.',
      'Your calendar app’s settings show the address under “subscribed calendars”. Copy it and paste it above.',
      'If nothing helps, make a new one, and delete the old subscription in your app.',
    ],
    secret:
      'Whoever knows the address can see and change it. If somebody else got hold of it, give it a new address on its page: the old one then ends.',
    wrong: 'We cannot find that link. Check that you pasted all of it, with neither end cut off.',
    calendars: (first: string, others: number) =>
      others > 0 ? `${first} and ${others} more` : first,
  },
}
