// Two teams of a row: by their columns, or as an opponent and on whose ground the calendar's own team plays.

import type { Given, Notes } from './given.ts'
import { line } from './lines.ts'

export interface Teams {
  home?: string | null
  away?: string | null
  /** Who plays, where it is not said on whose ground. */
  versus?: string
  /** The file names an opponent, and nobody has said of whom. */
  asksFor?: 'team'
}

const HOME = new Set(['홈', '홈경기', '주', 'home', 'h'])
const AWAY = new Set(['원정', '원정경기', '어웨이', 'away', 'a', 'road', 'r'])
const NEUTRAL = new Set(['', '-', '중립', '중립경기', 'neutral', 'n'])

export function readTeams(given: Given, notes: Notes, team: string | undefined): Teams {
  if (given.text('opponent') === undefined)
    return { ...line(given, notes, 'home'), ...line(given, notes, 'away') }
  const { opponent: told = null } = line(given, notes, 'opponent')
  if (!told) return { home: null, away: null }
  const [, mark = '', opponent = told] = /^(@|(?:vs\.?|v\.|at)(?=\s))\s*(.+)$/i.exec(told) ?? []
  if (team === undefined) return { asksFor: 'team' }
  const ground = groundOf(given, notes, mark.toLowerCase())
  if (ground === 'home') return { home: team, away: opponent }
  if (ground === 'away') return { home: opponent, away: team }
  return { home: null, away: null, versus: `${team} vs ${opponent}` }
}

function groundOf(given: Given, notes: Notes, mark: string): 'home' | 'away' | null {
  const raw = given.text('home_away')
  const word = (raw ?? '').normalize('NFKC').trim().toLowerCase()
  if (HOME.has(word)) return 'home'
  if (AWAY.has(word)) return 'away'
  if (!NEUTRAL.has(word))
    notes.note('error', 'field.invalid', 'home_away', raw, { wanted: 'home / away (홈 / 원정)' })
  if (mark === '') return null
  return mark === '@' || mark === 'at' ? 'away' : 'home'
}
