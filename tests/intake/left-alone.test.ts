// What a row says to no purpose is never dropped without a word.

import { expect, test } from 'vitest'
import { csv, found, read } from './reading.ts'

test('dates taken back of no rule are refused', () => {
  const file = csv(['날짜', '제목', 'rrule', 'exdates'], ['2026-05-01', '개막', '', '2026-05-08'])
  expect(found(read(file))).toEqual(['error exdates.without_rule 2 exdates 2026-05-08'])
})

test('an end time without a start time is told', () => {
  const file = csv(['날짜', '제목', '시작시간', '종료시간'], ['2026-05-01', '개막', '', '21:00'])
  expect(found(read(file))).toEqual(['warning time.end_without_start 2 시작시간'])
})
