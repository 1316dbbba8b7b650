// The load, in a process of its own: polls over kept-alive connections, on loopback only.
// `hammer`: as fast as they are answered, for a time. `pace`: one every few milliseconds until told
// to stop, each timed from when it was due, so that a stalled server is seen by all who wait.

import { Agent, get } from 'node:http'
import { connect } from 'node:net'

export interface Hammer {
  kind: 'hammer'
  url: string
  headers: Record<string, string>
  connections: number
  seconds: number
}

export interface Pace {
  kind: 'pace'
  url: string
  headers: Record<string, string>
  everyMs: number
}

export interface Hammered {
  requests: number
  seconds: number
}

/** Milliseconds of every answered poll, and how many were not answered by a 200 or 304. */
export interface Paced {
  latencies: number[]
  failed: number
}

let endPace: (() => Promise<Paced>) | null = null

process.on('message', async (order: Hammer | Pace | 'stop') => {
  if (order === 'stop') process.send?.(await endPace?.())
  else if (typeof order === 'object' && order.kind === 'hammer') process.send?.(await hammer(order))
  else if (typeof order === 'object' && order.kind === 'pace') {
    endPace = pace(order)
    process.send?.('begun')
  }
})

async function hammer(order: Hammer): Promise<Hammered> {
  const begun = performance.now()
  const until = begun + order.seconds * 1000
  const counts = await Promise.all(
    Array.from({ length: order.connections }, () => oneConnection(order, until)),
  )
  const requests = counts.reduce((sum, count) => sum + count, 0)
  return { requests, seconds: (performance.now() - begun) / 1000 }
}

const HEADERS_END = '\r\n\r\n'

/** One request after another; node:http as a client would cost more than the servers measured. */
function oneConnection({ url, headers }: Hammer, until: number): Promise<number> {
  const { hostname, port, pathname } = new URL(url)
  const lines = Object.entries({ Host: hostname, ...headers }).map(
    ([name, value]) => `${name}: ${value}`,
  )
  const request = `GET ${pathname} HTTP/1.1\r\n${lines.join('\r\n')}${HEADERS_END}`
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(request))
    let answered = 0
    let awaited: number | null = null
    let head = ''
    socket.on('data', (chunk) => {
      if (awaited === null) {
        head += chunk.toString('latin1')
        const end = head.indexOf(HEADERS_END)
        if (end < 0) return
        const length = /^content-length: *(\d+)/im.exec(head.slice(0, end))?.[1]
        awaited = end + HEADERS_END.length + Number(length ?? 0) - head.length
      } else awaited -= chunk.length
      if (awaited > 0) return
      if (!/^HTTP\/1\.1 (200|304) /.test(head)) return void socket.destroy(new Error(head))
      answered += 1
      awaited = null
      head = ''
      if (performance.now() < until) socket.write(request)
      else socket.end(() => resolve(answered))
    })
    socket.on('error', reject)
  })
}

function pace({ url, headers, everyMs }: Pace): () => Promise<Paced> {
  const agent = new Agent({ keepAlive: true })
  const paced: Paced = { latencies: [], failed: 0 }
  const open = new Set<Promise<void>>()
  let due = performance.now()
  const timer = setInterval(() => {
    for (const now = performance.now(); due <= now; due += everyMs) {
      const poll = pollOnce(url, headers, agent, due, paced).finally(() => open.delete(poll))
      open.add(poll)
    }
  }, everyMs)
  return async () => {
    clearInterval(timer)
    await Promise.all(open)
    agent.destroy()
    return paced
  }
}

function pollOnce(
  url: string,
  headers: Record<string, string>,
  agent: Agent,
  due: number,
  paced: Paced,
): Promise<void> {
  return new Promise((resolve) => {
    const fail = () => {
      paced.failed += 1
      resolve()
    }
    get(url, { headers, agent }, (response) => {
      if (response.statusCode !== 200 && response.statusCode !== 304) paced.failed += 1
      else paced.latencies.push(performance.now() - due)
      response.resume().on('end', resolve).on('error', resolve)
    }).on('error', fail)
  })
}
