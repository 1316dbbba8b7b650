// Every problem with pushing to a browser, in both languages.

export const PUSH_PROBLEMS = {
  en: {
    endpoint_not_allowed: {
      title: 'Not an endpoint of a push service',
      detail:
        '“{value}”: {why, select, scheme {an endpoint begins with https://} credentials {a user name or password may not stand in it} characters {control characters may not stand in it} port {a push service is called at port 443 alone} host {this host is no push service that is known here} long {it is too long: 2,000 characters are the most} other {this is not an address}}. Send the `endpoint` of a PushSubscription as the browser gave it: of fcm.googleapis.com, updates.push.services.mozilla.com, web.push.apple.com or *.notify.windows.com. The operator may add hosts (KALENDS_PUSH_HOSTS).',
    },
    push_key_invalid: {
      title: 'Not a browser’s key',
      detail:
        '`{field}`: {why, select, letters {it is not base64url} length {it has {found} octets; right are {wanted}} other {it is {found} octets and no point of the curve P-256; right are {wanted}}}. Send the `keys` of a PushSubscription as `toJSON()` gives them.',
    },
    too_many_pushes: {
      title: 'Too many devices and tests for now',
      detail: 'Many came from your network. Try again in {minutes} minutes.',
    },
  },
  ko: {
    endpoint_not_allowed: {
      title: '푸시 서비스의 주소가 아닙니다',
      detail:
        '‘{value}’: {why, select, scheme {https:// 로 시작해야 합니다} credentials {주소에 사용자 이름이나 비밀번호를 넣을 수 없습니다} characters {주소에 제어 문자를 넣을 수 없습니다} port {푸시 서비스는 443 포트로만 부릅니다} host {알려진 푸시 서비스의 호스트가 아닙니다} long {너무 깁니다. 2,000자까지 쓸 수 있습니다} other {주소로 읽을 수 없습니다}}. 브라우저가 준 PushSubscription의 `endpoint`를 그대로 보내 주세요 (fcm.googleapis.com, updates.push.services.mozilla.com, web.push.apple.com, *.notify.windows.com). 운영자는 KALENDS_PUSH_HOSTS로 호스트를 더할 수 있습니다.',
    },
    push_key_invalid: {
      title: '브라우저의 키가 아닙니다',
      detail:
        '`{field}`: {why, select, letters {base64url이 아닙니다} length {{found}바이트입니다. {wanted}바이트여야 합니다} other {{found}바이트이지만 P-256 곡선의 점이 아닙니다. {wanted}바이트인 점이어야 합니다}}. PushSubscription의 `toJSON()`이 준 `keys`를 그대로 보내 주세요.',
    },
    too_many_pushes: {
      title: '지금은 기기 등록과 시험 알림이 너무 많습니다',
      detail: '같은 네트워크에서 요청이 많이 왔습니다. {minutes}분 뒤에 다시 해 주세요.',
    },
  },
}
