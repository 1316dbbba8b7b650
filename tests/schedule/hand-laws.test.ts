// The law of locks: whatever file comes after, what was said by hand stands until it is given up.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addedByHand, editedByHand, removedByHand } from '../../src/schedule/by-hand.ts'
import { type Change, compare } from '../../src/schedule/diff.ts'
import type { EventState } from '../../src/schedule/event.ts'
import { at } from '../../src/schedule/locks.ts'
import type { Row } from '../../src/schedule/row.ts'
import { edit, Season, season } from './edits.ts'
import { event } from './season.ts'

interface Said {
  title?: string
  home?: string
  start?: string
  status?: 'cancelled' | 'postponed'
  soldOut?: boolean
  location?: { name: string }
}

/** Fields changed by hand, as a person would. */
const hand: fc.Arbitrary<Said> = fc.record(
  {
    title: fc.constantFrom('개막전', '결승'),
    home: fc.constantFrom('곰들', '용'),
    start: fc.constantFrom('2026-06-01T14:00:00', '2026-09-30T11:00:00'),
    status: fc.constantFrom('cancelled' as const, 'postponed' as const),
    soldOut: fc.constant(true),
    location: fc.constant({ name: '한강' }),
  },
  { requiredKeys: [] },
)
/** Which event, and what is said of it; null: it is taken out. */
type Hands = [number, Said | null][]
const hands: fc.Arbitrary<Hands> = fc.array(fc.tuple(fc.nat(1000), fc.option(hand, { freq: 6 })), {
  maxLength: 5,
})

const rowOf = ({ status, ...facts }: Said): Row => ({
  ...{ row: 0, removed: false, facts },
  ...(status ? { status } : {}),
})

function after(events: EventState[], changes: readonly Change[]): EventState[] {
  const all = new Map(events.map((event) => [event.uid, event]))
  for (const change of changes) all.set(change.after.uid, change.after)
  return [...all.values()]
}

class Life {
  events: EventState[] = []
  private minted = 0
  readonly mint = () => `u${++this.minted}`

  upload(rows: Row[], mode: 'merge' | 'replace', takeFile?: ReadonlySet<string>) {
    const difference = compare({
      ...{ rows, events: this.events, mode, isUpcoming: () => true, mintUid: this.mint },
      ...(takeFile ? { takeFile } : {}),
    })
    this.events = after(this.events, difference.changes)
    return difference
  }

  byHand(edits: Hands): void {
    for (const [which, said] of edits) {
      const present = this.events.filter(({ removed }) => !removed)
      const before = present[which % Math.max(1, present.length)]
      if (!before) return
      const change = said ? editedByHand(before, rowOf(said), []) : removedByHand(before)
      this.events = after(this.events, [change])
    }
  }
}

/** All that is locked, by event. */
const heldIn = (events: EventState[]) =>
  events.map(({ uid, locked, facts, removed }) => [
    ...[uid, locked, locked.includes('removed') && removed],
    locked.map((lock) => (lock === 'removed' ? null : at(facts, lock))),
  ])

const RUNS = { numRuns: 100, seed: 4 }
const mode = fc.constantFrom('merge' as const, 'replace' as const)

test('the same file again changes nothing, with ids and without', () => {
  fc.assert(
    fc.property(season, fc.boolean(), hands, mode, (games, withIds, edits, mode) => {
      const [truth, life] = [new Season(withIds, games), new Life()]
      life.upload(truth.rows(), 'replace')
      life.byHand(edits)
      const before = life.events
      const { changes, questions } = life.upload(truth.rows(), mode)
      expect([changes, questions]).toEqual([[], []])
      expect(life.events).toEqual(before)
    }),
    RUNS,
  )
})

test('no file that comes after changes what is locked', () => {
  const edits = fc.array(edit, { maxLength: 10 })
  fc.assert(
    fc.property(season, hands, edits, mode, (games, byHand, edits, mode) => {
      const [truth, life] = [new Season(true, games), new Life()]
      life.upload(truth.rows(), 'replace')
      life.byHand(byHand)
      const added = addedByHand(event('팬 미팅', '2026-05-05'), life.mint())
      life.events = [...life.events, added.after]
      const held = heldIn(life.events)
      for (const each of edits) {
        truth.apply(each)
        life.upload(truth.rows(), mode)
      }
      expect(heldIn(life.events.slice(0, held.length))).toEqual(held)
      const there = life.events.find(({ uid }) => uid === added.after.uid)
      expect(there).toMatchObject({ removed: false, withdrawn: false })
    }),
    RUNS,
  )
})

test('where the file is taken, nothing but the file is left', () => {
  fc.assert(
    fc.property(season, hands, (games, byHand) => {
      const [truth, life] = [new Season(true, games), new Life()]
      life.upload(truth.rows(), 'replace')
      const before = life.events
      life.byHand(byHand)
      // That it is there at all comes first; only then the rest is in question.
      for (let look = 0; look < 2; look += 1) {
        const { conflicts } = compare({
          ...{ rows: truth.rows(), events: life.events, mode: 'replace' },
          ...{ isUpcoming: () => true, mintUid: life.mint },
        })
        const taken = new Set(conflicts.map(({ uid, field }) => `${uid}/${field}`))
        life.upload(truth.rows(), 'replace', taken)
      }
      expect(life.upload(truth.rows(), 'replace').conflicts).toEqual([])
      const told = (events: EventState[]) =>
        events.map(({ uid, facts: { title, home, start }, removed }) => ({
          ...{ uid, removed, title, home, start },
        }))
      expect(told(life.events)).toEqual(told(before))
    }),
    RUNS,
  )
})
