// What is said of private events and their audiences, in English and in Korean.

type Words = Record<string, { message: string; hint: string }>

export const AUDIENCES_EN = {
  'audience.unknown': {
    message: '“{value}” is no audience of this partner. There are: {known}.',
    hint: 'Write one of these names, make the audience first, or leave the cell empty for events that everybody may see.',
  },
  'guard.opens': {
    message: 'Private events that everybody would see from now on: {count} ({titles}).',
    hint: 'If everybody may see them, send confirm=true. Else write the audience into the file, or leave the column out: what is private then stays so.',
  },
} satisfies Words

export const AUDIENCES_KO = {
  'audience.unknown': {
    message: '‘{value}’은(는) 등록된 공개 대상이 아닙니다. 등록된 것: {known}.',
    hint: '이 가운데 하나를 쓰거나, 공개 대상을 먼저 만들거나, 누구나 볼 수 있는 일정이면 비워 두세요.',
  },
  'guard.opens': {
    message: '비공개 일정 {count}개가 누구에게나 공개됩니다({titles}).',
    hint: '공개해도 된다면 confirm=true를 보내세요. 아니면 파일에 공개 대상을 쓰거나 그 열을 빼세요. 열이 없으면 비공개로 남습니다.',
  },
} satisfies Words
