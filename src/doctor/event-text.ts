// What an event says, and how it is marked: lengths, status, busy or free, place.

import { readText } from '../intake/ics/values.ts'
import { type Component, childrenOf, oneOf, type Property } from './components.ts'
import type { Notes } from './notes.ts'

/** MS-OXCICAL, in UTF-16 units. */
const MAX_LINE_UNITS = 255
const MAX_DESCRIPTION_UNITS = 8000
const TAGS = /<\/?(a|b|br|div|em|i|li|p|span|strong|u|ul|ol|table|html|body)\b[^>]*>/i

export function checkText(event: Component, notes: Notes): void {
  const summary = oneOf(event, 'SUMMARY')
  if (!summary?.value.trim()) notes.at('summary_missing', summary ?? event)
  for (const property of [summary, oneOf(event, 'LOCATION')])
    if (property) checkShort(property, notes)
  checkDescription(event, notes)
  checkStatus(event, notes)
  checkBusy(event, notes)
  checkPlace(event, notes)
}

function checkShort(property: Property, notes: Notes): void {
  const { text } = readText(property.value)
  const params = { property: property.name, units: text.length, limit: MAX_LINE_UNITS }
  if (text.length > MAX_LINE_UNITS) notes.at('summary_long', property, params)
  if (property.name === 'SUMMARY' && /[\r\n]/.test(text)) notes.at('summary_lines', property)
}

function checkDescription(event: Component, notes: Notes): void {
  const [description, url] = [oneOf(event, 'DESCRIPTION'), oneOf(event, 'URL')]
  const text = description ? readText(description.value).text : ''
  if (description && text.length > MAX_DESCRIPTION_UNITS)
    notes.at('description_long', description, { units: text.length, limit: MAX_DESCRIPTION_UNITS })
  if (description && TAGS.test(text)) notes.at('description_tags', description)
  if (url && /^https?:/i.test(url.value) && !text.includes(url.value.trim()))
    notes.at('url_hidden', url)
}

const STATUSES = new Set(['TENTATIVE', 'CONFIRMED', 'CANCELLED'])

function checkStatus(event: Component, notes: Notes): void {
  const status = oneOf(event, 'STATUS')
  if (!status) return
  const word = status.value.trim().toUpperCase()
  if (!STATUSES.has(word)) notes.at('status_unknown', status)
  if (word !== 'CANCELLED') return
  notes.at('cancelled_hidden', status)
  const [alarm] = childrenOf(event, 'VALARM')
  if (alarm) notes.at('cancelled_alarm', alarm)
}

function checkBusy(event: Component, notes: Notes): void {
  const [transp, busy] = [oneOf(event, 'TRANSP'), oneOf(event, 'X-MICROSOFT-CDO-BUSYSTATUS')]
  const [free, status] = [transp?.value.trim().toUpperCase(), busy?.value.trim().toUpperCase()]
  if (transp && free !== 'OPAQUE' && free !== 'TRANSPARENT') notes.at('transp_value', transp)
  else if (busy && transp && (free === 'TRANSPARENT') !== (status === 'FREE'))
    notes.at('busy_disagrees', busy)
}

function checkPlace(event: Component, notes: Notes): void {
  const geo = oneOf(event, 'GEO')
  if (!geo) return
  const found = /^([+-]?\d{1,3}(?:\.\d+)?);([+-]?\d{1,3}(?:\.\d+)?)$/.exec(geo.value.trim())
  if (!found || Math.abs(Number(found[1])) > 90 || Math.abs(Number(found[2])) > 180)
    notes.at('geo_value', geo)
}
