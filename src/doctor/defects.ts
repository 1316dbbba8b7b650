// What can be wrong with a feed: a closed list, each with its item of the checklist
// (interop.md §8), its weight, and what it does to whom.

import { CLIENTS, type Client } from './clients.ts'

/** What happens to a subscriber. Its place says how bad it is: see `EFFECT_WEIGHT`. */
export const EFFECT_WEIGHT = {
  not_reached: 2,
  file_ignored: 2,
  events_wiped: 2,
  disabled: 2,
  file_may_be_refused: 1,
  may_not_reach: 1,
  events_lost: 1,
  wrong_times: 1,
  wrong_days: 1,
  edits_missed: 1,
  deletions_missed: 1,
  text_cut: 1,
  text_garbled: 1,
  link_broken: 1,
  cancelled_hidden: 1,
  reminders_lost: 1,
  asks_for_answer: 1,
  address_not_kept: 1,
  name_unknown: 0,
  tags_shown: 0,
  link_not_shown: 0,
  fetched_anew: 0,
  at_risk: 0,
} as const
export type Effect = keyof typeof EFFECT_WEIGHT

/** `breaks`: somebody loses the whole feed. `hurts`: something is wrong or missing. `note`: could be better. */
export type Severity = 'breaks' | 'hurts' | 'note'
export type Suffering = Partial<Record<Client, Effect>>

export interface DefectKind {
  item: number
  severity: Severity
  clients: Suffering
}

const kind = (item: number, severity: Severity, clients: Suffering): DefectKind => ({
  ...{ item, severity, clients },
})

const all = (effect: Effect): Suffering =>
  Object.fromEntries(CLIENTS.map((client) => [client, effect]))

const GOOGLE_DROPS: Suffering = { google: 'file_ignored', outlook: 'file_may_be_refused' }
const WIPED: Suffering = {
  ...all('not_reached'),
  ...{ thunderbird: 'events_wiped', evolution: 'events_wiped' },
}
const OUTLOOKS = (effect: Effect): Suffering => ({ outlook: effect, 'outlook-classic': effect })

const SYNTAX = {
  line_ends: kind(1, 'hurts', { google: 'at_risk', outlook: 'file_may_be_refused' }),
  last_line_end: kind(1, 'note', all('at_risk')),
  line_long: kind(2, 'note', { google: 'at_risk', outlook: 'at_risk' }),
  line_unreadable: kind(2, 'breaks', { ...all('events_lost'), ...GOOGLE_DROPS }),
  fold_in_character: kind(3, 'breaks', { ...all('at_risk'), ...GOOGLE_DROPS }),
  not_utf8: kind(4, 'breaks', { ...all('text_garbled'), ...GOOGLE_DROPS }),
  bom: kind(4, 'note', { google: 'at_risk', outlook: 'at_risk', icsx5: 'at_risk' }),
  control_character: kind(4, 'breaks', { ...all('at_risk'), ...GOOGLE_DROPS }),
  text_escape: kind(5, 'hurts', { evolution: 'text_cut', outlook: 'text_cut', icsx5: 'text_cut' }),
  escape_unknown: kind(5, 'note', all('at_risk')),
  name_escape: kind(6, 'note', { icsx5: 'at_risk', outlook: 'at_risk' }),
  uri_value: kind(7, 'hurts', { apple: 'link_broken', thunderbird: 'link_broken' }),
  uri_scheme: kind(7, 'hurts', { apple: 'link_broken', thunderbird: 'link_broken' }),
  parameter_quote: kind(8, 'hurts', all('events_lost')),
} as const

const CALENDAR = {
  calendar_property_late: kind(10, 'note', { outlook: 'at_risk' }),
  structure: kind(11, 'breaks', { ...all('events_lost'), ...GOOGLE_DROPS }),
  calendar_twice: kind(11, 'hurts', all('events_lost')),
  version: kind(11, 'hurts', { google: 'at_risk', outlook: 'file_may_be_refused' }),
  prodid: kind(11, 'note', { outlook: 'at_risk', icsx5: 'at_risk' }),
  calscale: kind(11, 'hurts', all('wrong_days')),
  method: kind(12, 'note', OUTLOOKS('asks_for_answer')),
  method_act: kind(12, 'hurts', { ...all('at_risk'), ...OUTLOOKS('asks_for_answer') }),
  attendees: kind(12, 'note', OUTLOOKS('asks_for_answer')),
  no_event: kind(13, 'hurts', { evolution: 'deletions_missed' }),
} as const

