// Files spoilt as people, programs and wires spoil them. All chance comes from the seed.

export type Chance = () => number

/** Mulberry32: a run is its seed. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

export const below = (chance: Chance, limit: number): number => Math.floor(chance() * limit)
export const oneOf = <T>(chance: Chance, items: readonly T[]): T =>
  items[below(chance, items.length)] as T

const WORDS = [
  ...['0', '-1', '9999999999', '1e308', '2147483648', 'NaN', '', ' ', '\u0000', '\ufeff', '\u202e'],
  ...[
    '20260229',
    '00000000T000000',
    '99991231T235959Z',
    '2026-02-30',
    '24:00',
    '23:59:60',
    '4/1(월)',
  ],
  ...['FREQ=SECONDLY', 'FREQ=YEARLY;BYMONTHDAY=31;BYMONTH=2', 'COUNT=0', 'INTERVAL=99999999'],
  ...['UNTIL=19700101', 'BYDAY=53MO', 'BYSETPOS=-366', 'TZID=Mars/Olympus', 'TZID=Asia/Seoul'],
  ...[
    'TZID=America/New_York',
    'VALUE=DATE',
    '"',
    '""',
    ',',
    ';',
    ':',
    '\\',
    '\\n',
    '\t',
    '\r',
    '\n',
  ],
  ...[
    'BEGIN:VEVENT',
    'END:VEVENT',
    'BEGIN:VTIMEZONE',
    'RECURRENCE-ID:20260401T000000Z',
    '__proto__',
  ],
  ...[
    'constructor',
    '{{',
    '[]',
    'null',
    '👩‍👩‍👧‍👦',
    'e\u0301',
    'ﷺ',
    'https://u:p@x/',
    'javascript:1',
  ],
]

type Mutation = (bytes: Buffer, chance: Chance, other: Buffer) => Buffer

const onLines =
  (change: (lines: string[], at: number, chance: Chance) => void): Mutation =>
  (bytes, chance) => {
    const lines = bytes.toString('latin1').split('\n')
    change(lines, below(chance, lines.length), chance)
    return Buffer.from(lines.join('\n'), 'latin1')
  }

const onText =
  (pattern: RegExp, replacement: (found: string, chance: Chance) => string): Mutation =>
  (bytes, chance) => {
    const text = bytes.toString('latin1')
    const found = [...text.matchAll(pattern)]
    if (found.length === 0) return bytes
    const match = oneOf(chance, found)
    const put = Buffer.from(replacement(match[0], chance), 'utf8').toString('latin1')
    const end = match.index + match[0].length
    return Buffer.from(text.slice(0, match.index) + put + text.slice(end), 'latin1')
  }

const MUTATIONS: readonly Mutation[] = [
  (bytes, chance) => {
    const spoilt = Buffer.from(bytes)
    spoilt[below(chance, spoilt.length)] = below(chance, 256)
    return spoilt
  },
  (bytes, chance) => bytes.subarray(0, below(chance, bytes.length)),
  (bytes, chance, other) =>
    Buffer.concat([
      bytes.subarray(0, below(chance, bytes.length)),
      other.subarray(below(chance, other.length)),
    ]),
  (bytes, chance) => Buffer.from(bytes.toString('utf8'), oneOf(chance, ['utf16le', 'latin1'])),
  onLines((lines, at) => lines.splice(at, 1)),
  onLines((lines, at) => lines.splice(at, 0, lines[at] ?? '')),
  onLines((lines, at, chance) => {
    const place = below(chance, lines.length)
    const kept = lines[at] ?? ''
    lines[at] = lines[place] ?? ''
    lines[place] = kept
  }),
  onText(/\d+/g, (found, chance) => oneOf(chance, [`${found}0`, `-${found}`, '0', '99', '9999'])),
  onText(/\d/g, (_, chance) => String(below(chance, 10))),
  onText(/\d{4}-?\d{2}-?\d{2}/g, (_, chance) => oneOf(chance, WORDS)),
  onText(/(?:FREQ|BY\w+|COUNT|UNTIL|INTERVAL|TZID)=[^;:\s]+/g, (_, chance) => oneOf(chance, WORDS)),
  onText(/[^\s,;:="]+/g, (_, chance) => oneOf(chance, WORDS)),
  onText(/[,;:="\r]/g, (_, chance) => oneOf(chance, WORDS)),
]

const MAX_MUTATIONS = 4

export function mutated(bytes: Buffer, other: Buffer, chance: Chance): Buffer {
  let spoilt = bytes
  for (let times = 1 + below(chance, MAX_MUTATIONS); times > 0; times -= 1)
    if (spoilt.length > 0) spoilt = oneOf(chance, MUTATIONS)(spoilt, chance, other)
  return spoilt
}

/** What may well stand in a cell or a value. */
const PLAUSIBLE = [
  ...['', '-', '개막전', 'a, b; c\\d', '“q”', '👩‍👩‍👧‍👦🎉'.repeat(12), '가'.repeat(120), 'e\u0301'],
  ...[
    '2026-05-01',
    '2026-04-01 18:30',
    '18:30',
    '24:00',
    '미정',
    '취소',
    '1',
    'https://example.com/?a=b&c',
  ],
  ...['FREQ=WEEKLY;COUNT=3', 'Asia/Seoul', '\u0645\u0631\u062d\u0628\u0627', '=1+1', "it's"],
]

const TEXTS = /^(SUMMARY|DESCRIPTION|LOCATION|CATEGORIES|UID|URL|X-[A-Z-]+)((?:;[^:\r]*)?:)[^\r]*/
const TIMES = /^(?:DTSTART|DTEND|RRULE|EXDATE|RECURRENCE-ID|DURATION|SEQUENCE|STATUS)\b/

const inUtf8 = (text: string): string => Buffer.from(text, 'utf8').toString('latin1')
const escaped = (text: string): string => text.replace(/[\\,;]/g, '\\$&')
const anotherDigit: Mutation = onText(/\d/g, (_, chance) => String(below(chance, 10)))

const TOUCHES: Record<string, Mutation> = {
  csv: onLines((lines, at, chance) => {
    const place = Math.max(1, at)
    const cells = (lines[place] ?? '').split(',')
    if (lines[place]?.includes('"') || cells.length < 2) return
    const word = inUtf8(oneOf(chance, PLAUSIBLE))
    cells[below(chance, cells.length)] = word.includes(',') ? `"${word}"` : word
    lines[place] = cells.join(',')
  }),
  ics: onLines((lines, at, chance) => {
    const places = lines.flatMap((line, place) =>
      TEXTS.test(line) || TIMES.test(line) ? [place] : [],
    )
    const place = places.length > 0 ? oneOf(chance, places) : at
    const line = lines[place] ?? ''
    const word = inUtf8(escaped(oneOf(chance, PLAUSIBLE)))
    lines[place] = TEXTS.test(line)
      ? line.replace(TEXTS, (_, name, params) => `${name}${params}${word}`)
      : line.replace(/\d(?=\D*$)/, String(below(chance, 10)))
  }),
  json: onText(/(?<=": ?)"[^"\\]*"/g, (_, chance) => JSON.stringify(oneOf(chance, PLAUSIBLE))),
}

/** One cell or value is another; most files stay what they were. */
export function touched(bytes: Buffer, ending: string, chance: Chance): Buffer {
  const touch = chance() < 0.3 ? anotherDigit : (TOUCHES[ending] ?? anotherDigit)
  return touch(bytes, chance, bytes)
}
