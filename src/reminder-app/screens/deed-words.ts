// What somebody changed, in words: “Alerts: 1 hour before”.

import type { Deed, Rules } from '../engine.ts'
import { dayText } from './dates.ts'
import type { AllWords, Language } from './words.ts'

export function deedText(of: Deed, language: Language, words: AllWords): string {
  const { setbacks, event } = words
  if (of.kind === 'hidden') return of.value ? setbacks.hidden : setbacks.shown
  if (of.kind === 'skipped') {
    const day = dayText(of.day, language)
    return `${day}: ${of.value ? setbacks.hidden : setbacks.shown}`
  }
  if (of.kind === 'followed') return setbacks.followed(of.calendar, of.value)
  if (of.kind === 'rule') return `${words.settings.rules[of.name]}: ${ruleText(of.value, words)}`
  if (of.kind === 'memo')
    return `${event.memo}: ${of.value === null ? event.nothing : `“${of.value}”`}`
  const minutes = of.value?.map(event.minutes).join(', ') || event.alarmsNone
  return `${event.alarms}: ${of.value === null ? event.asRules : minutes}`
}

function ruleText(value: Rules[keyof Rules], { event, settings: { rules } }: AllWords): string {
  if (value === null) return event.no
  if (typeof value === 'boolean') return value ? event.yes : event.no
  if (!Array.isArray(value)) return `${value.from}–${value.to}`
  const texts = value.map((each) =>
    typeof each === 'number' ? rules.minute(each) : `${rules.day(each.days)} ${each.at}`,
  )
  return texts.join(', ') || event.nothing
}
