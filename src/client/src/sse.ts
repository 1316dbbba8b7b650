// Server-sent events out of a body, as they come; also in Node and workerd, which have no EventSource.

export interface ServerSent {
  event: string
  data: string
  id: string | null
}

/**
 * Calls back for each event, for `retry:`, and for each sign of life. Ends when the body does, or
 * when it is told to, whatever the one who fetched the body makes of the signal.
 */
export async function readEvents(
  body: ReadableStream<Uint8Array>,
  signal: AbortSignal,
  on: {
    event: (event: ServerSent) => void | Promise<void>
    retry: (milliseconds: number) => void
    alive: () => void
  },
): Promise<void> {
  let rest = ''
  const decoder = new TextDecoder()
  const reader = body.getReader()
  const told = stopping(signal)
  try {
    for (;;) {
      const { done, value } = await Promise.race([reader.read(), told])
      if (done) return
      on.alive()
      const blocks = (rest + decoder.decode(value, { stream: true })).split(/\r?\n\r?\n/)
      rest = blocks.pop() ?? ''
      for (const block of blocks) {
        const { retry, ...event } = fieldsOf(block)
        if (retry !== null) on.retry(retry)
        if (event.data !== '') await on.event(event)
      }
    }
  } finally {
    reader.cancel().catch(() => {})
  }
}

function stopping(signal: AbortSignal): Promise<never> {
  const told = new Promise<never>((_, reject) => {
    if (signal.aborted) reject(signal.reason)
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
  told.catch(() => {})
  return told
}

function fieldsOf(block: string): ServerSent & { retry: number | null } {
  const told = {
    event: 'message',
    data: '',
    id: null as string | null,
    retry: null as number | null,
  }
  for (const line of block.split(/\r?\n/)) {
    const [, name, value = ''] = /^([^:]+)(?:: ?(.*))?$/.exec(line) ?? []
    if (name === 'event') told.event = value
    if (name === 'id') told.id = value
    if (name === 'data') told.data += told.data === '' ? value : `\n${value}`
    if (name === 'retry' && /^\d+$/.test(value)) told.retry = Number(value)
  }
  return told
}
