// The law of UIDs: whatever is done to a file, an event keeps its UID and never takes another's.

import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compare } from '../../src/schedule/diff.ts'
import type { EventState } from '../../src/schedule/event.ts'
import { restore } from '../../src/schedule/restoration.ts'
import type { Row } from '../../src/schedule/row.ts'
import { edit, Season, season } from './edits.ts'
import { event, game } from './season.ts'

/** Publishes the season's file over the events; returns the events as they are then. */
function published(season: Season, events: EventState[], mint: () => string): EventState[] {
  const mode = 'replace' as const
  const isUpcoming = () => true
  const { changes } = compare({ rows: season.rows(), events, mode, isUpcoming, mintUid: mint })
  const after = new Map(events.map((event) => [event.uid, event]))
  for (const change of changes) after.set(change.after.uid, change.after)
  return [...after.values()]
}

/** What subscribers have of an event; `changedAt` and what nobody sees are left out. */
const seenOf = ({ facts, removed, movedFrom }: EventState) => {
  const { externalId, extra, ...seen } = facts
  return { seen, removed, movedFrom }
}

/** One season's life: every event's meaning and number as they were last seen. */
class Life {
  events: EventState[] = []
  private readonly meaning = new Map<string, number>()
  private readonly uidOf = new Map<number, string>()
  private minted = 0
  private readonly mint = () => `u${++this.minted}`

  publish(season: Season): void {
    const before = new Map(this.events.map((event) => [event.uid, event]))
    this.events = published(season, this.events, this.mint)
    for (const { uid, sequence, ...after } of this.events) {
      const last = before.get(uid)
      const seen = last && !isDeepStrictEqual(seenOf(last), seenOf({ uid, sequence, ...after }))
      expect(sequence).toBe(last ? last.sequence + (seen ? 1 : 0) : 0)
    }
    expect(published(season, this.events, this.mint)).toEqual(this.events)
  }

  /** Never another game's UID, and never a new one. */
  check(season: Season): void {
    const present = this.events.filter(({ facts }) => facts.status !== 'cancelled')
    for (const { id, home, away, date, time, externalId } of season.games) {
      const slot = `${home} ${away} ${date}T${time}`
      const found = present.filter(
        (event) => slotOf(event) === slot && event.facts.externalId === externalId,
      )
      expect(found.length, `${slot} is published once`).toBe(1)
      const uid = found[0]?.uid ?? ''
      expect([this.meaning.get(uid) ?? id, this.uidOf.get(id) ?? uid]).toEqual([id, uid])
      this.meaning.set(uid, id)
      this.uidOf.set(id, uid)
    }
  }
}

const slotOf = ({ facts }: EventState) => `${facts.home} ${facts.away} ${facts.start}`

const SEASONS = 100
const EDITS = 10

test.each([true, false])(
  `${SEASONS} seasons of ${EDITS} edits, with ids in the file: %s`,
  (withIds) => {
    const edits = fc.array(edit, { minLength: EDITS, maxLength: EDITS })
    fc.assert(
      fc.property(season, edits, (games, edits) => {
        const truth = new Season(withIds, games)
        const life = new Life()
        for (const each of [null, ...edits]) {
          if (each) truth.apply(each)
          life.publish(truth)
          life.check(truth)
        }
      }),
      { seed: 20260401, numRuns: SEASONS },
    )
  },
)

/** What the file's second state makes of its first, without ids: the kinds of the changes. */
function kindsOf(before: Row[], after: Row[]): string[] {
  const mint = () => `u${++minted}`
  let minted = 0
  const step = (rows: Row[], events: EventState[]) =>
    compare({ rows, events, mode: 'replace', isUpcoming: () => true, mintUid: mint })
  const events = step(before, []).changes.map(({ after }) => after)
  return step(after, events).changes.map(({ type }) => type)
}

test('undecidable without an id: renamed and moved at once is one new and one cancelled', () => {
  const before = [event('봄 세일', '2026-04-01'), event('여름 세일', '2026-07-01')]
  const after = [event('큰 세일', '2026-04-08'), event('여름 세일', '2026-07-01')]
  expect(kindsOf(before, after)).toEqual(['new', 'cancelled'])
})

test('undecidable without an id: a renamed team is another game', () => {
  const before = [game('곰', '범', '2026-04-01T18:30:00')]
  const after = [game('곰들', '범', '2026-04-01T18:30:00')]
  expect(kindsOf(before, after)).toEqual(['new', 'cancelled'])
})

test('undecidable without an id: two games of one pair that exchange dates exchange nothing', () => {
  const [first, second] = ['2026-04-01T18:30:00', '2026-05-01T18:30:00']
  const before = [game('곰', '범', first), game('곰', '범', second)]
  expect(kindsOf(before, [game('곰', '범', second), game('곰', '범', first)])).toEqual([])
})

test('whatever was published, going back gives the facts of then under the UIDs of then', () => {
  fc.assert(
    fc.property(season, fc.array(edit, { minLength: 1, maxLength: 15 }), (games, edits) => {
      const truth = new Season(false, games)
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
