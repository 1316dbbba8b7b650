import { expect, test } from 'vitest'
import { type Comparison, compare } from '../../src/schedule/diff.ts'
import type { EventState } from '../../src/schedule/event.ts'
import type { Row } from '../../src/schedule/row.ts'
import { event, game, known } from './season.ts'

const NOW = '2026-03-31'

function compared(rows: Row[], events: EventState[], mode: Comparison['mode'] = 'replace') {
  let minted = 0
  return compare({
    ...{ rows, events, mode, mintUid: () => `new-${++minted}` },
    isUpcoming: ({ facts }) => facts.start > NOW,
  })
}

const opener = game('두산', 'LG', '2026-04-01T18:30:00')

test('the same file again changes nothing', () => {
  const first = compared([opener], [])
  const again = compared(
    [opener],
    first.changes.map(({ after }) => after),
  )
  expect(again).toMatchObject({ changes: [], unchanged: 1, questions: [] })
})

test('what a subscriber sees raises SEQUENCE by one, once', () => {
  const later = game('두산', 'LG', '2026-04-01T19:00:00', { description: '개막전' })
  const [change] = compared([later], [known('a', opener, { sequence: 4 })]).changes
  expect(change?.after.sequence).toBe(5)
  expect(change?.fields.map(({ field }) => field).sort()).toEqual(['description', 'start'])
})

test('what nobody sees leaves SEQUENCE alone', () => {
  const withId = game('두산', 'LG', '2026-04-01T18:30:00', { externalId: 'G1' })
  const [change] = compared([withId], [known('a', opener, { sequence: 4 })]).changes
  expect(change).toMatchObject({ type: 'changed', seen: false, after: { sequence: 4 } })
})

test('a move keeps the original slot, over many moves, and forgets it on the way back', () => {
  const on = (start: string) => game('두산', 'LG', start)
  const [once] = compared([on('2026-04-03T18:30:00')], [known('a', opener)]).changes
  expect(once?.type).toBe('moved')
  expect(once?.after.movedFrom?.start).toBe('2026-04-01T18:30:00')
  const [twice] = compared([on('2026-04-05T14:00:00')], [once?.after as EventState]).changes
  expect(twice?.after.movedFrom?.start).toBe('2026-04-01T18:30:00')
  const [back] = compared([opener], [twice?.after as EventState]).changes
  expect(back?.after.movedFrom).toBeNull()
})

test('a time that becomes known is a change, not a move', () => {
  const [change] = compared([opener], [known('a', game('두산', 'LG', '2026-04-01'))]).changes
  expect(change).toMatchObject({ type: 'changed', after: { movedFrom: null } })
})

test('replace cancels what is ahead and missing, and leaves the past alone', () => {
  const past = known('past', event('개막 행사', '2026-03-01'))
  const ahead = known('ahead', event('폐막 행사', '2026-10-01'))
  const { changes, withdrawn } = compared([opener], [past, ahead])
  expect(changes.map(({ type, after }) => [type, after.uid])).toEqual([
    ['new', 'new-1'],
    ['cancelled', 'ahead'],
  ])
  expect(withdrawn).toBe(1)
})

test('merge cancels nothing', () => {
  const ahead = known('ahead', event('폐막 행사', '2026-10-01'))
  expect(compared([opener], [ahead], 'merge').changes.map(({ type }) => type)).toEqual(['new'])
})

test('an event cancelled by silence takes place again when a file lists it again', () => {
  const [gone] = compared([event('다른 행사', '2026-05-01')], [known('a', opener)]).changes.slice(1)
  expect(gone?.after).toMatchObject({ withdrawn: true, facts: { status: 'cancelled' } })
  const [back] = compared([opener], [gone?.after as EventState]).changes
  expect(back?.after).toMatchObject({ withdrawn: false, facts: { status: 'confirmed' } })
})

test('a cancellation said by a file outlives files that have no status column', () => {
  const rainedOut = known('a', { ...opener, status: 'cancelled' })
  expect(compared([opener], [rainedOut]).changes).toEqual([])
})

test('a postponed game with a new date takes place', () => {
  const postponed = known('a', { ...opener, status: 'postponed' })
  const [change] = compared([game('두산', 'LG', '2026-05-01T18:30:00')], [postponed]).changes
  expect(change).toMatchObject({ type: 'moved', after: { facts: { status: 'confirmed' } } })
})

