// Connections that are kept for pushing: used again, begun anew when the other side has ended them,
// and to a place inside only where the operator named it.

import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { nodeFetch } from '../../src/outbound/node-fetch.ts'
import { certificate } from './certificate.ts'
import { watch } from './origin.ts'

const tls = certificate()

test.skipIf(!tls)('three pushes are one connection; a lost one is begun anew', async () => {
  let connections = 0
  const sockets: { destroy(): void }[] = []
  const bodies: string[] = []
  const server = createServer({ key: tls?.key, cert: tls?.cert }, (request, response) => {
    request.on('data', (part: Buffer) => bodies.push(part.toString('hex')))
    request.on('end', () => response.writeHead(201).end())
  })
  watch(server).on('secureConnection', (socket) => {
    connections += 1
    sockets.push(socket)
  })
  await new Promise<void>((ready) => server.listen(0, 'localhost', ready))
  const { port } = server.address() as AddressInfo
  const fetch = nodeFetch({ ownHost: 'kalends.example', ca: tls?.cert ?? '' })
  const push = (named = true) =>
    fetch({
      ...{ url: `https://localhost:${port}/a`, method: 'POST', kept: true, named },
      body: Uint8Array.of(0, 255),
    })
  for (let time = 0; time < 3; time += 1) expect((await push()).status).toBe(201)
  expect([connections, bodies]).toEqual([1, ['00ff', '00ff', '00ff']])
  for (const socket of sockets) socket.destroy()
  expect((await push()).status).toBe(201)
  expect(connections).toBe(2)
  await expect(push(false)).rejects.toMatchObject({ code: 'url_not_allowed' })
})
