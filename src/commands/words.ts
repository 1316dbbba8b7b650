// What the commands say, in the language of the terminal.

import type { Language } from '../language/choose.ts'

const en = {
  ready: 'Kalends is ready.',
  calendars: 'Calendars',
  docs: 'API docs',
  adminKey: 'Admin key (shown this once; `npx kalends keys reset-admin` makes another)',
  applying: 'First start: publishing the example calendars',
  placed: (count: number) =>
    count === 1 ? '1 calendar published.' : `${count} calendars published.`,
  refused: 'Refused: nothing of the file is published.',
  waiting: 'Questions are open: kept for review, not published.',
  kept: 'Kept for review.',
  publishIt: (id: string) => `Publish it: npx kalends publish ${id}`,
  answerIt: (id: string) => `Answer it: npx kalends review ${id} --help`,
  published: (revision: number) => `Published as revision ${revision}.`,
  nothing: (revision: number) => `Nothing to change; still revision ${revision}.`,
  more: (count: number) => `… and ${count} more`,
  row: (row: number) => `row ${row}`,
  line: (line: number) => `line ${line}`,
  moreFindings: (rows: number) => `Rows with errors: ${rows} in all; the first findings are shown.`,
  checked: 'Nothing stands against it.',
  checkedWaiting: 'Questions are open: an upload would wait for their answers.',
  types: {
    new: 'new',
    changed: 'changed',
    moved: 'moved',
    cancelled: 'cancelled',
    removed: 'removed',
  },
  fields: {} as Record<string, string>,
  unchanged: 'unchanged',
  refusedRows: 'refused',
  severities: { error: 'error', warning: 'warning', question: 'question' },
  invitationShownOnce: (until: string) =>
    `This link is shown this once; it is good until ${until}:`,
  keyShownOnce: 'This key is shown this once:',
  revoked: 'Revoked.',
  secretShownOnce: 'This secret, which signs the notices, is shown this once:',
  fetching: 'Fetching',
  sourceRemoved: 'Removed.',
  audienceCounts: (keys: number, feeds: number, ahead: number) =>
    `${keys} keys, ${feeds} personal feeds, ${ahead} coming events`,
  sourceStates: { new: 'new', ok: 'ok', waiting: 'waiting', failing: 'failing' },
  everyMinutes: (minutes: number) => `every ${minutes} min`,
  looksAt: (upload: string) => `Look at upload ${upload}.`,
  willPublish: (at: string) => `It will be published by itself at ${at}.`,
  discarded: 'Thrown away.',
  reports: {
    rejected: 'Turned down.',
    kinds: { time: 'time', cancelled: 'cancelled', missing: 'missing', other: 'other' } as Record<
      string,
      string
    >,
  },
  plan: (plan: string) => `What was looked at: --plan ${plan}`,
  eventsChanged: (events: number) => `${events} events changed.`,
  notAnAnswer: (text: string, wanted: string) => `“${text}” is not ${wanted}.`,
  backedUp: (file: string, ms: number) => `Backed up and verified: ${file} (${ms} ms).`,
  restored: (folder: string) => `Restored and verified into ${folder}.`,
  exists: (file: string) => `${file} is there already. Restore into an empty folder (DATA_DIR).`,
  overItself: (file: string) => `${file} is the database itself, not a place for its backup.`,
  noFile: (file: string) => `There is no file ${file}.`,
  notAFile: (file: string) => `${file} is not a file.`,
  unreadable: (file: string, why: string) => `${file} cannot be read: ${why}`,
  unwritable: (file: string, why: string) => `${file} cannot be written: ${why}`,
  exported: (file: string) => `Exported: ${file}`,
  nothingSaid: 'Say what is to be changed: an option such as --start, or a JSON file.',
  notAnEvent: (file: string) => `${file} is not the JSON of one event: {"title": …}.`,
  archived: (events: number, url: string) => `${events} events archived: ${url}`,
  noFolder: (folder: string) => `There is no folder ${folder}.`,
  noPartners: (folder: string) =>
    `${folder} has no partner in it: partners are folders with a partner.json.`,
  noSchedule: (folder: string) => `${folder} has no schedule.csv, schedule.json or schedule.ics.`,
  notPlaced: (folder: string) =>
    `${folder}: “placedFrom” moves the dates of schedule.csv and schedule.json, not of schedule.ics. Leave it out.`,
  notAnAddress: 'It must be an address such as https://calendars.example.org.',
  notAYear: 'It must be a year such as 2026.',
  noAnswer: (server: string, why: string) => `${server} does not answer: ${why}`,
  notKalends: (server: string, status: number) =>
    `${server} answered ${status}, but not as Kalends does. Is the address right?`,
  noDatabase: (folder: string) =>
    `There is no database in ${folder}. Is DATA_DIR right? A first \`kalends serve\` makes one.`,
  unusable: (folder: string, why: string) => `DATA_DIR ${folder} cannot be used: ${why}`,
  noFeeds: (folder: string) =>
    `There is no folder ${folder}: no calendars to begin with. (KALENDS_FEEDS=none: none are wanted.)`,
  cannotListen: (host: string, port: number, why: string) =>
    `Cannot listen on ${host} port ${port}: ${why}. Set PORT or HOST.`,
  wrongSetting: (name: string, value: string | null, wanted: string) =>
    `${name}${value === null ? '' : ` (“${value}”)`}: ${wanted}`,
  settings: {
    PORT: 'must be a number from 0 to 65535',
    PUBLIC_URL: 'must be an address such as https://calendars.example.org',
    KALENDS_ADMIN_KEY: 'needs 32 characters or more',
    KALENDS_BACKUP_HOURS: 'must be a number above 0',
    KALENDS_BACKUP_KEEP: 'must be a whole number from 1',
    KALENDS_PUSH_HOSTS:
      'must be host names such as push.example.org or push.example.org:8443, with commas between them',
    TRUST_PROXY: 'must be how many proxies stand in front, 0 to 9, or “cloudflare”',
  } as Record<string, string>,
  address: (text: string) => `“${text}” is not PARTNER/CALENDAR.`,
  uploading: (name: string, size: string) => `Uploading ${name} (${size})`,
  checking: (name: string, size: string) => `Checking ${name} (${size})`,
  backingUp: 'Backing up',
  restoring: 'Restoring',
  took: (seconds: string) => `${seconds} s`,
}

