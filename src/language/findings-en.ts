// Every finding in English: what was found, and what would be right.

import { AUDIENCES_EN } from './findings-audiences.ts'
import { DATES_EN } from './findings-dates.ts'
import { HEADERS_EN } from './findings-headers.ts'
import { ICALENDAR_EN } from './findings-icalendar.ts'
import { WORKBOOKS_EN } from './findings-workbooks.ts'
import type { FindingWords } from './words-of-codes.ts'

export const FINDINGS_EN: FindingWords = {
  ...ICALENDAR_EN,
  ...WORKBOOKS_EN,
  ...DATES_EN,
  ...AUDIENCES_EN,
  'file.empty': {
    message: 'The file is empty.',
    hint: 'Send an XLSX, CSV or JSON file with a header row and one row for each event.',
  },
  'file.no_rows': {
    message: 'The file has no events.',
    hint: 'Write at least one event. To take back a whole schedule, delete the calendar or restore an earlier revision.',
  },
  'file.too_large': { message: 'The file is larger than {limit} bytes.', hint: 'Split it.' },
  'file.too_many_rows': {
    message: 'The file has more than {limit} rows.',
    hint: 'Split it into several files and upload them with mode=merge.',
  },
  'file.too_many_columns': {
    message: 'The first row has more than {limit} columns.',
    hint: 'Keep at most {limit} columns. Is the separator the right one?',
  },
  'file.type_mismatch': {
    message: 'By its name or use this should be a table, but the content is {found}.',
    hint: 'Save the schedule as .xlsx or “CSV UTF-8” and upload that file.',
  },
  'file.unsupported': {
    message: 'Files of the kind {found} cannot be read yet.',
    hint: 'Save the schedule as .xlsx or “CSV UTF-8” in Excel, Numbers or Google Sheets and upload that file.',
  },
  'encoding.guessed': {
    message: 'The text is not UTF-8; it was read as {encoding}.',
    hint: 'If Korean letters look wrong, save the file as “CSV UTF-8”.',
  },
  'encoding.invalid': {
    message: 'The bytes here are neither UTF-8 nor CP949 text, or the file mixes the two.',
    hint: 'Save the whole file as “CSV UTF-8” and upload it again.',
  },
  'encoding.unsupported': {
    message: 'The encoding of this file cannot be told.',
    hint: 'Save it as “CSV UTF-8”. UTF-16 is read when the file begins with its byte order mark.',
  },
  'encoding.replacement_char': {
    message: '“{value}” contains “\ufffd”: a character was lost before the file came here.',
    hint: 'Type the word again in the original file.',
  },
  'csv.unclosed_quote': {
    message: 'A quotation mark is opened and never closed, so the rest of the file was swallowed.',
    hint: 'Close the quotation mark (") in this row, or write "" for one inside a text.',
  },
  'csv.quote': {
    message: 'A quotation mark stands where it cannot.',
    hint: 'Put the whole cell in quotation marks and write "" for each one inside it.',
  },
  'csv.delimiter': {
    message: 'The first line “{value}” names the separator; it was followed.',
    hint: 'Nothing to do.',
  },
  ...HEADERS_EN,
  'row.ragged': {
    message: 'This row has {cells} cells, the header has {columns}; “{value}” stands beyond it.',
    hint: 'Put a cell that contains the separator in quotation marks, or add a column to the header.',
  },
  'row.duplicate': {
    message: 'This row is the same as row {first}; it was counted once.',
    hint: 'Remove it. If they are two events, tell them apart by game_no, venue or external_id.',
  },
  'field.required': {
    message: 'The cell “{column}” is empty.',
    hint: 'Fill it in: each event needs a date and a title (or home and away); a place needs both coordinates.',
  },
  'field.newline': {
    message: 'There is a line break in “{value}”.',
    hint: 'Write it on one line. Only descriptions may have several.',
  },
  'field.control_char': {
    message: 'There is a control character in “{value}”.',
    hint: 'Remove it: type the text again instead of pasting it.',
  },
  'field.invisible_char': {
    message: '“{value}” had invisible characters; they were taken out.',
    hint: 'Nothing to do, if the text looks right.',
  },
  'field.blank': {
    message: 'The cell holds nothing that can be seen.',
    hint: 'Fill it in, or empty it.',
  },
  'field.too_long': {
    message: '“{value}” is too long: {length}, at most {limit}.',
    hint: 'Shorten it.',
  },
  'field.shortened': {
    message:
      'The title has {length} characters; calendars are given the first {limit}, ended by “…”.',
    hint: 'Put the rest into the description.',
  },
  'field.locked': {
    message: '“{title}”: the file says {value}, but {kept} was set by hand and is kept.',
    hint: 'Nothing to do; or take the file’s value in review (takeFile: {field}).',
  },
  'field.invalid': {
    message: '“{value}” cannot be read.',
    hint: 'Possible: {wanted}.',
  },
  'tz.unknown': {
    message: '“{value}” is no time zone.',
    hint: 'Use a name such as Asia/Seoul or America/New_York, or leave it empty for the calendar’s own.',
  },
  'tz.ambiguous': {
    message: '“{value}” means several time zones.',
    hint: 'Use a name such as America/Chicago or Asia/Shanghai.',
  },
  'tz.alias': {
    message: 'The time zone “{value}” was read as {zone}.',
    hint: 'Write {zone}, if that is what is meant.',
  },
  'tz.conflict': {
    message: '“{value}” is written with an offset that {zone} does not have then.',
    hint: 'Leave out the offset, or the time zone. In {zone} that instant is {local}.',
  },
  'watch.no_link': {
    message: '“{value}” is who broadcasts, not a link; it is not published.',
    hint: 'Write it into the description, and here the page to watch on, beginning with https://.',
  },
  'url.scheme': {
    message: '“{value}” is not a web address.',
    hint: 'Links begin with https:// or http://, such as {suggestion}',
  },
  'url.credentials': {
    message: 'This link carries a user name or a password that everybody would see.',
    hint: 'Take out the part before the “@”.',
  },
  'url.invalid': {
    message: 'The link “{value}” has characters or a host that links cannot have.',
    hint: 'Copy the address from a browser’s address bar, and check it.',
  },
  'uid.duplicate': {
    message: 'The id “{value}” was used in row {first} already.',
    hint: 'Give each event an id of its own.',
  },
  'uid.taken': {
    message: '“{value}” is the id of “{title}” already.',
    hint: 'Give another id, or change that event.',
  },
  'uid.invalid': {
    message: 'The id “{value}” is unusual; it is kept exactly as it stands.',
    hint: 'Letters, digits, “-”, “_” and “.” serve best; control characters cannot be in an id.',
  },
  'status.unknown': {
    message: '“{value}” is no status.',
    hint: 'Possible: 예정 확정 연기 취소 우천취소 종료 매진 삭제 / scheduled confirmed tentative postponed cancelled rained out final sold out removed.',
  },
  'rrule.invalid': {
    message: '“{value}” is no recurrence rule; the trouble is “{part}”.',
    hint: 'Such as FREQ=WEEKLY;BYDAY=MO, or FREQ=MONTHLY;BYDAY=2SU,4SU for every 2nd and 4th Sunday.',
  },
  'rrule.unsupported': {
    message: 'Calendar programs do not agree on “{value}” ({part}), so it is not published.',
    hint: 'Begin on a day of the rule’s own, such as FREQ=MONTHLY;BYDAY=2SU from a second Sunday; or write each date as a row.',
  },
  'rrule.no_occurrence': {
    message: 'The rule “{value}” never happens ({part}).',
    hint: 'Correct the start or the rule.',
  },
  'exdate.not_an_occurrence': {
    message: '“{value}” is no date of the rule {rule}; there is nothing to leave out.',
    hint: 'Correct the date or remove it.',
  },
  'json.syntax': {
    message: 'This is not JSON, from “{value}” on.',
    hint: 'Check the file with a JSON editor; comments and trailing commas are not JSON.',
  },
  'json.type': {
    message: '“{value}” at {pointer} is of the wrong type.',
    hint: 'Needed here: {wanted}.',
  },
  'json.key': {
    message: 'The key “{value}” is not possible.',
    hint: 'Remove it.',
  },
  'json.unknown_field': {
    message: '“{value}” is no field of an event.',
    hint: 'Remove it or correct its name; the names are those of Event or of the columns.',
  },
  'json.depth': {
    message: 'The JSON is nested more than {limit} deep.',
    hint: 'A schedule is a list of events of plain fields, with location, links and translations inside.',
  },
  'identity.ambiguous': {
    message: '“{value}” (rows {rows}) may be any of {count} events: {candidates}.',
    hint: 'Say which by external_id or game_no; with confirm=true it is taken as new.',
  },
  'identity.duplicate': {
    message: '“{value}” looks like an event that is there already: {candidates}.',
    hint: 'With confirm=true it is taken as the same event; if it is another one, answer “same” with null.',
  },
  'identity.answer': {
    message:
      '“{value}” cannot be the event {uid}. {why, select, unknown {The calendar has none of that UID.} taken {Another row is that event.} other {Its own id names another event.}}',
    hint: 'Answer with the UID of one of the candidates, or null for a new event.',
  },
  'identity.nothing_to_remove': {
    message: '“{value}” is not in the calendar, so there is nothing to remove.',
    hint: 'Nothing to do; or correct the id, the title or the date.',
  },
  'guard.cancels_many': {
    message:
      'This would cancel {count} of {of} coming events ({percent} %), because the file lacks them.',
    hint: 'If the file is the whole schedule, send confirm=true; to add only, use mode=merge.',
  },
  'guard.empties': {
    message: 'This would cancel every coming event ({count}).',
    hint: 'If that is meant, send confirm=true; to add only, use mode=merge.',
  },
  'feed.too_large': {
    message:
      '{events} coming events are more than calendar apps read ({maxEvents} events or {maxOctets} bytes); Google would drop some.',
    hint: 'Split the calendar, by team or by region for instance.',
  },
}
