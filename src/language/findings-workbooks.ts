// What is found in workbooks, in English and in Korean.

export const WORKBOOKS_EN = {
  'file.unreadable': {
    message: 'The workbook is damaged: its part “{part}” cannot be read.',
    hint: 'Open it in a spreadsheet, save it again as .xlsx, and send that.',
  },
  'file.encrypted': {
    message: 'The workbook is protected by a password, or is in the old .xls format.',
    hint: 'Save it as .xlsx without a password.',
  },
  'zip.unsafe': {
    message: 'The workbook holds “{value}”, which no spreadsheet writes so.',
    hint: 'Open it in a spreadsheet, save it again as .xlsx, and send that.',
  },
  'zip.bomb': {
    message: 'The workbook unpacks to more than Kalends reads.',
    hint: 'At most {limit} MB when unpacked: keep the schedule alone in a workbook of its own.',
  },
  'xml.doctype': {
    message:
      'The part “{part}” of the workbook declares a document type, which no spreadsheet writes.',
    hint: 'Open it in a spreadsheet, save it again as .xlsx, and send that.',
  },
  'xlsx.sheets': {
    message: 'Several sheets read as schedules: {sheets}. This is “{value}”.',
    hint: 'Say which sheet to read.',
  },
  'xlsx.unread': {
    message: 'The sheet “{value}” holds dates too, but none of its rows was read.',
    hint: 'If it is part of the schedule, choose it under “Match the columns” (`sheet`), or upload it by itself.',
  },
  'xlsx.hidden': {
    message: 'Hidden in the workbook and therefore not read: {value}.',
    hint: 'Unhide it in the spreadsheet if it belongs to the schedule.',
  },
  'xlsx.merged': {
    message: 'The merged cells {cells} were read as if “{value}” stood in each of their rows.',
    hint: 'Nothing is to be done if that is meant; else unmerge them.',
  },
  'cell.error': {
    message: 'The cell shows the error {value}.',
    hint: 'Mend its formula, or write the value itself.',
  },
  'cell.formula_uncached': {
    message: 'The cell has a formula whose result is not in the file.',
    hint: 'Open the file in a spreadsheet and save it again, or write the value itself.',
  },
  'cell.type': {
    message: '{value} is a yes-or-no cell, and this column wants something else.',
    hint: 'Write the value as text.',
  },
} as const

export const WORKBOOKS_KO = {
  'file.unreadable': {
    message: '통합 문서가 손상되어 ‘{part}’ 부분을 읽을 수 없습니다.',
    hint: '스프레드시트에서 열어 .xlsx로 다시 저장한 뒤 올려 주세요.',
  },
  'file.encrypted': {
    message: '암호가 걸려 있거나 예전 .xls 형식인 파일입니다.',
    hint: '암호 없이 .xlsx로 저장한 뒤 올려 주세요.',
  },
  'zip.unsafe': {
    message: '통합 문서 안에 스프레드시트가 만들지 않는 항목 ‘{value}’이(가) 있습니다.',
    hint: '스프레드시트에서 열어 .xlsx로 다시 저장한 뒤 올려 주세요.',
  },
  'zip.bomb': {
    message: '통합 문서의 압축을 풀면 읽을 수 있는 크기를 넘습니다.',
    hint: '압축을 푼 크기는 최대 {limit}MB입니다. 일정만 따로 담은 파일을 올려 주세요.',
  },
  'xml.doctype': {
    message:
      '통합 문서의 ‘{part}’ 부분에 스프레드시트가 쓰지 않는 문서 형식 선언(DOCTYPE)이 있습니다.',
    hint: '스프레드시트에서 열어 .xlsx로 다시 저장한 뒤 올려 주세요.',
  },
  'xlsx.sheets': {
    message: '일정으로 읽히는 시트가 여러 개입니다: {sheets}. 지금은 ‘{value}’ 시트를 읽었습니다.',
    hint: '읽을 시트를 골라 주세요.',
  },
  'xlsx.unread': {
    message: '‘{value}’ 시트에도 날짜가 있지만 읽지 않았습니다.',
    hint: '일정의 일부라면 ‘열 맞추기’(`sheet`)에서 그 시트를 고르거나 따로 올려 주세요.',
  },
  'xlsx.hidden': {
    message: '통합 문서에서 숨겨져 있어 읽지 않았습니다: {value}.',
    hint: '일정에 들어가야 한다면 스프레드시트에서 숨김을 해제한 뒤 올려 주세요.',
  },
  'xlsx.merged': {
    message: '병합된 셀 {cells}은(는) 각 행에 모두 ‘{value}’이(가) 있는 것으로 읽었습니다.',
    hint: '의도한 것이라면 그대로 두세요. 아니라면 병합을 풀어 주세요.',
  },
  'cell.error': {
    message: '셀에 오류 {value}이(가) 있습니다.',
    hint: '수식을 고치거나 값을 직접 적어 주세요.',
  },
  'cell.formula_uncached': {
    message: '셀의 수식 결과가 파일에 저장되어 있지 않습니다.',
    hint: '스프레드시트에서 열어 다시 저장하거나 값을 직접 적어 주세요.',
  },
  'cell.type': {
    message: '{value}은(는) 참/거짓 값인데 이 열에는 다른 값이 필요합니다.',
    hint: '값을 글자로 적어 주세요.',
  },
} as const
