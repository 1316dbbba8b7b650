// The same bytes are the same text on both runtimes, or none.

import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { decode } from '../../src/intake/encoding.ts'
import { csv, factsOf, factsOfOne, found, read, utf8 } from './reading.ts'

const FILE = csv(['날짜', '제목', '장소'], ['2026-04-01', '개막전', '하버홀'])
const bytes = (...numbers: number[]) => new Uint8Array(numbers)
const cp949 = (text: string): Uint8Array => iconv.encode(text, 'cp949')

function joined(...parts: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let place = 0
  for (const part of parts) {
    whole.set(part, place)
    place += part.length
  }
  return whole
}

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2 + 2))
  for (const [place, unit] of ['\ufeff', ...text.split('')].entries())
    view.setUint16(place * 2, unit.charCodeAt(0), littleEndian)
  return new Uint8Array(view.buffer)
}

const utf8Facts = factsOfOne(FILE)

test.each([
  ['UTF-8 with its mark', joined(bytes(0xef, 0xbb, 0xbf), utf8(FILE))],
  ['UTF-16, little end first', utf16(FILE, true)],
  ['UTF-16, big end first', utf16(FILE, false)],
])('%s reads like plain UTF-8', (_, file) => {
  const reading = read(file)
  expect(found(reading)).toEqual([])
  expect(reading.rows[0]?.facts).toEqual(utf8Facts)
})

test('CP949, as Korean Excel saves it, reads the same, and it is said that it was guessed', () => {
  const reading = read(cp949(FILE))
  expect(found(reading)).toEqual(['warning encoding.guessed'])
  expect(reading.rows[0]?.facts).toEqual(utf8Facts)
})

/** Lead 81–FE, trail 41–5A, 61–7A, 81–FE: all that CP949 could use. */
function* pairs(): Generator<Uint8Array> {
  for (let lead = 0x81; lead <= 0xfe; lead += 1)
    for (let trail = 0x41; trail <= 0xfe; trail += 1) yield bytes(lead, trail)
}

test('each of the 17,048 characters of CP949 is read as itself', () => {
  const known = [...pairs()].filter((pair) => {
    const text = iconv.decode(pair as never, 'cp949')
    return text.length === 1 && text !== '\ufffd'
  })
  expect(known).toHaveLength(17_048)
  const newline = bytes(0x0a)
  const { text, findings } = decode(joined(...known.flatMap((pair) => [pair, newline])))
  expect(findings.map(({ code }) => code)).toEqual(['encoding.guessed'])
  const characters = text?.split('\n') ?? []
  expect(characters.pop()).toBe('')
  expect(characters.filter((character) => character === '\ufffd')).toEqual([])
  expect(new Set(characters).size).toBe(17_048)
  const back = characters.map((character) => [...cp949(character)])
  expect(back).toEqual(known.map((pair) => [...pair]))
})

test('the syllables that Node’s own decoder gets wrong', () => {
  const names = ['믜', '쀍', '힣', '똠', '펲', '뷁', '햏', '갂']
  const file = csv(['날짜', '제목'], ...names.map((name) => ['2026-04-01', name]))
  expect(factsOf(cp949(file)).map(({ title }) => title)).toEqual(names)
})

test('two files pasted together are refused, with the first cell that is not like the others', () => {
  const [header, row] = FILE.split('\n')
  const mixed = joined(utf8(`${header}\n${row}\n`), cp949('2026-04-02,폐막전,등대홀\n'))
  expect(found(read(mixed))).toEqual(['error encoding.invalid 3 제목'])
  const other = joined(cp949(`${header}\n${row}\n`), utf8('2026-04-02,폐막,등대홀\n'))
  expect(found(read(other))).toEqual(['error encoding.invalid 3 제목'])
  const inOneRow = joined(utf8(`${header}\n2026-04-02,폐막전,`), cp949('등대홀\n'))
  expect(found(read(inOneRow))).toEqual(['error encoding.invalid 2 장소'])
})

