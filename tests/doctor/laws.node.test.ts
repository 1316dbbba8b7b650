// What holds of the doctor whatever it is given.

import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DEFECT_CODES, DEFECTS, EFFECT_WEIGHT } from '../../src/doctor/defects.ts'
import { examineFile } from '../../src/doctor/examine.ts'
import { MAX_PLACES } from '../../src/doctor/notes.ts'
import { reportOf } from '../../src/doctor/report.ts'
import { MAX_FEED_OCTETS } from '../../src/doctor/visits.ts'
import { DEFECT_WORDS } from '../../src/doctor/words.ts'

const GOLDEN = new URL('../golden/doctor/', import.meta.url)
const feeds = readdirSync(GOLDEN).map((name) => readFileSync(new URL(`${name}/feed.ics`, GOLDEN)))
const healthy = readFileSync(new URL('healthy/feed.ics', GOLDEN))

/** One feed, spoiled in some places. */
const spoiled = fc
  .record({
    feed: fc.constantFrom(...feeds.filter(({ length }) => length < 20_000)),
    at: fc.array(fc.tuple(fc.nat(), fc.constantFrom(...'\r\n :;,="\\\0\u00ff0ZT-')), {
      minLength: 1,
      maxLength: 12,
    }),
  })
  .map(({ feed, at }) => {
    const bytes = new Uint8Array(feed)
    for (const [place, character] of at)
      if (bytes.length > 0) bytes[place % bytes.length] = character.charCodeAt(0)
    return bytes
  })

test('whatever is spoiled, there is a report, each defect has a place or none, in both languages', () => {
  fc.assert(
    fc.property(spoiled, (bytes) => {
      for (const language of ['ko', 'en'] as const) {
        const report = reportOf(examineFile(bytes), language)
        const breaks = report.findings.some(({ severity }) => severity === 'breaks')
        expect(report.health === 'breaks').toBe(breaks)
        for (const { places, count, message, hint } of report.findings) {
          expect(places.length).toBeLessThanOrEqual(Math.min(MAX_PLACES, count))
          expect(places.every(({ line }) => line >= 1)).toBe(true)
          expect(message && hint).toBeTruthy()
        }
      }
    }),
    { numRuns: 400 },
  )
})

test('nobody is told to be broken by a feed that is healthy', () => {
  for (const feed of feeds) {
    const { health, verdicts } = examineFile(feed)
    if (health === 'healthy') expect(verdicts.every(({ state }) => state === 'well')).toBe(true)
    if (health !== 'breaks') expect(verdicts.some(({ state }) => state === 'broken')).toBe(false)
  }
})

test('what breaks a feed breaks it for somebody, and a note for nobody', () => {
  for (const code of DEFECT_CODES) {
    const { severity, clients } = DEFECTS[code]
    const worst = Math.max(0, ...Object.values(clients).map((effect) => EFFECT_WEIGHT[effect]))
    // Who is refused by a server is known only when it has been asked.
    if (severity === 'breaks' && !['refused_client', 'condition_wrong'].includes(code))
      expect([code, worst]).toEqual([code, 2])
    if (severity === 'hurts') expect([code, worst < 2]).toEqual([code, true])
  }
})

test('both languages speak of the same things', () => {
  const blanks = (text: string) => [...text.matchAll(/\{(\w+)[,}]/g)].map(([, name]) => name).sort()
  for (const code of DEFECT_CODES) {
    const [korean, english] = [DEFECT_WORDS.ko[code], DEFECT_WORDS.en[code]]
    expect([code, new Set(blanks(korean.join()))]).toEqual([code, new Set(blanks(english.join()))])
    expect([code, /[가-힣]/.test(korean[0]), /[가-힣]/.test(english.join())]).toEqual([
      code,
      true,
      false,
    ])
  }
})

/** A second or so; a machine that runs many tests at once is given more. */
const MAX_MS = 8000

test('the largest feed that is taken is looked at in good time', () => {
  const text = new TextDecoder().decode(healthy)
  const [, event = ''] = /(BEGIN:VEVENT[\s\S]*?END:VEVENT\r\n)/.exec(text) ?? []
  const many = event.repeat(Math.ceil(MAX_FEED_OCTETS / event.length))
  const bytes = new TextEncoder().encode(text.replace(event, many)).subarray(0, MAX_FEED_OCTETS)
  const begun = performance.now()
  const { defects, anatomy } = examineFile(bytes)
  expect(performance.now() - begun).toBeLessThan(MAX_MS)
  // What is not looked at is counted.
  expect(anatomy?.events).toBe(new TextDecoder().decode(bytes).split('BEGIN:VEVENT').length - 1)
  expect(defects.map(({ code }) => code)).toEqual(
    expect.arrayContaining(['too_large', 'too_many_events', 'uid_twice', 'cut_short']),
  )
})
