// Text and lines, by the numbers of the publisher's checklist in docs/interop.md.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  cut,
  encodeUri,
  escapeText,
  fold,
  oneLine,
  quoteParameter,
} from '../../src/icalendar/text.ts'
import { clean } from '../../src/schedule/clean.ts'
import { physicalLines, readLine, readText, unfold } from './reading.ts'
import { hostile } from './strings.ts'

const octets = (text: string) => new TextEncoder().encode(text)
const folded = (line: string) => physicalLines(octets(fold(line)))

/** A logical line as the writers make them. */
const line = hostile.map((text) => `SUMMARY:${escapeText(text)}`)

test('§8.1 every line ends in CRLF, the folded ones too', () => {
  fc.assert(
    fc.property(line, (text) => {
      const written = fold(text)
      expect(written.endsWith('\r\n')).toBe(true)
      expect(written.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    }),
  )
})

test('§8.2 no line is longer than 75 octets, and unfolding gives back the line', () => {
  fc.assert(
    fc.property(line, (text) => {
      expect(unfold(folded(text))).toEqual([text])
    }),
  )
  const exact = `SUMMARY:${'x'.repeat(67)}`
  expect(folded(exact)).toEqual([exact])
  expect(folded(`${exact}y`)).toEqual([exact, ' y'])
})

test('§8.3 no fold inside a character', () => {
  for (const character of ['가', 'é', '😀', '👨‍👩‍👧‍👦'])
    for (let before = 60; before < 80; before += 1) {
      const text = `${'x'.repeat(before)}${character.repeat(30)}`
      // physicalLines decodes each line alone, and throws at half a character.
      expect(unfold(folded(text))).toEqual([text])
    }
  expect(folded(`SUMMARY:${'가'.repeat(23)}`)).toEqual([`SUMMARY:${'가'.repeat(22)}`, ' 가'])
})

test('§8.4 no control character but TAB, no half of a surrogate pair, no BOM', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const cleaned = clean(text)
      expect(cleaned).not.toMatch(/[^\P{Cc}\n\t]/u)
      expect(cleaned.isWellFormed()).toBe(true)
      expect(
        new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(octets(cleaned)),
      ).toBe(cleaned)
    }),
  )
  expect(clean('a\u0000b\u001bc\td')).toBe('abc\td')
  expect(clean('\ud83dx')).toBe('\ufffdx')
})

test('§8.5 TEXT escapes \\ ; , and line ends, and nothing else', () => {
  expect(escapeText('a\\b;c,d:e"f^g\'h')).toBe('a\\\\b\\;c\\,d:e"f^g\'h')
  for (const end of ['\n', '\r', '\r\n', '\u0085', '\u2028', '\u2029'])
    expect(escapeText(`1${end}2`)).toBe('1\\n2')
  fc.assert(
    fc.property(hostile, (text) => {
      expect(readText(escapeText(text))).toBe(clean(text))
      expect(oneLine(text)).not.toMatch(/[\r\n\t]/)
    }),
  )
})

test('§8.7 a URI is percent-encoded ASCII and is not escaped', () => {
  expect(encodeUri('https://x.example/a,b;c?q=1&r="한글" <x>')).toBe(
    'https://x.example/a,b;c?q=1&r=%22%ED%95%9C%EA%B8%80%22%20%3Cx%3E',
  )
  expect(encodeUri('https://x.example/%ED%95%9C?a=%2C')).toBe('https://x.example/%ED%95%9C?a=%2C')
  fc.assert(
    fc.property(hostile, (text) => {
      expect(encodeUri(text)).toMatch(/^[!-~]*$/)
    }),
  )
})

test('§8.8 a parameter may hold anything', () => {
  expect(quoteParameter('a:b;c,"d"^e\nf')).toBe('"a:b;c,^\'d^\'^^e^nf"')
  fc.assert(
    fc.property(hostile, (text) => {
      const [logical = ''] = unfold(folded(`X-TEST;X-TITLE=${quoteParameter(text)}:value`))
      expect(readLine(logical)).toEqual({
        ...{ name: 'X-TEST', params: { 'X-TITLE': clean(text) }, value: 'value' },
      })
    }),
  )
})

test('§8.26 what is too long is cut between characters, and says so', () => {
  expect(cut('abcdef', 6)).toBe('abcdef')
  expect(cut('abcdef', 5)).toBe('abcd…')
  expect(cut('ab😀def', 4)).toBe('ab…')
  expect(cut('abc', 0)).toBe('')
  fc.assert(
    fc.property(hostile, fc.integer({ min: -3, max: 40 }), (text, units) => {
      const short = cut(text.toWellFormed(), units)
      expect(short.length).toBeLessThanOrEqual(Math.max(units, 0))
      expect(short.isWellFormed()).toBe(true)
    }),
  )
})
