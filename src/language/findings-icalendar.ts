// What is said of iCalendar files alone, in English and in Korean.

type Words = Record<string, { message: string; hint: string }>

export const ICALENDAR_EN = {
  'tz.guessed': {
    message:
      '“{value}” is no known time zone; by the file’s own description of it, it was read as {zone}.',
    hint: 'Compare a few times with the original. Exporting with a zone such as Asia/Seoul avoids the guess.',
  },
  'tz.overruled': {
    message:
      'The file’s own description of {value} is not what {zone} does; the times were read in {zone}.',
    hint: 'Compare a few times with the original; if they differ, correct the time zone where the file was made.',
  },
  'rrule.too_dense': {
    message: '“{value}” makes more events than a schedule has ({part}).',
    hint: 'Rules are daily at the most. One that calendar programs read differently may make at most 1,000 events in 5 years: give it an end (UNTIL or COUNT).',
  },
  'rrule.expanded': {
    message:
      'Calendar programs do not agree on “{value}” ({part}), so its dates are published as single events.',
    hint: 'Nothing to do. A rule that begins on a day of its own would be published as a series.',
  },
  'recurrence.orphan': {
    message:
      '“{value}” changes one date of a series that does not have it; it is published as an event of its own.',
    hint: 'Nothing to do; or export the whole series.',
  },
  'recurrence.duplicate': {
    message: 'Two events change the same date “{value}” of one series.',
    hint: 'Keep the one that is right.',
  },
  'class.private': {
    message: 'This event is marked {value} and was left out: everything published here is public.',
    hint: 'Nothing to do; or mark it PUBLIC where the file was made.',
  },
  'ics.structure': {
    message:
      'The calendar is broken at “{value}”: something is missing, not closed, or closed in the wrong order.',
    hint: 'Export or download the file again; it must begin with BEGIN:VCALENDAR and end with END:VCALENDAR.',
  },
  'ics.nesting': {
    message: '“{value}” stands inside something in which it cannot be.',
    hint: 'Close each event with END:VEVENT before the next begins; at most {limit} levels.',
  },
  'ics.line': {
    message: '“{value}” is no line of a calendar.',
    hint: 'A line is NAME:value; a long one goes on in the next line after one space, and quotation marks are closed.',
  },
  'ics.version': {
    message: 'The calendar has version {value}; only 2.0 is read.',
    hint: 'Export it as iCalendar (.ics), not as vCalendar (.vcs).',
  },
  'ics.method': {
    message: 'The file says METHOD:{value}: each event in it was read as cancelled.',
    hint: 'Upload it with mode=merge, since it is no whole schedule.',
  },
  'ics.duplicate_property': {
    message: '{property} stands twice in one event, or together with what excludes it.',
    hint: 'Keep one.',
  },
  'ics.too_many': {
    message: 'A series has more than {limit} of {property}.',
    hint: 'Write a rule that needs fewer, or split the series.',
  },
  'ics.value': {
    message: '“{value}” is not what {property} may have; it was read as {read}.',
    hint: 'Nothing to do, if that is what is meant.',
  },
  'ics.escape': {
    message: '“{value}” is no escape of iCalendar; it was kept as it stands.',
    hint: 'Look at the text; a backslash itself is written twice.',
  },
  'ics.left_out': {
    message: '{property} is not published: feeds tell facts only.',
    hint: 'Nothing to do. Links go into URL, alarms are the subscriber’s own.',
  },
} satisfies Words

