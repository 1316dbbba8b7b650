// The words of members-only events in a personal link.

const ko = {
  title: '회원 전용 일정',
  hint: '시즌권 소지자나 회원에게만 보이는 일정이 있는 곳입니다. 받은 번호를 한 번 입력하면 이 링크에 나타납니다.',
  open: '번호 입력하기',
  more: '다른 번호 입력하기',
  partner: '어디의 번호인가요',
  key: '회원 번호 또는 티켓 코드',
  keyHint: '대소문자, 공백, 하이픈은 달라도 됩니다. 번호는 해시로만 견주고 남기지 않습니다.',
  send: '일정 열기',
  opened: (name: string) =>
    `‘${name}’ 일정이 열렸습니다. 다음에 새로 고칠 때 캘린더 앱에 나타납니다.`,
  left: '뺐습니다. 다음에 새로 고칠 때 캘린더 앱에서 사라집니다.',
  leave: '빼기',
  leaveOf: (name: string) => `빼기: ${name}`,
  ended: '번호의 기한이 끝났거나 바뀌었습니다. 새 번호를 입력해 주세요.',
  back: '링크 관리로',
  none: '지금 받는 캘린더에는 회원 전용 일정이 없습니다.',
}

const en: typeof ko = {
  title: 'Members’ events',
  hint: 'Some events here are for season-ticket holders or members only. Type the number you were given once, and they are in this link.',
  open: 'Type a number',
  more: 'Type another number',
  partner: 'Whose number is it?',
  key: 'Membership number or ticket code',
  keyHint:
    'Capitals, spaces and hyphens may differ. The number is compared as a hash and not kept.',
  send: 'Open the events',
  opened: (name) =>
    `The events for “${name}” are open. Your calendar app has them after its next refresh.`,
  left: 'Taken out. They leave your calendar app at its next refresh.',
  leave: 'Take out',
  leaveOf: (name) => `Take out: ${name}`,
  ended: 'The number has expired or was replaced. Type the new one.',
  back: 'To the link',
  none: 'The calendars of this link have no members’ events.',
}

export const MEMBER_WORDS = { ko, en }