test('removed leaves a tombstone; removing what is not there is noted', () => {
  const removal = { ...opener, removed: true }
  const [change] = compared([removal], [known('a', opener)], 'merge').changes
  expect(change).toMatchObject({ type: 'removed', after: { removed: true, sequence: 1 } })
  const nothing = compared([removal], [], 'merge')
  expect(nothing.changes).toEqual([])
  expect(nothing.nothingToRemove).toEqual([removal])
})

test('columns that a file lacks leave their values; empty cells clear them', () => {
  const told = known('a', game('두산', 'LG', '2026-04-01T18:30:00', { description: '개막전' }))
  expect(compared([opener], [told]).changes).toEqual([])
  const emptied = game('두산', 'LG', '2026-04-01T18:30:00', { description: null })
  const [change] = compared([emptied], [told]).changes
  expect(change?.fields).toEqual([{ field: 'description', from: '개막전', to: null }])
})

test('a moved event keeps its length when the file has no end', () => {
  const sale = known('a', event('세일', '2026-04-05', { end: '2026-04-08' }))
  const [change] = compared([event('세일', '2026-04-12')], [sale]).changes
  expect(change?.after.facts.end).toBe('2026-04-15')
})

test('a double-header is numbered by time, unless the file numbers it', () => {
  const games = [
    game('두산', 'LG', '2026-04-01T18:30:00', { row: 2 }),
    game('두산', 'LG', '2026-04-01T14:00:00', { row: 3 }),
  ]
  expect(compared(games, []).changes.map(({ after }) => after.facts.gameNo)).toEqual([2, 1])
  const numbered = games.map((row, place) => ({
    ...row,
    facts: { ...row.facts, gameNo: place + 1 },
  }))
  expect(compared(numbered, []).changes.map(({ after }) => after.facts.gameNo)).toEqual([1, 2])
})

test('game 2 of a day is another event than game 1, whatever else is alike', () => {
  const first = known('first', game('곰', '범', '2026-04-03T14:00:00', { gameNo: 1 }))
  const second = game('곰', '범', '2026-04-03T18:00:00', { gameNo: 2 })
  expect(compared([second], [first], 'merge').changes.map(({ type }) => type)).toEqual(['new'])
  const removal = { ...second, removed: true }
  const { changes, nothingToRemove } = compared([removal], [first], 'merge')
  expect([changes, nothingToRemove.length]).toEqual([[], 1])
})

test('a double-header that is delayed as a whole keeps its games in their order', () => {
  const events = [
    known('first', game('곰', '범', '2026-04-03T14:00:00', { gameNo: 1 })),
    known('second', game('곰', '범', '2026-04-03T17:00:00', { gameNo: 2 })),
  ]
  const rows = [game('곰', '범', '2026-04-03T17:00:00'), game('곰', '범', '2026-04-03T20:00:00')]
  const told = compared(rows, events).changes.map(({ after }) => [after.uid, after.facts.start])
  expect(told).toEqual([
    ['first', '2026-04-03T17:00:00'],
    ['second', '2026-04-03T20:00:00'],
  ])
})

test('the game left of a double-header keeps its event, whatever comes beside it', () => {
  const evening = game('곰', '범', '2026-04-03T18:30:00')
  const events = [
    known('gone', game('곰', '범', '2026-04-03T14:00:00', { gameNo: 1, status: 'cancelled' }), {
      withdrawn: true,
    }),
    known('left', { ...evening, facts: { ...evening.facts, gameNo: 2 } }),
  ]
  const { changes } = compared([evening, game('곰', '범', '2026-04-03T21:00:00')], events)
  const told = changes.map(({ after: { uid, facts } }) => [uid, facts.start, facts.gameNo])
  expect(told).toContainEqual(['left', '2026-04-03T18:30:00', 1])
})

test('a game that leaves its double-header leaves its number', () => {
  const events = [known('second', game('곰', '범', '2026-04-03T17:00:00', { gameNo: 2 }))]
  const [change] = compared([game('곰', '범', '2026-05-20T17:00:00')], events).changes
  expect(change?.after).toMatchObject({ uid: 'second', facts: { gameNo: null } })
})

test('the make-up date of a rained-out game takes place', () => {
  const rainedOut = known(
    'a',
    game('곰', '범', '2026-04-03T14:00:00', { status: 'cancelled', reason: '우천취소' }),
  )
  const { status: _, ...makeUp } = game('곰', '범', '2026-05-20T18:30:00')
  const [change] = compared([makeUp], [rainedOut]).changes
  expect(change).toMatchObject({
    type: 'moved',
    after: { facts: { status: 'confirmed', reason: null } },
  })
})
