// Hostile tables and JSON against the whole application: nothing wrong gets published, nothing
// refused leaves a trace, and what is odd is decided as docs/decisions/hostile-input.md says.
//
// We differ from the set, by our contract, in one thing: a date that reads in two ways is a question
// (201, `ready`), where the set has a refusal. It counts as one: nothing is published.

import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { harness } from '#harness'
import type { Json, Kalends } from '../harness.ts'

const HOSTILE = new URL('../../../shared/hostile/', import.meta.url)
const here = existsSync(HOSTILE)

interface Case {
  id: string
  kind: string
  expected: 'accept' | 'reject' | 'reject-or-repair'
  reason?: string
  must?: Json
  file: string | null
  filename?: string
  recipe?: string
  args?: object
}

const { cases } = here
  ? JSON.parse(readFileSync(new URL('index.json', HOSTILE), 'utf8'))
  : { cases: [] }
const tables: Case[] = cases.filter(({ kind }: Case) => kind === 'csv' || kind === 'json')

/** No answer may take longer, on whatever machine. */
const PATIENCE_MS = 5000
const KEPT = '날짜,제목\n2026-05-01,개막\n2026-05-02,폐막\n'

async function bytesOf({ file, recipe, args }: Case): Promise<Uint8Array> {
  if (file) return readFileSync(new URL(file, HOSTILE))
  const { recipes } = await import(new URL('recipes.mjs', HOSTILE).href)
  return recipes[recipe ?? ''](args)
}

async function calendarNamed(kalends: Kalends, partner: string, calendar: string) {
  const seoul = { timezone: 'Asia/Seoul', locale: 'en' }
  await kalends.admin('PUT', `/v1/partners/${partner}`, { name: partner, ...seoul })
  const path = `/v1/partners/${partner}/calendars/${calendar}`
  expect((await kalends.admin('PUT', path, { name: calendar })).status).toBe(201)
  return `${partner}/${calendar}`
}

interface Outcome {
  status: number
  published: boolean
  findings: Json[]
  body: Json
}

async function offered(kalends: Kalends, address: string, given: Case): Promise<Outcome> {
  const filename = given.filename ?? given.file ?? `${given.id}.${given.kind}`
  const began = performance.now()
  const { status, body } = await kalends.upload(address, await bytesOf(given), { filename })
  expect(performance.now() - began).toBeLessThan(PATIENCE_MS)
  const published = body.status === 'published'
  const findings = body.findings ?? [{ severity: 'error', message: body.detail }]
  return { status, published, findings, body }
}

/** What the judge of the set wants to know. */
async function outcomeOf(kalends: Kalends, address: string, { published, findings }: Outcome) {
  const feed = Buffer.from(await kalends.feed(address))
  const changes = await kalends.admin('GET', `/v1/calendars/${address}/changes`)
  const startsAt = changes.body.changes[0]?.event?.startsAt
  const pages = await Promise.all(
    ['/', `/${address}`].map(async (path) => (await kalends.request(path)).text()),
  )
  const shown = findings.map((each) => ({ ...each, prop: each.property }))
  return {
    status: published ? 201 : 422,
    message: shown.map(({ code, row, column }) => `${code} ${row} ${column}`).join('; '),
    errors: shown.filter(({ severity }) => severity !== 'warning'),
    warnings: shown.filter(({ severity }) => severity === 'warning'),
    feed: published ? feed : null,
    startUtc: startsAt?.includes('T') && new Date(startsAt).toISOString().replace('.000', ''),
    html: pages.join('\n'),
  }
}

/** `field.newline` → what the table decides. */
const decisions = [
  ...readFileSync(
    new URL('../../docs/decisions/hostile-input.md', import.meta.url),
    'utf8',
  ).matchAll(/^\| (`.*?) \| (refuse|repair) \|/gm),
].flatMap(([, codes = '', decided]) =>
  [...codes.matchAll(/`([\w.]+)`/g)].map(([, code]) => `${decided} ${code}`),
)

function decidedAsWritten({ published, findings }: Outcome): boolean {
  const told = findings.filter(({ severity }) => severity === (published ? 'warning' : 'error'))
  // Nothing was odd after all: it was read as it stands.
  if (published && told.length === 0) return true
  return told.some(({ code }) => decisions.includes(`${published ? 'repair' : 'refuse'} ${code}`))
}

test.skipIf(!here)('the set is the one that is meant', () => {
  expect(tables.length).toBeGreaterThan(190)
  expect(decisions.length).toBeGreaterThan(15)
})

test.skipIf(!here).each(tables.map((each) => [each.id, each] as const))(
  'hostile: %s',
  async (id, given) => {
    const { judge } = await import(new URL('judge.mjs', HOSTILE).href)
    const kalends = await harness({ now: '2026-01-01T00:00:00Z' })
    const other = await calendarNamed(kalends, 'elsewhere', 'stage')
    await kalends.upload(other, KEPT)
    await kalends.upload('harbour/regatta', KEPT)
    const before = await Promise.all([other, 'harbour/regatta'].map(kalends.feed))
    const prototype = Reflect.ownKeys(Object.prototype)

    const fresh = await calendarNamed(kalends, 'harbour', 'fresh')
    const outcome = await offered(kalends, fresh, given)
    const faults: string[] = judge(given, await outcomeOf(kalends, fresh, outcome))
    expect(faults, JSON.stringify(outcome.findings.slice(0, 5))).toEqual([])
    const warned = given.must?.warn?.kind
    if (warned) expect(outcome.findings.map(({ code }) => code)).toContain(warned)
    if (given.expected === 'reject-or-repair')
      expect(decidedAsWritten(outcome), JSON.stringify(outcome.findings)).toBe(true)

    if (outcome.published) await changesNothingAgain(kalends, fresh, given)
    else {
      const refused = await offered(kalends, 'harbour/regatta', given)
      expect([refused.published, id]).toEqual([false, id])
    }
    const after = await Promise.all([other, 'harbour/regatta'].map(kalends.feed))
    expect(after).toEqual(before)
    expect(Reflect.ownKeys(Object.prototype)).toEqual(prototype)
  },
)

async function changesNothingAgain(kalends: Kalends, address: string, given: Case) {
  const feed = await kalends.feed(address)
  kalends.clock.now = '2026-01-02T00:00:00Z'
  const again = await offered(kalends, address, given)
  expect(again.body).toMatchObject({ status: 'published', revision: 1 })
  expect(await kalends.feed(address)).toBe(feed)
}
