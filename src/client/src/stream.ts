// Hints that something changed, as soon as there is one: by a stream, else by asking each minute.

import { KalendsProblem, problemOf } from './problem.ts'
import { wait } from './sending.ts'
import { eitherOf } from './signals.ts'
import { readEvents, type ServerSent } from './sse.ts'

export interface Hint {
  /** Kept by an app that wants to go on where it was: `lastEventId`. */
  id: string
  revision: number
  calendars: { calendar: string; revision: number }[]
}

/** `live`: told at once. `polling`: each minute. `waiting`: for the next try. `ended`: for good. */
export type StreamState = 'live' | 'polling' | 'waiting' | 'ended'

/** Syncs. Called one at a time; without a hint where there is no stream. Throwing has it called again. */
export type OnChange = (hint: Hint | null) => void | Promise<void>

export interface Streaming {
  lastEventId?: string
  onState?: (state: StreamState, problem: KalendsProblem | null) => void
  signal?: AbortSignal
  /** How often it asks where there is no stream; 60 unless given. */
  pollSeconds?: number
  /** For tests. */
  wait?: typeof wait
  random?: () => number
}

export interface Stream {
  close(): void
  /** When it was closed, or the subscription ended. Never rejects. */
  readonly done: Promise<void>
}

export type Open = (lastEventId: string | null, signal: AbortSignal) => Promise<Response>

/** Nothing at first: a proxy between keeps it back. Beats come each 25 seconds. */
const FIRST_SILENCE_MS = 20_000
const SILENCE_MS = 70_000
const RETRY_MS = 5000
const LONGEST_PAUSE_MS = 300_000
/** So often it asks before it tries a stream again. */
const POLLS = 10

interface Going {
  open: Open
  onChange: OnChange
  streaming: Streaming
  signal: AbortSignal
  lastId: string | null
  retryMs: number
  failures: number
}

export function openStream(open: Open, onChange: OnChange, streaming: Streaming = {}): Stream {
  const closing = new AbortController()
  const { signal: given } = streaming
  const signal = given ? eitherOf(closing.signal, given) : closing.signal
  const lastId = streaming.lastEventId ?? null
  const quiet = { ...streaming, onState: changesOnly(streaming.onState) }
  const going = { open, onChange, streaming: quiet, signal, lastId, retryMs: RETRY_MS, failures: 0 }
  return { close: () => closing.abort(), done: run(going) }
}

function changesOnly(onState: Streaming['onState']): NonNullable<Streaming['onState']> {
  let last: StreamState | null = null
  return (state, problem) => {
    if (state !== last) onState?.(state, problem)
    last = state
  }
}

async function run(going: Going): Promise<void> {
  const { streaming, signal } = going
  const tell = streaming.onState ?? (() => {})
  while (!signal.aborted) {
    const problem = await listen(going)
      .then(() => null)
      .catch(asProblem)
    if (signal.aborted) break
    if (problem && hasEnded(problem)) return tell('ended', problemIn(problem))
    const paused = problem && hasNone(problem) ? poll(going, problem) : pause(going, problem)
    await paused.catch(() => {})
  }
  tell('ended', null)
}

const asProblem = (error: unknown): KalendsProblem | Error =>
  error instanceof Error ? error : new Error(String(error))

const problemIn = (error: Error | null) => (error instanceof KalendsProblem ? error : null)
const hasEnded = (error: Error) => error instanceof Ended || problemIn(error)?.status === 410
const hasNone = (error: Error) =>
  error instanceof KeptBack || [404, 405, 406, 501].includes(problemIn(error)?.status ?? 0)

class KeptBack extends Error {}
/** The subscription was replaced or erased while it was listened to. */
class Ended extends Error {}

/** Until the stream ends; throws what made it end before it should. */
async function listen(going: Going): Promise<void> {
  const silence = new AbortController()
  const signal = eitherOf(going.signal, silence.signal)
  let timer: ReturnType<typeof setTimeout> | undefined
  const expect = (milliseconds: number, why: Error) => {
    clearTimeout(timer)
    timer = setTimeout(() => silence.abort(why), milliseconds)
  }
  try {
    expect(FIRST_SILENCE_MS, new KeptBack('Nothing came of the stream'))
    const response = await going.open(going.lastId, signal)
    if (!response.ok || !response.body) throw problemOf(response, await bodyOf(response))
    await readEvents(response.body, signal, {
      alive: () => expect(SILENCE_MS, new Error('The stream fell silent')),
      retry: (milliseconds) => {
        going.retryMs = milliseconds
      },
      event: async (event) => {
        clearTimeout(timer)
        await handle(going, event)
        expect(SILENCE_MS, new Error('The stream fell silent'))
      },
    })
  } finally {
    clearTimeout(timer)
  }
}

const bodyOf = (response: Response) => response.json().catch(() => '')

/** An id counts only once what it stands for has been handled. */
async function handle(going: Going, { event, data, id }: ServerSent): Promise<void> {
  if (event === 'ended') throw new Ended()
  if (event !== 'ready' && event !== 'change') return
  going.streaming.onState?.('live', null)
  // Without an id a `change` follows; with another one the server makes nothing of the id we know.
  const known = event === 'ready' && going.lastId !== null && (id ?? going.lastId) === going.lastId
  if (!known) await going.onChange({ ...(JSON.parse(data) as Omit<Hint, 'id'>), id: id ?? '' })
  going.lastId = id ?? going.lastId
  going.failures = 0
}

/** Apart, so that a server that starts again is not asked by everybody at once. */
function pause(going: Going, error: Error | null): Promise<void> {
  const { streaming, signal, retryMs } = going
  const { random = Math.random } = streaming
  const longest = Math.max(retryMs, LONGEST_PAUSE_MS)
  const least = (problemIn(error)?.retryAfter ?? 0) * 1000
  const doubled = Math.min(longest, retryMs * 2 ** (error ? going.failures++ : 0))
  streaming.onState?.('waiting', problemIn(error))
  return (streaming.wait ?? wait)(Math.max(least, doubled) * (1 + random() / 2), signal)
}

async function poll(going: Going, error: Error): Promise<void> {
  const { streaming, signal, onChange } = going
  const { random = Math.random, pollSeconds = 60 } = streaming
  streaming.onState?.('polling', problemIn(error))
  for (let asked = 0; asked < POLLS && !signal.aborted; asked++) {
    // What did not work is asked for again in a minute.
    await Promise.resolve(null)
      .then(onChange)
      .catch(() => {})
    await (streaming.wait ?? wait)(pollSeconds * 1000 * (1 + random() / 2), signal)
  }
}
