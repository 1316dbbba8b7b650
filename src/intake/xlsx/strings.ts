// Texts of cells: runs of rich text joined, readings above them left out, lengths kept in bounds.

import type { Finding } from '../finding.ts'
import { MAX_QUOTED_CHARS } from '../limits.ts'
import type { Listener } from './xml.ts'

/** Why a cell has no value that can be used. */
export type Fault = Pick<Finding, 'code' | 'value' | 'params'>
export type StringCell = string | Fault

/** Gathers `t` inside each `holder`: `si` of the shared strings, `is` of a cell. */
export function texts(
  holder: string,
  take: (cell: StringCell) => void,
  limit: number,
): Required<Listener> {
  let gathered: Gathered | null = null
  let [inText, inReading] = [false, false]
  return {
    open(name) {
      if (name === holder) gathered = gatheredIn(limit)
      else if (name === 't') inText = !inReading
      else if (name === 'rPh') inReading = true
    },
    text(text) {
      if (inText) gathered?.add(text)
    },
    close(name) {
      if (name === 't') inText = false
      else if (name === 'rPh') inReading = false
      else if (name === holder && gathered) {
        take(gathered.cell())
        gathered = null
      }
    },
  }
}

export interface Gathered {
  add(text: string): void
  cell(): StringCell
}

/** Text beyond the limit is counted and not kept. */
export function gatheredIn(limit: number): Gathered {
  let [kept, length] = ['', 0]
  return {
    add(text) {
      length += text.length
      if (kept.length <= limit) kept += text.slice(0, limit + 1)
    },
    cell() {
      const value = kept.slice(0, MAX_QUOTED_CHARS)
      if (length > limit) return { code: 'field.too_long', value, params: { length, limit } }
      return unescaped(kept)
    },
  }
}

/** `_x000D_` stands for a character that XML cannot hold. */
const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text
