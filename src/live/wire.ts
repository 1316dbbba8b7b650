// The way to one listener, as the body of a Response.

export interface Wire {
  /** Octets that were given and not taken yet. */
  waiting(): number
  write(text: string): void
  end(): void
  /** Cuts it off; what waits is lost. */
  drop(): void
}

export interface Wired {
  wire: Wire
  response: Response
}

/** With the status and headers of `head`. `left` is called when the listener goes by itself. */
export type Connect = (head: Response, left: () => void, connection: unknown) => Wired

export const connectBody: Connect = (head, left) => {
  const encoder = new TextEncoder()
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined
  const size = (octets: Uint8Array) => octets.byteLength
  const body = new ReadableStream<Uint8Array>(
    {
      start(given) {
        controller = given
      },
      cancel: left,
    },
    { highWaterMark: 0, size },
  )
  const wire: Wire = {
    waiting: () => -(controller?.desiredSize ?? 0),
    write: (text) => controller?.enqueue(encoder.encode(text)),
    end: () => controller?.close(),
    drop: () => controller?.error(new Error('too slow')),
  }
  return { wire, response: new Response(body, { status: head.status, headers: head.headers }) }
}
