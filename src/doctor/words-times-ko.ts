// 반복과 시간대의 결함을 한국어로: 무엇을 찾았고, 어떻게 고치면 되는지.

import type { TimesCode } from './defects.ts'

export const TIMES_KO: Record<TimesCode, readonly [found: string, right: string]> = {
  rule_off_start: [
    '반복 규칙에 맞지 않는 날에 시작합니다. 그날을 프로그램마다 다르게 읽습니다.',
    'DTSTART를 규칙의 첫 번째 날로 적으세요.',
  ],
  rule_invalid: ['반복 규칙을 읽을 수 없습니다: {part}', 'RFC 5545 3.3.10을 보세요.'],
  rule_twice: ['한 일정에 반복 규칙이 둘입니다.', '규칙마다 일정을 따로 적으세요.'],
  rule_once: [
    '한 번만 반복하는 규칙(COUNT=1)입니다. Microsoft 365는 이 때문에 파일 전체를 거절합니다.',
    '규칙을 빼세요.',
  ],
  until_type: [
    'UNTIL({found})이 DTSTART와 다른 꼴이라 마지막 한 번이 빠질 수 있습니다.',
    '종일 일정은 날짜로, 시간대가 있는 시각은 Z가 붙은 UTC로 적으세요.',
  ],
  rule_not_portable: [
    '프로그램마다 다르게 읽는 {part}를 썼습니다.',
    'INTERVAL, BYDAY, BYMONTHDAY, BYMONTH, COUNT, UNTIL만 쓰거나 일정을 하나씩 적으세요.',
  ],
  rdate: [
    '{property}를 썼습니다. Google, Outlook, Android에서 일부가 빠집니다.',
    '더하는 날은 따로 일정으로 적으세요.',
  ],
  this_and_future: [
    'RANGE=THISANDFUTURE는 세 가지로 읽힙니다.',
    'UNTIL로 끝내고 새 UID로 새 반복을 시작하세요.',
  ],
  week_start: [
    '2주 이상 간격의 규칙에 한 주의 첫 요일이 없습니다.',
    'WKST=MO처럼 뜻한 요일을 적으세요.',
  ],
  exdate_type: [
    'EXDATE가 DTSTART와 다른 꼴입니다. 빠지지 않거나, 읽기를 멈추는 프로그램이 있습니다.',
    'EXDATE를 DTSTART와 같은 꼴(날짜나 시각, 같은 TZID)로 적으세요.',
  ],
  exdate_off: [
    'EXDATE가 가리키는 때에는 일정이 없습니다.',
    '빼려는 한 번의 시작을 정확히 적으세요.',
  ],
  override_type: [
    'RECURRENCE-ID가 반복 일정의 DTSTART와 다른 꼴입니다.',
    '원래 시작을 반복 일정과 같은 꼴로 적으세요.',
  ],
  override_alone: [
    '바뀐 한 번만 있고 반복 일정이 없습니다.',
    '반복 일정을 함께 두거나 따로 일정으로 만드세요.',
  ],
  excluded_and_moved: [
    '같은 한 번을 빼면서 고쳤습니다.',
    'EXDATE나 RECURRENCE-ID 가운데 하나만 쓰세요.',
  ],
  clock_change: [
    '시계가 건너뛰거나 두 번 지나는 시각입니다.',
    'UTC로 적으세요. 프로그램마다 한 시간씩 다르게 읽습니다.',
  ],
  rule_costly: [
    '하루 안에서 되풀이하는 규칙({part})입니다. 끝내 계산하지 못하는 프로그램이 있습니다.',
    '일정을 하나씩 적으세요.',
  ],
  single_in_zone: [
    '한 번뿐인 일정이 시간대 시각으로 적혀 있습니다. 옛 시간대 자료를 쓰는 프로그램은 다른 시각을 보여 줍니다.',
    '한 번뿐인 일정은 UTC로, TZID는 반복 일정에만 쓰세요.',
  ],
  zone_undeclared: [
    '{zone}의 VTIMEZONE이 없어 Outlook이 다른 시각을 보여 줍니다.',
    'TZID마다 VTIMEZONE을 넣으세요.',
  ],
  zone_declared_twice: ['{zone}의 VTIMEZONE이 둘입니다.', '하나만 두세요.'],
  zone_unused: ['VTIMEZONE {zone}은 쓰이지 않습니다.', '빼세요.'],
  zone_name: [
    '{zone}은 IANA 이름이 아닙니다. UTC나 현지 시각으로 읽는 프로그램이 있습니다.',
    'Asia/Seoul 같은 이름을 쓰세요.',
  ],
  zone_on_utc: ['날짜나 UTC 시각에 TZID가 있습니다.', 'TZID는 현지 시각에만 쓰세요.'],
  zone_definition: [
    'VTIMEZONE {zone}이 완전하지 않거나 첫 일정보다 늦게 시작합니다.',
    'TZID와, 첫 일정보다 앞선 때부터의 오프셋을 적으세요.',
  ],
  zone_wrong: [
    'VTIMEZONE {zone}의 오프셋이 실제와 다릅니다. Outlook은 이를 그대로 믿습니다.',
    '지금의 시간대 자료로 VTIMEZONE을 새로 만드세요.',
  ],
  floating: [
    '시각에 시간대가 없어 구독자마다 자기 시간대로 봅니다.',
    'Z를 붙여 UTC로 적거나 TZID를 쓰세요.',
  ],
}
