// What repeats: rules, exceptions, overrides.

import { allOf, type Component, oneOf, type Property } from './components.ts'
import { type Moment, momentOf, startOf, wallOf } from './moments.ts'
import type { Notes } from './notes.ts'
import { checkRule } from './rule.ts'

/** All events of one calendar, masters and overrides. */
export function checkRepetition(events: readonly Component[], notes: Notes): void {
  const masters = new Map<string, Component>()
  const seen = new Set<string>()
  for (const event of events) {
    const uid = oneOf(event, 'UID')
    const id = uid?.value.trim() ?? ''
    if (!uid || id === '') continue
    const instance = oneOf(event, 'RECURRENCE-ID')?.value.trim() ?? ''
    const key = `${id}\n${instance}`
    if (seen.has(key)) notes.at('uid_twice', uid)
    seen.add(key)
    if (!instance && !masters.has(id)) masters.set(id, event)
  }
  for (const event of events) {
    checkRules(event, notes)
    checkExceptions(event, notes)
    checkOverride(event, masters, notes)
  }
}

function checkRules(event: Component, notes: Notes): void {
  const [rule, second] = allOf(event, 'RRULE')
  if (second) notes.at('rule_twice', second)
  const start = startOf(event)
  if (rule && start) checkRule(rule, start, notes)
  for (const name of ['RDATE', 'EXRULE']) {
    const found = oneOf(event, name)
    if (found) notes.at('rdate', found, { property: name })
  }
}

function checkExceptions(event: Component, notes: Notes): void {
  const start = startOf(event)
  if (!start) return
  for (const property of allOf(event, 'EXDATE')) {
    const type = typesOf(property, start)
    if (type === 'other') notes.at('exdate_type', property)
    else if (type === 'same' && momentsOf(property).some((one) => misses(one, start)))
      notes.at('exdate_off', property)
  }
}

const momentsOf = ({ value, params }: Property): Moment[] =>
  value.split(',').flatMap((item) => momentOf({ value: item, params }) ?? [])

function typesOf(property: Property, start: Moment): 'same' | 'clock' | 'other' {
  const moments = momentsOf(property)
  if (moments.length < property.value.split(',').length) return 'other'
  if (moments.some(({ kind }) => (kind === 'date') !== (start.kind === 'date'))) return 'other'
  if (moments.some(({ kind }) => (kind === 'floating') !== (start.kind === 'floating')))
    return 'other'
  return moments.every(({ kind, tzid }) => kind === start.kind && tzid === start.tzid)
    ? 'same'
    : 'clock'
}

/** By the same clock no happening of a rule without BYHOUR has another time of day. */
const misses = (one: Moment, start: Moment): boolean =>
  one.time !== start.time || wallOf(one) < wallOf(start)

function checkOverride(event: Component, masters: Map<string, Component>, notes: Notes): void {
  const instance = oneOf(event, 'RECURRENCE-ID')
  if (!instance) return
  if (instance.params.RANGE) notes.at('this_and_future', instance)
  const master = masters.get(oneOf(event, 'UID')?.value.trim() ?? '')
  if (!master) {
    notes.at('override_alone', instance)
    return
  }
  const start = startOf(master)
  if (!start) return
  if (typesOf(instance, start) === 'other') notes.at('override_type', instance)
  const excluded = allOf(master, 'EXDATE').some((property) =>
    momentsOf(property).some((one) => isSame(one, momentOf(instance))),
  )
  if (excluded) notes.at('excluded_and_moved', instance)
  const [own, masters_] = [sequenceOf(event), sequenceOf(master)]
  if (own < masters_) notes.at('override_sequence', oneOf(event, 'SEQUENCE') ?? instance)
}

const isSame = (a: Moment, b: Moment | null): boolean =>
  b !== null && a.kind === b.kind && a.tzid === b.tzid && wallOf(a) === wallOf(b)

const sequenceOf = (event: Component): number => Number(oneOf(event, 'SEQUENCE')?.value ?? 0) || 0
