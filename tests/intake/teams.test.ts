// Files of one team's games: an opponent, and on whose ground.

import { expect, test } from 'vitest'
import { csv, found, read } from './reading.ts'

const games = csv(
  ['날짜', '상대팀', '홈/원정'],
  ['2026-04-01', '트윈스', '홈'],
  ['2026-04-02', '트윈스', '원정'],
  ['2026-04-03', '자이언츠', ''],
)

test('whose games they are is asked once, and nothing is guessed', () => {
  const reading = read(games)
  expect(found(reading)).toEqual(['question team.unknown 2 상대팀 트윈스'])
  expect(reading.rows).toEqual([])
})

test('an answer makes home and away teams of opponents', () => {
  const { rows, findings } = read(games, { team: '베어스' })
  expect(findings).toEqual([])
  expect(rows.map(({ facts: { title, home, away } }) => [title, home, away])).toEqual([
    ['베어스 vs 트윈스', '베어스', '트윈스'],
    ['트윈스 vs 베어스', '트윈스', '베어스'],
    ['베어스 vs 자이언츠', null, null],
  ])
})

test.each([
  ['@ Twins', 'Twins', 'Bears'],
  ['at Twins', 'Twins', 'Bears'],
  ['vs. Twins', 'Bears', 'Twins'],
  ['Atlanta', null, null],
])('where no column says it, a mark before the opponent may: %s', (opponent, home, away) => {
  const { rows } = read(csv(['date', 'opponent'], ['2026-04-01', opponent]), { team: 'Bears' })
  expect(rows[0]?.facts).toMatchObject({ home, away })
})

test('beside the home team an opponent is the visitor', () => {
  const { rows } = read(csv(['날짜', '홈', '상대'], ['2026-04-01', '베어스', '트윈스']))
  expect(rows[0]?.facts).toMatchObject({ home: '베어스', away: '트윈스' })
})

test('what is neither home nor away is named', () => {
  const file = csv(['날짜', '상대팀', '홈/원정'], ['2026-04-01', '트윈스', '잠실'])
  expect(found(read(file, { team: '베어스' }))).toEqual(['error field.invalid 2 홈/원정 잠실'])
})
