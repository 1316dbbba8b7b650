// Those who listen, in a process of their own: plain sockets, on loopback only.
// `open`: as many streams as there are tokens. `told`: once each of them has been told of a change.

import { connect } from 'node:net'

export interface Opened {
  open: number
  seconds: number
}

/** When the first and the last were told, in milliseconds of the clock. */
export interface Told {
  first: number
  last: number
}

type Order = { kind: 'open'; base: string; tokens: string[] } | { kind: 'told' }

const AT_ONCE = 64

let open = 0
let told = 0
let first = 0
let wanted: ((told: Told) => void) | null = null

process.on('message', async (order: Order | 'usage') => {
  if (order === 'usage') return
  process.send?.(order.kind === 'open' ? await openAll(order.base, order.tokens) : await allTold())
})

async function openAll(base: string, tokens: string[]): Promise<Opened> {
  const begun = performance.now()
  const left = [...tokens]
  const next = async (): Promise<void> => {
    const token = left.pop()
    if (token === undefined) return
    await listen(new URL(`${base}/v1/subscriptions/${token}/stream`), addressOf(left.length))
    await next()
  }
  await Promise.all(Array.from({ length: AT_ONCE }, next))
  return { open, seconds: (performance.now() - begun) / 1000 }
}

/** A hundred of each network, as a proxy would say. */
const addressOf = (nth: number): string => `10.0.${Math.floor(nth / 100)}.${nth % 100}`

/** Ends once it is ready. */
function listen({ hostname, port, pathname }: URL, address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () =>
      socket.write(
        `GET ${pathname} HTTP/1.1\r\nHost: ${hostname}\r\nX-Forwarded-For: ${address}\r\nAccept: text/event-stream\r\n\r\n`,
      ),
    )
    let ready = false
    socket.on('data', (chunk) => {
      const text = chunk.toString('latin1')
      if (!ready && text.includes('event: ready')) {
        ready = true
        open += 1
        resolve()
      } else if (!ready && !text.startsWith('HTTP/1.1 200')) reject(new Error(text))
      else if (text.includes('event: change')) count()
    })
    socket.on('error', reject)
    socket.on('close', () => reject(new Error('closed')))
  })
}

function count(): void {
  if (told === 0) first = Date.now()
  told += 1
  if (told < open) return
  wanted?.({ first, last: Date.now() })
}

function allTold(): Promise<Told> {
  told = 0
  return new Promise((resolve) => {
    wanted = resolve
  })
}
