// The words for problems of what happens by itself: publications at a set time, fetches, notices.

export const BY_ITSELF_EN = {
  url_not_allowed: {
    title: 'Not an address that may be called',
    detail:
      '“{value}”: {why, select, scheme {only http:, https: and webcal: are called} credentials {a user name or password may not stand in it} characters {control characters may not stand in it} port {only the ports 80 and 443 and those from 1024 on are called} inside {it leads, or may lead, to this server or a network of its own; only public addresses are called} long {it is too long: 2,000 characters are the most} other {this is not an address of a web page}}. Give an address such as https://example.com/schedule.csv.',
  },
  not_fetched: {
    title: 'Nothing came from the address',
    detail:
      '{why, select, timeout {There was no whole answer within 30 seconds.} too_large {The answer is larger than 10 MB.} truncated {The answer broke off before its end.} encoding {The body is compressed in a way that cannot be read.} headers {The headers of the answer are malformed or too long.} dns {The name of the server is not known.} tls {The certificate of the server is not valid for it.} redirections {It redirects more often than three times, or nowhere.} insecure {It redirects from https: to http:.} other {No connection to the server was possible.}}',
  },
  http_status: {
    title: 'The server answered otherwise',
    detail: 'The server at the address answered with status {status} instead of what was wanted.',
  },
  publication_time: {
    title: 'Not a time to publish at',
    detail:
      '“{value}” {why, select, past {is past} far {is more than a year ahead} other {is not a time}}; now it is {now}. Send a time such as 2026-12-01T10:00:00+09:00; without an offset it is in the calendar’s zone.',
  },
  too_many: {
    title: 'Too many',
    detail: 'There are {limit} of “{what}” already. Remove one first.',
  },
  mail_unavailable: {
    title: 'No mail from here',
    detail:
      'This server sends no mail, so nobody can be told by mail. Give a webhook, or ask the operator to set KALENDS_SMTP_URL.',
  },
}

export const BY_ITSELF_KO = {
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
  http_status: {
    title: '서버가 다른 응답을 했습니다',
    detail: '주소의 서버가 원하는 내용 대신 {status} 상태로 응답했습니다.',
  },
  publication_time: {
    title: '게시할 수 없는 시각입니다',
    detail:
      '‘{value}’ 값은 {why, select, past {이미 지난 시각입니다} far {1년보다 더 뒤의 시각입니다} other {시각으로 읽을 수 없습니다}}. 지금은 {now}입니다. 2026-12-01T10:00:00+09:00처럼 보내 주세요. 시차를 적지 않으면 캘린더의 시간대로 읽습니다.',
  },
  too_many: {
    title: '더 만들 수 없습니다',
    detail: '{what} 항목이 이미 {limit}개 있습니다. 먼저 하나를 지워 주세요.',
  },
  mail_unavailable: {
    title: '메일을 보낼 수 없는 서버입니다',
    detail:
      '이 서버는 메일을 보내지 않으므로 메일로 알릴 수 없습니다. 웹훅을 쓰거나, 운영자에게 KALENDS_SMTP_URL 설정을 요청해 주세요.',
  },
}
