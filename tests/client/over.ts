// The client over the application itself, or over answers that a test gives.

import { type Client, type ClientOptions, createClient } from '../../src/client/src/index.ts'
import type { Kalends } from '../harness.ts'

const server = 'https://kalends.example'

export const clientOf = (kalends: Kalends, options: Partial<ClientOptions> = {}): Client =>
  createClient({
    ...{ server, fetch: (request) => kalends.request(request.url.slice(server.length), request) },
    ...options,
  })

export interface Sent {
  method: string
  path: string
  headers: Headers
}

/** Answers one after another; what was sent, and how long was waited between. */
export function answering(
  answers: (Response | Error | (() => Response))[],
  options: Partial<ClientOptions> = {},
) {
  const [sent, waits]: [Sent[], number[]] = [[], []]
  const client = createClient({
    ...{ server, random: () => 0 },
    fetch: async ({ method, url, headers }) => {
      sent.push({ method, path: url.slice(server.length), headers: new Headers(headers) })
      const answer = answers[sent.length - 1]
      if (answer === undefined || answer instanceof Error) throw answer ?? new Error('no more')
      return typeof answer === 'function' ? answer() : answer
    },
    wait: async (milliseconds) => void waits.push(milliseconds),
    ...options,
  })
  return { client, sent, waits }
}

export const json = (body: object, status = 200, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json', ...headers },
  })

export const problem = (code: string, status: number, headers: Record<string, string> = {}) =>
  json({ type: '', title: code, status, code, detail: `${code}.` }, status, headers)
