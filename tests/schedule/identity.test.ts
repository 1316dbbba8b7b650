import { expect, test } from 'vitest'
import type { EventState } from '../../src/schedule/event.ts'
import { matchRows } from '../../src/schedule/identity.ts'
import type { Row } from '../../src/schedule/row.ts'
import { event, game, known } from './season.ts'

/** The uid of each row's event, or `new`. */
function uids(rows: Row[], events: EventState[]) {
  const { known, questions } = matchRows(rows, events)
  const asked = new Set(questions.flatMap(({ rows }) => rows))
  return rows.map((row) => known.get(row)?.uid ?? (asked.has(row) ? 'asked' : 'new'))
}

const opener = game('두산', 'LG', '2026-04-01T18:30:00')

test('the same game is the same event, wherever it stands in the file', () => {
  const events = [known('a', opener), known('b', game('두산', 'KT', '2026-04-02T18:30:00'))]
  expect(uids([game('두산', 'KT', '2026-04-02T18:30:00'), opener], events)).toEqual(['b', 'a'])
})

test('another time on the same day is the same game', () => {
  expect(uids([game('두산', 'LG', '2026-04-01T14:00:00')], [known('a', opener)])).toEqual(['a'])
})

test('a time to be decided, then decided, is the same game', () => {
  const undecided = known('a', game('두산', 'LG', '2026-04-01'))
  expect(uids([opener], [undecided])).toEqual(['a'])
})

test('one game left over and one row left over are a move, also into the past', () => {
  expect(uids([game('두산', 'LG', '2026-03-01T18:30:00')], [known('a', opener)])).toEqual(['a'])
})

test('home and away exchanged are another game', () => {
  expect(uids([game('LG', '두산', '2026-04-01T18:30:00')], [known('a', opener)])).toEqual(['new'])
})

test('two games that could have moved to one row are a question, never a guess', () => {
  const events = [known('a', opener), known('b', game('두산', 'LG', '2026-04-02T18:30:00'))]
  expect(uids([game('두산', 'LG', '2026-09-30T18:30:00')], events)).toEqual(['asked'])
})

test('a game that was played is not the one still to come', () => {
  const played = known('a', { ...opener, status: 'ended' })
  expect(uids([game('두산', 'LG', '2026-09-30T18:30:00')], [played])).toEqual(['new'])
})

test('a cancelled game found again on another day is a make-up game: the same event', () => {
  const rainedOut = known('a', { ...opener, status: 'cancelled' })
  expect(uids([game('두산', 'LG', '2026-09-30T18:30:00')], [rainedOut])).toEqual(['a'])
})

test('a rain-out that stays in the file beside its make-up game keeps its own event', () => {
  const rainedOut = { ...opener, status: 'cancelled' as const }
  const makeUp = game('두산', 'LG', '2026-09-30T18:30:00')
  expect(uids([rainedOut, makeUp], [known('a', opener)])).toEqual(['a', 'new'])
})

test('a double-header keeps its games apart by time', () => {
  const events = [
    known('first', game('두산', 'LG', '2026-04-01T14:00:00', { gameNo: 1 })),
    known('second', game('두산', 'LG', '2026-04-01T18:30:00', { gameNo: 2 })),
  ]
  const rows = [opener, game('두산', 'LG', '2026-04-01T14:00:00')]
  expect(uids(rows, events)).toEqual(['second', 'first'])
})

test('a game that becomes a double-header keeps its event; the earlier game is new', () => {
  const rows = [game('두산', 'LG', '2026-04-01T14:00:00'), opener]
  expect(uids(rows, [known('a', opener)])).toEqual(['new', 'a'])
})

test('the second game of a double-header moves to another day', () => {
  const events = [
    known('first', game('두산', 'LG', '2026-04-01T14:00:00', { gameNo: 1 })),
    known('second', game('두산', 'LG', '2026-04-01T18:30:00', { gameNo: 2 })),
  ]
  const rows = [
    game('두산', 'LG', '2026-04-01T14:00:00'),
    game('두산', 'LG', '2026-04-03T18:30:00'),
  ]
  expect(uids(rows, events)).toEqual(['first', 'second'])
})

test('both games of a double-header at new times are told apart by their order', () => {
  const events = [
    known('first', game('두산', 'LG', '2026-04-01T14:00:00', { gameNo: 1 })),
    known('second', game('두산', 'LG', '2026-04-01T18:30:00', { gameNo: 2 })),
  ]
  const rows = [
    game('두산', 'LG', '2026-04-01T17:00:00'),
    game('두산', 'LG', '2026-04-01T13:00:00'),
  ]
  expect(uids(rows, events)).toEqual(['second', 'first'])
})

test('an id decides, whatever else changed', () => {
  const events = [known('a', game('두산', 'LG', '2026-04-01T18:30:00', { externalId: 'G1' }))]
  const renamed = game('두산 베어스', 'LG', '2026-09-30T14:00:00', { externalId: 'G1' })
  expect(uids([renamed], events)).toEqual(['a'])
})

test('another id is another event, even with the same teams on the same day', () => {
  const events = [known('a', game('두산', 'LG', '2026-04-01T18:30:00', { externalId: 'G1' }))]
  const other = game('두산', 'LG', '2026-04-01T18:30:00', { externalId: 'G2' })
  expect(uids([other], events)).toEqual(['new'])
})

test('a file that begins to carry ids finds the events it published without', () => {
  const withId = { ...opener, facts: { ...opener.facts, externalId: 'G1' } }
  expect(uids([withId], [known('a', opener)])).toEqual(['a'])
})

test("an event's own UID is an id too, so that an export finds its way home", () => {
  const exported = event('다른 제목', '2027-01-01', { externalId: 'a' })
  expect(uids([exported], [known('a', opener)])).toEqual(['a'])
})

test('a removed event comes back under its own UID', () => {
  expect(uids([opener], [known('a', opener, { removed: true })])).toEqual(['a'])
})

test('a published event is preferred to a removed one of the same day', () => {
  const events = [known('old', opener, { removed: true }), known('a', opener)]
  expect(uids([opener], events)).toEqual(['a'])
})

test('without teams the title tells events apart, and a changed title is another event', () => {
  const events = [known('a', event('봄 세일', '2026-04-01'))]
  expect(uids([event('여름 세일', '2026-04-01')], events)).toEqual(['new'])
  expect(uids([event('봄  세일 ', '2026-04-05')], events)).toEqual(['a'])
})

test('branches of a shop that close on one day are told apart by their place', () => {
  const branch = (name: string, start: string) => event('휴점', start, { location: { name } })
  const place = (name: string) => ({
    name,
    address: null,
    latitude: null,
    longitude: null,
    region: null,
  })
  const events = ['강남', '부산'].map((name) =>
    known(name, event('휴점', '2026-04-12', { location: place(name) })),
  )
  expect(uids([branch('부산', '2026-04-12'), branch('강남', '2026-04-12')], events)).toEqual([
    '부산',
    '강남',
  ])
})

test('a file without kinds speaks of the kind that is known by that name', () => {
  const match = known('a', game('두산', 'LG', '2026-04-01T18:30:00', { kind: 'match' }))
  expect(uids([opener], [match])).toEqual(['a'])
})
