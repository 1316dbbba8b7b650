// Properties of a component, their names, parameters and raw values told apart by ical.js.

import ICAL from 'ical.js'
import type { Finding, FindingCode, Severity } from '../finding.ts'
import { quoted } from '../given.ts'
import type { Component, NamedLine } from './components.ts'
import { MAX_LINE_BYTES } from './limits.ts'

export interface Property {
  /** In capitals. */
  name: string
  /** The physical line. */
  at: number
  /** By names in lower case. */
  params: Readonly<Record<string, string>>
  /** `DATE`, where the line says so. */
  type: string
  /** As it stands, still escaped. */
  value: string
}

/** Where something is said to be wrong. */
export type Place = Pick<Property, 'name' | 'at'>

export interface Notebook {
  findings: Finding[]
  errorCount(): number
  note(
    severity: Severity,
    code: FindingCode,
    place: Place,
    value?: string,
    params?: Finding['params'],
  ): void
}

export function notebook(): Notebook {
  const findings: Finding[] = []
  let errors = 0
  return {
    findings,
    errorCount: () => errors,
    note: (severity, code, { name, at }, value, params) => {
      if (severity === 'error') errors += 1
      findings.push({
        ...{ code, severity, line: at, property: name },
        ...(value === undefined ? {} : { value: quoted(value) }),
        ...(params ? { params } : {}),
      })
    },
  }
}

/** Values are left as they are: ical.js repairs dates in silence. */
const RAW = {
  property: Object.create(null),
  value: Object.create(null),
  param: ICAL.design.icalendar.param,
  propertyGroups: false,
} as unknown as typeof ICAL.design.icalendar

/** All properties of that name; a line that cannot be read is noted and left out. */
export function propertiesOf(component: Component, name: string, notes: Notebook): Property[] {
  const found: Property[] = []
  for (const line of component.lines) {
    const property = line.name === name ? readProperty(line, notes) : null
    if (property) found.push(property)
  }
  return found
}

/** The only property of that name; a second one is an error, or for mere texts is left out. */
export function propertyOf(
  component: Component,
  name: string,
  notes: Notebook,
  twice: Severity = 'error',
): Property | null {
  const [first, second] = propertiesOf(component, name, notes)
  if (second) notes.note(twice, 'ics.duplicate_property', second, second.value)
  return first ?? null
}

const encoder = new TextEncoder()

const NO_PARAMS = Object.freeze({})

function readProperty(line: NamedLine, notes: Notebook): Property | null {
  const bytes = line.text.length * 3 > MAX_LINE_BYTES ? encoder.encode(line.text).length : 0
  if (bytes > MAX_LINE_BYTES) {
    const params = { length: bytes, limit: MAX_LINE_BYTES }
    notes.note('error', 'field.too_long', line, line.text, params)
    return null
  }
  const { name, at, text } = line
  // Most lines by far: nothing stands between name and value.
  if (text[name.length] === ':')
    return { name, at, params: NO_PARAMS, type: 'UNKNOWN', value: text.slice(name.length + 1) }
  const parsed = parsedLine(text)
  if (parsed) return { name, at, ...parsed }
  notes.note('error', 'ics.line', line, line.text)
  return null
}

function parsedLine(text: string): Pick<Property, 'params' | 'type' | 'value'> | null {
  try {
    const [, params, type, value] = ICAL.parse.property(text, RAW) as unknown as [
      string,
      Record<string, string | string[]>,
      string,
      unknown,
    ]
    const told = Object.entries(params).map(([name, value]) => [name, String(value)] as const)
    return { params: Object.fromEntries(told), type: type.toUpperCase(), value: String(value) }
  } catch {
    return null
  }
}
