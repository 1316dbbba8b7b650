// Where we read a rule or a file otherwise than its oracle does: each by name, and why.

type Readings = Record<string, string>

const OFF_RULE =
  '§3.8.5.3: DTSTART is the first instance and counts, though its rule does not make it'
const WINTER =
  '§3.6.5: STANDARD holds from its last Sunday of October; theirs stays at the first offset'
const WITHIN = '§3.8.1.3: CLASS says that it is not for everybody; such events are left out'
const WEEK_DAY =
  '§3.3.10: what a rule leaves open is DTSTART’s, here its day of the week; not all seven'
const ALL_MONTHS =
  '§3.3.10, table: BYMONTHDAY expands a year over all its months where BYMONTH is absent'
const TASK = '§3.6.2: a VTODO is no event'
const OWN_CLOCK = '§3.2.19: the file’s VTIMEZONE tells its times; theirs takes them for local ones'
const FILE_ZONE =
  'X-WR-TIMEZONE is the zone of times and dates without one; theirs takes Auckland’s'
const ZEROTH = 'as dateutil: §3.3.10 numbers days from 1; the rule is refused'
const THEIR_BOUND = 'a bound of their program; the rule is RFC 5545’s and ends at ours'

export const LIBICAL: Readings = {
  'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=30;BYWEEKNO=1;UNTIL=20320101 2024-12-30':
    '§3.3.10: parts are applied one after another; they have not implemented it',
}

export const LIBICAL_COUNTS: Readings = {
  'FREQ=WEEKLY;INTERVAL=2;UNTIL=19971224T000000Z;BYDAY=MO,WE,FR;WKST=SU 19970902T090000': OFF_RULE,
  'FREQ=DAILY;INTERVAL=1;UNTIL=20020201T000000Z 20020101T090000Z':
    'EXRULE is of RFC 2445 alone (RFC 5545, appendix A.3): it is left out, which is said',
}

export const ICAL_NET_RULES: Readings = {
  'FREQ=YEARLY 2024-01-01': THEIR_BOUND,
  'FREQ=YEARLY;COUNT=3 9998-01-01': THEIR_BOUND,
  'FREQ=YEARLY;COUNT=1 9999-01-01': THEIR_BOUND,
  'FREQ=YEARLY;BYWEEKNO=-1;BYDAY=SU;COUNT=3 9997-12-28': THEIR_BOUND,
  'FREQ=YEARLY;BYMONTH=3;BYDAY=6MO 2024-01-01T09:00:00':
    '§3.3.10: 6MO is well formed (1 to 53), and March has none: DTSTART is the only instance',
  'FREQ=YEARLY;BYMONTHDAY=8,9;BYDAY=WE,TH;UNTIL=20280101 2025-04-09': ALL_MONTHS,
  'FREQ=MONTHLY;BYYEARDAY=14;COUNT=3 2026-01-01':
    '§3.3.10 forbids BYYEARDAY here; as a limit it can mean one thing, so it is written out',
}

export const RRULE_JS: Readings = {
  'FREQ=YEARLY;COUNT=3;BYWEEKNO=20 1997-09-02T09:00:00': WEEK_DAY,
  'FREQ=WEEKLY;COUNT=3;BYWEEKNO=20 1997-09-02T09:00:00': WEEK_DAY,
}

