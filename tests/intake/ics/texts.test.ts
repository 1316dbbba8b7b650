import { expect, test } from 'vitest'
import { calendar, factsOf, read, said, saidOf, vevent } from './calendars.ts'

const START = 'DTSTART;VALUE=DATE:20260401'

test('what a feed republishes is facts, and nothing that fetches or calls', () => {
  const reading = read(
    calendar(
      vevent(
        ...[START, 'UID:a', 'SUMMARY:봄 세일\\, 둘째 날', 'DESCRIPTION:첫 줄\\n둘째 줄'],
        ...[
          'LOCATION:1호점\\n서울 중구',
          'GEO:37.5;127',
          'URL:https://x.example/a,b',
          'CATEGORIES:A,B\\,C',
        ],
        ...['ATTACH:file:///etc/passwd', 'ORGANIZER:mailto:a@x.example', 'X-ALT-DESC:<b>'],
        ...['BEGIN:VALARM', 'ACTION:EMAIL', 'TRIGGER:-PT5M', 'END:VALARM'],
      ),
    ),
  )
  expect(reading.rows.map(({ facts }) => facts)).toEqual([
    {
      ...{ externalId: 'a', title: '봄 세일, 둘째 날', description: '첫 줄\n둘째 줄' },
      ...{ start: '2026-04-01', end: null, allDay: true, timeTbd: false, timezone: 'Asia/Seoul' },
      location: {
        ...{ name: '1호점', address: '서울 중구', region: null, latitude: 37.5, longitude: 127 },
      },
      ...{ categories: ['A', 'B,C'], links: [{ label: 'info', url: 'https://x.example/a,b' }] },
      ...{ rrule: null, exdates: [], overrides: [] },
    },
  ])
  expect(said(reading).map((text) => text.replace(/ \d+$/, ''))).toEqual([
    'warning ics.left_out ATTACH',
    'warning ics.left_out VALARM',
    'warning ics.left_out ACTION',
  ])
})

test('HTML is text, and a link that runs as a program is refused', () => {
  expect(factsOf(START, 'DESCRIPTION:<script>x</script>')[0]?.description).toBe(
    '<script>x</script>',
  )
  expect(saidOf(START, 'URL:javascript:alert(1)')).toEqual(['error url.scheme URL 7'])
  expect(saidOf(START, 'URL:message://inbox')).toEqual(['warning url.scheme URL 7'])
})

test('STATUS and METHOD:CANCEL cancel', () => {
  expect(read(calendar(vevent(START, 'STATUS:CANCELLED'))).rows[0]?.status).toBe('cancelled')
  expect(read(calendar('METHOD:CANCEL', vevent(START))).rows[0]?.status).toBe('cancelled')
})

test('an event without a UID has no id', () => {
  expect(factsOf(START)[0]).not.toHaveProperty('externalId')
})

test('a fold may stand within a character, and in a name', () => {
  const text = calendar(vevent(START)).replace('SUMMARY:경기', 'SUMM\r\n ARY:§')
  const [before = '', after = ''] = text.split('§')
  const encoder = new TextEncoder()
  const bytes = [0xea, 0xb0, 0x0d, 0x0a, 0x20, 0x80] // 가, folded
  const file = new Uint8Array([...encoder.encode(before), ...bytes, ...encoder.encode(after)])
  expect(read(file).rows[0]?.facts.title).toBe('가')
})

test('CP949 and Latin-1 are read, and that is said', () => {
  const ascii = (text: string) => [...text].map((character) => character.charCodeAt(0))
  const [before = '', after = ''] = calendar(vevent(START)).split('경기')
  const korean = new Uint8Array([...ascii(before), 0xb0, 0xe6, 0xb1, 0xe2, ...ascii(after)])
  expect(read(korean).rows[0]?.facts.title).toBe('경기')
  const french = new Uint8Array([...ascii(before), ...ascii('Caf\u00e9'), ...ascii(after)])
  const reading = read(french)
  expect(reading.rows[0]?.facts.title).toBe('Café')
  expect(reading.findings.map(({ code }) => code)).toEqual(['encoding.guessed'])
})

test.each([
  [
    'cut off',
    calendar(vevent(START)).slice(0, -'END:VCALENDAR\r\n'.length),
    'error ics.structure BEGIN 1',
  ],
  ['no calendar', calendar([]), 'error file.no_rows BEGIN 1'],
  ['text before it', `x\r\n${calendar(vevent(START))}`, 'error ics.structure X 1'],
  ['an event in an event', calendar(vevent(START, ...vevent(START))), 'error ics.nesting BEGIN 6'],
  ['a line that is none', calendar(vevent(START, 'hello')), 'error ics.line HELLO 7'],
  ['an open quotation mark', calendar(vevent(START, 'X-A;B="c:d')), 'error ics.line X-A 7'],
  ['vCalendar', calendar(vevent(START)).replace('2.0', '1.0'), 'error ics.version VERSION 2'],
  ['two starts', calendar(vevent(START, START)), 'error ics.duplicate_property DTSTART 7'],
  ['no start', calendar(vevent('UID:a')), 'error field.required DTSTART 4'],
  [
    'one id twice',
    calendar(vevent(START, 'UID:a'), vevent(START, 'UID:a')),
    'error uid.duplicate UID 12',
  ],
  [
    'a line without end',
    calendar(vevent(START, `DESCRIPTION:${'x'.repeat(70_000)}`)),
    'error field.too_long DESCRIPTION 7',
  ],
])('%s is refused at its line', (_name, text, finding) => {
  expect(said(read(text))).toEqual([finding])
})
