// Lines as components and properties. Nothing ends the reading: what is misplaced is noted, and read
// past.

import type { Line } from './lines.ts'
import type { Notes } from './notes.ts'

export interface Property extends Line {
  /** In capitals. */
  name: string
  /** By names in capitals, without quotes. */
  params: Readonly<Record<string, string>>
  /** As it stands, still escaped. */
  value: string
}

export interface Component extends Line {
  name: string
  properties: Property[]
  children: Component[]
}

const MAX_NESTING = 20
const NAME = /^[A-Za-z0-9][A-Za-z0-9_./-]{0,79}$/

/** The VCALENDARs; what stands outside of them is noted. */
export function componentsOf(lines: readonly Line[], notes: Notes): Component[] {
  const calendars: Component[] = []
  const open: Component[] = []
  for (const line of lines) {
    const property = propertyOf(line)
    const top = open.at(-1)
    if (!property) notes.at('line_unreadable', line)
    else if (property.name === 'BEGIN') begin(property, { open, calendars, notes })
    else if (property.name === 'END') end(property, open, notes)
    else if (!top) notes.at('structure', line)
    else {
      if (top.name === 'VCALENDAR' && top.children.length > 0)
        notes.at('calendar_property_late', line)
      top.properties.push(property)
    }
  }
  const unfinished = open[0]
  if (unfinished) notes.at('cut_short', unfinished)
  return calendars
}

interface Stack {
  open: Component[]
  calendars: Component[]
  notes: Notes
}

function begin(property: Property, { open, calendars, notes }: Stack): void {
  const { at, text } = property
  const name = property.value.trim().toUpperCase()
  const component: Component = { name, at, text, properties: [], children: [] }
  const top = open.at(-1)
  const fits = name === 'VCALENDAR' ? !top : Boolean(top)
  const nested = name === 'VEVENT' && top?.name !== 'VCALENDAR'
  if (!fits || nested || open.length >= MAX_NESTING) notes.at('structure', property)
  if (open.length >= MAX_NESTING) return
  if (name === 'VCALENDAR') {
    open.length = 0
    calendars.push(component)
  } else if (nested && open[0]?.name === 'VCALENDAR') {
    open.length = 1
    open[0].children.push(component)
  } else top?.children.push(component)
  open.push(component)
}

function end(property: Property, open: Component[], notes: Notes): void {
  const name = property.value.trim().toUpperCase()
  const depth = open.findLastIndex((component) => component.name === name)
  if (depth < 0 || depth !== open.length - 1) notes.at('structure', property)
  if (depth >= 0) open.length = depth
}

const NO_PARAMS = Object.freeze({})

/** Null for what is not `NAME;PARAMETER=VALUE:VALUE`. */
function propertyOf({ at, text }: Line): Property | null {
  const stop = text.search(/[;:]/)
  const name = text.slice(0, Math.max(stop, 0))
  if (!NAME.test(name)) return null
  const upper = name.toUpperCase()
  if (text[stop] === ':')
    return { at, text, name: upper, params: NO_PARAMS, value: text.slice(stop + 1) }
  let inQuotes = false
  for (let place = stop; place < text.length; place += 1) {
    if (text[place] === '"') inQuotes = !inQuotes
    else if (text[place] === ':' && !inQuotes) {
      const params = paramsOf(text.slice(stop + 1, place))
      return { at, text, name: upper, params, value: text.slice(place + 1) }
    }
  }
  return null
}

function paramsOf(text: string): Record<string, string> {
  const parts = text.match(/(?:"[^"]*"|[^";])+/g) ?? []
  return Object.fromEntries(
    parts.map((part) => {
      const equals = part.indexOf('=')
      const name = part.slice(0, Math.max(equals, 0)).toUpperCase()
      return [name, part.slice(equals + 1).replace(/^"|"$/g, '')]
    }),
  )
}

export const allOf = ({ properties }: Component, name: string): Property[] =>
  properties.filter((property) => property.name === name)

export const oneOf = ({ properties }: Component, name: string): Property | null =>
  properties.find((property) => property.name === name) ?? null

export const childrenOf = ({ children }: Component, name: string): Component[] =>
  children.filter((child) => child.name === name)
