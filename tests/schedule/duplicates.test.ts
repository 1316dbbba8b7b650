import { expect, test } from 'vitest'
import { compare } from '../../src/schedule/diff.ts'
import type { EventState } from '../../src/schedule/event.ts'
import type { Row } from '../../src/schedule/row.ts'
import { alikeTeams, spelled } from '../../src/schedule/spelling.ts'
import { event, game, known } from './season.ts'

const DAY = '2026-04-01T18:30:00'
const NOON = '2026-04-01T14:00:00'

function proposals(rows: Row[], events: EventState[], mode: 'merge' | 'replace' = 'merge') {
  const { questions, changes } = compare({
    ...{ rows, events, mode, isUpcoming: () => true, mintUid: () => 'new' },
  })
  return {
    proposed: questions.map(({ rows: [row], proposed }) => [row?.row, proposed?.uid]),
    made: changes.filter(({ type }) => type === 'new').length,
  }
}

test.each([
  ['LG', 'LG 트윈스'],
  ['LG', '엘지'],
  ['LG트윈스', '엘지 트윈스'],
  ['ＬＧ', 'lg'],
  ['NC', '엔씨 다이노스'],
  ['Norwich City', 'Norwich City FC'],
  ['Liverpool', 'Liverpol'],
  ['Arsenal', 'Arsneal'],
])('%s and %s are one team', (a, b) => {
  expect(alikeTeams(spelled(a), spelled(b))).toBe(true)
  expect(alikeTeams(spelled(b), spelled(a))).toBe(true)
})

test.each([
  ['서울', '서울 2군'],
  ['Bears', 'Bears II'],
  ['Bears', 'Bears Women'],
  ['U17', 'U18'],
  ['Team 1', 'Team 2'],
  ['곰', '범'],
  ['Mets', 'Nets'],
])('%s and %s are two', (a, b) => {
  expect(alikeTeams(spelled(a), spelled(b))).toBe(false)
})

const lg = known('a', game('LG', '두산', DAY, { externalId: 'A-1' }))

test('the same teams and day under another id, at another time or in another spelling', () => {
  const other = game('LG 트윈스', '두산', NOON, { externalId: 'B-9', row: 7 })
  expect(proposals([other], [lg])).toEqual({ proposed: [[7, 'a']], made: 0 })
  const sameName = game('LG', '두산', NOON, { externalId: 'B-9', row: 7 })
  expect(proposals([sameName], [lg])).toEqual({ proposed: [[7, 'a']], made: 0 })
  const elsewhen = game('LG 트윈스', '두산', '2026-04-02T14:00:00', { externalId: 'B-9' })
  expect(proposals([elsewhen], [lg])).toEqual({ proposed: [], made: 1 })
})

test('a title in another spelling', () => {
  const known1 = known('a', event('봄 세일!', '2026-04-01'))
  expect(proposals([event('봄세일', '2026-04-01')], [known1]).proposed).toEqual([[2, 'a']])
  expect(proposals([event('봄 세일 2부', '2026-04-01')], [known1]).proposed).toEqual([])
})

test('the games of a double-header under ids of their own are two', () => {
  const first = game('LG', '두산', DAY, { externalId: 'A-1' })
  const second = game('LG', '두산', NOON, { externalId: 'A-2', row: 3 })
  expect(proposals([first, second], [lg])).toEqual({ proposed: [], made: 1 })
  const numbered = game('LG', '두산', NOON, { externalId: 'A-2', gameNo: 2 })
  const one = known('a', game('LG', '두산', DAY, { externalId: 'A-1', gameNo: 1 }))
  expect(proposals([numbered], [one])).toEqual({ proposed: [], made: 1 })
})

test('of two games of a day, each is the one that begins at its time', () => {
  const events = [lg, known('b', game('LG', '두산', NOON, { externalId: 'A-2' }))]
  const rows = [
    game('LG 트윈스', '두산', NOON, { externalId: 'B-1', row: 2 }),
    game('LG 트윈스', '두산', DAY, { externalId: 'B-2', row: 3 }),
  ]
  expect(proposals(rows, events).proposed).toEqual([
    [2, 'b'],
    [3, 'a'],
  ])
})

test('two names that one file has both of are two teams', () => {
  const rows = [
    game('LG 트윈스', '두산', DAY, { row: 2 }),
    game('LG', '한화', '2026-04-02T18:30:00', { row: 3 }),
  ]
  expect(proposals(rows, [lg])).toEqual({ proposed: [], made: 2 })
})

test('what was called off may be made up for on the same day', () => {
  const off = known('a', game('LG', '두산', NOON, { externalId: 'A-1', status: 'cancelled' }))
  expect(proposals([game('LG', '두산', DAY, { externalId: 'A-9' })], [off]).made).toBe(1)
})

test('a replacing file is the whole schedule: only what was made by hand is asked about', () => {
  const other = game('LG 트윈스', '두산', DAY)
  expect(proposals([other], [lg], 'replace')).toEqual({ proposed: [], made: 1 })
  const byHand = { ...lg, locked: ['status'] }
  expect(proposals([other], [byHand], 'replace')).toEqual({ proposed: [[2, 'a']], made: 0 })
})

test('of more than can be compared, those in the same words are still found', () => {
  const places = Array.from({ length: 1000 }, (_, at) => at)
  const rows = places.map((at) => event(`Festival ${at} a`, '2026-04-01', { row: at + 2 }))
  const sameWords = places.map((at) => known(`u${at}`, event(`festival-${at}: A`, '2026-04-01')))
  expect(proposals(rows, sameWords).proposed).toHaveLength(1000)
  const slips = places.map((at) => known(`u${at}`, event(`Festivl ${at} a`, '2026-04-01')))
  expect(proposals(rows, slips).proposed).toEqual([])
  expect(proposals(rows.slice(0, 10), slips).proposed).toHaveLength(10)
})
