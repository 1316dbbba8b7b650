// The words of the pages of audiences.

const ko = {
  title: '공개 대상',
  intro:
    '시즌권 소지자나 회원에게만 보일 일정에 쓰는 이름입니다. 번호를 가진 사람이 자기 개인 캘린더에 한 번 입력하면 그 일정이 나타나고, 그 밖에는 아무에게도 보이지 않습니다.',
  none: '아직 없습니다. 아래에서 하나 만들어 보세요.',
  counts: (keys: number, feeds: number, ahead: number) =>
    `번호 ${keys.toLocaleString('ko')}개 · 개인 캘린더 ${feeds.toLocaleString('ko')}개 · 예정된 일정 ${ahead.toLocaleString('ko')}건`,
  column: (slug: string) => `파일의 ‘공개 대상’ 열에 쓰는 이름: ${slug}`,
  keys: '번호 올리기',
  keysOf: (name: string) => `번호 올리기: ${name}`,
  pasted: '회원 번호나 티켓 코드, 한 줄에 하나',
  file: '또는 파일 (한 줄에 하나)',
  keysHint:
    '대소문자, 공백, 하이픈은 구별하지 않습니다. 받는 즉시 해시로 바꾸고 원래 번호는 남기지 않습니다. SHA-256 값을 올려도 됩니다. 생일처럼 짐작할 수 있는 번호는 쓰지 마세요.',
  act: '할 일',
  acts: {
    add: '지금 있는 번호에 더하기',
    replace: '지금 있는 번호를 이것으로 모두 바꾸기',
    remove: '이 번호들 빼기',
  },
  expires: '마지막 날 (비우면 기한 없음)',
  send: '올리기',
  sent: '번호를 바꿨습니다.',
  saved: '저장했습니다.',
  remove: '지우기',
  removeOf: (name: string) => `지우기: ${name}`,
  removeHow: '번호도 함께 지워집니다. 이 대상의 일정이 남아 있으면 지울 수 없습니다.',
  make: '새 공개 대상',
  name: '이름',
  nameHint: '사람에게 보이는 이름. 예: 시즌권 회원',
  otherName: { ko: '한국어 이름', en: '영어 이름' },
  slug: '파일에 쓰는 짧은 이름',
  slugHint: '영문 소문자, 숫자, 하이픈. 비우면 이름에서 만듭니다.',
  save: '저장',
  refused: '저장하지 않았습니다. 아래에 표시된 곳을 고쳐 주세요.',
  wrongName: '이름을 한 줄로 적어 주세요. 200자까지 됩니다.',
  wrongExpires: '2027-03-31처럼 적어 주세요.',
  everybody: '누구나',
  private: (audience: string) => `비공개 · ${audience}`,
}

const en: typeof ko = {
  title: 'Audiences',
  intro:
    'Names for events that season-ticket holders or members alone may see. Whoever has a number types it once in their personal calendar, and the events are in it; nobody else sees them.',
  none: 'None yet. Make one below.',
  counts: (keys, feeds, ahead) =>
    `Numbers: ${keys.toLocaleString('en')} · personal calendars: ${feeds.toLocaleString('en')} · coming events: ${ahead.toLocaleString('en')}`,
  column: (slug) => `In the column “audience” of a file: ${slug}`,
  keys: 'Upload numbers',
  keysOf: (name) => `Upload numbers: ${name}`,
  pasted: 'Membership numbers or ticket codes, one a line',
  file: 'Or a file, one a line',
  keysHint:
    'Capitals, spaces and hyphens make no difference. They are hashed as they come, and never kept. SHA-256 values do as well. Use nothing that can be guessed, such as birthdays.',
  act: 'What to do',
  acts: {
    add: 'Add them to those that there are',
    replace: 'Replace all that there are with these',
    remove: 'Remove these',
  },
  expires: 'Last day (empty: no end)',
  send: 'Upload',
  sent: 'The numbers were changed.',
  saved: 'Saved.',
  remove: 'Remove',
  removeOf: (name) => `Remove: ${name}`,
  removeHow: 'Its numbers go with it. Not while events are for it.',
  make: 'New audience',
  name: 'Name',
  nameHint: 'What people read, such as Season-ticket holders',
  otherName: { ko: 'Korean name', en: 'English name' },
  slug: 'Short name for files',
  slugHint: 'Small letters, digits and hyphens. Left empty, it is made of the name.',
  save: 'Save',
  refused: 'Nothing was saved. Correct what is marked below.',
  wrongName: 'Write the name in one line of at most 200 characters.',
  wrongExpires: 'Write it as 2027-03-31.',
  everybody: 'Everybody',
  private: (audience) => `private · ${audience}`,
}

export const AUDIENCE_WORDS = { ko, en }
