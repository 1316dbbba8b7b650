// Every problem with a report by the public, in both languages.

export const REPORT_PROBLEMS = {
  en: {
    too_many_reports: {
      title: 'Too many reports for now',
      detail:
        'Many reports came from your network. Try again in {minutes} minutes; what was sent before is not lost.',
    },
    reports_full: {
      title: 'This calendar takes no more reports for now',
      detail:
        'So many reports about “{calendar}” are waiting that no more are taken. Try again in {minutes} minutes.',
    },
    report_decided: {
      title: 'This report is decided already',
      detail: 'The report is {status}, not open. Look at it again before you decide.',
    },
    report_not_about: {
      title: 'These reports are not about one thing',
      detail: 'Only open reports about the same calendar can become one entry.',
    },
  },
  ko: {
    too_many_reports: {
      title: '지금은 제보가 너무 많습니다',
      detail:
        '같은 네트워크에서 제보가 많이 왔습니다. {minutes}분 뒤에 다시 보내 주세요. 이미 보낸 제보는 그대로 있습니다.',
    },
    reports_full: {
      title: '이 캘린더는 지금 제보를 더 받지 않습니다',
      detail:
        '‘{calendar}’ 캘린더에 처리를 기다리는 제보가 많아 더 받지 않습니다. {minutes}분 뒤에 다시 보내 주세요.',
    },
    report_decided: {
      title: '이미 처리된 제보입니다',
      detail:
        '열린 제보가 아닙니다 (상태: {status, select, accepted {반영됨} rejected {반려됨} merged {합쳐짐} other {{status}}}). 다시 확인한 뒤 결정해 주세요.',
    },
    report_not_about: {
      title: '하나로 합칠 수 없는 제보입니다',
      detail: '같은 캘린더의 열린 제보끼리만 합칠 수 있습니다.',
    },
  },
}
