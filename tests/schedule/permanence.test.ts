// The law of UIDs: whatever is done to a file, an event keeps its UID and never takes another's.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compare } from '../../src/schedule/diff.ts'
import type { EventState } from '../../src/schedule/event.ts'
import { restore } from '../../src/schedule/restoration.ts'
import type { Row } from '../../src/schedule/row.ts'
import { game } from './season.ts'

/** What a game truly is, which no file says. */
interface Truth {
  id: number
  home: string
  away: string
  date: string
  time: string
  status: 'confirmed' | 'postponed' | 'ended'
  externalId: string | null
}

type Edit =
  | { kind: 'insert'; pairing: number; day: number }
  | { kind: 'remove' | 'retime' | 'postpone' | 'end'; which: number }
  | { kind: 'move'; which: number; day: number }
  | { kind: 'reorder'; seed: number }

const TEAMS = ['곰', '범', '매', '닻']
const PAIRINGS = TEAMS.flatMap((home) =>
  TEAMS.filter((away) => away !== home).map((away) => [home, away] as const),
)
const dayOf = (day: number) => new Date(Date.UTC(2026, 3, 1 + day)).toISOString().slice(0, 10)

const which = fc.nat(1000)
const day = fc.nat(180)
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ kind: fc.constant('insert' as const), pairing: fc.nat(11), day }),
  fc.record({
    kind: fc.constantFrom(
      'remove' as const,
      'retime' as const,
      'postpone' as const,
      'end' as const,
    ),
    which,
  }),
  fc.record({ kind: fc.constant('move' as const), which, day }),
  fc.record({ kind: fc.constant('reorder' as const), seed: fc.nat() }),
)
const season = fc.uniqueArray(fc.tuple(fc.nat(11), day), {
  ...{ minLength: 3, maxLength: 40 },
  selector: ([pairing, day]) => `${pairing} ${day}`,
})

class Season {
  games: Truth[] = []
  /** Taken out of the file: their events are cancelled, and a game that comes back may be theirs. */
  readonly goneBefore = new Set<string>()
  private ids = 0
  private readonly withIds: boolean
  constructor(withIds: boolean) {
    this.withIds = withIds
  }

  insert(pairing: number, day: number): void {
    const [home, away] = PAIRINGS[pairing] ?? ['곰', '범']
    const [date, id] = [dayOf(day), ++this.ids]
    if (this.taken(home, away, date) || this.goneBefore.has(`${home} ${away}`)) return
    const externalId = this.withIds ? `G${id}` : null
    this.games.push({ id, home, away, date, time: '18:30:00', status: 'confirmed', externalId })
  }

  apply(edit: Edit): void {
    if (edit.kind === 'insert') this.insert(edit.pairing, edit.day)
    else if (edit.kind === 'reorder') this.games.sort((a, b) => hash(a, edit) - hash(b, edit))
    else {
      const game = this.games[edit.which % Math.max(1, this.games.length)]
      if (!game) return
      if (edit.kind === 'remove') this.remove(game)
      else if (edit.kind === 'retime')
        game.time = game.time === '14:00:00' ? '17:00:00' : '14:00:00'
      else if (edit.kind === 'postpone') game.status = 'postponed'
      else if (edit.kind === 'end') game.status = 'ended'
      else if (edit.kind === 'move') this.move(game, dayOf(edit.day))
    }
  }

  /** Beside a game that was taken out, a move could be that game's return: a question, not a law. */
  private move(game: Truth, date: string): void {
    const doubtful = !this.withIds && this.goneBefore.has(`${game.home} ${game.away}`)
    if (doubtful || game.status === 'ended' || this.taken(game.home, game.away, date)) return
    game.date = date
  }

  rows(): Row[] {
    return this.games.map((truth, place) =>
      game(truth.home, truth.away, `${truth.date}T${truth.time}`, {
        ...{ row: place + 2, status: truth.status },
        ...(truth.externalId ? { externalId: truth.externalId } : {}),
      }),
    )
  }

  private remove(game: Truth): void {
    this.games = this.games.filter((other) => other !== game)
    this.goneBefore.add(`${game.home} ${game.away}`)
  }

  private taken(home: string, away: string, date: string): boolean {
    return this.games.some((g) => g.home === home && g.away === away && g.date === date)
  }
}

const hash = ({ id }: Truth, { seed }: { seed: number }) => (id * 7919 + seed) % 1009

/** Publishes the season's file over the events; returns the events as they are then. */
function published(season: Season, events: EventState[], mint: () => string): EventState[] {
  const mode = 'replace' as const
  const isUpcoming = () => true
  const { changes } = compare({ rows: season.rows(), events, mode, isUpcoming, mintUid: mint })
  const after = new Map(events.map((event) => [event.uid, event]))
  for (const change of changes) after.set(change.after.uid, change.after)
  return [...after.values()]
}

const slotOf = ({ facts }: EventState) => `${facts.home} ${facts.away} ${facts.start}`

test.each([true, false])('edits of a season, with ids in the file: %s', (withIds) => {
  fc.assert(
    fc.property(season, fc.array(edit, { maxLength: 25 }), (games, edits) => {
      const truth = new Season(withIds)
      for (const [pairing, day] of games) truth.insert(pairing, day)
      let minted = 0
      const mint = () => `u${++minted}`
      let events: EventState[] = []
      const meaning = new Map<string, number>()
      const uidOf = new Map<number, string>()
      for (const each of [null, ...edits]) {
        if (each) truth.apply(each)
        const before = new Map(events.map((event) => [event.uid, event]))
        events = published(truth, events, mint)
        for (const game of truth.games) {
          const slot = `${game.home} ${game.away} ${game.date}T${game.time}`
          const event = events.find((e) => slotOf(e) === slot && e.facts.status === game.status)
          expect(event, `${slot} is published`).toBeDefined()
          const uid = event?.uid ?? ''
          // Never another game's UID, and never a new one.
          expect(meaning.get(uid) ?? game.id).toBe(game.id)
          expect(uidOf.get(game.id) ?? uid).toBe(uid)
          meaning.set(uid, game.id)
          uidOf.set(game.id, uid)
        }
        for (const event of events)
          expect(event.sequence).toBeGreaterThanOrEqual(before.get(event.uid)?.sequence ?? 0)
        expect(published(truth, events, mint)).toEqual(events)
      }
    }),
    { seed: 20260401, numRuns: 150 },
  )
})

test('whatever was published, going back gives the facts of then under the UIDs of then', () => {
  fc.assert(
    fc.property(season, fc.array(edit, { minLength: 1, maxLength: 15 }), (games, edits) => {
      const truth = new Season(false)
      for (const [pairing, day] of games) truth.insert(pairing, day)
      let minted = 0
      const mint = () => `u${++minted}`
      const then = published(truth, [], mint)
      let now = then
      for (const each of edits) {
        truth.apply(each)
        now = published(truth, now, mint)
      }
      const after = new Map(now.map((event) => [event.uid, event]))
      for (const change of restore(then, now)) after.set(change.after.uid, change.after)
      const standing = [...after.values()].filter(({ removed }) => !removed)
      const told = (events: EventState[]) => events.map(({ uid, facts }) => ({ uid, facts }))
      const byUid = (events: EventState[]) => told(events).sort((a, b) => (a.uid < b.uid ? -1 : 1))
      expect(byUid(standing)).toEqual(byUid(then))
      for (const event of after.values()) {
        const last = now.find(({ uid }) => uid === event.uid)
        expect(event.sequence).toBeGreaterThanOrEqual(last?.sequence ?? 0)
      }
    }),
    { seed: 20260402, numRuns: 100 },
  )
})