export const KCALENDARCORE: Readings = {
  'KOrganizer_3.4/KOrganizer_Test01.ics': OFF_RULE,
  'KOrganizer_3.4/KOrganizer_Test10.ics': OFF_RULE,
  'LibICal/LibICal_TestCase57.ics': 'EXRULE is of RFC 2445 alone: left out, which is said',
  'RFC2445/RFC2445_RRULETest02.ics': WINTER,
  'RFC2445/RFC2445_RRULETest03.ics': WINTER,
  'RFC2445/RFC2445_RRULETest07.ics': WINTER,
  'RFC2445/RFC2445_RRULETest14.ics': WINTER,
  'RFC2445/RFC2445_RRULETest15.ics': WINTER,
  'RFC2445/RFC2445_RRULETest17.ics': WINTER,
  'RFC2445/RFC2445_RRULETest18.ics': WINTER,
  'RFC2445/RFC2445_RRULETest19.ics': WINTER,
  'RFC2445/RFC2445_RRULETest21.ics': WINTER,
  'RFC2445/RFC2445_RRULETest25.ics': WINTER,
  'RFC2445/RFC2445_RRULETest34.ics': WINTER,
  'unsorted/rdate.ics':
    '§3.8.5.2: RDATE is of DTSTART’s type; of an all-day event a time means its day',
}

export const ICAL_NET: Readings = {
  'WeeklyUntilWkst2.ics': OFF_RULE,
  'YearlyInterval1.ics': ALL_MONTHS,
}

export const RECURRING_ICAL_EVENTS: Readings = {
  'end_before_start_event.ics':
    '§3.8.2.2: DTEND is later than DTSTART; they swap the two, we refuse (here the end is taken out)',
  'issue_179_example.ics': WITHIN,
  'issue_18_cancel_status.ics':
    'the cancelled happening has no SUMMARY, for which this test puts another; its start is ours too',
}

export const HORDE: Readings = {
  'allcategories.ics': 'its dates are whole days here; theirs are times at midnight in New York',
  'rfc2445.ics': `${WITHIN}; and of four VTIMEZONEs named US-Eastern the first begins DAYLIGHT in October`,
  'test.ics': 'its dates are whole days here; theirs are times at midnight in New York',
}

export const CALCARD: Readings = {
  '010.ics': OWN_CLOCK,
  '019.ics': FILE_ZONE,
  '023.ics': FILE_ZONE,
  '035.ics': '§3.3.4: a date has no zone, so TZID says nothing of it; theirs is midnight in Berlin',
  '041.ics': OWN_CLOCK,
  '088.ics': OWN_CLOCK,
  '089.ics': OWN_CLOCK,
  '109.ics': OWN_CLOCK,
  '150.ics': TASK,
  '162.ics': '§3.3.4: a date has no zone; theirs is midnight in New York',
  '167.ics': WITHIN,
  '192.ics': WITHIN,
  '222.ics': '§3.3.5: Z is UTC; theirs reads the digits as Auckland’s',
  '229.ics': WITHIN,
  '230.ics': WITHIN,
  '233.ics': WITHIN,
  '245.ics': TASK,
  '261.ics': OWN_CLOCK,
  '298.ics': '§3.3.5: of an hour that comes twice the first is meant; theirs takes the second',
}

export const RRULE_JS_SETS: Readings = {
  'rrule-043': 'DTSTART in 1920 is outside the years that a schedule may have; refused',
  'rruleset-004': OFF_RULE,
}

/** Of 22 the other 16 are read as libical and ical.net read them. */
export const CONTESTED: Readings = {
  'FREQ=WEEKLY;INTERVAL=1;COUNT=2;BYDAY=MO; 2014-10-06T09:00:00':
    'no list of instances; an empty last part is harmless, and two Mondays are made',
  'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=30;BYWEEKNO=1;UNTIL=20320101 2024-12-30':
    'no list of instances; as dateutil has it: parts are applied one after another (§3.3.10)',
  'FREQ=YEARLY;BYMONTHDAY=8,9;BYDAY=WE,TH;UNTIL=20280101 2025-04-09': `as dateutil: ${ALL_MONTHS}`,
  'FREQ=SECONDLY;UNTIL=20250402T000000 2025-04-01T23:58:58': 'too dense for a calendar',
  'FREQ=MONTHLY;COUNT=3;BYMONTHDAY=13;BYDAY=0MO,SA 2026-06-13': ZEROTH,
  'FREQ=YEARLY;COUNT=3;BYDAY=MO,0SA;BYYEARDAY=1,8 2029-01-08': ZEROTH,
}
