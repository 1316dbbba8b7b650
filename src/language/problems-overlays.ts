// Every problem with what is laid over events, in both languages.

export const OVERLAY_PROBLEMS = {
  en: {
    overlays_full: {
      title: 'No room for more',
      detail:
        'With this, the personal feed would have notes, alarms or hidden days of its own for {events} events, {octets} bytes together; it has room for {limit} events and {limitOctets} bytes. Take back some that you do not need any more, or make a second personal feed.',
    },
  },
  ko: {
    overlays_full: {
      title: '더 남길 자리가 없습니다',
      detail:
        '이대로 저장하면 개인 피드에 메모·알림·숨긴 날을 남긴 일정이 {events}개, 모두 {octets}바이트가 됩니다. 일정 {limit}개, {limitOctets}바이트까지 남길 수 있습니다. 이제 필요 없는 메모나 숨김을 되돌리거나, 개인 피드를 하나 더 만들어 주세요.',
    },
  },
}