const FIELDS_KO: Record<string, string> = {
  ...{ title: '제목', description: '설명', start: '시작', end: '끝', allDay: '종일' },
  ...{ timezone: '시간대', status: '상태', timeTbd: '시간 미정', soldOut: '매진', kind: '종류' },
  ...{ location: '장소', categories: '분류', tags: '태그', home: '홈', away: '원정' },
  ...{ gameNo: '경기 번호', result: '결과', reason: '사유', links: '링크', rrule: '반복' },
  ...{ exdates: '제외일', ticketOpensAt: '예매 시작', alarms: '알림', translations: '번역' },
  ...{ externalId: '고유번호', lang: '언어' },
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
  kept: '검토용으로 보관했습니다.',
  publishIt: (id) => `게시하기: npx kalends publish ${id}`,
  answerIt: (id) => `답하기: npx kalends review ${id} --help`,
  published: (revision) => `${revision}번 개정판으로 게시했습니다.`,
  nothing: (revision) => `바뀐 것이 없습니다. 그대로 ${revision}번 개정판입니다.`,
  more: (count) => `… 외 ${count}건`,
  row: (row) => `${row}행`,
  line: (line) => `${line}번째 줄`,
  moreFindings: (rows) => `오류가 있는 행은 모두 ${rows}개입니다. 앞의 것만 보여 드립니다.`,
  checked: '문제가 없습니다.',
  checkedWaiting: '답하지 않은 질문이 있습니다. 올리면 답을 기다립니다.',
  types: { new: '새 일정', changed: '변경', moved: '이동', cancelled: '취소', removed: '삭제' },
  fields: FIELDS_KO,
  unchanged: '그대로',
  refusedRows: '거절',
  severities: { error: '오류', warning: '주의', question: '질문' },
  invitationShownOnce: (until) => `이 링크는 지금 한 번만 보입니다. 기한은 ${until}입니다:`,
  keyShownOnce: '이 키는 지금 한 번만 보입니다:',
  revoked: '폐기했습니다.',
  secretShownOnce: '알림에 서명하는 이 비밀 값은 지금 한 번만 보입니다:',
  fetching: '가져오는 중',
  sourceRemoved: '지웠습니다.',
  audienceCounts: (keys, feeds, ahead) =>
    `번호 ${keys}개, 개인 캘린더 ${feeds}개, 예정된 일정 ${ahead}건`,
  sourceStates: { new: '새로 추가', ok: '정상', waiting: '확인 필요', failing: '실패' },
  everyMinutes: (minutes) => `${minutes}분마다`,
  looksAt: (upload) => `업로드 ${upload} 확인이 필요합니다.`,
  willPublish: (at) => `${at} 시각에 게시됩니다.`,
  discarded: '버렸습니다.',
  reports: {
    rejected: '반영하지 않기로 했습니다.',
    kinds: { time: '시간', cancelled: '취소', missing: '빠짐', other: '기타' },
  },
  plan: (plan) => `검토한 내용: --plan ${plan}`,
  eventsChanged: (events) => `일정 ${events}개가 바뀌었습니다.`,
  notAnAnswer: (text, wanted) => `‘${text}’ 값은 ${wanted} 모양이 아닙니다.`,
  backedUp: (file, ms) => `백업하고 확인했습니다: ${file} (${ms} ms).`,
  restored: (folder) => `${folder} 폴더에 복원하고 확인했습니다.`,
  exists: (file) => `${file} 파일이 이미 있습니다. 빈 폴더(DATA_DIR)에 복원하세요.`,
  overItself: (file) => `${file} 파일은 데이터베이스 자체라서 백업할 자리로 쓸 수 없습니다.`,
  noFile: (file) => `${file} 파일이 없습니다.`,
  notAFile: (file) => `파일이 아닙니다: ${file}`,
  unreadable: (file, why) => `${file} 파일을 읽을 수 없습니다: ${why}`,
  unwritable: (file, why) => `${file} 파일에 쓸 수 없습니다: ${why}`,
  exported: (file) => `내보냈습니다: ${file}`,
  nothingSaid: '무엇을 바꿀지 알려 주세요: --start 같은 옵션이나 JSON 파일.',
  notAnEvent: (file) => `${file} 파일은 일정 하나의 JSON이 아닙니다: {"title": …}.`,
  archived: (events, url) => `일정 ${events}개를 보관했습니다: ${url}`,
  noFolder: (folder) => `${folder} 폴더가 없습니다.`,
  noPartners: (folder) =>
    `${folder} 폴더에 파트너가 없습니다. 파트너는 partner.json이 든 폴더입니다.`,
  noSchedule: (folder) =>
    `${folder} 폴더에 schedule.csv, schedule.json, schedule.ics 가운데 하나가 없습니다.`,
  notPlaced: (folder) =>
    `${folder}: “placedFrom” 은 schedule.csv와 schedule.json의 날짜만 옮기며 schedule.ics는 옮기지 않습니다. 빼 주세요.`,
  notAnAddress: 'https://calendars.example.org 같은 주소여야 합니다.',
  notAYear: '2026 같은 연도여야 합니다.',
  noAnswer: (server, why) => `${server} 서버가 응답하지 않습니다: ${why}`,
  notKalends: (server, status) =>
    `${server}의 응답(${status})이 Kalends의 것이 아닙니다. 주소가 맞나요?`,
  noDatabase: (folder) =>
    `${folder} 폴더에 데이터베이스가 없습니다. DATA_DIR이 맞나요? 처음이라면 \`kalends serve\` 가 만듭니다.`,
  unusable: (folder, why) => `DATA_DIR ${folder} 폴더를 쓸 수 없습니다: ${why}`,
  noFeeds: (folder) =>
    `${folder} 폴더가 없어 캘린더 없이 시작합니다. (원하신 것이라면 KALENDS_FEEDS=none)`,
  cannotListen: (host, port, why) =>
    `${host}의 ${port} 포트를 쓸 수 없습니다: ${why}. PORT나 HOST를 바꾸세요.`,
  wrongSetting: (name, value, wanted) =>
    `${name}${value === null ? '' : ` (‘${value}’)`}: ${wanted}`,
  settings: {
    PORT: '0부터 65535까지의 숫자여야 합니다',
    PUBLIC_URL: 'https://calendars.example.org 같은 주소여야 합니다',
    KALENDS_ADMIN_KEY: '32자 이상이어야 합니다',
    KALENDS_BACKUP_HOURS: '0보다 큰 숫자여야 합니다',
    KALENDS_BACKUP_KEEP: '1 이상의 정수여야 합니다',
    KALENDS_PUSH_HOSTS:
      'push.example.org나 push.example.org:8443 같은 호스트 이름을 쉼표로 나눠 적어야 합니다',
    TRUST_PROXY: '앞에 있는 프록시 수(0~9)이거나 cloudflare 여야 합니다',
    KALENDS_SMTP_URL: 'smtps://user:password@mail.example.org 같은 주소여야 합니다',
  },
  address: (text) => `‘${text}’ 값은 PARTNER/CALENDAR 꼴이 아닙니다.`,
  uploading: (name, size) => `올리는 중: ${name} (${size})`,
  checking: (name, size) => `살펴보는 중: ${name} (${size})`,
  backingUp: '백업하는 중',
  restoring: '복원하는 중',
  took: (seconds) => `${seconds}초`,
}

export const WORDS: Record<Language, typeof en> = { en, ko }

/** The terminal's language, from the usual variables. */
export const terminalLanguage = (env: NodeJS.ProcessEnv): Language =>
  /^ko/i.test(env.LC_ALL || env.LC_MESSAGES || env.LANG || '') ? 'ko' : 'en'
