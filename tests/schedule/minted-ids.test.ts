// Some sources mint new ids on every export; nobody's calendar may double because of it.

import { expect, test } from 'vitest'
import type { EventState } from '../../src/schedule/event.ts'
import { matchRows } from '../../src/schedule/identity.ts'
import type { Row } from '../../src/schedule/row.ts'
import { event, known } from './season.ts'

const withId = (externalId: string, title: string, start: string): Row => {
  const row = event(title, start)
  return { ...row, tellsOf: 'calendar', facts: { ...row.facts, externalId } }
}

const uids = (rows: Row[], events: EventState[]) => {
  const { known } = matchRows(rows, events)
  return rows.map((row) => known.get(row)?.uid ?? 'new')
}

const events = [
  known('a', withId('old-1', '봄 세일', '2026-04-01')),
  known('b', withId('old-2', '여름 세일', '2026-07-01')),
  known('c', withId('old-3', '가을 세일', '2026-10-01')),
]

test('the same events under new ids are the same events', () => {
  const rows = [
    withId('new-1', '봄 세일', '2026-04-01'),
    withId('new-2', '여름 세일', '2026-07-01'),
    withId('new-3', '가을 세일', '2026-10-01'),
  ]
  expect(uids(rows, events)).toEqual(['a', 'b', 'c'])
})

test('among them one that moved is recognised, and one more is new', () => {
  const rows = [
    withId('new-1', '봄 세일', '2026-04-01'),
    withId('new-2', '여름 세일', '2026-07-08'),
    withId('new-3', '가을 세일', '2026-10-01'),
    withId('new-4', '겨울 세일', '2026-12-01'),
  ]
  expect(uids(rows, events)).toEqual(['a', 'b', 'c', 'new'])
})

test('one known id is enough for all ids to be believed', () => {
  const rows = [
    withId('old-1', '봄 세일', '2026-04-01'),
    withId('new-2', '여름 세일', '2026-07-01'),
  ]
  expect(uids(rows, events)).toEqual(['a', 'new'])
})

test('another schedule under ids of its own is another schedule', () => {
  const rows = [
    withId('new-1', '봄 세일', '2027-04-01'),
    withId('new-2', '여름 세일', '2027-07-01'),
  ]
  expect(uids(rows, events)).toEqual(['new', 'new'])
})
