// Streams over real sockets: straight to the connection, told by another process’s doing, ended at once.

import { once } from 'node:events'
import { get, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { localClient, quietLog } from '../../src/commands/client.ts'
import { readConfig } from '../../src/config.ts'
import { connectNode } from '../../src/live/node-wire.ts'
import { liveStreams } from '../../src/live/streams.ts'
import { createServer, openStation } from '../../src/node.ts'
import { temporary } from '../commands/process.ts'

async function listening() {
  const config = { ...readConfig({}), dataDir: join(temporary(), 'data') }
  const [here, beside] = [openStation(config, quietLog), openStation(config, quietLog)]
  let tick = async () => {}
  const start = (given: () => Promise<void>) => {
    tick = given
    return () => {}
  }
  const live = liveStreams(here.ports, { start, connect: connectNode })
  const server = createServer({ ...here.ports, live }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
    for (const { sqlite } of [here, beside]) sqlite.close()
  })
  const client = localClient(beside.ports, 'en')
  await client.send('PUT', '/v1/partners/club', { name: 'Club' })
  await client.send('PUT', '/v1/partners/club/calendars/season', {})
  const made = await client.send('POST', '/v1/subscriptions', { calendars: ['club/season'] })
  const { token } = made.body as { token: string }
  const path = `/v1/subscriptions/${token}/stream`
  const open = async () => {
    const { port } = server.address() as AddressInfo
    const [response] = await once(
      get({ port, path, headers: { 'accept-encoding': 'gzip, br' } }),
      'response',
    )
    return response as IncomingMessage
  }
  return { server, live, client, open, second: () => tick() }
}

const next = async (response: IncomingMessage): Promise<string> =>
  String((await once(response, 'data'))[0])

test('a stream is told of what another connection wrote, uncompressed, and closes when its reader goes', async () => {
  const { live, client, open, second } = await listening()
  const response = await open()
  expect([response.statusCode, response.headers]).toMatchObject([
    200,
    {
      ...{ 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store' },
      ...{ 'x-accel-buffering': 'no', 'access-control-allow-origin': '*' },
    },
  ])
  expect(response.headers).not.toHaveProperty('content-encoding')
  expect(await next(response)).toMatch(/^retry: 5000\nevent: ready\nid: .+\ndata: .+\n\n$/)
  const change = next(response)
  await client.send('PUT', '/v1/partners/club/calendars/season', { name: 'Season' })
  await second()
  expect(await change).toMatch(
    /^event: change\nid: .+\ndata: .+"club\/season","revision":1}\]}\n\n$/,
  )
  response.destroy()
  await vi.waitUntil(() => live.count() === 0)
})

test('a server that stops is not held by its streams', async () => {
  const { server, live, open } = await listening()
  const responses = await Promise.all([open(), open()])
  const ends = Promise.all(responses.map((response) => once(response.resume(), 'end')))
  let closed = false
  live.close()
  server.close(() => {
    closed = true
  })
  await ends
  await vi.waitUntil(() => {
    server.closeIdleConnections()
    return closed
  })
})
