// 모든 점검 결과를 한국어로: 무엇이 있었고, 어떻게 쓰면 되는지.

import { AUDIENCES_KO } from './findings-audiences.ts'
import { DATES_KO } from './findings-dates.ts'
import { HEADERS_KO } from './findings-headers.ts'
import { ICALENDAR_KO } from './findings-icalendar.ts'
import { WORKBOOKS_KO } from './findings-workbooks.ts'
import type { FindingWords } from './words-of-codes.ts'

export const FINDINGS_KO: FindingWords = {
  ...ICALENDAR_KO,
  ...WORKBOOKS_KO,
  ...DATES_KO,
  ...AUDIENCES_KO,
  'file.empty': {
    message: '파일이 비어 있습니다.',
    hint: '첫 행이 제목 줄이고 일정마다 한 행인 XLSX, CSV 또는 JSON 파일을 보내 주세요.',
  },
  'file.no_rows': {
    message: '파일에 일정이 없습니다.',
    hint: '일정을 한 건 이상 적어 주세요. 일정을 모두 거두려면 캘린더를 삭제하거나 이전 개정판으로 되돌리세요.',
  },
  'file.too_large': {
    message: '파일이 {limit}바이트보다 큽니다.',
    hint: '파일을 나누어 올려 주세요.',
  },
  'file.too_many_rows': {
    message: '행이 {limit}개보다 많습니다.',
    hint: '여러 파일로 나누어 mode=merge로 올려 주세요.',
  },
  'file.too_many_columns': {
    message: '첫 행의 열이 {limit}개보다 많습니다.',
    hint: '열을 {limit}개 이하로 줄여 주세요. 구분 기호가 맞는지도 확인해 주세요.',
  },
  'file.type_mismatch': {
    message: '표 파일이어야 하는데 내용은 {found} 형식입니다.',
    hint: '일정을 .xlsx나 ‘CSV UTF-8’로 저장해서 올려 주세요.',
  },
  'file.unsupported': {
    message: '{found} 형식은 아직 읽을 수 없습니다.',
    hint: '엑셀이나 구글 시트에서 .xlsx나 ‘CSV UTF-8’로 저장해서 올려 주세요.',
  },
  'encoding.guessed': {
    message: 'UTF-8이 아니어서 {encoding}(으)로 읽었습니다.',
    hint: '글자가 깨져 보이면 ‘CSV UTF-8’로 저장해서 다시 올려 주세요.',
  },
  'encoding.invalid': {
    message: '이 자리의 바이트는 UTF-8도 CP949도 아니거나, 한 파일에 두 가지가 섞여 있습니다.',
    hint: '파일 전체를 ‘CSV UTF-8’로 저장해서 다시 올려 주세요.',
  },
  'encoding.unsupported': {
    message: '파일의 인코딩을 알 수 없습니다.',
    hint: '‘CSV UTF-8’로 저장해 주세요. UTF-16은 BOM이 있으면 읽습니다.',
  },
  'encoding.replacement_char': {
    message: '‘{value}’에 ‘\ufffd’가 있습니다. 파일이 오기 전에 글자가 깨졌습니다.',
    hint: '원본에서 그 글자를 다시 입력해 주세요.',
  },
  'csv.unclosed_quote': {
    message: '따옴표가 열리고 닫히지 않아 나머지가 모두 한 칸이 되었습니다.',
    hint: '이 행의 따옴표(")를 닫아 주세요. 글 안의 따옴표는 ""로 적습니다.',
  },
  'csv.quote': {
    message: '따옴표가 올 수 없는 자리에 있습니다.',
    hint: '칸 전체를 따옴표로 묶고, 안의 따옴표는 ""로 적어 주세요.',
  },
  'csv.delimiter': {
    message: '첫 줄 ‘{value}’이 구분 기호를 알려 주어 그대로 따랐습니다.',
    hint: '고칠 것이 없습니다.',
  },
  ...HEADERS_KO,
  'row.ragged': {
    message: '이 행은 {cells}칸인데 제목 줄은 {columns}칸입니다. 남는 값: ‘{value}’',
    hint: '구분 기호가 든 칸을 따옴표로 묶거나 제목 줄에 열을 더해 주세요.',
  },
  'row.duplicate': {
    message: '{first}행과 똑같은 행이라 한 번만 셌습니다.',
    hint: '지워 주세요. 서로 다른 일정이면 game_no, 장소, external_id로 구별해 주세요.',
  },
  'field.required': {
    message: '‘{column}’ 칸이 비어 있습니다.',
    hint: '채워 주세요. 일정마다 날짜와 제목(또는 홈·원정)이 있어야 하고, 좌표는 위도와 경도가 함께 있어야 합니다.',
  },
  'field.newline': {
    message: '‘{value}’에 줄바꿈이 있습니다.',
    hint: '한 줄로 적어 주세요. 여러 줄은 설명에만 쓸 수 있습니다.',
  },
  'field.control_char': {
    message: '‘{value}’에 제어 문자가 있습니다.',
    hint: '지워 주세요. 붙여 넣지 말고 다시 입력하면 없어집니다.',
  },
  'field.invisible_char': {
    message: '‘{value}’에 보이지 않는 문자가 있어 뺐습니다.',
    hint: '글이 맞게 보이면 고칠 것이 없습니다.',
  },
  'field.blank': {
    message: '칸에 보이는 글자가 없습니다.',
    hint: '채우거나 비워 주세요.',
  },
  'field.too_long': {
    message: '‘{value}’ 값이 너무 깁니다: {length}, 최대 {limit}.',
    hint: '줄여 주세요.',
  },
  'field.shortened': {
    message: '제목이 {length}자입니다. 캘린더에는 {limit}자까지만 ‘…’를 붙여 나갑니다.',
    hint: '나머지는 설명에 적어 주세요.',
  },
  'field.locked': {
    message:
      '‘{title}’: 파일의 값은 {value}, 손으로 고친 값은 {kept}입니다. 손으로 고친 값을 그대로 둡니다.',
    hint: '그대로 두거나, 검토에서 파일의 값을 고르세요 (takeFile: {field}).',
  },
  'field.invalid': {
    message: '‘{value}’ 값을 읽을 수 없습니다.',
    hint: '쓸 수 있는 값: {wanted}.',
  },
  'tz.unknown': {
    message: '‘{value}’ 값은 시간대가 아닙니다.',
    hint: 'Asia/Seoul, America/New_York처럼 적거나, 비우면 캘린더의 시간대로 읽습니다.',
  },
  'tz.ambiguous': {
    message: '‘{value}’ 값은 여러 시간대를 뜻합니다.',
    hint: 'America/Chicago, Asia/Shanghai처럼 적어 주세요.',
  },
  'tz.alias': {
    message: '시간대 ‘{value}’ 값을 {zone}(으)로 읽었습니다.',
    hint: '맞다면 {zone}(으)로 적어 주세요.',
  },
  'tz.conflict': {
    message: '‘{value}’ 값에 적힌 오프셋은 그때의 {zone} 시간대와 다릅니다.',
    hint: '오프셋이나 시간대 중 하나를 빼 주세요. {zone} 시각으로는 {local}입니다.',
  },
  'watch.no_link': {
    message: '‘{value}’ 값은 링크가 아니라 방송사 이름이라 게시하지 않습니다.',
    hint: '방송사는 설명 열에 적고, 이 열에는 https:// 로 시작하는 시청 주소를 적어 주세요.',
  },
  'url.scheme': {
    message: '‘{value}’ 값은 웹 주소가 아닙니다.',
    hint: '링크는 https:// 또는 http:// 로 시작합니다. 예: {suggestion}',
  },
  'url.credentials': {
    message: '링크에 모두에게 보이게 될 아이디나 비밀번호가 들어 있습니다.',
    hint: '‘@’ 앞부분을 빼 주세요.',
  },
  'url.invalid': {
    message: '링크 ‘{value}’에 쓸 수 없는 문자나 호스트가 있습니다.',
    hint: '브라우저 주소창에서 다시 복사하고 확인해 주세요.',
  },
  'uid.duplicate': {
    message: 'ID ‘{value}’ 값은 {first}행에서 이미 썼습니다.',
    hint: '일정마다 서로 다른 ID를 적어 주세요.',
  },
  'uid.taken': {
    message: '‘{value}’ ID는 이미 ‘{title}’ 일정의 것입니다.',
    hint: '다른 ID를 쓰거나 그 일정을 고쳐 주세요.',
  },
  'uid.invalid': {
    message: 'ID ‘{value}’ 값이 특이합니다. 적힌 그대로 보관합니다.',
    hint: '글자, 숫자, ‘-’, ‘_’, ‘.’ 이 가장 좋습니다. 제어 문자는 쓸 수 없습니다.',
  },
  'status.unknown': {
    message: '‘{value}’ 값은 모르는 상태입니다.',
    hint: '쓸 수 있는 값: 예정 확정 연기 취소 우천취소 종료 매진 삭제 / scheduled confirmed tentative postponed cancelled rained out final sold out removed.',
  },
  'rrule.invalid': {
    message: '‘{value}’ 값은 반복 규칙이 아닙니다. 문제가 된 곳: ‘{part}’',
    hint: '예: FREQ=WEEKLY;BYDAY=MO, 둘째·넷째 일요일은 FREQ=MONTHLY;BYDAY=2SU,4SU.',
  },
  'rrule.unsupported': {
    message: '‘{value}’ ({part}) 규칙은 캘린더 앱마다 다르게 읽어 게시하지 않습니다.',
    hint: 'FREQ=MONTHLY;BYDAY=2SU를 둘째 일요일에 시작하는 것처럼 시작일이 규칙에 맞게 쓰거나, 날짜마다 한 행씩 적어 주세요.',
  },
  'rrule.no_occurrence': {
    message: '‘{value}’ 규칙에 맞는 날이 없습니다 ({part}).',
    hint: '시작일이나 규칙을 고쳐 주세요.',
  },
  'exdate.not_an_occurrence': {
    message: '‘{value}’ 날짜는 {rule} 규칙의 날이 아니어서 뺄 것이 없습니다.',
    hint: '날짜를 고치거나 지워 주세요.',
  },
  'json.syntax': {
    message: '‘{value}’부터 JSON이 아닙니다.',
    hint: 'JSON 편집기로 확인해 주세요. 주석이나 마지막 쉼표는 쓸 수 없습니다.',
  },
  'json.type': {
    message: '{pointer} 자리의 ‘{value}’ 값은 형식이 다릅니다.',
    hint: '필요한 형식: {wanted}.',
  },
  'json.key': {
    message: '‘{value}’ 키는 쓸 수 없습니다.',
    hint: '지워 주세요.',
  },
  'json.unknown_field': {
    message: '‘{value}’ 필드는 일정에 없습니다.',
    hint: '지우거나 이름을 고쳐 주세요. Event의 이름이나 열 이름을 씁니다.',
  },
  'json.depth': {
    message: 'JSON이 {limit}단계보다 깊습니다.',
    hint: '일정은 필드를 가진 이벤트의 목록이고, 그 안에 location, links, translations만 들어갑니다.',
  },
  'identity.ambiguous': {
    message: '‘{value}’ ({rows}행)에 해당할 수 있는 일정이 {count}개입니다: {candidates}.',
    hint: 'external_id나 game_no로 알려 주세요. confirm=true를 보내면 새 일정으로 봅니다.',
  },
  'identity.duplicate': {
    message: '‘{value}’ 일정은 이미 있는 일정과 같아 보입니다: {candidates}.',
    hint: 'confirm=true를 보내면 같은 일정으로 봅니다. 다른 일정이면 same에 null로 답해 주세요.',
  },
  'identity.answer': {
    message:
      '‘{value}’ 행을 {uid} 일정으로 볼 수 없습니다. {why, select, unknown {캘린더에 그런 UID가 없습니다.} taken {다른 행이 이미 그 일정입니다.} other {행의 ID가 다른 일정을 가리킵니다.}}',
    hint: '후보 가운데 하나의 UID로 답하거나, 새 일정이면 null로 답해 주세요.',
  },
  'identity.nothing_to_remove': {
    message: '‘{value}’ 일정이 캘린더에 없어 삭제할 것이 없습니다.',
    hint: '그대로 두거나 ID, 제목, 날짜를 고쳐 주세요.',
  },
  'guard.cancels_many': {
    message: '파일에 없다는 이유로 다가올 일정 {of}개 중 {count}개({percent}%)가 취소됩니다.',
    hint: '파일이 전체 일정이면 confirm=true를 보내고, 더하기만 하려면 mode=merge를 쓰세요.',
  },
  'guard.empties': {
    message: '다가올 일정 {count}개가 모두 취소됩니다.',
    hint: '맞다면 confirm=true를 보내고, 더하기만 하려면 mode=merge를 쓰세요.',
  },
  'feed.too_large': {
    message:
      '다가올 일정 {events}개는 캘린더 앱이 읽는 양({maxEvents}개 또는 {maxOctets}바이트)보다 많아 구글에서 일부가 빠질 수 있습니다.',
    hint: '팀이나 지역별로 캘린더를 나누어 주세요.',
  },
}
