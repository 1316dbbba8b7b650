// The words for every problem, in Korean.

import { AUDIENCE_PROBLEMS_KO } from './problems-audiences.ts'
import { LIVE_PROBLEMS } from './problems-live.ts'
import { OVERLAY_PROBLEMS } from './problems-overlays.ts'
import { PUSH_PROBLEMS } from './problems-push.ts'
import { REPORT_PROBLEMS } from './problems-reports.ts'
import type { ProblemWords } from './words-of-codes.ts'

/** What is looked for, by its Korean name. */
const WHAT =
  '{what, select, address {주소} audience {공개 대상} calendar {캘린더} channel {알림 받는 기기} event {일정} feed {피드} group {점포 그룹} happening {날짜} invitation {초대} key {키} partner {파트너} receipt {제보 확인} report {제보} revision {개정판} season {시즌} source {소스} subscription {개인 링크} upload {업로드} other {{what}}}'

export const PROBLEMS_KO: ProblemWords = {
  ...AUDIENCE_PROBLEMS_KO,
  ...PUSH_PROBLEMS.ko,
  ...REPORT_PROBLEMS.ko,
  ...LIVE_PROBLEMS.ko,
  ...OVERLAY_PROBLEMS.ko,
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
    title: '이 사이트에서 보낸 요청이 아닙니다',
    detail:
      '이 사이트의 화면에서 보낸 요청이 아니거나, 이전에 로그인했을 때의 화면입니다. 화면을 새로 열고 다시 보내 주세요.',
  },
  too_many_attempts: {
    title: '시도가 너무 많습니다',
    detail:
      '시도가 너무 많아, 방금 넣으신 것이 맞는지는 확인하지 않았습니다. 맞는 것이어도 {minutes}분 뒤에 다시 넣어 주세요.',
  },
  invitation_over: {
    title: '더 이상 쓸 수 없는 초대입니다',
    detail:
      '이미 사용했거나 취소되었거나 기한이 지났습니다. 링크의 일부가 빠졌을 수도 있습니다. 초대한 분께 새 링크를 요청해 주세요.',
  },
  idempotency_conflict: {
    title: '다른 요청에 쓴 Idempotency-Key입니다',
    detail:
      '지난 48시간 안에 같은 Idempotency-Key로 주소나 본문이 다른 요청을 받았습니다. 요청마다 새 값을 쓰세요.',
  },
  idempotency_busy: {
    title: '같은 요청을 처리하고 있습니다',
    detail:
      '같은 Idempotency-Key로 받은 같은 요청을 처리하는 중입니다. 몇 초 뒤에 다시 보내면 응답을 받습니다.',
  },
  idempotency_lost: {
    title: '처리했지만 응답을 잃었습니다',
    detail:
      '이 Idempotency-Key의 요청은 처리했지만 응답을 남기기 전에 끊겼습니다. 다시 처리하지 않으니 현재 상태를 확인하고, 더 할 일이 있으면 새 값을 쓰세요.',
  },
  not_found: { title: '찾을 수 없습니다', detail: `${WHAT} ‘{name}’ 항목이 없습니다.` },
  url_not_allowed: {
    title: '가져올 수 없는 주소입니다',
    detail:
      '‘{value}’: {why, select, scheme {http:, https:, webcal: 주소만 쓸 수 있습니다} credentials {주소에 사용자 이름이나 비밀번호를 넣을 수 없습니다} characters {주소에 제어 문자를 넣을 수 없습니다} port {포트는 80과 443, 그리고 1024 이상만 쓸 수 있습니다} inside {이 서버나 내부 네트워크로 이어지는 주소입니다. 공개된 주소만 쓸 수 있습니다} long {너무 깁니다. 2,000자까지 쓸 수 있습니다} other {웹 주소로 읽을 수 없습니다}}. https://example.com/schedule.csv 같은 주소를 보내 주세요.',
  },
  not_fetched: {
    title: '주소에서 가져오지 못했습니다',
    detail:
      '{why, select, timeout {30초 안에 응답이 끝나지 않았습니다.} too_large {응답이 10MB보다 큽니다.} truncated {응답이 중간에 끊겼습니다.} encoding {읽을 수 없는 방식으로 압축된 응답입니다.} headers {응답 헤더가 잘못되었거나 너무 깁니다.} dns {서버 이름을 찾을 수 없습니다.} tls {서버의 인증서가 올바르지 않습니다.} redirections {세 번 넘게 다른 주소로 넘기거나, 넘길 주소가 올바르지 않습니다.} insecure {https:에서 http:로 넘깁니다.} other {서버에 연결하지 못했습니다.}}',
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
      '이 업로드에 답하지 않은 질문이 {count}개 있습니다. 검토 화면에서(또는 PATCH로) 답하거나, 안내된 기본값을 받아들이려면 confirm=true를 보내세요. 모호한 날짜에는 기본값이 없습니다: dateOrder(DMY, MDY, YMD)나 year로 답해 주세요.',
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
      '일정 {wanted}개에 대한 확인인데 ‘{typed}’(이)라고 적혀 있습니다. 맞다면 {wanted}을(를) 적어 주세요. 아무것도 게시되지 않았습니다.',
  },
  revision_not_earlier: {
    title: '이전 개정판이 아닙니다',
    detail:
      '{revision}번 개정판으로 되돌릴 수 없습니다. 지금은 {now}번입니다. {from}번부터 {to}번 사이에서 고르세요.',
  },
  not_exportable: {
    title: '이 형식으로는 담을 수 없습니다',
    detail:
      '반복 일정 “{title}”에 따로 바뀐 날짜가 있는데 {format} 형식에는 담을 수 없습니다. 말없이 빼지 않으니 format={instead}로 받으세요.',
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
  image_kind: {
    title: 'PNG나 JPEG가 아닙니다',
    detail:
      '{found, select, empty {빈 파일입니다.} other {브라우저가 안전하게 보여 줄 수 있는 이미지가 아닙니다.} GIF {GIF 파일입니다.} WebP {WebP 파일입니다.} HEIC {휴대폰 사진에 쓰이는 HEIC나 AVIF 파일입니다.} SVG {프로그램이 들어갈 수 있는 SVG 파일입니다.} HTML {이미지가 아니라 웹 페이지입니다.} PDF {PDF 파일입니다.}} 이름이 아니라 내용을 보고 판단합니다. 로고를 PNG나 JPEG로 저장해 보내 주세요.',
  },
  image_damaged: {
    title: '이미지가 손상되었습니다',
    detail:
      '{why, select, cut_off {끝부분이 없습니다.} checksum {검사 값이 맞지 않는 부분이 있습니다.} lies {앞부분에 적힌 크기와 실제 그림이 다릅니다.} other {PNG나 JPEG의 구조가 아닙니다.}} 다시 내보내 보내 주세요.',
  },
  image_measures: {
    title: '이미지가 너무 작거나 큽니다',
    detail: '가로세로 {width} × {height}픽셀입니다. 한 변은 {min}~{max}픽셀이어야 합니다.',
  },
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
  http_status: {
    title: '서버가 다른 응답을 했습니다',
    detail: '주소의 서버가 원하는 내용 대신 {status} 상태로 응답했습니다.',
  },
  too_many: {
    title: '더 만들 수 없습니다',
    detail: `${WHAT} 항목이 이미 {limit}개 있습니다. 먼저 하나를 지워 주세요.`,
  },
  over_limit: {
    title: '정해진 한도를 넘었습니다',
    detail: '{field}: {found}. {limit}까지 가능합니다.',
  },
  choice_invalid: {
    title: '고를 수 없는 값입니다',
    detail: '{field}: “{found}” 값은 여기에 쓸 수 없습니다. 쓸 수 있는 값: {wanted}.',
  },
  subscription_ended: {
    title: '더 이상 쓰이지 않는 링크입니다',
    detail:
      '{endedAt}에 개인 피드의 링크가 바뀌었거나 피드가 지워졌습니다. 새 링크를 쓰거나 피드를 새로 만들어 주세요.',
  },
  too_many_subscriptions: {
    title: '지금은 새 개인 링크를 만들 수 없습니다',
    detail:
      '같은 네트워크에서 개인 링크를 너무 많이 만들었습니다. {minutes}분 뒤에 다시 해 주세요. 이미 만든 링크는 그대로입니다.',
  },
  subscription_busy: {
    title: '같은 순간에 다른 변경이 있었습니다',
    detail: '같은 링크로 다른 곳에서 개인 피드를 바꾸고 있습니다. 다시 보내 주세요.',
  },
  doctor_busy: {
    title: '피드 진단이 바쁩니다',
    detail:
      '지금 진단하는 피드가 너무 많거나, 같은 서버를 너무 자주 진단했습니다. {seconds}초 뒤에 다시 시도해 주세요.',
  },
  mail_unavailable: {
    title: '메일을 보낼 수 없는 서버입니다',
    detail:
      '이 서버는 메일을 보내지 않으므로 메일로 알릴 수 없습니다. 웹훅을 쓰거나, 운영자에게 KALENDS_SMTP_URL 설정을 요청해 주세요.',
  },
  season_taken: {
    title: '같은 이름의 시즌이 있습니다',
    detail:
      '‘{name}’ 시즌은 {when}에 보관되었고, 보관된 파일은 바뀌지 않습니다. 다른 이름을 쓰세요.',
  },
  nothing_to_archive: {
    title: '보관할 것이 없습니다',
    detail: '{before} 전에 끝난 일정이 없습니다. before에 더 늦은 날짜를 주세요.',
  },
  group_name_taken: {
    title: '이미 있는 이름입니다',
    detail:
      '이 캘린더에 ‘{name}’ 그룹이나 점포가 이미 있습니다. 이름은 구독자가 골라 보는 태그이므로 다른 이름을 쓰세요.',
  },
  plan_changed: {
    title: '검토한 내용과 다릅니다',
    detail:
      '그사이 누군가 답하거나 다시 검토해서, ‘{named}’ 계획은 더 이상 게시될 내용이 아닙니다. 업로드를 다시 보고 지금의 plan 값을 보내 주세요.',
  },
  pulled_just_now: {
    title: '방금 가져왔습니다',
    detail: '이 주소는 조금 전에 가져왔습니다. {seconds}초 뒤에 다시 가져오세요.',
  },
}
