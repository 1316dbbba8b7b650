// What can go wrong with audiences and their keys, in English and in Korean.

type Words = Record<string, { title: string; detail: string }>

export const AUDIENCE_PROBLEMS_EN = {
  audience_in_use: {
    title: 'The audience has events',
    detail:
      'Events are for the audience “{name}”. Were it removed, nobody could see them: make them public, or for another audience, or take them out first.',
  },
  audience_key_invalid: {
    title: 'Not a key',
    detail:
      'Line {line} is no key: {found}. Write one key a line, of {min} to {max} characters without spaces and hyphens, or its SHA-256 in 64 hexadecimal digits. Nothing was changed.',
  },
  audience_key_unknown: {
    title: 'This opens nothing',
    detail:
      '“{partner}” has no private events for this number or code. Check it for typing errors; if it is new, try again later.',
  },
  audience_key_used_up: {
    title: 'Used too often',
    detail:
      'This number or code is in use by {limit} personal feeds already. Take it out of one of them first, or ask the partner for another.',
  },
} satisfies Words

export const AUDIENCE_PROBLEMS_KO = {
  audience_in_use: {
    title: '공개 대상에 일정이 있습니다',
    detail:
      '‘{name}’ 대상으로 공개되는 일정이 있습니다. 대상을 지우면 아무도 볼 수 없으니, 먼저 그 일정을 모두에게 공개하거나 다른 대상으로 바꾸거나 빼 주세요.',
  },
  audience_key_invalid: {
    title: '키로 쓸 수 없습니다',
    detail:
      '{line}행은 키로 쓸 수 없습니다({found}). 한 줄에 하나씩, 공백과 하이픈을 빼고 {min}~{max}자로 적거나 SHA-256 값(16진수 64자)을 적어 주세요. 바뀐 것은 없습니다.',
  },
  audience_key_unknown: {
    title: '맞는 번호가 아닙니다',
    detail:
      '‘{partner}’에 등록된 회원 번호나 티켓 코드가 아닙니다. 잘못 입력한 글자가 없는지 확인하고, 새로 받은 번호라면 나중에 다시 시도해 주세요.',
  },
  audience_key_used_up: {
    title: '이미 여러 곳에서 쓰고 있습니다',
    detail:
      '이 번호나 코드는 이미 개인 캘린더 {limit}개에서 쓰고 있습니다. 그 가운데 하나에서 먼저 빼거나 파트너에 문의해 주세요.',
  },
} satisfies Words
