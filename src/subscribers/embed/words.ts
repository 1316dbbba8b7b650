// The words of the frame, and of the page from which a partner takes a calendar to their own site.

import type { Language } from '../../language/choose.ts'

interface Words {
  empty: string
  all: string
  other: string
  title: string
  intro: string
  calendar: string
  view: string
  views: { list: string; button: string }
  limit: string
  language: string
  languages: { '': string; ko: string; en: string }
  theme: string
  themes: { '': string; light: string; dark: string }
  act: string
  unknown: (address: string) => string
  preview: string
  element: string
  elementHow: string
  frame: string
  frameHow: string
  policy: string
  policyHow: string
  copy: string
  copied: string
  notCopied: string
  promise: string
}

const en: Words = {
  empty: 'Nothing is planned.',
  all: 'Full schedule and other calendar apps',
  other: 'Other calendar apps',
  title: 'A calendar on your own site',
  intro:
    'Copy one of the two: an element that fits into your page, or a frame that needs no script. Both show what comes next and a button to subscribe, and change by themselves.',
  calendar: 'Calendar, as partner/calendar',
  view: 'What it shows',
  views: { list: 'The next events and the button', button: 'The button alone' },
  limit: 'How many events',
  language: 'Language',
  languages: { '': 'as the reader’s page', ko: '한국어', en: 'English' },
  theme: 'Colours',
  themes: { '': 'as the reader’s device', light: 'light', dark: 'dark' },
  act: 'Show it',
  unknown: (address) =>
    `There is no calendar “${address}”. Its address is the end of its page’s address, such as harbour/regatta.`,
  preview: 'How it looks',
  element: 'As an element',
  elementHow: 'The script once a page, the element wherever a calendar is to stand.',
  frame: 'As a frame',
  frameHow: 'For sites that allow no foreign scripts. See it by itself:',
  policy: 'If your site has a Content-Security-Policy',
  policyHow: 'The first line for the element, the second for the frame. No inline style is needed.',
  copy: 'Copy',
  copied: 'Copied',
  notCopied: 'Please copy it by hand',
  promise:
    'No cookies, no storage, no tracking: the reader’s browser asks this server for the schedule, and for nothing else.',
}

const ko: Words = {
  empty: '예정된 일정이 없습니다.',
  all: '전체 일정과 다른 캘린더 앱',
  other: '다른 캘린더 앱',
  title: '내 사이트에 캘린더 넣기',
  intro:
    '둘 가운데 하나를 복사해 붙여 넣으세요. 페이지에 어울리는 요소, 또는 스크립트가 필요 없는 프레임입니다. 다가오는 일정과 구독 버튼이 보이고, 바뀐 일정은 저절로 고쳐집니다.',
  calendar: '캘린더 (파트너/캘린더)',
  view: '보여 줄 것',
  views: { list: '다가오는 일정과 버튼', button: '버튼만' },
  limit: '일정 수',
  language: '언어',
  languages: { '': '페이지를 따름', ko: '한국어', en: 'English' },
  theme: '색',
  themes: { '': '기기를 따름', light: '밝게', dark: '어둡게' },
  act: '보기',
  unknown: (address) =>
    `‘${address}’ 캘린더가 없습니다. harbour/regatta처럼 캘린더 페이지 주소의 끝부분을 적어 주세요.`,
  preview: '이렇게 보입니다',
  element: '요소로 넣기',
  elementHow: '스크립트는 페이지마다 한 번, 요소는 캘린더를 놓을 자리마다 넣으세요.',
  frame: '프레임으로 넣기',
  frameHow: '다른 곳의 스크립트를 쓸 수 없는 사이트에 알맞습니다. 따로 보기:',
  policy: '사이트에 Content-Security-Policy가 있다면',
  policyHow: '첫 줄은 요소, 둘째 줄은 프레임에 필요합니다. 인라인 스타일은 필요 없습니다.',
  copy: '복사',
  copied: '복사했습니다',
  notCopied: '직접 복사해 주세요',
  promise: '쿠키도 저장도 추적도 없습니다. 읽는 사람의 브라우저가 이 서버에 일정만 묻습니다.',
}

export const EMBED_WORDS: Record<Language, Words> = { en, ko }
