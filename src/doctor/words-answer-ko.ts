// 서버가 보낸 답의 결함을 한국어로.

import type { AnswerCode } from './defects.ts'

export const ANSWER_KO: Record<AnswerCode, readonly [found: string, right: string]> = {
  content_type: ['Content-Type이 ‘{found}’입니다.', 'text/calendar; charset=utf-8로 보내세요.'],
  charset: ['Content-Type의 문자 집합이 ‘{found}’입니다.', 'UTF-8로 보내고 그렇게 적으세요.'],
  path_ending: [
    '경로가 .ics로 끝나지 않습니다.',
    '.ics로 끝내세요. 이것만 보는 프로그램이 있습니다.',
  ],
  head_differs: [
    'GET과 달리 HEAD에는 {found}로 답합니다. Thunderbird는 HEAD로 먼저 봅니다.',
    'HEAD에도 본문만 빼고 GET과 똑같이 답하세요.',
  ],
  no_validator: [
    'ETag도 Last-Modified도 없어 볼 때마다 파일 전체를 받습니다.',
    '내용으로 만든 ETag를 보내세요.',
  ],
  condition_ignored: [
    '바뀐 것이 있는지 물어도 전부 다시 보냅니다.',
    'If-None-Match나 If-Modified-Since가 맞으면 304로 답하세요.',
  ],
  condition_wrong: [
    '준 적 없는 ETag에도 304로 답해 변경이 전해지지 않습니다.',
    'If-None-Match를 지금 파일의 ETag와 비교하세요.',
  ],
  changes_every_time: [
    '잇따라 두 번 받은 내용이 {line}번째 줄부터 다릅니다.',
    '요청한 때에 따라 바뀌는 것이 없게 하세요. 특히 DTSTAMP를 살피세요.',
  ],
  stamp_is_now: [
    'DTSTAMP가 요청한 시각입니다.',
    '일정을 마지막으로 고친 때를 적으세요. 아니면 매번 모든 일정이 바뀐 것으로 보입니다.',
  ],
  tag_blind: ['두 번 받은 내용이 다른데 ETag는 같습니다.', 'ETag를 내용으로 만드세요.'],
  tag_restless: [
    '내용은 같은데 ETag가 볼 때마다 다릅니다.',
    '어느 서버에서나 내용으로 ETag를 만드세요.',
  ],
  not_compressed: [
    '{octets}옥텟 파일을 압축하지 않고 보냅니다.',
    '받을 수 있는 프로그램에는 gzip으로 보내세요.',
  ],
  compressed_unasked: [
    '프로그램이 청하지 않았는데 압축해서 보냅니다.',
    'Accept-Encoding을 보낸 프로그램에만 압축하세요.',
  ],
  vary_missing: [
    '압축해서 보내면서 Accept-Encoding에 따라 다르다고 알리지 않습니다.',
    'Vary: Accept-Encoding을 보내세요.',
  ],
  refused_client: [
    '다른 프로그램은 캘린더를 받는데 일부 프로그램에는 {found}로 답합니다.',
    '모든 프로그램에 같은 파일을 주세요. 로봇 차단을 앞에 두지 말고, 406으로 답하지 마세요.',
  ],
  another_answer: [
    '일부 프로그램은 캘린더이기는 하나 다른 내용을 받습니다.',
    '모든 프로그램에 같은 파일을 주세요.',
  ],
  cookies: ['쿠키를 심습니다.', '프로그램은 쿠키를 간직하지 않습니다. 빼세요.'],
  cache_control: [
    'Cache-Control이 보관을 막습니다.',
    'Cache-Control: public, max-age=300 이상으로 보내세요.',
  ],
  unreachable: [
    '{why, select, timeout {제시간에 온전한 답이 오지 않았습니다.} too_large {답이 3MB보다 큽니다.} truncated {답이 끝나기 전에 끊겼습니다.} encoding {읽을 수 없는 방식으로 압축되어 있습니다.} headers {답의 헤더가 잘못되었거나 너무 깁니다.} dns {서버 이름을 찾을 수 없습니다.} tls {서버의 인증서가 맞지 않습니다.} inside {공개되지 않은 주소로 이어집니다.} other {서버에 연결할 수 없었습니다.}}',
    '로그인하지 않은 브라우저로, 다른 네트워크에서 주소를 열어 보세요.',
  ],
  server_error: [
    '서버가 {status}로 답합니다. Thunderbird는 다시 켤 때까지 묻지 않습니다.',
    '오류 대신 마지막으로 성한 파일을 보내세요.',
  ],
  not_calendar: [
    '캘린더가 아니라 웹 페이지 같은 다른 것이 왔습니다.',
    'iCalendar 파일이나 404로 답하세요. 200으로 온 웹 페이지는 Thunderbird와 Evolution의 일정을 비웁니다.',
  ],
  empty_body: [
    '빈 답이 왔습니다.',
    '일정이 하나라도 든 온전한 캘린더로 답하세요. 빈 답은 구독자의 일정을 비웁니다.',
  ],
  cut_short: [
    '파일이 끝나기 전에 끊겼습니다.',
    'END:VCALENDAR까지 모두, 맞는 Content-Length로 보내세요.',
  ],
  http_open: [
    'http:로 물으면 https:로 이끌지 않고 그대로 답합니다.',
    'http:를 308로 https:에 넘기세요. webcal: 주소를 http:로 여는 프로그램이 있습니다.',
  ],
  http_fails: [
    'http:로 물으면 https:로 이끌지 않고 {found}입니다.',
    'http:를 308로 https:에 넘기세요. webcal: 주소를 http:로 여는 프로그램이 있습니다.',
  ],
  not_https: ['피드가 https:로 제공되지 않습니다.', 'https:로 제공하고 http:는 그리로 넘기세요.'],
  redirects_many: ['피드에 닿기까지 {count}번 넘겨집니다.', '마지막 주소를 알려 주세요: {url}'],
  redirect_not_kept: [
    '피드가 {url}(으)로 옮겨졌습니다({status}).',
    '308로 넘기세요. ICSx5는 308일 때만 새 주소를 기억합니다.',
  ],
  redirect_insecure: [
    'https:에서 http:로 넘깁니다.',
    'https:에 머무르세요. 프로그램이 거절합니다.',
  ],
  not_found: ['서버가 {status}로 답합니다.', '주소가 맞는지, 로그인이 필요하지 않은지 살펴보세요.'],
  gone: [
    '서버가 410(영영 없음)으로 답합니다. Thunderbird는 캘린더를 꺼 버립니다.',
    '다시 열 것이라면 그렇게 알리는 작은 캘린더로 답하세요.',
  ],
  robots: [
    'robots.txt가 피드를 막거나, 읽을 수 없습니다({found}).',
    '/robots.txt에 200으로 답하고 경로를 허용하세요. Google이 거절한 적이 있습니다.',
  ],
  url_long: [
    '주소가 {units}자입니다. Google은 {limit}자가 넘으면 말없이 가져오지 않습니다.',
    '주소를 짧게 하세요.',
  ],
  url_characters: [
    '주소에 글자, 숫자, - . _ ~ 밖의 문자가 있습니다.',
    '단순한 주소를 고르세요. 주소는 복사되고, 인코딩되고, 소리 내어 읽힙니다.',
  ],
  too_many_events: [
    '일정이 {events}개입니다. Google은 {limit}개가 넘으면 일부를 잃습니다.',
    '지난 일정을 빼거나 캘린더를 나누세요.',
  ],
  too_large: [
    '파일이 {octets}옥텟입니다. Google은 {limit}옥텟이 넘으면 일정을 잃습니다.',
    '지난 일정을 빼거나, 설명을 줄이거나, 캘린더를 나누세요.',
  ],
}
