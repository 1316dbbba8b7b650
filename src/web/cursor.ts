// Positions in an order, as opaque words for the way back.

import { Problem } from '../problem.ts'

/** `kind` keeps a cursor of one list out of another. */
export function encodeCursor(kind: string, position: readonly (string | number)[]): string {
  const bytes = new TextEncoder().encode(JSON.stringify([kind, ...position]))
  const text = btoa(String.fromCharCode(...bytes))
  return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

/** Throws `token_invalid` for anything that `encodeCursor` did not make for this list. */
export function decodeCursor(kind: string, text: string, types: readonly ('string' | 'number')[]) {
  const parts = parsed(text)
  const fits =
    Array.isArray(parts) &&
    parts.length === types.length + 1 &&
    parts[0] === kind &&
    types.every((type, place) => typeof parts[place + 1] === type)
  if (!fits) throw new Problem('token_invalid', { value: text.slice(0, 80) })
  return parts.slice(1) as (string | number)[]
}

/** A token of fifty calendars is a thousand. */
const MAX_CURSOR_CHARS = 8000

function parsed(text: string): unknown {
  if (text.length > MAX_CURSOR_CHARS) return null
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
    const bytes = Uint8Array.from(binary, (char) => char.charCodeAt(0))
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes))
  } catch {
    return null
  }
}
