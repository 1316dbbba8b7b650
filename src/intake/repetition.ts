// A row's recurrence rule and the dates that it takes back.

import { parseRule, startsAmong } from '../schedule/recurrence.ts'
import type { SaidFacts } from '../schedule/row.ts'
import { type DateContext, type ReadDate, readDate } from './dates.ts'
import type { Given, Notes } from './given.ts'
import { MAX_EXDATES } from './limits.ts'
import { splitMoment } from './moments.ts'
import type { Slot } from './slots.ts'
import { readTime } from './times.ts'

export function readRepetition(
  given: Given,
  notes: Notes,
  slot: Slot,
  context: DateContext,
): Pick<SaidFacts, 'rrule' | 'exdates'> {
  const text = given.text('rrule')?.trim()
  const items = given.list('exdates')
  if (text === undefined && items === undefined) return {}
  if (!text) {
    if (items?.[0]) notes.note('error', 'exdates.without_rule', 'exdates', items.join(', '))
    return { rrule: null, exdates: [] }
  }
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
  const starts = items.flatMap((item) => {
    const found = readExdate(item, slot, context)
    if ('date' in found) return [found.date]
    const asked = 'readings' in found
    notes.note(asked ? 'question' : 'error', found.code, 'exdates', item, {
      ...(asked ? { readings: found.readings.join(' / ') } : {}),
    })
    return []
  })
  const made = startsAmong({ ...slot, rrule: rule, exdates: [] }, starts)
  for (const start of starts)
    if (!made.has(start))
      notes.note('warning', 'exdate.not_an_occurrence', 'exdates', start, { rule })
  return [...made].sort()
}

/** Of a timed series a date alone means the occurrence on it. */
function readExdate(item: string, { start, allDay }: Slot, context: DateContext): ReadDate {
  const { date, time } = splitMoment(item.trim())
  const found = readDate(date, context)
  if (!('date' in found) || allDay) return found
  const read = time === null ? null : readTime(time)
  if (read === null) return { date: `${found.date}${start.slice(10)}` }
  return 'time' in read ? { date: `${found.date}T${read.time}` } : { code: 'date.invalid' }
}
