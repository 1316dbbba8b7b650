// Every problem of devices that keep in step: with a stream of changes, or with each other. In both languages.

export const LIVE_PROBLEMS = {
  en: {
    too_many_streams: {
      title: 'Too many streams of this link',
      detail:
        '{limit} streams of this link are open, which is the most. Close one, or try again in {minutes} min; until then ask for the changes now and then.',
    },
    network_streams_full: {
      title: 'Too many streams of this network',
      detail:
        '{limit} streams are open from this network, which is the most. Try again in {minutes} min; until then ask for the changes now and then.',
    },
    streams_full: {
      title: 'No stream is free',
      detail:
        'As many streams are open as this server keeps. Try again in a minute; until then ask for the changes now and then.',
    },
    subscription_moved_on: {
      title: 'The personal feed has moved on',
      detail:
        'You looked at revision {base}; it is at {now}, changed with the same link. Read it again, then change it.',
    },
  },
  ko: {
    too_many_streams: {
      title: '이 링크로 열린 스트림이 너무 많습니다',
      detail:
        '이 링크로는 스트림을 {limit}개까지 열 수 있고, 모두 열려 있습니다. 하나를 닫거나 {minutes}분 뒤에 다시 시도하세요. 그동안은 변경 사항을 가끔 조회하면 됩니다.',
    },
    network_streams_full: {
      title: '이 네트워크에서 열린 스트림이 너무 많습니다',
      detail:
        '한 네트워크에서 스트림을 {limit}개까지 열 수 있고, 모두 열려 있습니다. {minutes}분 뒤에 다시 시도하세요. 그동안은 변경 사항을 가끔 조회하면 됩니다.',
    },
    streams_full: {
      title: '열 수 있는 스트림이 없습니다',
      detail:
        '서버가 열어 둘 수 있는 스트림이 모두 쓰이고 있습니다. 1분 뒤에 다시 시도하세요. 그동안은 변경 사항을 가끔 조회하면 됩니다.',
    },
    subscription_moved_on: {
      title: '내 캘린더가 그사이에 바뀌었습니다',
      detail:
        '{base}번 개정판을 보고 바꾸려 했지만 지금은 {now}번입니다. 같은 링크로 바뀌었으니 다시 읽은 다음 바꿔 주세요.',
    },
  },
}
