// §8.60, 61: a poll costs next to nothing, and sees whole publications only.

import { expect, test } from 'vitest'
import { engine, harness } from '#harness'
import { readFeed } from '../icalendar/reading.ts'
import { ask, askIn, bytesOf, CODINGS, FEED, SEASON, tagOf, watch } from './asking.ts'

async function published() {
  const kalends = await harness()
  await kalends.upload('harbour/regatta', SEASON)
  return kalends
}

test('§8.60 a poll writes nothing: no row, no bytes', async () => {
  const kalends = await published()
  const seen = watch(kalends)
  for (const coding of CODINGS) await askIn(kalends, coding)
  const tag = tagOf(await ask(kalends))
  await ask(kalends, { 'if-none-match': tag })
  await ask(kalends, { 'if-none-match': '"0"', 'cache-control': 'no-cache' })
  await kalends.request('/feeds/harbour/none.ics')
  expect(seen).toMatchObject({ batches: 0, writes: [] })
})

test('§8.60 the first poll reads one representation, the others read nothing anew', async () => {
  const kalends = await published()
  const seen = watch(kalends)
  await askIn(kalends, 'gzip')
  expect(seen.reads).toHaveLength(1)
  const queries = seen.queries
  for (let poll = 0; poll < 5; poll += 1) await askIn(kalends, 'gzip')
  expect(seen.reads).toHaveLength(1)
  // D1 cannot tell whether anything has changed: there each poll asks once.
  expect(seen.queries - queries).toBe(engine === 'node' ? 0 : 5)
})

test('§8.60 a 304 reads no feed at all', async () => {
  const kalends = await published()
  const tag = tagOf(await ask(kalends))
  const another = await import('../../src/app.ts').then(({ createApp }) => createApp(kalends.ports))
  const seen = watch(kalends)
  const response = await another.request(FEED, { headers: { 'if-none-match': tag } })
  expect([response.status, seen.reads]).toEqual([304, []])
})

test('§8.60 a publication is seen by the next poll', async () => {
  const kalends = await published()
  await ask(kalends)
  for (const title of ['가', '나', '다']) {
    await kalends.upload('harbour/regatta', `날짜,제목\n2026-05-01,${title}\n`, { confirm: 'true' })
    expect(await (await ask(kalends)).text()).toContain(`SUMMARY:${title}`)
  }
})

test('§8.61 polls during publications see one revision or another, whole, and never an earlier one again', async () => {
  const kalends = await harness()
  const file = (revision: number) =>
    [
      'external_id,title,date',
      ...Array.from({ length: 40 }, (_, place) => `e${place},제${revision}판,2026-05-01`),
    ].join('\n')
  await kalends.upload('harbour/regatta', file(1))
  const seen: number[] = []
  let done = false
  const poll = async () => {
    while (!done) {
      const response = await ask(kalends)
      expect(response.status).toBe(200)
      const bytes = await bytesOf(response)
      expect(response.headers.get('content-length')).toBe(String(bytes.length))
      const text = new TextDecoder().decode(bytes)
      readFeed(text)
      const revisions = new Set(text.match(/(?<=SUMMARY:제)\d+/g))
      expect(revisions.size, 'a mixture of two revisions').toBe(1)
      seen.push(Number([...revisions][0]))
      await new Promise((resolve) => setTimeout(resolve))
    }
  }
  const polling = poll()
  for (let revision = 2; revision <= 8; revision += 1)
    await kalends.upload('harbour/regatta', file(revision))
  done = true
  await polling
  expect(seen).toEqual([...seen].sort((a, b) => a - b))
  expect(new Set(seen).size).toBeGreaterThan(1)
})
