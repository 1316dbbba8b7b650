// What the commands say, in the language of the terminal.

import type { Language } from '../language/choose.ts'

const en = {
  ready: 'Kalends is ready.',
  calendars: 'Calendars',
  docs: 'API docs',
  adminKey: 'Admin key (shown this once; `npx kalends keys reset-admin` makes another)',
  applying: 'First start: publishing the example calendars',
  placed: (count: number) => `${count} calendars published.`,
  refused: 'Refused: nothing of the file is published.',
  waiting: 'Questions are open: kept for review, not published.',
  kept: 'Kept for review. Publish it with --publish, or POST its publication.',
  published: (revision: number) => `Published as revision ${revision}.`,
  nothing: (revision: number) => `Nothing to change; still revision ${revision}.`,
  more: (count: number) => `… and ${count} more`,
  row: 'row',
  line: 'line',
  types: {
    new: 'new',
    changed: 'changed',
    moved: 'moved',
    cancelled: 'cancelled',
    removed: 'removed',
  },
  unchanged: 'unchanged',
  refusedRows: 'refused',
  severities: { error: 'error', warning: 'warning', question: 'question' },
  keyShownOnce: 'This key is shown this once:',
  revoked: 'Revoked.',
  backedUp: (file: string, ms: number) => `Backed up and verified: ${file} (${ms} ms).`,
  restored: (folder: string) => `Restored and verified into ${folder}.`,
  exists: (file: string) => `${file} is there already. Restore into an empty folder (DATA_DIR).`,
  damaged: (file: string) => `${file} is damaged; nothing was restored.`,
  noFile: (file: string) => `There is no file ${file}.`,
  noSchedule: (folder: string) => `${folder} has no schedule.csv or schedule.json.`,
  wrongJson: (file: string, why: string) => `${file}: ${why}`,
  address: (text: string) => `“${text}” is not PARTNER/CALENDAR.`,
  uploading: (name: string, size: string) => `Uploading ${name} (${size}) …`,
  took: (seconds: string) => `${seconds} s`,
}

const ko: typeof en = {
  ready: 'Kalends가 준비되었습니다.',
  calendars: '캘린더',
  docs: 'API 문서',
  adminKey: '관리자 키 (지금 한 번만 보입니다; 새로 만들기: `npx kalends keys reset-admin`)',
  applying: '첫 시작: 예시 캘린더를 게시합니다',
  placed: (count) => `캘린더 ${count}개를 게시했습니다.`,
  refused: '거절됨: 파일의 어떤 내용도 게시되지 않았습니다.',
  waiting: '답하지 않은 질문이 있어 게시하지 않고 검토용으로 보관했습니다.',
  kept: '검토용으로 보관했습니다. --publish 로 게시하거나 publication 을 POST 하세요.',
  published: (revision) => `${revision}번 개정판으로 게시했습니다.`,
  nothing: (revision) => `바뀐 것이 없습니다. 그대로 ${revision}번 개정판입니다.`,
  more: (count) => `… 외 ${count}건`,
  row: '행',
  line: '줄',
  types: { new: '새 일정', changed: '변경', moved: '이동', cancelled: '취소', removed: '삭제' },
  unchanged: '그대로',
  refusedRows: '거절',
  severities: { error: '오류', warning: '주의', question: '질문' },
  keyShownOnce: '이 키는 지금 한 번만 보입니다:',
  revoked: '폐기했습니다.',
  backedUp: (file, ms) => `백업하고 확인했습니다: ${file} (${ms} ms).`,
  restored: (folder) => `${folder} 폴더에 복원하고 확인했습니다.`,
  exists: (file) => `${file} 파일이 이미 있습니다. 빈 폴더(DATA_DIR)에 복원하세요.`,
  damaged: (file) => `${file} 파일이 손상되어 아무것도 복원하지 않았습니다.`,
  noFile: (file) => `${file} 파일이 없습니다.`,
  noSchedule: (folder) => `${folder} 폴더에 schedule.csv 나 schedule.json 이 없습니다.`,
  wrongJson: (file, why) => `${file}: ${why}`,
  address: (text) => `‘${text}’ 값은 PARTNER/CALENDAR 꼴이 아닙니다.`,
  uploading: (name, size) => `${name} (${size}) 올리는 중 …`,
  took: (seconds) => `${seconds}초`,
}

export const WORDS: Record<Language, typeof en> = { en, ko }

/** The terminal's language, from the usual variables. */
export const terminalLanguage = (env: NodeJS.ProcessEnv): Language =>
  /^ko/i.test(env.LC_ALL || env.LC_MESSAGES || env.LANG || '') ? 'ko' : 'en'
