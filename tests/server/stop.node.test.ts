// The end of a server: asked for, or not.

import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { expect, onTestFinished, test, vi } from 'vitest'
import { CLUB, SEASON, written } from '../commands/folders.ts'
import { type Serving, serving, start, temporary } from '../commands/process.ts'

function here() {
  const folder = temporary()
  const KALENDS_FEEDS = written(join(folder, 'feeds'), CLUB)
  return { DATA_DIR: join(folder, 'data'), KALENDS_FEEDS }
}

/** A connection on which nothing is hidden by a client library. */
async function connected({ url }: Serving): Promise<Socket> {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  onTestFinished(() => void socket.destroy())
  await once(socket, 'connect')
  return socket
}

const upload = (key: string, octets: number) =>
  [
    'POST /v1/partners/club/calendars/season/uploads?publish=true&mode=replace HTTP/1.1',
    'Host: kalends',
    `Authorization: Bearer ${key}`,
    `Content-Length: ${octets}`,
    '\r\n',
  ].join('\r\n')

/** Everything the server says until it closes. */
async function rest(socket: Socket): Promise<string> {
  let text = ''
  for await (const part of socket) text += part
  return text
}

test.each(['SIGTERM', 'SIGINT'] as const)(
  '%s: an upload that was begun is answered, idle connections are let go, new ones refused',
  async (signal) => {
    const env = here()
    const server = await serving(env)
    const [idle, busy] = [await connected(server), await connected(server)]
    idle.write('GET /healthz HTTP/1.1\r\nHost: kalends\r\n\r\n')
    await once(idle, 'data')
    const file = Buffer.from(SEASON.replace('2027-04-04', '2027-04-05'))
    busy.write(upload(server.key ?? '', file.length))
    busy.write(file.subarray(0, 40))

    const ended = server.end(signal)
    await server.printed(/"event":"stopping"/)
    await once(idle.resume(), 'close')
    await expect(fetch(`${server.url}/healthz`)).rejects.toThrow()
    busy.write(file.subarray(40))
    const answer = await rest(busy)
    expect(answer).toMatch(/^HTTP\/1\.1 201 /)
    expect(answer).toContain('"status":"published"')
    expect(await ended).toBe(0)

    const again = await serving(env)
    const feed = await (await fetch(`${again.url}/feeds/club/season.ics`)).text()
    expect(feed).toContain('DTSTART:20270405T050000Z')
  },
)

test('who leaves in the middle of an upload does no harm', async () => {
  const server = await serving(here())
  const before = await (await fetch(`${server.url}/feeds/club/season.ics`)).text()
  for (let times = 0; times < 5; times += 1) {
    const socket = await connected(server)
    socket.write(upload(server.key ?? '', 5000))
    socket.write(SEASON)
    socket.resetAndDestroy()
    await once(socket, 'close')
  }
  expect((await fetch(`${server.url}/readyz`)).status).toBe(200)
  expect(await (await fetch(`${server.url}/feeds/club/season.ics`)).text()).toBe(before)
  expect(server.err()).not.toContain('"level":"error"')
  expect(await server.end('SIGTERM')).toBe(0)
})

test('a reader of the output who leaves does not end the server', async () => {
  const env = many()
  const started = start(['serve'], { PORT: '0', ...env })
  await started.printed(/✓ club\/c10/)
  started.child.stdout?.destroy()
  const applied = () => {
    const sqlite = new Sqlite(join(env.DATA_DIR, 'kalends.db'), { readonly: true })
    const row = sqlite.prepare("SELECT 1 FROM installation WHERE name = 'feeds applied'").get()
    sqlite.close()
    return row !== undefined
  }
  await vi.waitUntil(applied, { timeout: 60_000 })
  started.child.stderr?.destroy()
  expect(await started.end('SIGTERM')).toBe(0)
})

const CALENDARS = 24

/** A club with as many calendars as it takes to be interrupted among them. */
function many() {
  const calendars = Array.from({ length: CALENDARS }, (_, at) => [
    [`club/c${at + 10}/calendar.json`, { name: `캘린더 ${at}` }],
    [`club/c${at + 10}/schedule.csv`, SEASON],
  ])
  const env = here()
  written(env.KALENDS_FEEDS, Object.fromEntries(calendars.flat()))
  return env
}

test.each(['SIGKILL', 'SIGTERM'] as const)(
  '%s in the middle of the first start: the next one completes it, and shows the key',
  async (signal) => {
    const env = many()
    const killed = start(['serve'], { PORT: '0', ...env })
    await killed.printed(/✓ club\/c1[23]/)
    expect(await killed.end(signal)).toBe(signal === 'SIGKILL' ? 'SIGKILL' : 0)
    expect(killed.out()).not.toMatch(/Admin key|calendars published/)

    const next = await serving(env)
    expect(next.greeting).toContain(`${CALENDARS + 1} calendars published.`)
    expect(next.key).toBeDefined()
    const { calendars } = (await (
      await fetch(`${next.url}/v1/partners/club/calendars?limit=500`)
    ).json()) as { calendars: { calendar: string; revision: number }[] }
    expect(calendars.map(({ revision }) => revision)).toEqual(Array(CALENDARS + 1).fill(1))
    const feeds = await Promise.all(
      calendars.map(async ({ calendar }) => {
        const feed = await (await fetch(`${next.url}/feeds/club/${calendar}.ics`)).text()
        return feed.match(/BEGIN:VEVENT/g)?.length
      }),
    )
    expect(feeds).toEqual(Array(CALENDARS + 1).fill(3))
    expect(next.err()).not.toContain('"level":"error"')
  },
)
