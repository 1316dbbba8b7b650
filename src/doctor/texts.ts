// Values as they are written: text, addresses, parameters.

import { readText } from '../intake/ics/values.ts'
import type { Component, Property } from './components.ts'
import type { Notes } from './notes.ts'

const TEXTS = new Set(['SUMMARY', 'DESCRIPTION', 'LOCATION', 'COMMENT', 'CONTACT'])
const NAMES = new Set(['NAME', 'X-WR-CALNAME', 'X-WR-CALDESC'])
const ADDRESSES = new Set(['URL', 'SOURCE', 'IMAGE', 'CONFERENCE', 'ATTACH'])
const MOMENTS = new Set([
  ...['DTSTART', 'DTEND', 'RECURRENCE-ID', 'EXDATE', 'RDATE'],
  ...['DTSTAMP', 'CREATED', 'LAST-MODIFIED', 'DUE', 'COMPLETED'],
])
const SCHEMES = new Set(['http', 'https', 'mailto', 'tel', 'webcal', 'geo'])

export function checkValues(component: Component, notes: Notes): void {
  for (const property of component.properties) {
    if (TEXTS.has(property.name)) checkText(property, notes)
    else if (NAMES.has(property.name)) checkName(property, notes)
    else if (ADDRESSES.has(property.name)) checkAddress(property, notes)
    if (MOMENTS.has(property.name)) checkParameters(property, notes)
  }
  for (const child of component.children) if (child.name !== 'VTIMEZONE') checkValues(child, notes)
}

/** A separator that no backslash stands before. */
const BARE = /(?:^|[^\\])(?:\\\\)*[;,]/

function checkText(property: Property, notes: Notes): void {
  if (BARE.test(property.value)) notes.at('text_escape', property, { property: property.name })
  const { odd } = readText(property.value)
  const needless = /\\[:"]/.test(property.value)
  if (odd || needless) notes.at('escape_unknown', property, { property: property.name })
}

function checkName(property: Property, notes: Notes): void {
  if (BARE.test(property.value) || readText(property.value).odd)
    notes.at('name_escape', property, { property: property.name })
}

function checkAddress(property: Property, notes: Notes): void {
  const { name, params, value } = property
  if (params.ENCODING || params.VALUE === 'BINARY' || /^cid:/i.test(value)) return
  const address = value.trim()
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(address)?.[1]?.toLowerCase()
  if (!scheme || !SCHEMES.has(scheme)) {
    // What is attached may stand in the file itself.
    if (name !== 'ATTACH' || scheme !== 'data') notes.at('uri_scheme', property, { property: name })
  } else if (!/^[\x21-\x7e]+$/.test(address) || /\\[,;\\nN]|[<>"{}|^`]/.test(address))
    notes.at('uri_value', property, { property: name })
}

/** A colon within a parameter that is not quoted ends it: what follows is taken for the value. */
function checkParameters(property: Property, notes: Notes): void {
  if (/^[^"]*:/.test(property.value) || Object.values(property.params).some((it) => /"/.test(it)))
    notes.at('parameter_quote', property, { property: property.name })
}
