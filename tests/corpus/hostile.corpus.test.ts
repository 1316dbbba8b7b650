// Hostile tables, workbooks, JSON and calendars against the whole application: nothing wrong gets published,
// nothing refused leaves a trace, and what is odd is decided as docs/decisions/hostile-input.md says.
//
// We differ from the set, by our contract, in one thing: a date that reads in two ways is a question
// (201, `ready`), where the set has a refusal. It counts as one: nothing is published.
//
// That no file appears outside the data folder cannot be seen here: all is held in memory, and the
// application knows no file system (it runs as a Worker too). http.corpus.test.ts looks for it on a
// real server.

import { afterAll, beforeAll, expect, test } from 'vitest'
import { harness } from '#harness'
import type { Json, Kalends } from '../harness.ts'
import { calls, decisions, exceptions, heldMegabytes, most, spent, watched } from './hostile.ts'
import { bytesOf, type Case, casesOf, HOSTILE, here } from './hostile-cases.ts'

const cases = casesOf('csv', 'json', 'ics', 'xlsx')

/** No answer may take longer, on whatever machine. */
const PATIENCE_MS = 5000
/** What all cases together may leave behind on the heap. */
const MAX_LEFT_MEGABYTES = 64
const KEPT = '날짜,제목\n2026-05-01,개막\n2026-05-02,폐막\n'

let heldBefore = 0
beforeAll(() => {
  heldBefore = heldMegabytes()
})
afterAll(() => {
  const left = heldMegabytes() - heldBefore
  console.log(['Slowest:', ...most('cpuMs'), 'Most memory:', ...most('rssMegabytes')].join('\n  '))
  console.log(`Left on the heap: ${left.toFixed(1)} MB`)
  expect(left).toBeLessThan(MAX_LEFT_MEGABYTES)
})

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

interface Offer {
  given: Case
  bytes: Uint8Array
}

async function offered(kalends: Kalends, address: string, { given, bytes }: Offer) {
  const filename = given.filename ?? given.file ?? `${given.id}.${given.kind}`
  const { status, body } = await watched(given.id, () =>
    kalends.upload(address, bytes, { filename }),
  )
  const published = body.status === 'published'
  const findings = body.findings ?? [{ severity: 'error', message: body.detail }]
  return { status, published, findings, body }
}

/** What the judge of the set wants to know. */
async function outcomeOf(kalends: Kalends, address: string, outcome: Outcome) {
  const { published, findings } = outcome
  const feed = Buffer.from(await kalends.feed(address))
  const changes = await kalends.admin('GET', `/v1/calendars/${address}/changes`)
  const startsAt = changes.body.changes[0]?.event?.startsAt
  const pages = await Promise.all(
    ['/', `/${address}`].map(async (path) => (await kalends.request(path)).text()),
  )
  const shown = findings.map((each) => ({ ...each, prop: each.property }))
  return {
    status: published ? 201 : Math.max(outcome.status, 422),
    message: shown.map(({ code, row, column }) => `${code} ${row} ${column}`).join('; '),
    errors: shown.filter(({ severity }) => severity !== 'warning'),
    warnings: shown.filter(({ severity }) => severity === 'warning'),
    feed: published ? feed : null,
    startUtc: startsAt?.includes('T') && new Date(startsAt).toISOString().replace('.000', ''),
    html: pages.join('\n'),
  }
}

function decidedAsWritten({ published, findings }: Outcome): boolean {
  const told = findings.filter(({ severity }) => severity === (published ? 'warning' : 'error'))
  // Nothing was odd after all: it was read as it stands.
  if (published && told.length === 0) return true
  return told.some(({ code }) => decisions.includes(`${published ? 'repair' : 'refuse'} ${code}`))
}

/** As the set prefers, or as the table of exceptions says. */
const preferred = ({ id, prefer }: Case) =>
  exceptions.get(id) ?? (prefer === 'reject' ? 'refuse' : 'repair')

test.skipIf(!here)('the set is the one that is meant', () => {
  expect(cases.length).toBe(340)
  expect(decisions.length).toBeGreaterThan(15)
  expect([...exceptions.keys()].filter((id) => !cases.some((one) => one.id === id))).toEqual([])
})

test('a call to anybody would be seen', async () => {
  await expect(fetch('http://127.0.0.1:18999/')).rejects.toThrow()
  expect(calls.splice(0).length).toBe(1)
})

test.skipIf(!here).each(cases.map((each) => [`${each.id} ${each.title}`, each] as const))(
  'hostile: %s',
  async (_name, given) => {
    const { judge } = await import(new URL('judge.mjs', HOSTILE).href)
    const kalends = await harness({ now: '2026-01-01T00:00:00Z' })
    const other = await calendarNamed(kalends, 'elsewhere', 'stage')
    await kalends.upload(other, KEPT)
    await kalends.upload('harbour/regatta', KEPT)
    const before = await Promise.all([other, 'harbour/regatta'].map(kalends.feed))
    const prototype = Reflect.ownKeys(Object.prototype)

    const OTHER_PARTNER_UID = /UID:(.*)\r/.exec(before[0] ?? '')?.[1] ?? ''
    const fills = { OTHER_PARTNER_UID, OTHER_PARTNER_ID: 'elsewhere', OTHER_CALENDAR_ID: 'stage' }
    const offer = { given, bytes: await bytesOf(given, fills) }
    const fresh = await calendarNamed(kalends, 'harbour', 'fresh')
    const outcome = await offered(kalends, fresh, offer)
    isJudgedWell(judge, given, { outcome, shown: await outcomeOf(kalends, fresh, outcome) })

    if (outcome.published) await changesNothingAgain(kalends, fresh, offer)
    else expect((await offered(kalends, 'harbour/regatta', offer)).published).toBe(false)
    const after = await Promise.all([other, 'harbour/regatta'].map(kalends.feed))
    expect(after).toEqual(before)
    expect(Reflect.ownKeys(Object.prototype)).toEqual(prototype)
    expect(calls).toEqual([])
    expect(spent.get(given.id)?.ms).toBeLessThan(PATIENCE_MS)
  },
)

type Judge = (given: Json, outcome: Json) => string[]
interface Judged {
  outcome: Outcome
  shown: Json
}

function isJudgedWell(judge: Judge, given: Case, { outcome, shown }: Judged) {
  const told = JSON.stringify(outcome.findings.slice(0, 5))
  const choice = given.expected === 'reject-or-repair'
  // An exception to what is not left to us is one to what the feed must hold.
  const excepted = !choice && exceptions.has(given.id)
  const rssDeltaMB = spent.get(given.id)?.rssMegabytes
  const faults = judge(excepted ? { ...given, must: {} } : given, { ...shown, rssDeltaMB })
  expect(faults, told).toEqual([])
  const warned = given.must?.warn?.kind
  if (warned) expect(outcome.findings.map(({ code }) => code)).toContain(warned)
  if (!choice) return
  expect(outcome.published ? 'repair' : 'refuse', told).toBe(preferred(given))
  expect(decidedAsWritten(outcome), told).toBe(true)
}

async function changesNothingAgain(kalends: Kalends, address: string, offer: Offer) {
  const feed = await kalends.feed(address)
  kalends.clock.now = '2026-01-02T00:00:00Z'
  const again = await offered(kalends, address, offer)
  expect(again.body).toMatchObject({ status: 'published', revision: 1 })
  expect(await kalends.feed(address)).toBe(feed)
}
