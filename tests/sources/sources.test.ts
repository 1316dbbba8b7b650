// Sources: made, changed and removed by their partner.

import { expect, test } from 'vitest'
import { harness } from '#harness'
import { MAX_SOURCES } from '../../src/partners/sources/sources.ts'
import { elsewhere, SOURCES, source, URL } from './server.ts'

test('a source is made, read, changed and removed', async () => {
  const kalends = await harness({ now: '2026-04-01T00:00:00Z' })
  const { made, path, read } = await source(kalends)
  expect(made.status).toBe(201)
  expect(made.body).toEqual({
    ...{ id: expect.any(String), partner: 'harbour', calendar: 'regatta', url: URL },
    ...{ mode: 'merge', every: 60, notice: null, state: 'new', problem: null, upload: null },
    ...{ httpStatus: null, failures: 0, pulledAt: null, nextAt: '2026-04-01T00:00:00Z' },
    ...{ noticeProblem: null, createdAt: '2026-04-01T00:00:00Z' },
  })
  expect(await read()).toEqual(made.body)
  const changed = await kalends.admin('PATCH', path, { every: 15, mode: 'replace' })
  expect(changed.body).toMatchObject({ every: 15, mode: 'replace', url: URL })
  expect((await kalends.admin('GET', SOURCES)).body.sources).toEqual([changed.body])
  expect((await kalends.admin('DELETE', path)).status).toBe(204)
  expect((await kalends.admin('GET', path)).status).toBe(404)
  expect((await kalends.admin('GET', SOURCES)).body.sources).toEqual([])
})

test.each([
  [
    'https://docs.google.com/spreadsheets/d/1aB_c-9/edit#gid=12',
    '/d/1aB_c-9/export?format=csv&gid=12',
  ],
  [
    'https://docs.google.com/spreadsheets/d/1aB_c-9/edit?usp=sharing',
    '/d/1aB_c-9/export?format=csv',
  ],
  [
    'https://docs.google.com/spreadsheets/u/0/d/1aB_c-9/edit?gid=3#gid=3',
    '/d/1aB_c-9/export?format=csv&gid=3',
  ],
  ['https://docs.google.com/spreadsheets/d/1aB_c-9', '/d/1aB_c-9/export?format=csv'],
  [
    'https://docs.google.com/spreadsheets/d/1aB_c-9/export?format=xlsx',
    '/d/1aB_c-9/export?format=xlsx',
  ],
  ['https://docs.google.com/spreadsheets/d/e/2PACX-1v/pubhtml', '/d/e/2PACX-1v/pub?output=csv'],
  [
    'https://docs.google.com/spreadsheets/d/e/2PACX-1v/pubhtml?gid=7&single=true',
    '/d/e/2PACX-1v/pub?output=csv&single=true&gid=7',
  ],
  [
    'https://docs.google.com/spreadsheets/d/e/2PACX-1v/pub?output=csv',
    '/d/e/2PACX-1v/pub?output=csv',
  ],
])('the link %s is read as the file behind it', async (link, file) => {
  const kalends = await harness()
  const { made } = await source(kalends, { url: link })
  expect(made.body.url).toBe(`https://docs.google.com/spreadsheets${file}`)
})

test.each([
  [{ url: 'http://localhost/a.csv' }, 'url_not_allowed'],
  [{ url: 'https://kalends.example/feeds/harbour/regatta.ics' }, 'url_not_allowed'],
  [{ notice: { webhook: 'http://169.254.169.254/' } }, 'url_not_allowed'],
  [{ notice: { email: 'me@example.com' } }, 'mail_unavailable'],
  [{ notice: { email: 'no address' } }, 'invalid_request'],
  [{ every: 14 }, 'invalid_request'],
  [{ every: 10_081 }, 'invalid_request'],
  [{ every: 20.5 }, 'invalid_request'],
  [{ partnerId: 1 }, 'invalid_request'],
])('%j is refused: %s', async (settings, code) => {
  const kalends = await harness()
  const { made } = await source(kalends, settings)
  expect(made.body.code).toBe(code)
  expect((await kalends.admin('GET', SOURCES)).body.sources).toEqual([])
  const kept = await source(kalends)
  expect((await kalends.admin('PATCH', kept.path, settings)).body.code).toBe(code)
  expect(await kept.read()).toMatchObject({ url: URL, notice: null, every: 60 })
})

test('another address is fetched anew, under no condition of the old one', async () => {
  const kalends = await harness()
  const there = elsewhere(kalends, {
    body: '날짜,제목\n2026-05-01,개막\n',
    headers: { etag: '"1"' },
  })
  const { pull, path } = await source(kalends)
  await pull()
  await kalends.admin('PATCH', path, { url: `${URL}?v=2` })
  await pull()
  expect(there.asked.map(({ headers }) => headers?.['If-None-Match'])).toEqual([
    undefined,
    undefined,
  ])
})

test(`a calendar has at most ${MAX_SOURCES} sources`, async () => {
  const kalends = await harness()
  for (let count = 0; count < MAX_SOURCES; count += 1)
    expect((await source(kalends)).made.status).toBe(201)
  const { made } = await source(kalends)
  expect([made.status, made.body]).toMatchObject([409, { code: 'too_many', limit: MAX_SOURCES }])
})

test('a webhook’s secret is shown when it is made, and not again', async () => {
  const kalends = await harness()
  const notice = { webhook: 'https://hooks.example.com/a' }
  const { made, path, read } = await source(kalends, { notice })
  expect(made.body.webhookSecret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
  expect(made.body.notice).toEqual({ webhook: notice.webhook, email: null })
  expect(await read()).not.toHaveProperty('webhookSecret')
  const same = await kalends.admin('PATCH', path, { notice, every: 30 })
  expect(same.body).not.toHaveProperty('webhookSecret')
  const other = await kalends.admin('PATCH', path, { notice: { webhook: `${notice.webhook}b` } })
  expect(other.body.webhookSecret).toMatch(/^whsec_/)
  expect(other.body.webhookSecret).not.toBe(made.body.webhookSecret)
  expect((await kalends.admin('PATCH', path, { notice: null })).body.notice).toBeNull()
})
