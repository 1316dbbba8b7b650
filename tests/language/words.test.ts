// What is said to people: in both languages, of the same things, and never read as a pattern.

import { IntlMessageFormat } from 'intl-messageformat'
import { expect, test } from 'vitest'
import { FINDING_CODES } from '../../src/intake/finding.ts'
import { chooseLanguage } from '../../src/language/choose.ts'
import { describeFinding, FINDING_CATALOGUES } from '../../src/language/findings.ts'
import { describeProblem, PROBLEM_CATALOGUES } from '../../src/language/problems.ts'
import { PROBLEM_CODES } from '../../src/problem.ts'

const namesIn = (pattern: string): string[] =>
  [...new Set([...pattern.matchAll(/\{(\w+)[,}]/g)].map(([, name]) => name ?? ''))].sort()

const { en, ko } = FINDING_CATALOGUES
const { en: problemsEn, ko: problemsKo } = PROBLEM_CATALOGUES

const PATTERNS = [
  ...FINDING_CODES.flatMap((code) =>
    (['message', 'hint'] as const).map((part) => [
      `${code} ${part}`,
      en[code][part],
      ko[code][part],
    ]),
  ),
  ...PROBLEM_CODES.flatMap((code) =>
    (['title', 'detail'] as const).map((part) => [
      ...[`${code} ${part}`, problemsEn[code][part], problemsKo[code][part]],
    ]),
  ),
] as [string, string, string][]

test('every code has words in both languages, and no words are of a code that is none', () => {
  for (const catalogue of [en, ko])
    expect(Object.keys(catalogue).sort()).toEqual([...FINDING_CODES].sort())
  for (const catalogue of [problemsEn, problemsKo])
    expect(Object.keys(catalogue).sort()).toEqual([...PROBLEM_CODES].sort())
})

test.each(PATTERNS)('%s', (_, english, korean) => {
  expect(english.trim()).not.toBe('')
  expect(korean).toMatch(/[가-힣]|^\{/)
  expect(english).not.toMatch(/[ㄱ-ㅎ]/)
  for (const [pattern, language] of [
    [english, 'en'],
    [korean, 'ko'],
  ] as const) {
    const values = Object.fromEntries(namesIn(pattern).map((name) => [name, `<${name}>`]))
    const said = String(new IntlMessageFormat(pattern, language).format(values))
    for (const name of namesIn(pattern))
      if (!pattern.includes(`{${name}, select`)) expect(said).toContain(`<${name}>`)
  }
})

/** A message and its hint, or a title and its detail, speak of the same things in both languages. */
test.each([
  ...FINDING_CODES.map((code) => [
    ...[code, `${en[code].message} ${en[code].hint}`, `${ko[code].message} ${ko[code].hint}`],
  ]),
  ...PROBLEM_CODES.map((code) => [code, problemsEn[code].detail, problemsKo[code].detail]),
] as [string, string, string][])(
  '%s speaks of the same things in both languages',
  (_, one, other) => {
    expect(namesIn(one)).toEqual(namesIn(other))
  },
)

const AWKWARD = [
  ...[
    '{',
    '}',
    '{value}',
    '{x, plural, other {#}}',
    "'",
    "''",
    "'{'",
    '#',
    '<b>',
    '</b>',
    '<',
    '|',
  ],
  ...['%s', '\\', '$&', '"'],
]

test.each(AWKWARD)('%s in a value comes out as it went in', (value) => {
  for (const language of ['en', 'ko'] as const) {
    const { message } = describeFinding({ code: 'date.invalid', value }, language)
    expect(message).toContain(value)
    const params = { readings: value, count: 2 }
    expect(describeFinding({ code: 'date.ambiguous', value, params }, language).message).toContain(
      value,
    )
    const detail = { what: 'calendar', name: value }
    expect(describeProblem('not_found', detail, language).detail).toContain(value)
  }
})

test('a finding is said with its value, its place and what else it carries', () => {
  const finding = {
    code: 'row.ragged',
    row: 4,
    value: '하버홀에서',
    params: { cells: 3, columns: 2 },
  } as const
  expect(describeFinding(finding, 'en').message).toBe(
    'This row has 3 cells, the header has 2; “하버홀에서” stands beyond it.',
  )
  expect(describeFinding(finding, 'ko').message).toContain('하버홀에서')
  const missing = { code: 'field.required', pointer: '/events/0/title' } as const
  expect(describeFinding(missing, 'en').message).toContain('/events/0/title')
  const whole = { code: 'json.type', pointer: '', value: '[]', params: { wanted: '{}' } } as const
  expect(describeFinding(whole, 'en').message).toBe('“[]” at / is of the wrong type.')
})

test('what a finding does not carry is a dash, and no failure', () => {
  expect(describeFinding({ code: 'date.ambiguous' }, 'en').message).toBe('“–” can be –.')
  expect(describeProblem('not_found', {}, 'en').detail).toBe('There is no – “–”.')
})

test.each([
  ['ko', 'en', 'ko'],
  ['ko-KR,ko;q=0.9,en-US;q=0.8', 'en', 'ko'],
  ['en-GB,en;q=0.9', 'ko', 'en'],
  ['EN', 'ko', 'en'],
  ['ja,en;q=0.5', 'ko', 'en'],
  ['ja,ko;q=0.3,en;q=0.5', 'ko', 'en'],
  ['en;q=0.3, ko;q=0.5', 'en', 'ko'],
  ['en;q=0,ko;q=0.1', 'en', 'ko'],
  ['en;q=0', 'ko', 'ko'],
  ['ja', 'ko', 'ko'],
  ['*', 'ko-KR', 'ko'],
  ['', 'en', 'en'],
  [null, 'ko', 'ko'],
  [null, 'ja', 'en'],
  ['korean', 'en', 'en'],
  [';;q=,,', 'ko', 'ko'],
  ['en;q=abc', 'ko', 'ko'],
])('whoever asks for %s, where %s is usual, is answered in %s', (asked, usual, language) => {
  expect(chooseLanguage(asked, usual)).toBe(language)
})

test('a wish as long as a letter is nobody’s', () => {
  expect(chooseLanguage(`${'xx,'.repeat(1000)}en`, 'ko')).toBe('ko')
})
