// The words of the documentation's page. What a call does is told in Korean here, since the
// description itself is in English.

import type { Language } from '../language/choose.ts'

const en = {
  intro: 'Reading is open to everybody; writing needs a key.',
  machine: 'For machines',
  home: 'All calendars',
  start: 'To begin with',
  contents: 'Contents',
  key: 'needs a key',
  parameters: 'Parameters',
  body: 'Body',
  answers: 'Answers',
  required: 'required',
  optional: 'optional',
  shapes: 'Shapes',
  problems: 'Error codes',
  findings: 'Codes of findings in a file',
  tags: {} as Record<string, string>,
  summaries: {} as Record<string, string>,
}

const ko: typeof en = {
  intro: '읽기는 누구에게나 열려 있고, 쓰기에는 키가 필요합니다.',
  machine: '기계가 읽는 설명',
  home: '캘린더 목록',
  start: '시작하기',
  contents: '차례',
  key: '키 필요',
  parameters: '매개변수',
  body: '본문',
  answers: '응답',
  required: '필수',
  optional: '생략 가능',
  shapes: '데이터 모양',
  problems: '오류 코드',
  findings: '파일 점검 코드',
  tags: {
    ...{ Discover: '찾아보기', Events: '일정', Sync: '동기화', Settings: '설정', Keys: '키' },
    ...{ Uploads: '업로드', History: '이력', Feed: '피드' },
  },
  summaries: {
    'All partners': '모든 파트너',
    'One partner': '파트너 하나',
    'Make or change a partner': '파트너를 만들거나 바꿉니다',
    "A partner's calendars": '파트너의 캘린더 목록',
    'One calendar': '캘린더 하나',
    'Make or change a calendar': '캘린더를 만들거나 바꿉니다',
    'Delete a calendar': '캘린더를 삭제합니다',
    "A calendar's occurrences": '캘린더의 일정 (반복 일정은 하나씩 펼쳐서)',
    "Several calendars' occurrences": '여러 캘린더의 일정',
    'One event and its history': '일정 하나와 그 이력',
    'Changes since a token': '토큰 이후 바뀐 것',
    'Make a key; it is shown this once': '키를 만듭니다. 한 번만 보여 줍니다',
    "A partner's keys, without the secrets": '파트너의 키 목록 (비밀 값 제외)',
    'Revoke a key': '키를 폐기합니다',
    'Answer an upload’s questions': '업로드의 질문에 답하고 다시 검토합니다',
    'Throw an upload away': '업로드를 버립니다',
    'Upload a schedule': '일정 파일을 올립니다',
    "A calendar's uploads, the latest first": '캘린더의 업로드 (최근 것부터)',
    'One upload': '업로드 하나',
    'The whole schedule as a file': '전체 일정을 파일로 내려받습니다',
    'Publish a reviewed upload': '검토한 업로드를 게시합니다',
    'Take the time of a publication back': '예약한 게시를 취소합니다',
    'Revisions, the latest first': '개정판 (최근 것부터)',
    'Go back to a revision': '이전 개정판으로 되돌립니다',
    'The feed to subscribe to': '구독하는 피드',
  },
}

export const DOCS_WORDS: Record<Language, typeof en> = { en, ko }
