// 파일에 적힌 것의 결함을 한국어로: 무엇을 찾았고, 어떻게 고치면 되는지.

import type { WritingCode } from './defects.ts'

export const WRITING_KO: Record<WritingCode, readonly [found: string, right: string]> = {
  line_ends: [
    '줄이 LF나 CR 하나로만 끝납니다.',
    '모든 줄을 CR LF로 끝내세요. 서버가 파일을 바꾸지 않고 보내는지도 확인하세요.',
  ],
  last_line_end: ['마지막 줄에 줄 끝이 없습니다.', 'END:VCALENDAR도 CR LF로 끝내세요.'],
  line_long: [
    '한 줄이 {octets}옥텟입니다.',
    '{limit}옥텟이 넘기 전에 CR LF와 빈칸 하나로 줄을 접으세요.',
  ],
  line_unreadable: [
    'NAME:VALUE 꼴이 아닌 줄이 있습니다. 글 안의 줄바꿈을 그대로 적은 경우가 많습니다.',
    '글 안의 줄바꿈은 \\n으로 적고, 접은 줄은 빈칸 하나로 시작하세요.',
  ],
  fold_in_character: [
    '글자 한가운데에서 줄을 접었습니다.',
    '옥텟으로 세되 글자와 글자 사이에서 접으세요. 한글 한 글자는 3옥텟입니다.',
  ],
  not_utf8: ['글이 UTF-8이 아닙니다.', '파일을 BOM 없는 UTF-8로 저장하세요.'],
  bom: ['파일이 BOM으로 시작합니다.', 'BOM 없는 UTF-8로 저장하세요.'],
  control_character: [
    '글에 제어 문자가 있습니다.',
    'TAB 말고는 U+0020 아래 문자를 모두 빼세요. 줄바꿈은 \\n입니다.',
  ],
  text_escape: [
    '{property}의 쉼표나 쌍반점 앞에 역빗금이 없습니다.',
    '글 안에서는 \\,와 \\;로 적으세요.',
  ],
  escape_unknown: [
    '{property}에 역빗금이 필요 없는 글자 앞의 역빗금이 있습니다.',
    '\\ ; , 와 줄바꿈만 역빗금으로 적고 :와 "는 그대로 두세요.',
  ],
  name_escape: [
    '{property}에 역빗금 없는 쉼표, 쌍반점이나 역빗금이 있습니다.',
    '이름에서도 \\, \\; \\\\로 적으세요.',
  ],
  uri_value: [
    '{property}에 주소에 쓸 수 없는 글자가 있습니다.',
    'ASCII가 아닌 글자는 퍼센트 인코딩하고, 주소에는 역빗금을 쓰지 마세요.',
  ],
  uri_scheme: [
    '{property}의 값이 웹, 메일, 전화 주소가 아닙니다.',
    'https:// 로 시작하는 전체 주소를 적거나 줄을 빼세요.',
  ],
  parameter_quote: [
    '{property}의 매개변수에 줄을 잘못 나누는 쌍점이나 따옴표가 있습니다.',
    ': ; , 가 든 매개변수 값은 큰따옴표로 감싸세요.',
  ],
  calendar_property_late: [
    '캘린더의 속성이 일정이나 시간대 뒤에 있습니다.',
    'VCALENDAR의 속성은 모두 첫 BEGIN 앞에 적으세요.',
  ],
  structure: [
    'BEGIN과 END의 짝이 맞지 않거나, 그 밖에 줄이 있습니다.',
    'BEGIN마다 같은 이름의 END로 닫고, 일정은 VCALENDAR 바로 안에 두세요.',
  ],
  calendar_twice: [
    '파일에 VCALENDAR가 둘 이상입니다. 첫 번째만 읽는 프로그램이 많습니다.',
    '모든 일정을 VCALENDAR 하나에 넣으세요.',
  ],
  version: ['VERSION:2.0이 없거나, 둘이거나, 다른 값입니다.', 'VERSION:2.0을 한 번 적으세요.'],
  prodid: ['PRODID가 없거나 비었거나 둘입니다.', '-//이름//KO 같은 PRODID를 하나 적으세요.'],
  calscale: ['그레고리력이 아닙니다.', 'CALSCALE을 빼거나 GREGORIAN으로 적으세요.'],
  method: [
    'METHOD가 있습니다. 초대장으로 다루는 프로그램이 있습니다.',
    '구독용 피드에서는 METHOD를 빼세요.',
  ],
  method_act: ['METHOD가 회신이나 삭제를 요구합니다. 피드는 알리기만 합니다.', 'METHOD를 빼세요.'],
  attendees: [
    '일정에 참석자가 적혀 있습니다.',
    '공개 피드에서는 ATTENDEE를 빼세요. 회신을 요구하고, 메일 주소가 모두에게 보입니다.',
  ],
  no_event: [
    '캘린더에 일정이 하나도 없습니다.',
    '예정이 없다고 알리는 일정이라도 하나 두세요. Evolution은 빈 캘린더를 받으면 옛 일정을 지우지 않습니다.',
  ],
  uid_missing: ['UID가 없는 일정이 있습니다.', '일정마다 바뀌지 않는 UID를 주세요.'],
  dtstamp_missing: ['DTSTAMP가 없는 일정이 있습니다.', '마지막으로 고친 때를 UTC로 적으세요.'],
  start_missing: ['DTSTART가 없는 일정이 있습니다.', '일정마다 시작이 있어야 합니다.'],
  date_invalid: [
    '{property} 값이 날짜가 아닙니다.',
    '20260401, 20260401T183000Z, 또는 TZID와 함께 20260401T183000으로 적으세요.',
  ],
  summary_missing: ['제목이 없는 일정이 있습니다.', '일정마다 SUMMARY를 적으세요.'],
  property_twice: ['한 일정에 {property}가 두 번 있습니다.', '한 번만 적으세요.'],
  uid_long: [
    'UID가 {octets}옥텟입니다.',
    '{limit}옥텟 안으로 줄이세요. Outlook은 더 긴 값을 담지 못합니다.',
  ],
  uid_twice: [
    '두 일정의 UID가 같습니다. 대부분의 프로그램이 하나만 남깁니다.',
    '일정마다 다른 UID를, 반복 일정 가운데 다른 한 번에는 RECURRENCE-ID를 쓰세요.',
  ],
  stamp_not_utc: ['{property}가 UTC가 아닙니다.', '끝에 Z를 붙여 UTC로 적으세요.'],
  change_marks: [
    '일정에 LAST-MODIFIED도 SEQUENCE도 없습니다.',
    '둘 다 적고 고칠 때마다 SEQUENCE를 올리세요. 이것으로만 변경을 알아보는 프로그램이 있습니다.',
  ],
  sequence_value: [
    'SEQUENCE가 작은 정수가 아닙니다.',
    '0부터 고친 횟수를 적으세요. 밀리초 시각은 너무 큽니다.',
  ],
  override_sequence: [
    '반복 일정 가운데 한 번의 SEQUENCE가 전체보다 낮아 무시됩니다.',
    '전체 일정의 SEQUENCE 이상으로 적으세요.',
  ],
  end_and_duration: ['DTEND와 DURATION이 함께 있습니다.', '둘 가운데 하나만 적으세요.'],
  end_before_start: ['시작 전에 끝나는 일정이 있습니다.', 'DTEND는 DTSTART보다 나중이어야 합니다.'],
  end_not_after_start: [
    '시작과 끝이 같은 일정이 있습니다.',
    'DTEND를 빼거나 더 나중으로 적으세요. 종일 일정의 끝은 그다음 날입니다.',
  ],
  end_type: [
    '시작과 끝 가운데 하나는 날짜, 하나는 시각입니다.',
    '둘 다 날짜로, 또는 둘 다 시각으로 적으세요.',
  ],
  duration_value: ['DURATION 값이 길이가 아닙니다.', 'PT90M, PT2H, P1D처럼 적으세요.'],
  all_day_end: [
    '종일 일정에 DTEND가 없습니다.',
    '마지막 날의 다음 날을 DTEND;VALUE=DATE로 적으세요. 하루로 알아서 읽지 않는 프로그램이 있습니다.',
  ],
  all_day_as_times: [
    '종일이 아니라 자정부터 자정까지로 적힌 일정이 있습니다. 다른 나라에서는 다른 날에 시작합니다.',
    '하루 종일이면 DTSTART;VALUE=DATE로 적으세요.',
  ],
  summary_long: [
    '{property}가 {units}자입니다. Outlook은 {limit}자에서 자릅니다.',
    '제목과 장소는 짧게 적고 나머지는 DESCRIPTION에 적으세요.',
  ],
  summary_lines: ['제목이 여러 줄입니다.', 'SUMMARY는 한 줄로 적으세요.'],
  description_long: [
    '설명이 {units}자입니다.',
    '{limit}자 안으로 줄이고 나머지는 링크로 알리세요.',
  ],
  description_tags: [
    '설명에 HTML이 있습니다. Apple 등에서는 태그가 그대로 보입니다.',
    'DESCRIPTION에는 글만, HTML은 꼭 필요할 때 X-ALT-DESC에 적으세요.',
  ],
  url_hidden: [
    'URL의 주소가 설명에 없습니다.',
    'DESCRIPTION에도 적으세요. Google과 Outlook은 URL을 보여 주지 않습니다.',
  ],
  status_unknown: [
    'STATUS가 알려진 값이 아닙니다.',
    'CONFIRMED, TENTATIVE, CANCELLED 가운데 하나로 적으세요.',
  ],
  cancelled_hidden: [
    '취소(CANCELLED)된 일정이 있습니다. Google은 취소 표시 대신 일정을 지웁니다.',
    '어디서나 보이게 하려면 제목에 취소를 적고 STATUS:CONFIRMED로 두세요.',
  ],
  cancelled_alarm: ['취소된 일정에 알림이 있습니다.', '열리지 않는 일정에서는 VALARM을 빼세요.'],
  transp_value: ['TRANSP가 OPAQUE도 TRANSPARENT도 아닙니다.', '둘 가운데 하나로 적으세요.'],
  busy_disagrees: [
    'TRANSP와 X-MICROSOFT-CDO-BUSYSTATUS가 서로 다릅니다.',
    'TRANSPARENT는 FREE와, OPAQUE는 BUSY나 TENTATIVE와 짝입니다.',
  ],
  geo_value: ['GEO가 위치가 아닙니다.', '37.51;127.07처럼 위도;경도로 적으세요.'],
  alarm_incomplete: [
    '알림에 ACTION, TRIGGER, DESCRIPTION 가운데 빠진 것이 있습니다.',
    '셋 다 적고 TRIGGER는 -PT30M 같은 길이로 적으세요.',
  ],
  alarm_absolute: [
    '알림이 정해진 시각에 있어 일정이 옮겨져도 따라가지 않습니다.',
    'TRIGGER를 시작 전의 길이로 적으세요.',
  ],
  color_value: [
    '색이 프로그램이 읽는 꼴이 아닙니다.',
    'COLOR는 CSS 색 이름, X-APPLE-CALENDAR-COLOR는 #RRGGBB로 적으세요.',
  ],
  name_missing: [
    '캘린더 이름(X-WR-CALNAME)이 없어 주소가 보이거나 이름을 묻습니다.',
    'X-WR-CALNAME을 적고 NAME에도 같은 이름을 적으세요.',
  ],
  names_differ: ['NAME과 X-WR-CALNAME이 다릅니다.', '같은 이름으로 적으세요.'],
  refresh_value: [
    'REFRESH-INTERVAL과 X-PUBLISHED-TTL이 잘못되었거나, 서로 다르거나, 한 시간보다 짧습니다.',
    'REFRESH-INTERVAL;VALUE=DURATION:PT6H로 적고 X-PUBLISHED-TTL도 같은 길이로 적으세요.',
  ],
}