const EVENT = {
  uid_missing: kind(14, 'hurts', all('deletions_missed')),
  dtstamp_missing: kind(14, 'hurts', { google: 'edits_missed', evolution: 'edits_missed' }),
  start_missing: kind(14, 'hurts', { ...all('events_lost'), outlook: 'file_may_be_refused' }),
  date_invalid: kind(14, 'breaks', { ...all('events_lost'), ...GOOGLE_DROPS }),
  summary_missing: kind(14, 'hurts', all('text_cut')),
  property_twice: kind(14, 'hurts', all('events_lost')),
  uid_long: kind(15, 'hurts', OUTLOOKS('deletions_missed')),
  uid_twice: kind(16, 'hurts', { ...all('events_lost') }),
  stamp_not_utc: kind(17, 'hurts', { google: 'edits_missed', evolution: 'edits_missed' }),
  change_marks: kind(19, 'note', { google: 'edits_missed' }),
  sequence_value: kind(20, 'hurts', { google: 'file_may_be_refused' }),
  override_sequence: kind(22, 'hurts', { google: 'edits_missed' }),
  end_and_duration: kind(23, 'hurts', { outlook: 'file_may_be_refused', apple: 'wrong_times' }),
  end_before_start: kind(23, 'hurts', { ...all('wrong_times'), outlook: 'file_may_be_refused' }),
  end_not_after_start: kind(23, 'note', { google: 'at_risk', outlook: 'at_risk' }),
  end_type: kind(23, 'hurts', { ...all('wrong_times'), google: 'events_lost' }),
  duration_value: kind(23, 'hurts', all('wrong_times')),
  all_day_end: kind(24, 'note', { outlook: 'at_risk' }),
  all_day_as_times: kind(24, 'note', all('at_risk')),
  summary_long: kind(26, 'hurts', OUTLOOKS('text_cut')),
  summary_lines: kind(26, 'note', OUTLOOKS('text_cut')),
  description_long: kind(27, 'hurts', { google: 'text_cut' }),
  description_tags: kind(27, 'note', { apple: 'tags_shown', evolution: 'tags_shown' }),
  url_hidden: kind(27, 'note', { google: 'link_not_shown', ...OUTLOOKS('link_not_shown') }),
  status_unknown: kind(28, 'hurts', all('at_risk')),
  cancelled_hidden: kind(28, 'note', { google: 'cancelled_hidden' }),
  cancelled_alarm: kind(28, 'hurts', OUTLOOKS('at_risk')),
  transp_value: kind(29, 'note', all('at_risk')),
  busy_disagrees: kind(29, 'note', OUTLOOKS('at_risk')),
  geo_value: kind(30, 'note', { apple: 'at_risk', evolution: 'at_risk' }),
  alarm_incomplete: kind(31, 'hurts', {
    ...OUTLOOKS('file_may_be_refused'),
    apple: 'reminders_lost',
  }),
  alarm_absolute: kind(31, 'note', OUTLOOKS('at_risk')),
  color_value: kind(32, 'note', { icsx5: 'at_risk', apple: 'at_risk' }),
  name_missing: kind(33, 'note', {
    google: 'name_unknown',
    apple: 'name_unknown',
    icsx5: 'name_unknown',
  }),
  names_differ: kind(33, 'note', all('at_risk')),
  refresh_value: kind(33, 'note', { 'outlook-classic': 'at_risk' }),
} as const

const RECURRENCE = {
  rule_off_start: kind(34, 'hurts', all('wrong_days')),
  rule_invalid: kind(35, 'breaks', { ...all('wrong_days'), ...GOOGLE_DROPS }),
  rule_twice: kind(35, 'hurts', all('wrong_days')),
  rule_once: kind(35, 'breaks', { outlook: 'file_ignored' }),
  until_type: kind(36, 'hurts', all('wrong_days')),
  rule_not_portable: kind(37, 'hurts', { ...all('wrong_days') }),
  rdate: kind(37, 'hurts', {
    google: 'events_lost',
    icsx5: 'events_lost',
    outlook: 'file_may_be_refused',
  }),
  this_and_future: kind(37, 'hurts', all('wrong_days')),
  week_start: kind(38, 'note', all('at_risk')),
  exdate_type: kind(39, 'hurts', all('wrong_days')),
  exdate_off: kind(39, 'note', all('wrong_days')),
  override_type: kind(40, 'hurts', all('wrong_days')),
  override_alone: kind(40, 'note', { ...all('at_risk'), google: 'events_lost' }),
  excluded_and_moved: kind(41, 'hurts', all('wrong_days')),
  clock_change: kind(43, 'hurts', all('wrong_times')),
  rule_costly: kind(45, 'hurts', all('wrong_days')),
} as const

