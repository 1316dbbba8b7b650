// What is said of dates, times and how long things last, in English and in Korean.

type Words = Record<string, { message: string; hint: string }>

export const DATES_EN = {
  'date.invalid': {
    message: '“{value}” is no date.',
    hint: 'Write it as 2026-04-01, 2026.4.1, 20260401 or 4월 1일(수); with a time, 2026-04-01 18:30.',
  },
  'date.serial': {
    message: '“{value}” is a spreadsheet’s inner number or a timestamp, not a date.',
    hint: 'Format the column as a date before saving as CSV, so that it reads 2026-04-01.',
  },
  'date.ambiguous': {
    message: '“{value}” can be {readings}.',
    hint: 'Write 2026-04-01, or say how the file writes its dates: dateOrder=DMY, MDY or YMD. Nothing is guessed.',
  },
  'date.year_missing': {
    message: '“{value}” has no year: {readings}?',
    hint: 'Write the year, add the weekday as in 4월 1일(수), or send year=2026.',
  },
  'date.out_of_range': {
    message: 'The year of “{value}” cannot be right.',
    hint: 'Years from 1970 to 2200 are possible.',
  },
  'date.weekday_mismatch': {
    message: '“{value}”: that date does not fall on that weekday.',
    hint: 'Correct the date or the weekday.',
  },
  'date.next_day': {
    message: '“{value}” was read as a time of the day after.',
    hint: 'If that is wrong, write date and time in full.',
  },
  'time.invalid': {
    message: '“{value}” is no time.',
    hint: 'Write it as 18:30, 1830, 6:30 PM or 오후 6:30; leave it empty or write TBD when it is undecided.',
  },
  'time.gap': {
    message: '“{value}” does not exist in {zone}: the clocks skip it. It was read as {read}.',
    hint: 'Check the time and the time zone.',
  },
  'time.fold': {
    message: '“{value}” comes twice in {zone}, as the clocks go back; the first was taken.',
    hint: 'If the second is meant, write it with its offset: 2026-11-01T01:30:00-05:00.',
  },
  'range.reversed': {
    message: 'The end “{value}” is before the start {start}.',
    hint: 'Correct one of them.',
  },
  'range.empty': {
    message: 'The end “{value}” is the start; the usual length was taken.',
    hint: 'Write the real end, or leave it empty.',
  },
  'range.too_long': {
    message: 'The event would last {days} days.',
    hint: 'At most {limit} days. Something that comes again is written with rrule.',
  },
  'time.end_without_start': {
    message: 'The row says when it ends but not when it starts; it is read as all day.',
    hint: 'Fill in the start time “{column}”, or empty the end time.',
  },
  'exdates.without_rule': {
    message: '“{value}” is to be left out of a recurrence, but the row has no rule (rrule).',
    hint: 'Write the rule, such as FREQ=WEEKLY;BYDAY=MO, or empty “{column}”.',
  },
} satisfies Words

export const DATES_KO = {
  'date.invalid': {
    message: '‘{value}’ 값은 날짜가 아닙니다.',
    hint: '2026-04-01, 2026.4.1, 20260401, 4월 1일(수)처럼 적어 주세요. 시각까지 쓰려면 2026-04-01 18:30.',
  },
  'date.serial': {
    message: '‘{value}’ 값은 날짜가 아니라 엑셀 내부 숫자나 타임스탬프입니다.',
    hint: 'CSV로 저장하기 전에 셀 서식을 날짜로 바꿔 2026-04-01처럼 보이게 해 주세요.',
  },
  'date.ambiguous': {
    message: '‘{value}’ 값은 {readings} 어느 쪽으로도 읽힙니다.',
    hint: '2026-04-01처럼 적거나, 파일의 날짜 순서를 알려 주세요: dateOrder=DMY, MDY, YMD. 짐작해서 정하지 않습니다.',
  },
  'date.year_missing': {
    message: '‘{value}’ 값에 연도가 없습니다: {readings}?',
    hint: '연도를 적거나, 4월 1일(수)처럼 요일을 적거나, year=2026을 보내 주세요.',
  },
  'date.out_of_range': {
    message: '‘{value}’ 값의 연도가 이상합니다.',
    hint: '1970년부터 2200년까지 쓸 수 있습니다.',
  },
  'date.weekday_mismatch': {
    message: '‘{value}’: 그 날짜는 그 요일이 아닙니다.',
    hint: '날짜나 요일을 고쳐 주세요.',
  },
  'date.next_day': {
    message: '‘{value}’ 값을 다음 날 시각으로 읽었습니다.',
    hint: '아니라면 날짜와 시각을 모두 적어 주세요.',
  },
  'time.invalid': {
    message: '‘{value}’ 값은 시각이 아닙니다.',
    hint: '18:30, 1830, 오후 6:30처럼 적어 주세요. 정해지지 않았으면 비우거나 미정이라고 적어 주세요.',
  },
  'time.gap': {
    message: '‘{value}’ 시각은 {zone}에 없습니다(시계를 앞당기는 때). {read}(으)로 읽었습니다.',
    hint: '시각과 시간대를 확인해 주세요.',
  },
  'time.fold': {
    message: '‘{value}’ 시각은 {zone}에 두 번 있습니다(시계를 늦추는 때). 첫 번째로 읽었습니다.',
    hint: '두 번째라면 2026-11-01T01:30:00-05:00처럼 적어 주세요.',
  },
  'range.reversed': {
    message: '끝 ‘{value}’ 값이 시작 {start}보다 앞섭니다.',
    hint: '둘 중 하나를 고쳐 주세요.',
  },
  'range.empty': {
    message: '끝 ‘{value}’ 값이 시작과 같아 기본 길이로 읽었습니다.',
    hint: '실제 끝나는 때를 적거나 비워 주세요.',
  },
  'range.too_long': {
    message: '일정이 {days}일 동안 이어집니다.',
    hint: '최대 {limit}일입니다. 되풀이되는 일정은 반복(rrule)으로 적어 주세요.',
  },
  'time.end_without_start': {
    message: '끝나는 시각은 있는데 시작 시각이 없어 종일 일정으로 읽었습니다.',
    hint: '시작 시각(‘{column}’)을 적거나 끝나는 시각을 비워 주세요.',
  },
  'exdates.without_rule': {
    message: '‘{value}’ 날짜를 반복에서 빼라고 적혀 있지만, 이 행에는 반복 규칙(rrule)이 없습니다.',
    hint: 'FREQ=WEEKLY;BYDAY=MO처럼 규칙을 적거나 ‘{column}’ 칸을 비워 주세요.',
  },
} satisfies Words
