// What is wrong with times that repeat and their zones, in English: what was found, and what would be right.

import type { TimesCode } from './defects.ts'

export const TIMES_EN: Record<TimesCode, readonly [found: string, right: string]> = {
  rule_off_start: [
    'A series begins on a day that its own rule does not yield; programs disagree about that day.',
    'Let DTSTART be the first happening of the rule.',
  ],
  rule_invalid: ['A rule of recurrence cannot be read: {part}.', 'See RFC 5545, 3.3.10.'],
  rule_twice: ['An event has two rules.', 'Write two events, with one RRULE each.'],
  rule_once: [
    'A rule repeats once (COUNT=1); Microsoft 365 refuses the whole file for it.',
    'Leave the rule out.',
  ],
  until_type: [
    'UNTIL ({found}) is of another kind than DTSTART; the last happening may be lost.',
    'A date for all-day events, UTC with Z for times in a zone.',
  ],
  rule_not_portable: [
    'A rule uses {part}, which programs read differently.',
    'Keep to INTERVAL, BYDAY, BYMONTHDAY, BYMONTH, COUNT and UNTIL, or write single events.',
  ],
  rdate: [
    '{property} is used; Google, Outlook and Android drop happenings because of it.',
    'Write the additional days as events of their own.',
  ],
  this_and_future: [
    'RANGE=THISANDFUTURE is read in three ways.',
    'End the series with UNTIL and begin a new one under a new UID.',
  ],
  week_start: [
    'A rule of every second week or more does not say on which day weeks begin.',
    'Add WKST=MO, or the day that is meant.',
  ],
  exdate_type: [
    'EXDATE is of another kind than DTSTART; some programs do not leave the day out, one stops reading.',
    'Write EXDATE as DTSTART is written: date or time, same TZID.',
  ],
  exdate_off: [
    'EXDATE leaves out a time at which nothing happens.',
    'Repeat the exact start of the happening that is left out.',
  ],
  override_type: [
    'RECURRENCE-ID is of another kind than the DTSTART of its series.',
    'Write the original start as the series writes it.',
  ],
  override_alone: [
    'A changed happening stands without its series.',
    'Keep the series in the feed, or make it an event of its own.',
  ],
  excluded_and_moved: [
    'A happening is both left out and changed.',
    'Either EXDATE or an event with RECURRENCE-ID.',
  ],
  clock_change: [
    'A time falls into the hour that clocks skip or show twice.',
    'Write it in UTC: programs disagree by an hour.',
  ],
  rule_costly: [
    'A rule repeats within the day ({part}); some programs never finish it.',
    'Write single events.',
  ],
  single_in_zone: [
    'Single events are written in a zone’s time. Programs with old zone data show another hour.',
    'Write single events in UTC, and keep TZID for what repeats.',
  ],
  zone_undeclared: [
    'There is no VTIMEZONE for {zone}; Outlook shows another hour.',
    'Add a VTIMEZONE for every TZID.',
  ],
  zone_declared_twice: ['{zone} has two VTIMEZONEs.', 'Keep one.'],
  zone_unused: ['The VTIMEZONE {zone} is not used.', 'Leave it out.'],
  zone_name: [
    '{zone} is no IANA name; some programs take it for UTC or for local time.',
    'Write a name such as Asia/Seoul.',
  ],
  zone_on_utc: ['A date or a UTC time has a TZID.', 'TZID belongs to local times alone.'],
  zone_definition: [
    'The VTIMEZONE {zone} is incomplete, or begins after the first event.',
    'Give it TZID, and an observance with offsets from before the first event on.',
  ],
  zone_wrong: [
    'The VTIMEZONE {zone} has another offset than the zone really has; Outlook believes it.',
    'Make VTIMEZONEs anew from the present time zone database.',
  ],
  floating: [
    'Times have no zone: every subscriber sees them in his own.',
    'Write UTC with Z, or a TZID.',
  ],
}
