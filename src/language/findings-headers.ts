// What is found in a table's header, and what it leaves open, in English and in Korean.

export const HEADERS_EN = {
  'header.missing': {
    message: 'There is no column “{column}”. Found: {found}.',
    hint: 'Add it: a date (start_date, 날짜) and a title (title, 제목), or home and away (홈, 원정), are needed. Or say in the review which column is which.',
  },
  'header.duplicate': {
    message: 'The column “{column}” means the same as “{first}”.',
    hint: 'Say in the review which of them it is; until then the first is read. Or rename one.',
  },
  'header.unknown': {
    message: 'The column “{column}” is not known. Its values are kept, but not shown in calendars.',
    hint: 'Nothing to do; or rename it to one of the known columns (see the documentation).',
  },
  'header.nameless': {
    message:
      'Column {column} has values such as “{value}” but no name in the header; they were left out.',
    hint: 'Give the column a name in the header, or say in the review what it is.',
  },
  'team.unknown': {
    message: 'The file names opponents (“{value}”), not whose games these are.',
    hint: 'Say in the review which team’s calendar it is (team); it is remembered.',
  },
  'header.below': {
    message:
      'The headers were found in row {row}; what stands above them (“{value}”) was not read.',
    hint: 'Nothing is to be done if those are titles; else choose the header row in the review.',
  },
}

export const HEADERS_KO: typeof HEADERS_EN = {
  'header.missing': {
    message: '‘{column}’ 열이 없습니다. 있는 열: {found}.',
    hint: '날짜(날짜, start_date)와 제목(제목, title) 또는 홈·원정 열이 필요합니다. 검토 화면에서 어느 열이 무엇인지 골라도 됩니다.',
  },
  'header.duplicate': {
    message: '‘{column}’ 열은 ‘{first}’ 열과 같은 뜻입니다.',
    hint: '어느 열을 쓸지 검토에서 골라 주세요. 그때까지는 앞의 열을 읽습니다. 이름을 바꾸어도 됩니다.',
  },
  'header.unknown': {
    message: '‘{column}’ 열은 모르는 열입니다. 값은 보관하지만 캘린더에는 나오지 않습니다.',
    hint: '그대로 두거나, 문서에 있는 열 이름으로 바꿔 주세요.',
  },
  'header.nameless': {
    message: '{column} 열에 ‘{value}’ 같은 값이 있지만 열 이름이 없어 읽지 않았습니다.',
    hint: '제목 줄에 열 이름을 적거나, 검토에서 어떤 열인지 골라 주세요.',
  },
  'team.unknown': {
    message: '파일에 상대팀(‘{value}’)만 있고 어느 팀의 경기인지 없습니다.',
    hint: '어느 팀의 캘린더인지 검토에서(team) 알려 주세요. 다음부터 기억합니다.',
  },
  'header.below': {
    message: '열 이름을 {row}행에서 찾았습니다. 그 위에 있는 ‘{value}’ 등은 읽지 않았습니다.',
    hint: '제목이나 안내 문구라면 그대로 두면 됩니다. 아니라면 검토 화면에서 제목 줄을 골라 주세요.',
  },
}
