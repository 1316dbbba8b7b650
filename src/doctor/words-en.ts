// What is wrong with what is written in a file, in English: what was found, and what would be right.

import type { WritingCode } from './defects.ts'

export const WRITING_EN: Record<WritingCode, readonly [found: string, right: string]> = {
  line_ends: [
    'Lines end with LF or CR alone.',
    'End every line with CR LF; most servers can be told to send the file unchanged.',
  ],
  last_line_end: ['The last line has no end.', 'End END:VCALENDAR with CR LF as well.'],
  line_long: [
    'A line is {octets} octets long.',
    'Fold lines after at most {limit} octets: CR LF and one space.',
  ],
  line_unreadable: [
    'A line is not NAME:VALUE. Often it is a line of a text that was broken without a fold.',
    'Write line breaks within a text as \\n, and begin a folded line with one space.',
  ],
  fold_in_character: [
    'A line is folded in the middle of a character.',
    'Count octets, but fold between characters: a Korean letter is three octets.',
  ],
  not_utf8: ['The text is not UTF-8.', 'Save the file as UTF-8 without a byte order mark.'],
  bom: ['The file begins with a byte order mark.', 'Save it as UTF-8 without one.'],
  control_character: [
    'There is a control character in the text.',
    'Leave out every character below U+0020 except TAB; line breaks are \\n.',
  ],
  text_escape: [
    '{property} has a comma or semicolon without a backslash before it.',
    'Write \\, and \\; in texts.',
  ],
  escape_unknown: [
    '{property} has a backslash before a character that needs none.',
    'Only \\ ; , and line breaks are escaped; : and " stand as they are.',
  ],
  name_escape: [
    '{property} has a comma, semicolon or backslash that is not escaped.',
    'Write \\, \\; and \\\\ in the name as in any text.',
  ],
  uri_value: [
    '{property} has characters that an address cannot have.',
    'Percent-encode what is not ASCII, and do not escape addresses with backslashes.',
  ],
  uri_scheme: [
    '{property} is not an address of the web, of mail or of a telephone.',
    'Write the whole address with https://, or leave the line out.',
  ],
  parameter_quote: [
    'A parameter of {property} has a colon or a quotation mark that breaks the line apart.',
    'Put parameter values with : ; , into double quotes.',
  ],
  calendar_property_late: [
    'A property of the calendar stands after its events or time zones.',
    'Write all properties of VCALENDAR before the first BEGIN.',
  ],
  structure: [
    'BEGIN and END do not fit together, or a line stands outside of them.',
    'Close every BEGIN with its own END, events directly within VCALENDAR.',
  ],
  calendar_twice: [
    'There is more than one VCALENDAR in the file; many programs read the first alone.',
    'Put all events into one VCALENDAR.',
  ],
  version: ['VERSION:2.0 is missing, twice, or another.', 'Write VERSION:2.0 once.'],
  prodid: ['PRODID is missing, empty or twice.', 'Write one PRODID such as -//Name//EN.'],
  calscale: ['The calendar is not Gregorian.', 'Leave CALSCALE out, or write GREGORIAN.'],
  method: [
    'There is a METHOD. Some programs then treat the feed as an invitation.',
    'Leave METHOD out of a feed that is subscribed to.',
  ],
  method_act: [
    'METHOD asks to be answered or to delete something; a feed only publishes.',
    'Leave METHOD out.',
  ],
  attendees: [
    'Events name people who take part.',
    'Leave ATTENDEE out of a public feed: it asks for answers, and shows addresses to everybody.',
  ],
  no_event: [
    'There is no event in the calendar.',
    'Keep at least one event, if only to say that nothing is planned: Evolution does not take old ones away from an empty calendar.',
  ],
  uid_missing: ['An event has no UID.', 'Give every event a UID that never changes.'],
  dtstamp_missing: ['An event has no DTSTAMP.', 'Write when the event was last changed, in UTC.'],
  start_missing: ['An event has no DTSTART.', 'Every event needs a start.'],
  date_invalid: [
    '{property} is no date.',
    'Write 20260401, 20260401T183000Z, or 20260401T183000 with a TZID.',
  ],
  summary_missing: ['An event has no title.', 'Give every event a SUMMARY.'],
  property_twice: ['{property} stands twice in one event.', 'Write it once.'],
  uid_long: [
    'A UID is {octets} octets long.',
    'Keep it within {limit}; Outlook cannot store a longer one.',
  ],
  uid_twice: [
    'Two events have the same UID; most programs keep only one of them.',
    'One UID for each event, and RECURRENCE-ID for what differs within a series.',
  ],
  stamp_not_utc: ['{property} is not in UTC.', 'Write it with a Z at its end.'],
  change_marks: [
    'Events have neither LAST-MODIFIED nor SEQUENCE.',
    'Write both, and raise SEQUENCE with every change: some programs take changes by them alone.',
  ],
  sequence_value: [
    'SEQUENCE is not a small whole number.',
    'Count changes from 0; an instant in milliseconds is too large.',
  ],
  override_sequence: [
    'One happening of a series has a lower SEQUENCE than the series, and is ignored.',
    'Give it at least the SEQUENCE of its series.',
  ],
  end_and_duration: ['An event has DTEND and DURATION.', 'Write one of the two.'],
  end_before_start: ['An event ends before it begins.', 'DTEND must be after DTSTART.'],
  end_not_after_start: [
    'An event ends when it begins.',
    'Leave DTEND out, or write a later one. The end of a whole day is the day after.',
  ],
  end_type: [
    'Of start and end, one is a date and the other has a time.',
    'Write both as dates, or both with times.',
  ],
  duration_value: ['DURATION is no length of time.', 'Write PT90M, PT2H or P1D.'],
  all_day_end: [
    'All-day events have no DTEND.',
    'Write the day after the last as DTEND;VALUE=DATE; not every program takes one day for granted.',
  ],
  all_day_as_times: [
    'An event lasts from midnight to midnight instead of being all-day; abroad it begins on another day.',
    'Write DTSTART;VALUE=DATE for what lasts whole days.',
  ],
  summary_long: [
    '{property} has {units} characters; Outlook cuts it at {limit}.',
    'Keep title and place short, and say the rest in DESCRIPTION.',
  ],
  summary_lines: ['A title has several lines.', 'Keep SUMMARY on one line.'],
  description_long: [
    'A description has {units} characters.',
    'Keep it within {limit}, and link to the rest.',
  ],
  description_tags: [
    'There is HTML in a description; Apple and others show the tags.',
    'Write plain text in DESCRIPTION, and HTML in X-ALT-DESC if at all.',
  ],
  url_hidden: [
    'The address in URL is not in the description.',
    'Repeat it in DESCRIPTION: Google and Outlook do not show URL.',
  ],
  status_unknown: [
    'STATUS is none of the known words.',
    'Write CONFIRMED, TENTATIVE or CANCELLED.',
  ],
  cancelled_hidden: [
    'Events are CANCELLED. Google takes them away instead of showing that they are off.',
    'To have it seen everywhere, say it in the title and leave STATUS:CONFIRMED.',
  ],
  cancelled_alarm: [
    'A cancelled event has a reminder.',
    'Leave VALARM out of what does not take place.',
  ],
  transp_value: ['TRANSP is neither OPAQUE nor TRANSPARENT.', 'Write one of the two.'],
  busy_disagrees: [
    'TRANSP and X-MICROSOFT-CDO-BUSYSTATUS contradict each other.',
    'TRANSPARENT goes with FREE, OPAQUE with BUSY or TENTATIVE.',
  ],
  geo_value: ['GEO is no place on earth.', 'Write latitude;longitude, such as 37.51;127.07.'],
  alarm_incomplete: [
    'A reminder lacks ACTION, TRIGGER or DESCRIPTION.',
    'Write all three, the TRIGGER as a length of time such as -PT30M.',
  ],
  alarm_absolute: [
    'A reminder is set to a fixed time; it does not move with its event.',
    'Write TRIGGER as a length of time before the start.',
  ],
  color_value: [
    'A colour is not written as programs read it.',
    'COLOR takes a name of CSS, X-APPLE-CALENDAR-COLOR takes #RRGGBB.',
  ],
  name_missing: [
    'The calendar has no name (X-WR-CALNAME); programs show the address or ask.',
    'Write X-WR-CALNAME, and NAME with the same text.',
  ],
  names_differ: ['NAME and X-WR-CALNAME differ.', 'Write the same name in both.'],
  refresh_value: [
    'REFRESH-INTERVAL and X-PUBLISHED-TTL are malformed, differ, or are under an hour.',
    'Write REFRESH-INTERVAL;VALUE=DURATION:PT6H and the same length in X-PUBLISHED-TTL.',
  ],
}
