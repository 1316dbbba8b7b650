// Random edits of a season, and what each game truly is, which no file says.

import fc from 'fast-check'
import type { Row } from '../../src/schedule/row.ts'
import { game } from './season.ts'

export interface Truth {
  id: number
  home: string
  away: string
  date: string
  time: string
  status: 'confirmed' | 'postponed' | 'ended'
  externalId: string | null
}

export type Edit =
  | { kind: 'insert'; pairing: number; day: number }
  | { kind: 'remove' | 'retime' | 'postpone' | 'end' | 'rename' | 'split'; which: number }
  | { kind: 'move'; which: number; day: number }
  | { kind: 'swap'; which: number; other: number }
  | { kind: 'reorder'; seed: number }

const TEAMS = ['곰', '범', '매', '닻']
const PAIRINGS = TEAMS.flatMap((home) =>
  TEAMS.filter((away) => away !== home).map((away) => [home, away] as const),
)
const dayOf = (day: number) => new Date(Date.UTC(2026, 3, 1 + day)).toISOString().slice(0, 10)

const which = fc.nat(1000)
const day = fc.nat(180)
const kind = <K extends Edit['kind']>(kind: K) => fc.constant(kind)
export const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ kind: kind('insert'), pairing: fc.nat(11), day }),
  ...(['remove', 'retime', 'postpone', 'end', 'rename', 'split'] as const).map((each) =>
    fc.record({ kind: kind(each), which }),
  ),
  fc.record({ kind: kind('move'), which, day }),
  fc.record({ kind: kind('swap'), which, other: which }),
  fc.record({ kind: kind('reorder'), seed: fc.nat() }),
)
export const season = fc.uniqueArray(fc.tuple(fc.nat(11), day), {
  ...{ minLength: 3, maxLength: 40 },
  selector: ([pairing, day]) => `${pairing} ${day}`,
})

/**
 * Edits that a file without ids cannot tell from others are left out there, each where it is made:
 * a law holds where the truth can be decided.
 */
export class Season {
  games: Truth[] = []
  /** Taken out of the file: their events are cancelled, and a game that comes back may be theirs. */
  private readonly goneBefore = new Set<string>()
  private ids = 0
  private readonly withIds: boolean
  constructor(withIds: boolean, games: readonly [number, number][] = []) {
    this.withIds = withIds
    for (const [pairing, day] of games) this.insert(pairing, day)
  }

  apply(edit: Edit): void {
    if (edit.kind === 'insert') this.insert(edit.pairing, edit.day)
    else if (edit.kind === 'reorder') this.games.sort((a, b) => hash(a, edit) - hash(b, edit))
    else {
      const game = this.games[edit.which % Math.max(1, this.games.length)]
      if (!game) return
      if (edit.kind === 'postpone') game.status = 'postponed'
      else if (edit.kind === 'end') game.status = 'ended'
      else if (edit.kind === 'move') this.move(game, dayOf(edit.day))
      else if (edit.kind === 'swap') this.swap(game, edit.other)
      else this[edit.kind](game)
    }
  }

  rows(): Row[] {
    return this.games.map((truth, place) =>
      game(truth.home, truth.away, `${truth.date}T${truth.time}`, {
        ...{ row: place + 2, status: truth.status },
        ...(truth.externalId ? { externalId: truth.externalId } : {}),
      }),
    )
  }

  private insert(pairing: number, day: number): void {
    const [home, away] = PAIRINGS[pairing] ?? ['곰', '범']
    const slot = { home, away, date: dayOf(day), time: '18:30:00' }
    if (this.on(slot).length === 0) this.add(slot)
  }

  /** Beside one that was taken out, a new game could be that one's return: a question, not a law. */
  private add(slot: { home: string; away: string; date: string; time: string }): void {
    if (this.isDoubtful(slot)) return
    const id = ++this.ids
    const externalId = this.withIds ? `G${id}` : null
    this.games.push({ id, ...slot, status: 'confirmed', externalId })
  }

  private remove(game: Truth): void {
    this.games = this.games.filter((other) => other !== game)
    this.goneBefore.add(pairingOf(game))
  }

  /** The games of a double-header are told by their times. */
  private retime(game: Truth): void {
    if (this.on(game).length > 1) return
    game.time = game.time === '14:00:00' ? '17:00:00' : '14:00:00'
  }

  /** Without an id, another name is another game. */
  private rename(game: Truth): void {
    if (this.withIds)
      game.home = game.home.endsWith('들') ? game.home.slice(0, -1) : `${game.home}들`
  }

  /** A second game on the same day, before or after; taking either out merges them again. */
  private split(game: Truth): void {
    const { home, away, date } = game
    const time = this.ids % 2 ? '11:00:00' : '21:00:00'
    if (this.on(game).length === 1) this.add({ home, away, date, time })
  }

  private move(game: Truth, date: string): void {
    const taken = this.on({ ...game, date }).length > 0
    if (this.isDoubtful(game) || game.status === 'ended' || taken) return
    game.date = date
  }

  /** Two games exchange their dates. */
  private swap(game: Truth, other: number): void {
    const partner = this.games[other % this.games.length]
    if (!partner || pairingOf(partner) === pairingOf(game)) return
    const [mine, theirs] = [game.date, partner.date]
    this.move(game, theirs)
    if (game.date === theirs) this.move(partner, mine)
  }

  private isDoubtful(game: { home: string; away: string }): boolean {
    return !this.withIds && this.goneBefore.has(pairingOf(game))
  }

  private on({ home, away, date }: { home: string; away: string; date: string }): Truth[] {
    return this.games.filter((g) => g.home === home && g.away === away && g.date === date)
  }
}

const pairingOf = ({ home, away }: { home: string; away: string }) => `${home} ${away}`

const hash = ({ id }: Truth, { seed }: { seed: number }) => (id * 7919 + seed) % 1009
