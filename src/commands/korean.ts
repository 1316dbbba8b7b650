// The command line in Korean: what cli.ts describes, and what commander says by itself.

import type { Command } from 'commander'

/** By the words of cli.ts. A test sees to it that none is missing. */
const DESCRIPTIONS: Record<string, string> = {
  'A calendar-subscription server: serve it, and upload schedules to it.':
    '캘린더 구독 서버: 서버를 실행하고 일정 파일을 올립니다.',
  'show the version': '버전을 보여 줍니다',
  'show help': '도움말을 보여 줍니다',
  'show help for a command': '명령의 도움말을 보여 줍니다',
  'migrate, load feeds/ on the first start, and serve':
    '데이터베이스를 준비하고, 첫 시작이면 feeds/ 를 게시한 뒤 서버를 실행합니다',
  'apply a folder of partners: partner.json, calendar.json, schedule.csv':
    '파트너 폴더를 적용합니다: partner.json, calendar.json, schedule.csv',
  'upload a schedule and show what it changes': '일정 파일을 올리고 무엇이 바뀌는지 보여 줍니다',
  'save the whole schedule as a file that an upload reads back':
    '일정 전체를 다시 올릴 수 있는 파일로 내보냅니다',
  "the file's kind; else by its name, or csv": '파일 형식; 없으면 파일 이름에 따라, 또는 csv',
  'merge: only adds and changes; replace: the file is the whole schedule':
    'merge: 더하고 고치기만 합니다; replace: 파일이 일정 전체입니다',
  'publish at once when nothing stands against it': '문제가 없으면 바로 게시합니다',
  'take the stated defaults of guard and identity questions':
    '대량 취소와 같은 일정인지 묻는 질문에 안내된 기본값을 받아들입니다',
  'answers date.ambiguous': 'date.ambiguous 질문의 답',
  'answers date.year_missing': 'date.year_missing 질문의 답',
  'answers xlsx.sheets': 'xlsx.sheets 질문의 답: 읽을 시트의 이름',
  'in which a table calls its columns': '표의 열 이름에 쓸 언어',
  'save a template to fill: its columns, examples and, as a workbook, choices':
    '채워서 올릴 빈 양식을 저장합니다. 열과 예시가 들어 있고, 엑셀 파일에는 선택 목록도 있습니다',
  "the file's kind; else by its name, or xlsx":
    '파일 형식. 없으면 파일 이름을 따르고, 그것도 아니면 xlsx',
  'in which its columns are called': '열 이름에 쓸 언어',
  'what subscribers say is wrong or missing': '구독자가 틀렸거나 빠졌다고 알려 준 것',
  'list open reports: now, and what is suggested': '열린 제보 목록: 지금 값과 제보한 값',
  'take over what a report suggests, and publish it': '제보를 반영하고 게시',
  'turn a report down; its reporters see the reason':
    '제보를 반영하지 않음. 이유는 제보자에게 보입니다',
  'for the reporters': '제보자에게 보일 답',
  'how many people are subscribed, and how many have each revision':
    '몇 명이 구독하고 있고, 개정판마다 얼마나 받았는지 보여 줍니다',
  'for the history': '이력에 남길 사유',
  'a running server; else the data folder here': '실행 중인 서버 주소; 없으면 여기의 데이터 폴더',
  'key for --server; else KALENDS_KEY': '--server에 쓸 키; 없으면 KALENDS_KEY',
  'events by hand, one by one': '일정을 하나씩 직접 고칩니다',
  'add an event: options, or a JSON file of one event':
    '일정을 추가합니다: 옵션이나 일정 하나의 JSON 파일',
  'change an event; what it changes is locked against later uploads':
    '일정을 고칩니다; 고친 항목은 나중 업로드가 바꾸지 못합니다',
  'take out an event that was a mistake; no upload brings it back':
    '잘못 올린 일정을 뺍니다; 업로드로 되살아나지 않습니다',
  'begin a new season: archive what is over; address and subscribers stay':
    '새 시즌을 시작합니다: 지난 일정을 보관하고, 주소와 구독은 그대로입니다',
  'archive what ended before this day; else before today':
    '이 날짜 전에 끝난 일정을 보관합니다; 없으면 오늘',
  'of a series, the one happening that the rule starts so':
    '반복 일정 가운데 규칙이 이때 시작하는 한 번',
  'what it is called': '제목',
  'when it begins: 2026-05-01T18:30, or a date': '시작: 2026-05-01T18:30 또는 날짜',
  'when it ends': '끝',
  'as in a file: cancelled, postponed, 우천취소 …': '파일에서처럼: 취소, 연기, 우천취소 …',
  'where it is': '장소',
  'why it is cancelled or postponed, for subscribers': '취소나 연기의 사유 (구독자에게 보입니다)',
  'whether it is sold out': '매진 여부',
  'fields to empty': '비울 항목',
  'fields of which uploads may speak again': '다시 업로드가 바꿀 수 있게 풀 항목',
  'addresses that schedules are fetched from': '일정을 가져올 주소',
  "list a calendar's sources, and how they fare": '캘린더의 가져올 주소와 상태를 보여 줍니다',
  'fetch a schedule from an address, again and again': '주소에서 일정을 주기적으로 가져옵니다',
  'how often, 15 to 10080 minutes; else 60': '가져오는 간격(분), 15~10080; 없으면 60',
  'where to tell that it fails or waits': '실패하거나 확인이 필요할 때 알릴 웹훅 주소',
  'whom to write that it fails or waits': '실패하거나 확인이 필요할 때 알릴 메일 주소',
  'fetch a source now': '지금 가져옵니다',
  'remove a source; what it brought stays': '가져올 주소를 지웁니다; 가져온 일정은 남습니다',
  'publish an upload that was kept for review': '검토용으로 보관한 업로드를 게시합니다',
  'not now but then, such as 2026-12-01T10:00:00+09:00':
    '지금이 아니라 정한 시각에 게시합니다. 예: 2026-12-01T10:00:00+09:00',
  'throw an upload away that was kept for review': '검토용으로 보관한 업로드를 버립니다',
  'what was looked at: nothing is published when it changed':
    '검토한 내용의 이름; 그사이 바뀌었으면 게시하지 않습니다',
  'look at an upload that is kept for review; options answer its questions':
    '검토 중인 업로드를 봅니다; 옵션으로 질문에 답합니다',
  'the row that holds the headers': '제목 줄의 행 번호',
  'what a header means; nothing behind = leaves it out':
    '제목이 뜻하는 열; = 뒤를 비우면 읽지 않습니다',
  'a cell put right': '고친 셀',
  'rows that are not read': '읽지 않을 행',
  'answers team.unknown: whose calendar it is': 'team.unknown 질문의 답: 어느 팀의 캘린더인지',
  'which event a row is; nothing behind = makes it a new one':
    '그 행이 어느 일정인지; = 뒤를 비우면 새 일정입니다',
  'where the file is right against what was set by hand': '손으로 고친 값 대신 파일의 값을 쓸 항목',
  'show how a partner looks, or change it': '파트너의 모양을 보거나 바꿉니다',
  'its name': '이름',
  'its colour; “none” takes it away': '색; none은 없앱니다',
  'its logo, PNG or JPEG; “none” takes it away': '로고(PNG, JPEG); none은 없앱니다',
  'who changed what, the latest first': '누가 무엇을 바꿨는지, 최근 것부터 보여 줍니다',
  'only this calendar': '이 캘린더만',
  'only what changed this event': '이 일정을 바꾼 것만',
  'how many entries, at most 100': '몇 개까지 보여 줄지, 최대 100',
  'who may see private events, and the keys of those who may':
    '비공개 일정을 볼 수 있는 대상과 그 회원 번호',
  "list a partner's audiences with their counts": '파트너의 공개 대상을 보여 줍니다',
  'make or change an audience: a short name for files, a name for people':
    '공개 대상을 만들거나 바꿉니다: 파일에 쓰는 짧은 이름과 사람이 읽는 이름',
  'what people call it': '사람이 읽는 이름',
  'give an audience its members’ keys: a file of one key, or its SHA-256, a line':
    '회원 번호를 올립니다: 한 줄에 하나씩, 또는 그 SHA-256 값을 적은 파일',
  'what to do with them': '할 일: 더하기, 모두 바꾸기, 빼기',
  'their last day': '마지막 날',
  'remove an audience that no event is for, and its keys':
    '일정이 없는 공개 대상과 그 번호를 지웁니다',
  'groups of stores, and what repeats for them': '점포 그룹과 그 반복 일정',
  "list a calendar's groups and their stores": '캘린더의 그룹과 점포를 보여 줍니다',
  'make or change a group: a file of its stores, “store | address | region” a line':
    '그룹을 만들거나 바꿉니다: 한 줄에 “점포 | 주소 | 지역”을 적은 파일',
  'a new name for the group': '그룹의 새 이름',
  'give a group up; its events stay': '그룹을 없앱니다; 일정은 남습니다',
  'add an event of a group, such as its closing days': '휴점일 같은 그룹의 일정을 추가합니다',
  'its first day': '첫날',
  'how it repeats: FREQ=MONTHLY;BYDAY=2SU,4SU': '반복 규칙: FREQ=MONTHLY;BYDAY=2SU,4SU',
  'its category': '분류',
  'an event at each store, rather than one for all': '점포마다 일정을 하나씩 만듭니다',
  'skip one day of what repeats for a group, or move it':
    '그룹의 반복 일정에서 하루를 건너뛰거나 옮깁니다',
  'the day to move it to; else it is skipped': '옮길 날짜; 없으면 건너뜁니다',
  'for subscribers, and for the history': '구독자와 이력에 남길 사유',
  'keys of partners, and of the operator': '파트너와 운영자의 키',
  'make a key for a partner; it is shown this once': '파트너의 키를 만듭니다; 한 번만 보입니다',
  "list a partner's keys, without the secrets": '파트너의 키 목록 (비밀 값 제외)',
  'viewers read, editors change, owners also say who may':
    'viewer는 보기, editor는 고치기, owner는 사람 관리까지',
  'a link with which one person signs in to the console, once, within 7 days':
    '한 사람이 7일 안에 한 번 콘솔에 로그인할 수 있는 초대 링크를 만듭니다',
  'revoke a key, at once': '키를 곧바로 폐기합니다',
  "a new operator's key, for whoever owns the data folder":
    '데이터 폴더 주인이 운영자 키를 새로 만듭니다',
  'what would an upload say, without a server': '서버 없이, 올리면 무슨 말을 들을지 미리 봅니다',
  'fetch a feed as each calendar program would, or read a file, and say what is wrong':
    '캘린더 프로그램마다 하듯이 피드를 가져오거나 파일을 읽고, 잘못된 것을 알려 줍니다',
  'the report for machines': '기계가 읽는 JSON 보고서',
  'zone of rows without one': '시간대를 적지 않은 행의 시간대',
  'copy the database, also while it is written to, and verify the copy':
    '쓰는 중에도 데이터베이스를 복사하고 확인합니다',
  'verify a backup and put it into an empty DATA_DIR': '백업을 확인하고 빈 DATA_DIR에 복원합니다',
}

