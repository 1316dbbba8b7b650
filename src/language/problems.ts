// The words for every problem, in Korean and English.

import type { ProblemCode, ProblemParams } from '../problem.ts'
import type { Language } from './choose.ts'
import { filled } from './filled.ts'
import { IMAGE_PROBLEMS } from './problems-images.ts'

type Catalogue = Record<ProblemCode, { title: string; detail: string }>

const en: Catalogue = {
  invalid_request: {
    title: 'The request is not as it should be',
    detail: '{place}: {found}. {wanted}',
  },
  unknown_option: {
    title: 'Unknown option',
    detail:
      '“{name}” is not an option of this address. Known: {known}. Nothing was filtered, so nothing is answered.',
  },
  token_invalid: {
    title: 'Not a token of this list',
    detail: '“{value}” was not issued here. Pass on the value of “next” as it was given.',
  },
  unauthorized: {
    title: 'A key is needed',
    detail:
      'Send “Authorization: Bearer KEY” with a valid key. {why, select, unknown {The key is unknown or was revoked.} unreadable {The header holds more than printable ASCII.} other {}}',
  },
  forbidden: { title: 'Not with this key', detail: 'This needs {needed}; the key is {has}.' },
  not_from_here: {
    title: 'Not sent from this console',
    detail:
      'The request does not come from a page of this console, or the page is from an earlier sign-in. Open the page anew and send it once more.',
  },
  too_many_attempts: {
    title: 'Too many attempts',
    detail: 'Too many failed attempts. Try again in {minutes} minutes.',
  },
  invitation_over: {
    title: 'This invitation no longer holds',
    detail:
      'It was used, withdrawn or has expired, or part of the link is missing. Ask whoever invited you for a new one.',
  },
  not_found: { title: 'Not found', detail: 'There is no {what} “{name}”.' },
  url_not_allowed: {
    title: 'Not an address that may be called',
    detail:
      '“{value}”: {why, select, scheme {only http:, https: and webcal: are called} credentials {a user name or password may not stand in it} characters {control characters may not stand in it} port {only the ports 80, 443 and those from 1024 on are called} inside {it leads, or may lead, to this server or a network of its own; only public addresses are called} long {it is longer than 2,000 characters} other {this is not an address of a web page}}. Give an address such as https://example.com/schedule.csv.',
  },
  not_fetched: {
    title: 'Nothing came from the address',
    detail:
      '{why, select, timeout {There was no whole answer within 30 seconds.} too_large {The answer is larger than 10 MB.} truncated {The answer broke off before its end.} encoding {The body is compressed in a way that cannot be read.} headers {The headers of the answer are malformed or too long.} dns {The name of the server is not known.} tls {The certificate of the server is not valid for it.} redirections {It redirects more often than three times, or nowhere.} insecure {It redirects from https: to http:.} http {The server answered with status {status}.} other {No connection to the server was possible.}}',
  },
  name_invalid: {
    title: 'Not a name for an address',
    detail:
      '“{value}” cannot stand in an address. Use 1 to 64 of a-z, 0-9 and “-”, such as “season-2026”.',
  },
  name_reserved: {
    title: 'Reserved name',
    detail: '“{value}” is used by Kalends itself. Choose another name.',
  },
  name_taken: {
    title: 'Name taken',
    detail:
      '“{value}” belongs, or once belonged, to another calendar. Addresses are never given away; choose another name.',
  },
  calendar_moved_on: {
    title: 'The calendar has moved on',
    detail:
      'This was compared with revision {base}, but the calendar is now at {now}. Compare it again (“look again” in review, or an empty PATCH of the upload) and review the new differences.',
  },
  calendar_deleted: {
    title: 'The calendar was deleted',
    detail: '“{name}” was deleted on {when}; it takes no more uploads. Use another name.',
  },
  upload_not_ready: {
    title: 'This upload cannot be published',
    detail: 'Its status is “{status}”; only a “ready” upload can be published.',
  },
  questions_open: {
    title: 'Questions are open',
    detail:
      '{count} question(s) of this upload are unanswered. Answer them in review (PATCH the upload), or send confirm=true to take the stated defaults; ambiguous dates have none: answer dateOrder (DMY, MDY, YMD) or year.',
  },
  publication_time: {
    title: 'Not a time to publish at',
    detail:
      '“{value}” {why, select, past {is past} far {is more than a year ahead} other {is not a time}}; now it is {now}. Send a time such as 2026-12-01T10:00:00+09:00; without an offset it is in the calendar’s zone.',
  },
  nothing_given: {
    title: 'No file was given',
    detail:
      'Neither a file was chosen nor a table pasted. Choose a file, or paste rows with their header.',
  },
  guard_not_confirmed: {
    title: 'Not confirmed',
    detail:
      'This cancels {wanted} upcoming events; “{typed}” was typed. Type {wanted} if that is what you want. Nothing was published.',
  },
  revision_not_earlier: {
    title: 'Not an earlier revision',
    detail:
      'Revision {revision} cannot be restored; the calendar is at {now}. Choose one from {from} to {to}.',
  },
  not_exportable: {
    title: 'Not in this format',
    detail:
      'Single dates of “{title}” differ from their series, which {format} cannot hold. Nothing is left out silently: ask for format={instead}.',
  },
  token_gone: {
    title: 'Start again',
    detail: 'This token is older than what is kept. Ask once more without “since”.',
  },
  too_large: {
    title: 'Too large',
    detail: 'The body is larger than {limit} bytes. Split the file.',
  },
  file_too_costly: {
    title: 'The file takes too long',
    detail:
      'Reading this file was stopped, since it took too long or too much memory. Nothing was changed. Split the file, or export it once more in another format.',
  },
  unsupported_media: {
    title: 'Unsupported kind of body',
    detail: 'The body is “{found}”. Send {wanted}.',
  },
  ...IMAGE_PROBLEMS.en,
  method_not_allowed: {
    title: 'Method not allowed',
    detail: '{method} is not possible here. Possible: {allowed}.',
  },
  quarantined: {
    title: 'Stored bytes are damaged',
    detail:
      'What is stored for “{name}” no longer has the fingerprint it was published with, so it is not served. The operator must restore a backup.',
  },
  unavailable: {
    title: 'Not available at the moment',
    detail:
      '{why, select, full {The disk of the server is full; nothing was stored.} busy {Another process is writing; nothing was stored.} read_only {The database is read-only; nothing was stored.} disk {The disk of the server reports an error. It is not known whether this was stored; the same file can safely be sent again.} stopped {The work beside it was stopped; it is not known whether this was stored.} damaged {The database is damaged. The operator must restore a backup.} other {The database does not answer.}} Try again in a minute.',
  },
  internal: {
    title: 'Something went wrong',
    detail: 'This is our fault, not yours. It has been logged as {id}.',
  },
}

