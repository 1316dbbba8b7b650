// What a file has and a feed never republishes: said once a file, so that nobody waits for it.

import type { Component } from './components.ts'
import type { Notebook } from './property.ts'

/** Properties that make a subscriber's program fetch, call or write to somebody. */
const PROPERTIES = new Set(['ATTACH', 'IMAGE', 'ATTENDEE', 'CONFERENCE', 'EXRULE'])
const COMPONENTS = new Set(['VALARM', 'VTODO', 'VJOURNAL'])
/** Not published either, but worth a word where they are nonsense. */
const VALUES: Record<'SEQUENCE' | 'PRIORITY', RegExp> = {
  SEQUENCE: /^\d{1,10}$/,
  PRIORITY: /^\d$/,
}

export function sayLeftOut(calendar: Component, notes: Notebook, said: Set<string>): void {
  const once = (name: string, at: number, value: string) => {
    if (said.has(name)) return
    said.add(name)
    notes.note('warning', 'ics.left_out', { name, at }, value)
  }
  for (const component of calendar.children) {
    if (COMPONENTS.has(component.name)) once(component.name, component.at, component.name)
    if (component.name !== 'VEVENT') continue
    for (const { name, at, text } of component.lines) {
      if (PROPERTIES.has(name)) once(name, at, text)
      if (name !== 'SEQUENCE' && name !== 'PRIORITY') continue
      const wanted = VALUES[name]
      const value = text.slice(text.lastIndexOf(':') + 1).trim()
      if (!wanted.test(value))
        notes.note('warning', 'ics.value', { name, at }, value, { read: '–' })
    }
    for (const { name, at, lines } of component.children) {
      if (COMPONENTS.has(name)) once(name, at, name)
      for (const line of lines) if (isLoud(line.text)) once(line.name, line.at, line.text)
    }
  }
}

/** Alarms that write letters, run programs or never stop. */
const isLoud = (text: string): boolean =>
  /^ACTION[;:]/i.test(text)
    ? !/:\s*(?:DISPLAY|AUDIO|NONE)\s*$/i.test(text)
    : /^REPEAT[;:]/i.test(text) && !/:\s*\d{1,2}\s*$/.test(text)
