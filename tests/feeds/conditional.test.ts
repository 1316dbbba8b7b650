// §8.56: a client that has the feed is told so, in every way that clients ask.

import { expect, test } from 'vitest'
import { harness } from '#harness'
import { ask, askIn, CODINGS, SEASON, tagOf } from './asking.ts'

async function published() {
  const kalends = await harness()
  await kalends.upload('harbour/regatta', SEASON)
  return kalends
}

test('§8.56 If-None-Match: "x", W/"x", a list, *', async () => {
  const kalends = await published()
  const tag = tagOf(await ask(kalends))
  const status = async (ifNoneMatch: string) =>
    (await ask(kalends, { 'if-none-match': ifNoneMatch })).status
  for (const matching of [tag, `W/${tag}`, `"0", ${tag}`, `"0",W/${tag} , "1"`, '*', ` ${tag} `])
    expect(await status(matching), matching).toBe(304)
  const others = [
    '"0"',
    'W/"0"',
    '"0", "1"',
    tag.slice(1, -1),
    tag.toUpperCase(),
    '',
    '"*"',
    `w/${tag}`,
  ]
  for (const other of others) expect(await status(other), other).toBe(200)
})

test('§8.56 a 304 has no body, and the ETag, Last-Modified, Cache-Control and Vary of the 200', async () => {
  const kalends = await published()
  for (const coding of CODINGS) {
    const full = await askIn(kalends, coding)
    const response = await askIn(kalends, coding, { 'if-none-match': tagOf(full) })
    expect([response.status, await response.text()]).toEqual([304, ''])
    for (const name of ['etag', 'last-modified', 'cache-control', 'vary'])
      expect(response.headers.get(name), name).toBe(full.headers.get(name))
    for (const name of ['content-length', 'content-encoding', 'content-type'])
      expect(response.headers.get(name), name).toBeNull()
  }
})

test('§8.56 a client that has the feed in another coding has it', async () => {
  const kalends = await published()
  for (const held of CODINGS)
    for (const asked of CODINGS) {
      const tag = tagOf(await askIn(kalends, held))
      expect((await askIn(kalends, asked, { 'if-none-match': tag })).status).toBe(304)
    }
})

test('§8.56 If-Modified-Since: 304 from Last-Modified on; what is no HTTP date is ignored', async () => {
  const kalends = await published()
  const status = async (since: string) =>
    (await ask(kalends, { 'if-modified-since': since })).status
  const last = (await ask(kalends)).headers.get('last-modified') ?? ''
  expect(last).toBe('Wed, 01 Apr 2026 00:00:01 GMT')
  for (const since of [last, 'Wed, 01 Apr 2026 00:00:02 GMT', 'Thu, 01 Jan 2099 00:00:00 GMT'])
    expect(await status(since), since).toBe(304)
  for (const since of ['Wednesday, 01-Apr-26 00:00:01 GMT', 'Wed Apr  1 00:00:01 2026'])
    expect(await status(since), since).toBe(304)
  const others = [
    'Wed, 01 Apr 2026 00:00:00 GMT',
    '2099',
    '2099-01-01',
    'tomorrow',
    '99999999999999',
    '',
  ]
  for (const since of others) expect(await status(since), since).toBe(200)
})

test('§8.56 If-None-Match decides alone where both are sent', async () => {
  const kalends = await published()
  const full = await ask(kalends)
  const [tag, last] = [tagOf(full), full.headers.get('last-modified') ?? '']
  const status = async (ifNoneMatch: string, since: string) =>
    (await ask(kalends, { 'if-none-match': ifNoneMatch, 'if-modified-since': since })).status
  expect(await status('"0"', last)).toBe(200)
  expect(await status(tag, 'Thu, 01 Jan 1970 00:00:00 GMT')).toBe(304)
})

test('§8.56 after a publication the old tags are good for nothing', async () => {
  const kalends = await published()
  const old = await Promise.all(CODINGS.map(async (coding) => tagOf(await askIn(kalends, coding))))
  await kalends.upload('harbour/regatta', SEASON.replace('개막', '개막식'))
  const response = await ask(kalends, { 'if-none-match': old.join(', ') })
  expect(response.status).toBe(200)
  expect(await response.text()).toContain('개막식')
})
