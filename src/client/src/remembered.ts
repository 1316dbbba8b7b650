// Answers that are kept with their tags: who asks again gets the same one, and no bytes travel.

import type { Send } from './sending.ts'

/** A longer answer is not kept. */
const MAX_OCTETS = 262_144

interface Kept {
  tag: string
  body: ArrayBuffer
  headers: Headers
}

export function remembering(send: Send, most: number): Send {
  const kept = new Map<string, Kept>()
  return async (request) => {
    if (most === 0 || request.method !== 'GET' || request.headers.has('If-None-Match'))
      return send(request)
    const name = ['Accept-Language', 'Authorization', 'Accept']
      .map((header) => request.headers.get(header))
      .concat(request.url)
      .join('\n')
    const before = kept.get(name)
    if (before) request.headers.set('If-None-Match', before.tag)
    const answer = await send(request)
    if (answer.status === 304 && before) {
      kept.delete(name)
      kept.set(name, before)
      return new Response(before.body.slice(0), { status: 200, headers: before.headers })
    }
    kept.delete(name)
    return keep(answer, (found) => {
      kept.set(name, found)
      const [oldest] = kept.keys()
      if (kept.size > most && oldest !== undefined) kept.delete(oldest)
    })
  }
}

async function keep(answer: Response, found: (kept: Kept) => void): Promise<Response> {
  const tag = answer.headers.get('ETag')
  if (answer.status !== 200 || !tag) return answer
  const body = await answer.arrayBuffer()
  const { headers } = answer
  if (body.byteLength <= MAX_OCTETS) found({ tag, body: body.slice(0), headers })
  return new Response(body, { status: 200, headers })
}
