// Two processes on one data folder: the server, and commands beside it.

import { join } from 'node:path'
import { expect, test } from 'vitest'
import { CLUB, SEASON, written } from '../commands/folders.ts'
import { kalends, serving, temporary } from '../commands/process.ts'

const FEED = '/feeds/club/season.ics'

test('the next poll shows what a command published, and both can publish', async () => {
  const folder = temporary()
  const KALENDS_FEEDS = written(join(folder, 'feeds'), CLUB)
  const env = { DATA_DIR: join(folder, 'data'), KALENDS_FEEDS }
  const server = await serving(env)
  const poll = (etag = '') => fetch(`${server.url}${FEED}`, { headers: { 'if-none-match': etag } })
  const etag = (await poll()).headers.get('etag') ?? ''
  expect((await poll(etag)).status).toBe(304)

  written(folder, { 'season.csv': SEASON.replace('2027-04-04', '2027-04-05') })
  const command = await kalends(['upload', 'club/season', 'season.csv', '--publish'], env)
  expect(command.out).toContain('Published as revision 2.')
  const moved = await poll(etag)
  expect(moved.status).toBe(200)
  expect(await moved.text()).toContain('DTSTART:20270405T050000Z')

  const response = await fetch(
    `${server.url}/v1/partners/club/calendars/season/uploads?publish=true`,
    { method: 'POST', headers: { authorization: `Bearer ${server.key}` }, body: SEASON },
  )
  expect(await response.json()).toMatchObject({ status: 'published', revision: 3 })
  const again = await kalends(['upload', 'club/season', 'season.csv', '--publish'], env)
  expect(again.out).toContain('Published as revision 4.')
})

test('uploads of both at the same time are all published, each whole', async () => {
  const folder = temporary()
  const KALENDS_FEEDS = written(join(folder, 'feeds'), CLUB)
  const env = { DATA_DIR: join(folder, 'data'), KALENDS_FEEDS }
  const server = await serving(env)
  const file = (title: string) => `날짜,제목\n2027-06-01,${title}\n`
  const byServer = async (title: string) => {
    const response = await fetch(
      `${server.url}/v1/partners/club/calendars/season/uploads?publish=true`,
      { method: 'POST', headers: { authorization: `Bearer ${server.key}` }, body: file(title) },
    )
    return ((await response.json()) as { status: string }).status
  }
  const byCommand = async (name: string) => {
    written(folder, { [`${name}.csv`]: file(name) })
    const { out } = await kalends(['upload', 'club/season', `${name}.csv`, '--publish'], env)
    return /Published as revision/.test(out) ? 'published' : out
  }
  let commanding = true
  const commands = Promise.all(['one', 'two'].map(byCommand)).finally(() => {
    commanding = false
  })
  const titles: string[] = []
  while (commanding) {
    titles.push(`server ${titles.length}`)
    expect(await byServer(titles.at(-1) ?? '')).toBe('published')
  }
  expect(await commands).toEqual(['published', 'published'])
  const text = await (await fetch(`${server.url}${FEED}`)).text()
  for (const title of [...titles, 'one', 'two']) expect(text).toContain(`SUMMARY:${title}\r\n`)
  const calendar = await (await fetch(`${server.url}/v1/calendars/club/season`)).json()
  expect(calendar).toMatchObject({ revision: 1 + titles.length + 2 })
})
