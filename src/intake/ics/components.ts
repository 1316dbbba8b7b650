// Logical lines as a tree of components; what is broken is told by its line and property.

import type { Finding, FindingCode } from '../finding.ts'
import { quoted } from '../given.ts'
import { MAX_NESTING } from './limits.ts'
import type { LogicalLine } from './unfold.ts'

export interface NamedLine extends LogicalLine {
  /** In capitals. */
  name: string
}

export interface Component {
  name: string
  at: number
  lines: NamedLine[]
  children: Component[]
}

export interface Tree {
  calendars: Component[]
  findings: Finding[]
}

/** Everything below depends on the structure, so the first fault of it ends the reading. */
export function componentsOf(lines: readonly LogicalLine[]): Tree {
  const calendars: Component[] = []
  const open: Component[] = []
  const fault = (code: FindingCode, line: NamedLine): Tree => ({
    calendars: [],
    findings: [faultAt(code, line)],
  })
  for (const line of lines) {
    const named: NamedLine = { at: line.at, text: line.text, name: nameOf(line.text) }
    const top = open.at(-1)
    if (named.name === 'BEGIN') {
      const component = emptyComponent(wordOf(line.text), line.at)
      const wrong = misplaced(component, open)
      if (wrong) return fault(wrong, named)
      if (top) top.children.push(component)
      else calendars.push(component)
      open.push(component)
    } else if (!top) return fault('ics.structure', named)
    else if (named.name === 'END') {
      if (wordOf(line.text) !== top.name) return fault('ics.structure', named)
      open.pop()
    } else if (!isLine(named)) return fault('ics.line', named)
    else top.lines.push(named)
  }
  const left = open.at(-1)
  if (!left) return { calendars, findings: [] }
  return fault('ics.structure', { at: left.at, name: 'BEGIN', text: `BEGIN:${left.name}` })
}

const emptyComponent = (name: string, at: number): Component => ({
  ...{ name, at, lines: [], children: [] },
})

function misplaced({ name }: Component, open: readonly Component[]): FindingCode | null {
  if (open.length === 0) return name === 'VCALENDAR' ? null : 'ics.structure'
  if (open.length >= MAX_NESTING) return 'ics.nesting'
  const [, ...within] = open
  const nested = name === 'VCALENDAR' || (name === 'VEVENT' && within.length > 0)
  return nested ? 'ics.nesting' : null
}

const nameOf = (text: string): string => {
  const colon = text.indexOf(':')
  const semicolon = text.indexOf(';')
  const end = semicolon >= 0 && (colon < 0 || semicolon < colon) ? semicolon : colon
  return (end < 0 ? text.slice(0, MAX_NAME) : text.slice(0, Math.min(end, MAX_NAME))).toUpperCase()
}

const MAX_NAME = 80

const wordOf = (text: string): string =>
  text
    .slice(text.indexOf(':') + 1)
    .trim()
    .toUpperCase()

/** Names beyond RFC 5545's letters, digits and hyphens are seen; what is not text is not. */
const NAME = /^[A-Z0-9][A-Z0-9_./-]*$/

function isLine({ name, text }: NamedLine): boolean {
  if (!NAME.test(name)) return false
  const [colon, quote] = [text.indexOf(':'), text.indexOf('"')]
  if (quote < 0 || colon < quote) return colon >= 0
  let inQuotes = false
  for (let place = name.length; place < text.length; place += 1) {
    if (text[place] === '"') inQuotes = !inQuotes
    else if (text[place] === ':' && !inQuotes) return true
  }
  return false
}

const faultAt = (code: FindingCode, { at, name, text }: NamedLine): Finding => ({
  ...{ code, severity: 'error', line: at, property: quoted(name) || 'BEGIN' },
  ...{ value: quoted(text), params: { limit: MAX_NESTING } },
})