const ZONES = {
  single_in_zone: kind(46, 'note', all('at_risk')),
  zone_undeclared: kind(47, 'hurts', OUTLOOKS('wrong_times')),
  zone_declared_twice: kind(47, 'note', all('at_risk')),
  zone_unused: kind(47, 'note', {}),
  zone_name: kind(48, 'hurts', { ...all('wrong_times') }),
  zone_on_utc: kind(48, 'hurts', all('at_risk')),
  zone_definition: kind(49, 'hurts', OUTLOOKS('wrong_times')),
  zone_wrong: kind(50, 'hurts', OUTLOOKS('wrong_times')),
  floating: kind(52, 'hurts', all('wrong_times')),
} as const

const ANSWER = {
  content_type: kind(53, 'hurts', { apple: 'at_risk', thunderbird: 'at_risk', outlook: 'at_risk' }),
  charset: kind(53, 'hurts', all('text_garbled')),
  path_ending: kind(53, 'note', { thunderbird: 'at_risk', apple: 'at_risk' }),
  head_differs: kind(54, 'hurts', { thunderbird: 'file_may_be_refused' }),
  no_validator: kind(55, 'note', all('fetched_anew')),
  condition_ignored: kind(56, 'note', {
    apple: 'fetched_anew',
    thunderbird: 'fetched_anew',
    evolution: 'fetched_anew',
    icsx5: 'fetched_anew',
  }),
  condition_wrong: kind(56, 'breaks', {
    thunderbird: 'edits_missed',
    evolution: 'edits_missed',
    apple: 'edits_missed',
  }),
  changes_every_time: kind(18, 'note', all('fetched_anew')),
  stamp_is_now: kind(18, 'note', all('fetched_anew')),
  tag_blind: kind(57, 'hurts', { thunderbird: 'edits_missed', evolution: 'edits_missed' }),
  tag_restless: kind(57, 'note', { thunderbird: 'fetched_anew', evolution: 'fetched_anew' }),
  not_compressed: kind(58, 'note', all('fetched_anew')),
  compressed_unasked: kind(58, 'hurts', { outlook: 'may_not_reach' }),
  vary_missing: kind(58, 'note', all('at_risk')),
  refused_client: kind(59, 'breaks', {}),
  another_answer: kind(59, 'hurts', {}),
  cookies: kind(59, 'note', all('at_risk')),
  cache_control: kind(60, 'note', all('fetched_anew')),
  unreachable: kind(61, 'breaks', all('not_reached')),
  server_error: kind(61, 'breaks', { ...all('not_reached'), thunderbird: 'disabled' }),
  not_calendar: kind(61, 'breaks', WIPED),
  empty_body: kind(61, 'breaks', WIPED),
  cut_short: kind(61, 'breaks', WIPED),
  http_open: kind(62, 'note', { icsx5: 'at_risk', evolution: 'at_risk' }),
  http_fails: kind(62, 'hurts', { icsx5: 'may_not_reach', apple: 'at_risk', evolution: 'at_risk' }),
  not_https: kind(62, 'hurts', { outlook: 'may_not_reach', apple: 'at_risk' }),
  redirects_many: kind(62, 'note', { icsx5: 'at_risk', apple: 'at_risk' }),
  redirect_not_kept: kind(62, 'note', { icsx5: 'address_not_kept' }),
  redirect_insecure: kind(62, 'breaks', {
    icsx5: 'not_reached',
    apple: 'at_risk',
    evolution: 'at_risk',
  }),
  not_found: kind(63, 'breaks', all('not_reached')),
  gone: kind(63, 'breaks', { ...all('not_reached'), thunderbird: 'disabled' }),
  robots: kind(64, 'hurts', { google: 'at_risk' }),
  url_long: kind(65, 'breaks', { google: 'not_reached' }),
  url_characters: kind(65, 'note', { google: 'at_risk' }),
  too_many_events: kind(66, 'hurts', { google: 'events_lost' }),
  too_large: kind(66, 'hurts', { google: 'events_lost' }),
} as const

const WRITING = { ...SYNTAX, ...CALENDAR, ...EVENT }
const TIMES = { ...RECURRENCE, ...ZONES }
const KINDS = { ...WRITING, ...TIMES, ...ANSWER }
export type WritingCode = keyof typeof WRITING
export type TimesCode = keyof typeof TIMES
export type AnswerCode = keyof typeof ANSWER
export type DefectCode = WritingCode | TimesCode | AnswerCode
export const DEFECTS: Record<DefectCode, DefectKind> = KINDS
export const DEFECT_CODES = Object.keys(KINDS) as DefectCode[]
