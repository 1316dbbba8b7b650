// JSON as text: how deep it is, before it is parsed, and where it stops being JSON.

import { quoted } from './given.ts'
import { stopsAt } from './json-syntax.ts'
import { MAX_JSON_DEPTH } from './limits.ts'

/** A million brackets would be a million frames for whoever walks them. */
export function isTooDeep(text: string): boolean {
  let depth = 0
  let inString = false
  for (let place = 0; place < text.length; place += 1) {
    const code = text.charCodeAt(place)
    if (inString) {
      if (code === 0x5c) place += 1
      else if (code === 0x22) inString = false
    } else if (code === 0x22) inString = true
    else if (code === 0x7b || code === 0x5b) {
      depth += 1
      if (depth > MAX_JSON_DEPTH) return true
    } else if (code === 0x7d || code === 0x5d) depth -= 1
  }
  return false
}

export type ParsedJson = { value: unknown } | { line: number; near: string }

const NEAR_CHARS = 40

export function parseJson(text: string): ParsedJson {
  try {
    return { value: JSON.parse(text) }
  } catch {
    const place = stopsAt(text)
    const line = text.slice(0, place).split('\n').length
    return { line, near: text.slice(place, place + NEAR_CHARS) || text.slice(-NEAR_CHARS) }
  }
}

/** RFC 6901. */
export const pointerTo = (...keys: (string | number)[]): string =>
  keys.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

/** What a finding repeats of a value of whatever type. */
export const shown = (value: unknown): string =>
  quoted(typeof value === 'string' ? value : (JSON.stringify(value) ?? ''))
