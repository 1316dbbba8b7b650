// What the reminder app says of changes that did not stay, in both languages.

export const setbacksKo = {
  title: '반영되지 않은 변경',
  count: (count: number) => `반영되지 않은 변경이 ${count}개 있습니다.`,
  see: '보기',
  why: {
    refused: '서버가 받지 않아 되돌렸습니다.',
    overtaken: '다른 기기에서도 바꾸어서 다른 기기의 내용이 남았습니다. 이 기기에서 바꾼 내용:',
    replaced:
      '다른 기기에서도 바꾸었지만 이 기기에서 나중에 바꾼 내용이 남았습니다. 다른 기기의 내용:',
  },
  again: { refused: '다시 보내기', overtaken: '이것으로 바꾸기', replaced: '이것으로 바꾸기' },
  leave: '그대로 두기',
  hidden: '숨김',
  shown: '숨기지 않음',
  followed: (calendar: string, isFollowed: boolean) =>
    isFollowed ? `${calendar} 받기` : `${calendar} 그만 받기`,
  kept: (count: number) =>
    `보내지 못한 변경 ${count}개는 이 기기에 남아 있습니다. 새 주소를 열면 그리로 보냅니다.`,
}

export const setbacksEn: typeof setbacksKo = {
  title: 'Changes that did not stay',
  count: (count) =>
    count === 1 ? 'One of your changes did not stay.' : `${count} of your changes did not stay.`,
  see: 'See them',
  why: {
    refused: 'The server did not take it, and it is undone.',
    overtaken: 'It was changed on another device too, and that stayed. You changed it here to:',
    replaced:
      'It was changed on another device too, and what was changed here later stayed. There it was:',
  },
  again: {
    refused: 'Send it again',
    overtaken: 'Put this in place',
    replaced: 'Put this in place',
  },
  leave: 'Leave it',
  hidden: 'Hidden',
  shown: 'Not hidden',
  followed: (calendar, isFollowed) => `${isFollowed ? 'Follow' : 'Unfollow'} ${calendar}`,
  kept: (count) =>
    count === 1
      ? 'One change that is not sent yet is kept here, and goes to the new address when you open it.'
      : `${count} changes that are not sent yet are kept here, and go to the new address when you open it.`,
}
