// A row's recurrence rule and the dates that it takes back.

import { datesAmong, parseRule } from '../schedule/recurrence.ts'
import type { SaidFacts } from '../schedule/row.ts'
import { type DateContext, readDate } from './dates.ts'
import type { Given, Notes } from './given.ts'
import { MAX_EXDATES } from './limits.ts'
import type { Slot } from './slots.ts'

export function readRepetition(
  given: Given,
  notes: Notes,
  slot: Slot,
  context: DateContext,
): Pick<SaidFacts, 'rrule' | 'exdates'> {
  const text = given.text('rrule')?.trim()
  const items = given.list('exdates')
  if (text === undefined && items === undefined) return {}
  if (!text) return { rrule: null, exdates: [] }
  const parsed = parseRule(text, slot)
  if ('code' in parsed) {
    notes.note('error', parsed.code, 'rrule', text, parsed.params)
    return {}
  }
  const { rule } = parsed
  return { rrule: rule, exdates: readExdates(notes, items ?? [], { slot, rule, context }) }
}

interface Repeated {
  slot: Slot
  rule: string
  context: DateContext
}

function readExdates(notes: Notes, items: string[], { slot, rule, context }: Repeated): string[] {
  if (items.length > MAX_EXDATES) {
    const params = { length: items.length, limit: MAX_EXDATES }
    notes.note('error', 'field.too_long', 'exdates', items[0], params)
    return []
  }
  const dates = items.flatMap((item) => {
    const found = readDate(item, context)
    if ('date' in found) return [found.date]
    const asked = 'readings' in found
    notes.note(asked ? 'question' : 'error', found.code, 'exdates', item, {
      ...(asked ? { readings: found.readings.join(' / ') } : {}),
    })
    return []
  })
  const made = datesAmong({ start: slot.start, rrule: rule, exdates: [] }, dates)
  for (const date of dates)
    if (!made.has(date))
      notes.note('warning', 'exdate.not_an_occurrence', 'exdates', date, { rule })
  return [...made].sort()
}