export const ICALENDAR_KO = {
  'tz.guessed': {
    message:
      '‘{value}’ 값은 알려진 시간대가 아니라서, 파일에 적힌 설명에 따라 {zone} 시간대로 읽었습니다.',
    hint: '시각 몇 개를 원본과 비교해 보세요. Asia/Seoul 같은 시간대로 내보내면 짐작할 일이 없습니다.',
  },
  'tz.overruled': {
    message:
      '파일에 적힌 {value} 설명이 실제 {zone} 시간대와 달라, {zone} 시간대의 규칙으로 읽었습니다.',
    hint: '시각 몇 개를 원본과 비교해 보고, 다르면 파일을 만든 곳에서 시간대를 고쳐 주세요.',
  },
  'rrule.too_dense': {
    message: '‘{value}’ 규칙은 일정이 너무 많이 생깁니다({part}).',
    hint: '규칙은 하루 단위까지 쓸 수 있습니다. 캘린더 앱마다 다르게 읽는 규칙은 5년에 1,000건까지만 가능하니 끝(UNTIL 또는 COUNT)을 정해 주세요.',
  },
  'rrule.expanded': {
    message:
      '캘린더 앱마다 ‘{value}’({part}) 규칙을 다르게 읽기 때문에 날짜마다 따로 된 일정으로 게시합니다.',
    hint: '그대로 두셔도 됩니다. 시작일이 규칙에 맞으면 반복 일정으로 게시됩니다.',
  },
  'recurrence.orphan': {
    message:
      '‘{value}’ 값은 반복 일정의 한 날짜를 바꾸는 것인데 파일의 반복 일정에 그 날짜가 없어, 따로 된 일정으로 게시합니다.',
    hint: '그대로 두셔도 됩니다. 또는 반복 일정 전체를 내보내 주세요.',
  },
  'recurrence.duplicate': {
    message: '두 일정이 한 반복 일정의 같은 날짜 ‘{value}’ 값을 바꿉니다.',
    hint: '맞는 것 하나만 남겨 주세요.',
  },
  'class.private': {
    message:
      '이 일정은 {value}(비공개)로 표시되어 있어 뺐습니다. 여기에 게시되는 것은 모두 공개됩니다.',
    hint: '그대로 두셔도 됩니다. 공개할 일정이면 원본에서 공개로 바꿔 주세요.',
  },
  'ics.structure': {
    message:
      '‘{value}’ 줄에서 캘린더의 구조가 깨졌습니다. 빠졌거나, 닫히지 않았거나, 닫는 순서가 틀렸습니다.',
    hint: '파일을 다시 내보내거나 내려받아 주세요. BEGIN:VCALENDAR 줄로 시작해 END:VCALENDAR 줄로 끝나야 합니다.',
  },
  'ics.nesting': {
    message: '‘{value}’ 줄은 이 안에 들어갈 수 없습니다.',
    hint: '다음 일정이 시작되기 전에 END:VEVENT 줄로 닫아 주세요. 최대 {limit}단계입니다.',
  },
  'ics.line': {
    message: '‘{value}’ 줄은 캘린더의 줄이 아닙니다.',
    hint: '한 줄은 이름:값 모양입니다. 긴 줄은 다음 줄에 빈칸 하나를 두고 이어지고, 따옴표는 닫아야 합니다.',
  },
  'ics.version': {
    message: '캘린더 버전이 {value}입니다. 2.0만 읽습니다.',
    hint: 'vCalendar(.vcs)가 아니라 iCalendar(.ics)로 내보내 주세요.',
  },
  'ics.method': {
    message: '파일에 METHOD:{value} 값이 있어 들어 있는 일정을 모두 취소로 읽었습니다.',
    hint: '전체 일정이 아니므로 mode=merge로 올려 주세요.',
  },
  'ics.duplicate_property': {
    message: '한 일정에 {property} 값이 두 번 있거나, 함께 쓸 수 없는 값과 같이 있습니다.',
    hint: '하나만 남겨 주세요.',
  },
  'ics.too_many': {
    message: '한 반복 일정의 {property} 값이 {limit}개보다 많습니다.',
    hint: '예외가 적은 규칙으로 바꾸거나 반복 일정을 나누어 주세요.',
  },
  'ics.value': {
    message: '‘{value}’ 값은 {property} 값으로 맞지 않아 {read} 값으로 읽었습니다.',
    hint: '그 뜻이 맞으면 그대로 두셔도 됩니다.',
  },
  'ics.escape': {
    message: '‘{value}’ 값은 iCalendar의 이스케이프가 아니어서 적힌 그대로 두었습니다.',
    hint: '글을 확인해 주세요. 역슬래시 자체는 두 번 적습니다.',
  },
  'ics.left_out': {
    message: '{property} 값은 게시하지 않습니다. 피드에는 사실만 담습니다.',
    hint: '그대로 두셔도 됩니다. 링크는 URL에 적고, 알림은 구독자가 직접 정합니다.',
  },
} satisfies Words
