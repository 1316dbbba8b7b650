import { expect, test } from 'vitest'
import { calendar, factsOf, read, said, saidOf, vevent } from './calendars.ts'

const START = 'DTSTART;TZID=Asia/Seoul:20260302T180000'

test('a rule that every program reads alike stays a series, with what it takes back', () => {
  expect(
    factsOf('UID:a', START, 'RRULE:FREQ=WEEKLY;COUNT=5', 'EXDATE:20260309T090000Z'),
  ).toMatchObject([
    { externalId: 'a', rrule: 'FREQ=WEEKLY;COUNT=5', exdates: ['2026-03-09T18:00:00'] },
  ])
})

test('EXDATE as a date means the happening on that day', () => {
  const [facts] = factsOf(START, 'RRULE:FREQ=DAILY;COUNT=5', 'EXDATE;VALUE=DATE:20260303')
  expect(facts?.exdates).toEqual(['2026-03-03T18:00:00'])
})

test('happenings that differ are overrides, and one may be cancelled', () => {
  const reading = read(
    calendar(
      vevent('UID:a', START, 'RRULE:FREQ=WEEKLY;COUNT=5'),
      vevent(
        ...['UID:a', 'RECURRENCE-ID;TZID=Asia/Seoul:20260309T180000'],
        ...['DTSTART;TZID=Asia/Seoul:20260310T190000', 'SUMMARY:옮긴 경기'],
      ),
      vevent(
        ...['UID:a', 'RECURRENCE-ID:20260316T090000Z', 'DTSTART:20260316T090000Z'],
        'STATUS:CANCELLED',
      ),
    ),
  )
  expect(said(reading)).toEqual([])
  expect(reading.rows.map(({ facts }) => facts.overrides)).toEqual([
    [
      {
        recurrenceId: '2026-03-09T18:00:00',
        facts: { title: '옮긴 경기', start: '2026-03-10T19:00:00' },
      },
      { recurrenceId: '2026-03-16T18:00:00', facts: { status: 'cancelled' } },
    ],
  ])
})

test.each([
  ['weekly positions', 'FREQ=WEEKLY;BYDAY=MO,WE;BYSETPOS=-1;COUNT=3', 3],
  ['a start off its rule', 'FREQ=WEEKLY;BYDAY=TU;COUNT=3', 3],
  ['several times a day', 'FREQ=DAILY;BYHOUR=9,18;COUNT=4', 4],
  ['once', 'FREQ=DAILY;COUNT=1', 1],
])('%s become single events', (_name, rule, count) => {
  const rows = factsOf('UID:a', START, `RRULE:${rule}`)
  expect(rows.map(({ rrule }) => rrule)).toEqual(Array(count).fill(null))
  expect(rows[0]).toMatchObject({ externalId: 'a#2026-03-02T18:00:00' })
  expect(saidOf('UID:a', START, `RRULE:${rule}`)).toEqual(['warning rrule.expanded RRULE 8'])
})

test('RDATE adds events', () => {
  expect(factsOf('UID:a', START, 'RDATE;TZID=Asia/Seoul:20260305T180000')).toMatchObject([
    { externalId: 'a', start: '2026-03-02T18:00:00' },
    { externalId: 'a#2026-03-05T18:00:00', start: '2026-03-05T18:00:00' },
  ])
})

test('from RANGE=THISANDFUTURE on, all are as the one is', () => {
  const { rows } = read(
    calendar(
      vevent('UID:a', START, 'RRULE:FREQ=DAILY;COUNT=3'),
      vevent(
        ...['UID:a', 'RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Asia/Seoul:20260303T180000'],
        ...['DTSTART;TZID=Asia/Seoul:20260303T190000', 'SUMMARY:나중'],
      ),
    ),
  )
  expect(rows.map(({ facts }) => `${facts.title} ${facts.start}`)).toEqual([
    '경기 2026-03-02T18:00:00',
    '나중 2026-03-03T19:00:00',
    '나중 2026-03-04T19:00:00',
  ])
})

test('an override without its master stands alone', () => {
  const reading = read(
    calendar(vevent('UID:a', 'RECURRENCE-ID:20260302T010000Z', 'DTSTART:20260302T010000Z')),
  )
  expect(reading.rows).toHaveLength(1)
  expect(said(reading)).toEqual(['warning recurrence.orphan RECURRENCE-ID 7'])
})

test('what is private is never published, not even within a series', () => {
  const { rows } = read(
    calendar(
      vevent('UID:a', START, 'RRULE:FREQ=DAILY;COUNT=3'),
      vevent(
        ...['UID:a', 'RECURRENCE-ID;TZID=Asia/Seoul:20260303T180000', 'SUMMARY:비밀'],
        ...['DTSTART;TZID=Asia/Seoul:20260303T180000', 'CLASS:PRIVATE'],
      ),
      vevent('UID:b', START, 'CLASS:CONFIDENTIAL', 'SUMMARY:비밀'),
    ),
  )
  expect(rows.map(({ facts }) => facts.exdates)).toEqual([['2026-03-03T18:00:00']])
  expect(JSON.stringify(rows)).not.toContain('비밀')
})

test.each([
  'FREQ=SECONDLY',
  'FREQ=HOURLY;INTERVAL=2;BYHOUR=1',
  'FREQ=DAILY;COUNT=1e9',
  'FREQ=DAILY;BYHOUR=24',
  'FREQ=DAILY;UNTIL=20260230',
  'FREQ=DAILY;INTERVAL=0',
  'FREQ=DAILY;BYHOUR=1,2,3,4,5,6,7,8',
])('%s is refused at once', (rule) => {
  const begun = performance.now()
  const [finding] = saidOf(START, `RRULE:${rule}`)
  expect(finding).toMatch(/^error rrule\.(?:invalid|too_dense) RRULE 7$/)
  expect(performance.now() - begun).toBeLessThan(500)
})

test.each(['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31', 'FREQ=MONTHLY;BYDAY=1TH;BYSETPOS=2'])(
  '%s never comes again, and its start alone is left',
  (rule) => {
    expect(factsOf(START, `RRULE:${rule}`)).toHaveLength(1)
  },
)

test('a lone series is one, though it names a happening of its own', () => {
  const lines = ['UID:a', START, 'RRULE:FREQ=WEEKLY;COUNT=5', 'RECURRENCE-ID:19700101T070000Z']
  expect(factsOf(...lines)).toMatchObject([{ externalId: 'a', rrule: 'FREQ=WEEKLY;COUNT=5' }])
  expect(saidOf(...lines).join()).toContain('recurrence.orphan')
})

test('RFC 5545 §3.3.10: a day is numbered from 1, within months and years alone', () => {
  for (const rule of ['MONTHLY;BYDAY=0MO', 'YEARLY;BYWEEKNO=10;BYDAY=2MO', 'DAILY;BYDAY=1MO'])
    expect(saidOf(START, `RRULE:FREQ=${rule}`).join()).toContain('rrule.invalid')
})

test('the last place of a month is counted from its end, also where the reading ends', () => {
  const rule = 'RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYHOUR=18;BYSETPOS=-1'
  const days = factsOf('DTSTART:20260331T180000', rule).map(({ start }) => start?.slice(8, 10))
  expect(days.length).toBeGreaterThan(50)
  expect(days.filter((day) => Number(day) < 26)).toEqual([])
})
