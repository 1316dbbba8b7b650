// The partners' thread of a Node process: what takes long or may get stuck happens where polls do
// not wait for it, and where it can be stopped.

import { Worker } from 'node:worker_threads'
import type { Config } from './config.ts'
import type { Log, PartnersThread } from './ports.ts'
import { Problem } from './problem.ts'

export interface Call {
  id: number
  method: string
  url: string
  headers: [string, string][]
  body: ArrayBuffer | null
}

export interface Answer {
  id: number
  status: number
  headers: [string, string][]
  body: ArrayBuffer
}

/** A call of nobody's: the thread does what is due. It is watched as every other is. */
export const TICK = { method: 'TICK', url: '', headers: [], body: null } satisfies Omit<Call, 'id'>

/** The answer to a tick that began what goes on after it. */
export const UNDER_WAY = 202

/** A thread that gives no sign for so long is stuck. The largest files take a tenth of it. */
export const STUCK_AFTER_MS = 60_000
const SIGN_EVERY_MS = 1_000
/** A file that needs more takes its thread with it, not the server. */
const HEAP_MEGABYTES = 1024
/** A thread that nobody needed for so long is ended: it holds 70 MB, and is back within two seconds. */
export const IDLE_MS = 5 * 60_000

export interface ThreadOptions {
  config: Config
  log: Log
  entry?: URL
  stuckAfterMs?: number
  idleMs?: number
  /** Whether a tick would find anything to do; where it is not known, one always might. */
  isDue?: () => Promise<boolean>
}

interface Waiting {
  call: Call
  answered: (response: Response) => void
  failed: (error: unknown) => void
}

/** Starts with the first call, and with the first after it was lost or ended; a tick without work starts none. */
export function partnersThread(options: ThreadOptions): PartnersThread {
  const waiting = new Map<number, Waiting>()
  let running: Worker | null = null
  let calls = 0
  // One at a time: then it is known which file a thread was lost with.
  const upload = oneAfterAnother()

  const lost = (worker: Worker, error: string, begun: boolean) => {
    if (running !== worker) return
    running = null
    options.log.error('partners’ thread lost', { error })
    for (const { call, failed } of waiting.values()) failed(lostBy(call, begun))
    waiting.clear()
  }
  const thread = (): Worker => {
    running ??= startThread(options, {
      answered: (answer) => {
        waiting.get(answer.id)?.answered(responseOf(answer))
        waiting.delete(answer.id)
      },
      lost,
      busy: () => waiting.size > 0,
    })
    return running
  }
  const end = async () => {
    const worker = running
    running = null
    await worker?.terminate()
  }
  const handOver = (asked: Omit<Call, 'id'>) =>
    new Promise<Response>((answered, failed) => {
      calls += 1
      const call = { id: calls, ...asked }
      waiting.set(call.id, { call, answered, failed })
      thread().postMessage(call, call.body ? [call.body] : [])
    })

  const work = whereDue(options, {
    isRunning: () => running !== null,
    isBusy: () => waiting.size > 0,
    tick: () => handOver(TICK),
    end,
  })
  return {
    async answer(request, body) {
      work.needed()
      const call = callOf(request, body)
      return isUpload(call) ? upload(() => handOver(call)) : handOver(call)
    },
    tick: ticking(options.log, work.tick),
    close: end,
  }
}

function oneAfterAnother() {
  let last: Promise<unknown> = Promise.resolve()
  return <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work)
    last = next.catch(() => {})
    return next
  }
}

interface Idling {
  isRunning: () => boolean
  isBusy: () => boolean
  tick: () => Promise<Response>
  end: () => Promise<void>
}

/** A tick starts the thread where there is work for it, and ends it where there was none for long. */
function whereDue({ isDue = async () => true, idleMs = IDLE_MS }: ThreadOptions, thread: Idling) {
  let neededAt = performance.now()
  const needed = () => {
    neededAt = performance.now()
  }
  return {
    needed,
    async tick() {
      const due = await isDue()
      if (!due && !thread.isRunning()) return
      const { status } = await thread.tick()
      if (due || status === UNDER_WAY) needed()
      else if (!thread.isBusy() && performance.now() - neededAt > idleMs) await thread.end()
    },
  }
}

/** One at a time: while one is on its way, another has nothing to add. */
function ticking(log: Log, tick: () => Promise<unknown>): () => Promise<void> {
  let running = false
  return async () => {
    if (running) return
    running = true
    try {
      await tick()
    } catch (error) {
      log.error('tick failed', { error: String(error) })
    } finally {
      running = false
    }
  }
}

interface Events {
  answered: (answer: Answer) => void
  /** `begun` once it gave its first sign. */
  lost: (worker: Worker, error: string, begun: boolean) => void
  busy: () => boolean
}

const ENTRY = new URL('./inside-thread.mjs', import.meta.url)

function startThread(
  { config, entry = ENTRY, stuckAfterMs = STUCK_AFTER_MS }: ThreadOptions,
  { answered, lost, busy }: Events,
): Worker {
  const worker = new Worker(entry, {
    workerData: config,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MEGABYTES },
  })
  let begun = false
  let lastSign = performance.now()
  const signs = setInterval(
    () => {
      if (!busy()) lastSign = performance.now()
      else if (performance.now() - lastSign > stuckAfterMs) {
        lost(worker, `no sign for ${stuckAfterMs} ms`, begun)
        void worker.terminate()
      } else worker.postMessage('sign')
    },
    Math.min(SIGN_EVERY_MS, stuckAfterMs / 4),
  )
  signs.unref()
  worker.on('message', (message: Answer | 'sign') => {
    begun = true
    lastSign = performance.now()
    if (message !== 'sign') answered(message)
  })
  worker.on('error', (error) => lost(worker, String(error), begun))
  worker.on('exit', (code) => {
    clearInterval(signs)
    lost(worker, `exit ${code}`, begun)
  })
  worker.unref()
  return worker
}

const isUpload = ({ method, url }: Omit<Call, 'id'>): boolean =>
  method === 'POST' && /\/uploads(?:\?|$)/.test(url)

/** Nothing of a file was published: a batch that did not end never was. A thread that never got to its first sign was not lost by any. */
const lostBy = (call: Call, begun: boolean): Problem =>
  begun && isUpload(call)
    ? new Problem('file_too_costly')
    : new Problem('unavailable', { why: 'stopped' })

const callOf = ({ method, url, headers }: Request, body: Uint8Array | null): Omit<Call, 'id'> => ({
  ...{ method, url, headers: [...headers] },
  body: body && (body.buffer.slice(body.byteOffset, body.byteOffset + body.length) as ArrayBuffer),
})

const responseOf = ({ status, headers, body }: Answer): Response =>
  new Response(status === 204 || status === 304 ? null : body, { status, headers })
