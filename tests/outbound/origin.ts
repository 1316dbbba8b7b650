// A server that stands in for somebody's: it answers with given bytes, on this machine, under names
// that only the test's own resolver knows.

import { createServer, type Server, type Socket } from 'node:net'
import { afterAll } from 'vitest'
import { type NodeFetchOptions, nodeFetch } from '../../src/outbound/node-fetch.ts'

const HERE = '127.0.0.1'

export type Answering = (socket: Socket, asked: string) => void

export interface Origin {
  port: number
  /** The heads of the requests that came. */
  asked: string[]
  url(path?: string, name?: string): string
}

const servers: Server[] = []
const sockets = new Set<Socket>()
afterAll(() => {
  for (const socket of sockets) socket.destroy()
  for (const server of servers) server.close()
})

/** Watches a server, so that no test leaves one behind. */
export function watch<T extends Server>(server: T): T {
  servers.push(server)
  return server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => {})
  })
}

/** Each request is answered by what `answers` says; bytes are sent and the connection ended. */
export async function origin(answers: string | Uint8Array | Answering): Promise<Origin> {
  const asked: string[] = []
  const server = watch(
    createServer((socket) => {
      socket.once('data', (head) => {
        asked.push(head.toString('latin1'))
        if (typeof answers === 'function') answers(socket, head.toString('latin1'))
        else socket.end(answers)
      })
    }),
  )
  await new Promise<void>((ready) => server.listen(0, HERE, ready))
  const { port } = server.address() as { port: number }
  return {
    port,
    asked,
    url: (path = '/', name = 'public.example') => `http://${name}:${port}${path}`,
  }
}

/** Names of the tests' own: those of `inside.example` lead to a network that is nobody's business. */
export const NAMES: Record<string, string[]> = {
  'public.example': [HERE],
  'other.example': [HERE],
  'mixed.example': [HERE, '10.0.0.1'],
  'inside.example': ['127.0.0.2'],
  'mapped.example': ['::ffff:127.0.0.1'],
}

/** The guarded call as it is, but for the names above and the one address of this machine. */
export const fetchHere = (options: Partial<NodeFetchOptions> = {}) =>
  nodeFetch({
    ownHost: 'kalends.example',
    budget: { milliseconds: 5_000, octets: 1_000_000 },
    mayReach: (address) => address === HERE,
    resolve: async (name) =>
      (NAMES[name] ?? []).map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    ...options,
  })

export const answer = (body: string | Uint8Array, ...headers: string[]): Uint8Array => {
  const bytes = Buffer.from(body)
  const head = ['HTTP/1.1 200 OK', `Content-Length: ${bytes.length}`, ...headers].join('\r\n')
  return Buffer.concat([Buffer.from(`${head}\r\n\r\n`), bytes])
}

export const redirect = (location: string, status = 302): string =>
  `HTTP/1.1 ${status} x\r\nLocation: ${location}\r\nContent-Length: 0\r\n\r\n`