const TITLES: Record<string, string> = {
  'Usage:': '사용법:',
  'Arguments:': '인자:',
  'Options:': '옵션:',
  'Commands:': '명령:',
}

const ERRORS: [RegExp, string][] = [
  [/^error: unknown option '(.*)'/m, '‘$1’ 옵션은 없습니다.'],
  [/^error: unknown command '(.*)'/m, '‘$1’ 명령은 없습니다.'],
  [/^error: missing required argument '(.*)'/m, '‘$1’ 값이 빠졌습니다.'],
  [/^error: option '(.*)' argument missing/m, '‘$1’ 옵션에 값이 빠졌습니다.'],
  [
    /^error: option '(.*?)' argument '([\s\S]*)' is invalid\./m,
    '‘$1’ 옵션에 ‘$2’ 값은 쓸 수 없습니다.',
  ],
  [/Allowed choices are (.*)\./, '쓸 수 있는 값: $1.'],
  [/^error: too many arguments.*/m, '값이 너무 많습니다.'],
  [/\(Did you mean (.*)\?\)/, '(혹시 $1 인가요?)'],
  [/\(Did you mean one of (.*)\?\)/, '(혹시 $1 가운데 하나인가요?)'],
]

/** Every command of the program, now and below. */
export function speakKorean(command: Command): void {
  command.description(DESCRIPTIONS[command.description()] ?? command.description())
  for (const option of command.options)
    option.description = DESCRIPTIONS[option.description] ?? option.description
  command.helpOption('-h, --help', DESCRIPTIONS['show help'])
  if (command.commands.length > 0)
    command.helpCommand('help [command]', DESCRIPTIONS['show help for a command'])
  command.configureHelp({ styleTitle: (title) => TITLES[title] ?? title })
  command.configureOutput({ outputError: (text, write) => write(translated(text)) })
  for (const inner of command.commands) speakKorean(inner)
}

const translated = (text: string): string =>
  ERRORS.reduce((said, [english, korean]) => said.replace(english, korean), text)
