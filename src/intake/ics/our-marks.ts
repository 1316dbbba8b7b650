// Takes off again what our own feeds put on: marks in titles, notes and links in descriptions.

import type { Link, Status } from '../../schedule/event.ts'
import { wordsFor } from '../../schedule/words.ts'

const WORDS = [wordsFor('ko'), wordsFor('en')]

export interface Unmarked {
  title: string
  /** Absent: the title says nothing of it. */
  status?: Status
  soldOut: boolean
  timeTbd: boolean
}

export function unmarked(title: string): Unmarked {
  for (const { cancelled, postponed, soldOut, timeTbd } of WORDS) {
    if (title.startsWith(`${cancelled} `))
      return plain(title.slice(cancelled.length + 1), 'cancelled')
    if (title.startsWith(`${postponed} `))
      return plain(title.slice(postponed.length + 1), 'postponed')
    const sold = title.startsWith(`${soldOut} `)
    const bare = sold ? title.slice(soldOut.length + 1) : title
    const tbd = bare.endsWith(` ${timeTbd}`)
    if (sold || tbd) {
      const end = tbd ? bare.length - timeTbd.length - 1 : bare.length
      return { title: bare.slice(0, end), soldOut: sold, timeTbd: tbd }
    }
  }
  return { title, soldOut: false, timeTbd: false }
}

const plain = (title: string, status: Status): Unmarked => ({
  ...{ title, status, soldOut: false, timeTbd: false },
})

export interface Parts {
  description: string
  reason: string | null
  links: Link[]
}

/** The partner's text, notes, links, as `icalendar/description.ts` puts them together. */
export function descriptionParts(text: string): Parts {
  const blocks = text.split('\n\n')
  const links = linksOf(blocks.at(-1) ?? '')
  if (links.length > 0) blocks.pop()
  const notes = notesOf(blocks.at(-1) ?? '')
  if (notes) blocks.pop()
  return { description: blocks.join('\n\n'), reason: notes?.reason ?? null, links }
}

const LINK_LINE = /^(.{1,200}?): (https?:\S+)$/

/** All lines of the block, or none. */
function linksOf(block: string): Link[] {
  const found = block.split('\n').map((line) => (line.length < 3000 ? LINK_LINE.exec(line) : null))
  if (!found.every((line) => line !== null)) return []
  return found.map((line) => ({ label: labelOf(line?.[1] ?? ''), url: line?.[2] ?? '' }))
}

function labelOf(word: string): string {
  for (const { links } of WORDS)
    for (const [label, told] of Object.entries(links)) if (told === word) return label
  return word
}

function notesOf(block: string): { reason: string | null } | null {
  const lines = block.split('\n')
  for (const { originally, reason } of WORDS) {
    const moved = lines[0]?.startsWith(`${originally} `) ? 1 : 0
    const told = lines[moved]?.startsWith(`${reason}: `) ? 1 : 0
    if (moved + told === 0 || moved + told !== lines.length) continue
    return { reason: told ? (lines[moved]?.slice(reason.length + 2) ?? null) : null }
  }
  return null
}
