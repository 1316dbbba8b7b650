// Reads a body without ever holding more of it than its limit.

import { Problem } from '../problem.ts'

/** Throws `too_large` as soon as the limit is passed, or at once when the length says so. */
export async function readBody(request: Request, limit: number): Promise<Uint8Array> {
  if (Number(request.headers.get('content-length') ?? 0) > limit)
    throw new Problem('too_large', { limit })
  if (!request.body) return new Uint8Array()
  const parts: Uint8Array[] = []
  let octets = 0
  for await (const part of whole(request.body)) {
    octets += part.length
    if (octets > limit) throw new Problem('too_large', { limit })
    parts.push(part)
  }
  return joined(parts, octets)
}

/** Who leaves in the middle has sent no body; that is no fault of ours. */
async function* whole(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* body as unknown as AsyncIterable<Uint8Array>
  } catch (cause) {
    const params = { place: 'body', found: 'cut off', wanted: 'Content-Length' }
    throw new Problem('invalid_request', params, { cause })
  }
}

function joined(parts: readonly Uint8Array[], octets: number): Uint8Array {
  const whole = new Uint8Array(octets)
  let place = 0
  for (const part of parts) {
    whole.set(part, place)
    place += part.length
  }
  return whole
}