test('UTF-8 that CP949 could also be is not read as another language’s letters', () => {
  // The six bytes of 경기 are three characters of CP949.
  expect(iconv.decode(utf8('경기') as never, 'cp949')).not.toContain('\ufffd')
  const mixed = joined(utf8('date,title\n2026-04-01,경기\n'), cp949('2026-04-02,개막\n'))
  expect(found(read(mixed))).toEqual(['error encoding.invalid 3 title'])
})

test.each([
  ['a CP949 character cut in half', [0xb0]],
  ['a stray continuation byte', [0x80]],
  ['an overlong slash', [0xc0, 0xaf]],
  ['a longer one', [0xf0, 0x80, 0x80, 0xaf]],
  ['half a surrogate pair', [0xed, 0xa0, 0x80]],
  ['beyond Unicode', [0xf4, 0x90, 0x80, 0x80]],
  ['Latin letters with umlauts', [...'M\xfcnchen f\xfcr alle'].map((c) => c.charCodeAt(0))],
  ['Japanese in Shift_JIS', [0x82, 0xb1, 0x82, 0xf1, 0x82, 0xc9, 0x82, 0xbf, 0x82, 0xcd]],
])('%s is refused at its row and column', (_, cell) => {
  const file = joined(utf8('date,title\n2026-04-01,a\n2026-04-02,'), bytes(...cell), utf8('\n'))
  expect(found(read(file))).toEqual(['error encoding.invalid 3 title'])
})

test('JSON in no encoding is refused at its line', () => {
  const file = joined(utf8('{"events": [\n{"title": "'), bytes(0x80), utf8('"}]}'))
  expect(found(read(file))).toEqual(['error encoding.invalid line 2'])
})

test('UTF-16 without its mark, cut in half, or of four bytes is not guessed at', () => {
  expect(found(read(utf16(FILE, true).subarray(2)))).toEqual(['error encoding.unsupported'])
  expect(found(read(utf16(FILE, true).subarray(0, -1)))).toEqual(['error encoding.invalid'])
  expect(found(read(bytes(0xff, 0xfe, 0, 0, 0x41, 0, 0, 0)))).toEqual([
    'error encoding.unsupported',
  ])
  expect(found(read(joined(utf16(FILE, true), bytes(0x00, 0xd8))))).toEqual([
    'error encoding.invalid',
  ])
})

test('a letter that was lost before us is kept, and said', () => {
  expect(found(read(csv(['날짜', '제목'], ['2026-04-01', 'caf\ufffd'])))).toEqual([
    'warning encoding.replacement_char 2 제목 caf\ufffd',
  ])
})

test.each([
  ['시즌.xlsx', [0x50, 0x4b, 0x03, 0x04], 'file.unreadable'],
  ['시즌.csv', [0x50, 0x4b, 0x03, 0x04], 'file.type_mismatch XLSX'],
  ['시즌.xls', [0xd0, 0xcf, 0x11, 0xe0], 'file.unsupported XLS'],
  ['시즌.csv', [...'%PDF-1.7'].map((c) => c.charCodeAt(0)), 'file.type_mismatch PDF'],
  ['시즌.csv', [0x1f, 0x8b, 8], 'file.type_mismatch gzip'],
  ['시즌.csv', [...'\n<!DOCTYPE html>'].map((c) => c.charCodeAt(0)), 'file.type_mismatch HTML'],
  ['시즌.xls', [...'<table><tr>'].map((c) => c.charCodeAt(0)), 'file.type_mismatch HTML'],
  ['시즌.csv', Array(100).fill(1), 'file.type_mismatch binary'],
])('%s: another kind of file is told by its first bytes', (name, head, wanted) => {
  expect(found(read(bytes(...head), {}, name))).toEqual([`error ${wanted}`])
})

test('nothing at all', () => {
  expect(found(read(''))).toEqual(['error file.empty'])
  expect(found(read('\n\n\n'))).toEqual(['error file.empty'])
  expect(found(read('\ufeff'))).toEqual(['error file.empty'])
  expect(found(read(' , \n'))).toEqual(['error file.empty'])
})
