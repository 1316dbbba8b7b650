// Strings that break careless writers, for the property tests.

import fc from 'fast-check'

const PIECES = [
  ...[
    '가',
    '힣',
    'ㄱ',
    '👨‍👩‍👧‍👦',
    '🏴󠁧󠁢󠁥󠁮󠁧󠁿',
    '🇰🇷',
    'e\u0301',
    '\u200d',
    '\ufe0f',
    '\ufeff',
    '﷽',
    '\u202e',
  ],
  ...['\r', '\n', '\r\n', '\r\n ', '\n\t', '\t', '\u0000', '\u000b', '\u000c', '\u001b', '\u007f'],
  ...[
    '\u0085',
    '\u2028',
    '\u2029',
    '\ud800',
    '\udfff',
    '\\',
    '\\n',
    '\\,',
    ';',
    ',',
    ':',
    '"',
    '^',
    "'",
  ],
  ...[
    '\r\nBEGIN:VEVENT\r\nUID:x\r\nEND:VEVENT',
    '\nEND:VCALENDAR',
    '\r\nATTENDEE:mailto:a@b.example',
  ],
  ...['\rATTACH:https://x.example', ' ', 'a'.repeat(74), '한'.repeat(25), '<b>', '%0D%0A', '=1+1'],
] as const

/** Anything a partner may send, and some things that no parser should have let through. */
export const hostile: fc.Arbitrary<string> = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 120 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 })
    .map((units) => String.fromCharCode(...units)),
)