const ko: Catalogue = {
  invalid_request: { title: '요청이 올바르지 않습니다', detail: '{place}: {found}. {wanted}' },
  unknown_option: {
    title: '알 수 없는 옵션',
    detail:
      '‘{name}’ 옵션은 이 주소에 없습니다. 사용 가능: {known}. 걸러내지 못한 일정을 그대로 내보내지 않기 위해 응답하지 않습니다.',
  },
  token_invalid: {
    title: '이 목록의 토큰이 아닙니다',
    detail: '‘{value}’ 값은 여기서 발급되지 않았습니다. 받은 “next” 값을 그대로 보내 주세요.',
  },
  unauthorized: {
    title: '키가 필요합니다',
    detail:
      '올바른 키로 “Authorization: Bearer KEY” 헤더를 보내 주세요. {why, select, unknown {알 수 없거나 폐기된 키입니다.} unreadable {헤더에 ASCII가 아닌 문자가 있습니다.} other {}}',
  },
  forbidden: {
    title: '이 키로는 할 수 없습니다',
    detail: '필요한 권한: {needed}. 보내신 키: {has}.',
  },
  not_from_here: {
    title: '이 콘솔에서 보낸 요청이 아닙니다',
    detail:
      '이 콘솔의 화면에서 보낸 요청이 아니거나, 이전에 로그인했을 때의 화면입니다. 화면을 새로 열고 다시 보내 주세요.',
  },
  too_many_attempts: {
    title: '시도가 너무 많습니다',
    detail: '실패한 시도가 너무 많습니다. {minutes}분 뒤에 다시 시도해 주세요.',
  },
  invitation_over: {
    title: '더 이상 쓸 수 없는 초대입니다',
    detail:
      '이미 사용했거나 취소되었거나 기한이 지났습니다. 링크의 일부가 빠졌을 수도 있습니다. 초대한 분께 새 링크를 요청해 주세요.',
  },
  not_found: { title: '찾을 수 없습니다', detail: '{what} ‘{name}’ 항목이 없습니다.' },
  url_not_allowed: {
    title: '가져올 수 없는 주소입니다',
    detail:
      '‘{value}’: {why, select, scheme {http:, https:, webcal: 주소만 쓸 수 있습니다} credentials {주소에 사용자 이름이나 비밀번호를 넣을 수 없습니다} characters {주소에 제어 문자를 넣을 수 없습니다} port {80, 443, 1024 이상의 포트만 쓸 수 있습니다} inside {이 서버나 내부 네트워크로 이어지는 주소입니다. 공개된 주소만 쓸 수 있습니다} long {2,000자보다 깁니다} other {웹 주소로 읽을 수 없습니다}}. https://example.com/schedule.csv 같은 주소를 보내 주세요.',
  },
  not_fetched: {
    title: '주소에서 가져오지 못했습니다',
    detail:
      '{why, select, timeout {30초 안에 응답이 끝나지 않았습니다.} too_large {응답이 10MB보다 큽니다.} truncated {응답이 중간에 끊겼습니다.} encoding {읽을 수 없는 방식으로 압축된 응답입니다.} headers {응답 헤더가 잘못되었거나 너무 깁니다.} dns {서버 이름을 찾을 수 없습니다.} tls {서버의 인증서가 올바르지 않습니다.} redirections {세 번 넘게 다른 주소로 넘기거나, 넘길 주소가 올바르지 않습니다.} insecure {https:에서 http:로 넘깁니다.} http {서버가 {status} 상태로 응답했습니다.} other {서버에 연결하지 못했습니다.}}',
  },
  name_invalid: {
    title: '주소에 쓸 수 없는 이름',
    detail:
      '‘{value}’ 값은 주소에 쓸 수 없습니다. a-z, 0-9, “-” 로 1~64자를 쓰세요. 예: “season-2026”.',
  },
  name_reserved: {
    title: '예약된 이름',
    detail: '‘{value}’ 이름은 Kalends가 사용합니다. 다른 이름을 고르세요.',
  },
  name_taken: {
    title: '이미 쓰인 이름',
    detail:
      '‘{value}’ 이름은 다른 캘린더가 쓰고 있거나 쓴 적이 있습니다. 주소는 다시 내주지 않으니 다른 이름을 고르세요.',
  },
  calendar_moved_on: {
    title: '캘린더가 이미 바뀌었습니다',
    detail:
      '이 비교는 {base}번 개정판을 기준으로 했지만 지금은 {now}번입니다. 다시 비교해(검토 화면의 ‘다시 비교’ 또는 업로드에 빈 PATCH) 새 차이를 확인하세요.',
  },
  calendar_deleted: {
    title: '삭제된 캘린더',
    detail: '‘{name}’ 캘린더는 {when}에 삭제되어 더 올릴 수 없습니다. 다른 이름을 쓰세요.',
  },
  upload_not_ready: {
    title: '게시할 수 없는 업로드',
    detail: '현재 상태는 ‘{status}’입니다. ‘ready’ 상태의 업로드만 게시할 수 있습니다.',
  },
  questions_open: {
    title: '답하지 않은 질문이 있습니다',
    detail:
      '이 업로드에 답하지 않은 질문이 {count}개 있습니다. 검토 화면에서(또는 PATCH로) 답하거나, 안내된 기본값을 받아들이려면 confirm=true 를 보내세요. 모호한 날짜에는 기본값이 없습니다: dateOrder(DMY, MDY, YMD)나 year로 답해 주세요.',
  },
  publication_time: {
    title: '게시할 수 없는 시각입니다',
    detail:
      '‘{value}’ 값은 {why, select, past {이미 지난 시각입니다} far {1년보다 더 뒤의 시각입니다} other {시각으로 읽을 수 없습니다}}. 지금은 {now}입니다. 2026-12-01T10:00:00+09:00처럼 보내 주세요. 시차를 적지 않으면 캘린더의 시간대로 읽습니다.',
  },
  nothing_given: {
    title: '파일이 없습니다',
    detail:
      '고른 파일도 붙여 넣은 표도 없습니다. 파일을 고르거나 제목 줄이 있는 표를 붙여 넣으세요.',
  },
  guard_not_confirmed: {
    title: '확인되지 않았습니다',
    detail:
      '예정된 일정 {wanted}개가 취소되는데 ‘{typed}’(이)라고 적혀 있습니다. 맞다면 {wanted}을(를) 적어 주세요. 아무것도 게시되지 않았습니다.',
  },
  revision_not_earlier: {
    title: '이전 개정판이 아닙니다',
    detail:
      '{revision}번 개정판으로 되돌릴 수 없습니다. 지금은 {now}번입니다. {from}번부터 {to}번 사이에서 고르세요.',
  },
  not_exportable: {
    title: '이 형식으로는 담을 수 없습니다',
    detail:
      '반복 일정 “{title}”에 따로 바뀐 날짜가 있는데 {format} 형식에는 담을 수 없습니다. 말없이 빼지 않으니 format={instead} 로 받으세요.',
  },
  token_gone: {
    title: '처음부터 다시 받으세요',
    detail: '이 토큰은 보관 중인 기록보다 오래되었습니다. “since” 없이 다시 요청하세요.',
  },
  too_large: {
    title: '너무 큽니다',
    detail: '본문이 {limit}바이트보다 큽니다. 파일을 나누어 올려 주세요.',
  },
  file_too_costly: {
    title: '파일을 읽는 데 너무 오래 걸립니다',
    detail:
      '시간이나 메모리가 너무 많이 들어 이 파일 읽기를 멈췄습니다. 바뀐 것은 없습니다. 파일을 나누거나 다른 형식으로 다시 내보내 올려 주세요.',
  },
  unsupported_media: {
    title: '지원하지 않는 형식',
    detail: '본문 형식: ‘{found}’. 보내야 할 형식: {wanted}.',
  },
  ...IMAGE_PROBLEMS.ko,
  method_not_allowed: {
    title: '허용되지 않는 메서드',
    detail: '{method} 요청은 여기서 할 수 없습니다. 가능: {allowed}.',
  },
  quarantined: {
    title: '저장된 데이터가 손상되었습니다',
    detail:
      '‘{name}’ 캘린더의 저장된 내용이 게시 당시의 지문과 달라 내보내지 않습니다. 운영자가 백업을 복원해야 합니다.',
  },
  unavailable: {
    title: '지금은 이용할 수 없습니다',
    detail:
      '{why, select, full {서버의 디스크가 가득 차 아무것도 저장하지 않았습니다.} busy {다른 프로세스가 쓰고 있어 아무것도 저장하지 않았습니다.} read_only {데이터베이스가 읽기 전용이라 아무것도 저장하지 않았습니다.} disk {서버의 디스크에 오류가 있어 저장되었는지 알 수 없습니다. 같은 파일을 다시 보내도 안전합니다.} stopped {함께 하던 작업이 중단되어 저장되었는지 알 수 없습니다.} damaged {데이터베이스가 손상되었습니다. 운영자가 백업을 복원해야 합니다.} other {데이터베이스가 응답하지 않습니다.}} 잠시 뒤 다시 시도하세요.',
  },
  internal: {
    title: '문제가 생겼습니다',
    detail: '저희 쪽 잘못입니다. {id} 번호로 기록했습니다.',
  },
}

export const PROBLEM_CATALOGUES = { en, ko }

/** A problem in a reader's words. */
export function describeProblem(code: ProblemCode, params: ProblemParams, language: Language) {
  const { title, detail } = PROBLEM_CATALOGUES[language][code]
  return { title, detail: filled(detail, params, language).trim() }
}
