// Conditional requests and codings (RFC 9110 §8.8, §12.5.3, §13.1).

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chooseCoding, httpDate, isFresh, matchesAny } from '../../src/web/conditional.ts'

test('tags are compared weakly, in lists, and * is any', () => {
  const tags = ['"a"', '"b"']
  for (const matching of ['"a"', 'W/"b"', '"x", "b"', '"x",W/"a","y"', '*', ' * '])
    expect(matchesAny(matching, tags), matching).toBe(true)
  for (const other of ['"c"', 'a', '', ',', '"A"', 'w/"a"', '"*"', '"ab"', 'W/'])
    expect(matchesAny(other, tags), other).toBe(false)
})

test('a thousand tags are read in no time', () => {
  const many = Array.from({ length: 1000 }, (_, place) => `"${place}"`).join(', ')
  expect(matchesAny(many, ['"999"'])).toBe(true)
  expect(matchesAny(many, ['"1000"'])).toBe(false)
})

const LAST = '2026-04-01T09:30:00Z'
const since = (ifModifiedSince: string) =>
  isFresh({ ifNoneMatch: undefined, ifModifiedSince }, [], LAST)

test('If-Modified-Since in the three forms of an HTTP date, whatever the machine’s zone', () => {
  const equal = [
    'Wed, 01 Apr 2026 09:30:00 GMT',
    'Wednesday, 01-Apr-26 09:30:00 GMT',
    'Wed Apr  1 09:30:00 2026',
  ]
  for (const date of equal) expect(since(date), date).toBe(true)
  const earlier = [
    'Wed, 01 Apr 2026 09:29:59 GMT',
    'Wednesday, 01-Apr-26 09:29:59 GMT',
    'Wed Apr  1 09:29:59 2026',
  ]
  for (const date of earlier) expect(since(date), date).toBe(false)
})

test('what is no HTTP date is as if it were not there', () => {
  const odd = [
    '',
    '2099',
    '2099-01-01T00:00:00Z',
    'Thu, 01 Jan 2099 00:00:00',
    'Thu, 01 Jan 2099 00:00:00 KST',
  ]
  for (const date of [...odd, 'Xxx, 99 Yyy 2099 00:00:00 GMT', '4102444800', '1e99'])
    expect(since(date), date).toBe(false)
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(since(text)).toBe(false)
    }),
  )
})

test('If-None-Match, where it is sent, decides alone', () => {
  const headers = { ifNoneMatch: '"x"', ifModifiedSince: httpDate(LAST) }
  expect(isFresh(headers, ['"a"'], LAST)).toBe(false)
  expect(isFresh({ ...headers, ifNoneMatch: '"a"' }, ['"a"'], '2099-01-01T00:00:00Z')).toBe(true)
  expect(isFresh({ ifNoneMatch: undefined, ifModifiedSince: undefined }, ['"a"'], LAST)).toBe(false)
  expect(isFresh({ ...headers, ifNoneMatch: '' }, ['"a"'], LAST)).toBe(false)
})

test('the coding that the client likes best; among equals the smaller; none where it says nothing', () => {
  const choose = (accept?: string) => chooseCoding(accept, ['br', 'gzip'])
  expect(choose(undefined)).toBe('identity')
  expect(choose('')).toBe('identity')
  expect(choose('gzip, deflate, br, zstd')).toBe('br')
  expect(choose('GZIP')).toBe('gzip')
  expect(choose('gzip;q=1.0, br;q=0.5')).toBe('gzip')
  expect(choose('*')).toBe('br')
  expect(choose('br;q=0, *')).toBe('gzip')
  expect(choose('gzip;q=0.5, identity')).toBe('identity')
  expect(choose('identity;q=0.5, gzip')).toBe('gzip')
  expect(choose('gzip;q=0')).toBe('identity')
  expect(choose('gzip;q=zero, br;q=')).toBe('identity')
  expect(choose('*;q=0')).toBe('identity')
  expect(choose(' gzip ; q=0.8 , br ; q=0.2 ')).toBe('gzip')
})

test('an instant as an HTTP date', () => {
  expect(httpDate(LAST)).toBe('Wed, 01 Apr 2026 09:30:00 GMT')
})
