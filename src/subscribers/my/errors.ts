// What is wrong with a form, said at the control that it is wrong with.

import type { Language } from '../../language/choose.ts'
import { Problem } from '../../problem.ts'
import { CHOICES_WORDS } from './choices-words.ts'
import { REMINDER_WORDS } from './reminder-words.ts'

/** A choice's name in the API → its control's. */
const CONTROLS: Record<string, string> = {
  ...{
    calendars: 'calendar',
    'calendars.events': 'calendar',
    eveningBefore: 'evening',
    pastDays: 'past',
    alarms: 'alarmOwn',
  },
  ...{ 'filters.categories': 'category', 'filters.tags': 'tag', 'filters.teams': 'team' },
  ...{ 'filters.kinds': 'kind', hiddenTeams: 'hiddenTeam' },
  ...{ 'reminders.minutes': 'ringOwn', 'reminders.tickets': 'ticketRingOwn' },
  ...{ 'reminders.daysBefore': 'dayRing', 'reminders.allDay': 'allDayRing' },
  ...{ 'reminders.daysBefore.days': 'dayRingDays', 'reminders.daysBefore.at': 'dayRingAt' },
  ...{ 'reminders.allDay.days': 'allDayRingDays', 'reminders.allDay.at': 'allDayRingAt' },
  ...{ 'reminders.quiet.from': 'quietFrom', 'reminders.quiet.to': 'quietTo' },
}

/** By control; what no form can mend is thrown on. */
export function errorsOf(thrown: unknown, language: Language): Map<string, string> {
  const words = CHOICES_WORDS[language]
  if (!(thrown instanceof Problem)) throw thrown
  const { field, limit, found, wanted } = thrown.params
  const control = CONTROLS[String(field)] ?? String(field)
  if (thrown.code === 'over_limit')
    return new Map([[control, words.tooMuch(limit ?? '', found ?? '')]])
  if (thrown.code !== 'choice_invalid') throw thrown
  if (control === 'calendar' && found === '[]') return new Map([[control, words.noCalendar]])
  const possible = wantedFor(control, language) ?? String(wanted)
  return new Map([[control, words.impossible(String(found), possible)]])
}

/** In words, where a number or a clock is written. */
function wantedFor(control: string, language: Language): string | null {
  if (['alarmOwn', 'ringOwn', 'ticketRingOwn'].includes(control))
    return CHOICES_WORDS[language].minutesWanted
  if (/^(dayRing|allDayRing)Days$/.test(control)) return REMINDER_WORDS[language].daysWanted
  return /^(dayRingAt|allDayRingAt|quietFrom)$/.test(control)
    ? REMINDER_WORDS[language].clock
    : null
}
