// What a page says instead of a finding's hint that speaks of the API: what to press here.

import type { FindingCode } from '../../../intake/finding.ts'
import type { Language } from '../../../language/choose.ts'

type Hints = Partial<Record<FindingCode, Record<Language, string>>>

export const CONSOLE_HINTS: Hints = {
  'date.ambiguous': {
    ko: '아래에서 날짜 순서를 고르거나, 파일에 2026-04-01 처럼 적어 주세요.',
    en: 'Choose the order of the dates below, or write 2026-04-01 in the file.',
  },
  'team.unknown': {
    ko: '아래에 우리 팀 이름을 적어 주세요. 다음 파일부터 기억합니다.',
    en: 'Write your team’s name below; it is remembered for the next file.',
  },
  'date.year_missing': {
    ko: '아래에 연도를 적거나, 파일의 날짜에 연도를 넣어 주세요.',
    en: 'Write the year below, or put it into the file’s dates.',
  },
  'header.duplicate': {
    ko: '‘열 맞추기’에서 어느 열을 쓸지 고르고 ‘이렇게 읽기’를 누르세요. 지금은 앞의 열을 읽었습니다.',
    en: 'Choose under “Match the columns” which of them it is, and have it read so. Now the first was read.',
  },
  'header.nameless': {
    ko: '일정의 일부라면 ‘열 맞추기’에서 어떤 열인지 고르세요.',
    en: 'If it is part of the schedule, choose under “Match the columns” what it is.',
  },
  'field.locked': {
    ko: '그대로 두거나, 위에서 파일의 값을 고르세요.',
    en: 'Nothing to do; or take the file’s value above.',
  },
  'identity.ambiguous': {
    ko: '아래에서 어느 일정인지 고르세요. 고르지 않고 게시하면 새 일정으로 봅니다.',
    en: 'Choose below which it is. Published without a choice, it is a new event.',
  },
  'identity.duplicate': {
    ko: '아래에서 같은 일정인지 고르세요. 고르지 않고 게시하면 같은 일정으로 봅니다.',
    en: 'Choose below whether it is the same. Published without a choice, it is.',
  },
  'identity.answer': {
    ko: '아래에서 다시 골라 주세요.',
    en: 'Choose again below.',
  },
  'guard.cancels_many': {
    ko: '파일이 전체 일정이면 게시할 때 숫자를 적어 확인하세요. 더하기만 하려면 다시 올리면서 ‘새 일정과 바뀐 일정만’을 고르세요.',
    en: 'If the file is the whole schedule, confirm by typing the number where you publish. To add only, upload it again as “new and changed events only”.',
  },
  'guard.empties': {
    ko: '맞다면 게시할 때 숫자를 적어 확인하세요. 더하기만 하려면 다시 올리면서 ‘새 일정과 바뀐 일정만’을 고르세요.',
    en: 'If that is meant, confirm by typing the number where you publish. To add only, upload it again as “new and changed events only”.',
  },
  'guard.opens': {
    ko: '공개해도 된다면 게시할 때 확인하세요. 아니면 파일에 공개 대상을 쓰거나 그 열을 빼세요. 열이 없으면 비공개로 남습니다.',
    en: 'If everybody may see them, confirm where you publish. Else write the audience into the file, or leave the column out: what is private then stays so.',
  },
  'file.too_many_rows': {
    ko: '파일을 나누어 ‘새 일정과 바뀐 일정만’으로 하나씩 올려 주세요.',
    en: 'Split it, and upload the parts one by one as “new and changed events only”.',
  },
  'ics.method': {
    ko: '전체 일정이 아니므로 ‘새 일정과 바뀐 일정만’으로 올려 주세요.',
    en: 'Upload it as “new and changed events only”, since it is no whole schedule.',
  },
  'xlsx.sheets': {
    ko: '아래 ‘열 맞추기’에서 시트를 고르세요.',
    en: 'Choose the sheet under “Match the columns”.',
  },
  'xlsx.unread': {
    ko: '일정의 일부라면 ‘열 맞추기’에서 그 시트를 고르거나 따로 올려 주세요.',
    en: 'If it is part of the schedule, choose it under “Match the columns”, or upload it by itself.',
  },
}
