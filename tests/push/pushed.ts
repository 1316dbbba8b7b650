// A subscription with browsers, a push service that answers as told, and the clock's ticks.

import { expect } from 'vitest'
import type { Fetched, FetchRequest, Ports } from '../../src/ports.ts'
import { Problem } from '../../src/problem.ts'
import { ticker } from '../../src/timer.ts'
import type { Json, Kalends } from '../harness.ts'
import { read, type Subscribed, send, subscribed } from '../subscriptions/subscribed.ts'
import { type Browser, browser, fromBase64url } from './browser.ts'

/** What came to a browser, read with its keys. */
export interface Arrival {
  at: string
  browser: string
  headers: Record<string, string>
  payload: Json
}

export interface Pushed extends Subscribed {
  /** In the order in which they came. */
  arrivals: Arrival[]
  /** What the push service answers, by endpoint; 201 unless told otherwise. */
  answers: Map<string, Answer>
  calls: () => number
  add(name: string, about?: object): Promise<{ status: number; body: Json }>
  /** A tick at a time of the day, or as it is; answers what came meanwhile. */
  tick(now?: string): Promise<Arrival[]>
  /** `start title` of what came, each. */
  texts(): string[]
}

type Answer = { status: number; after?: string } | 'timeout' | 'crash'

export const HOST = 'https://updates.push.services.mozilla.com/wpush/v2/'

/** `30 minutes before` unless told otherwise, and one browser. */
export async function pushed(wish: object = { alarms: [30] }, file?: string): Promise<Pushed> {
  const here = await subscribed(wish, file)
  const { kalends, token } = here
  const arrivals: Arrival[] = []
  const answers: Pushed['answers'] = new Map()
  const browsers = new Map<string, Browser>()
  let calls = 0
  kalends.ports.fetch = async (request) => {
    calls += 1
    const answer = answers.get(request.url) ?? { status: 201 }
    if (answer === 'timeout') throw new Problem('not_fetched', { why: 'timeout' })
    const answered = typeof answer === 'object' ? answer : { status: 201 }
    if (answered.status < 300)
      arrivals.push(await arrivalOf(kalends, browsers.get(request.url), request))
    // It had been sent, and nobody is left to mark it.
    if (answer === 'crash') throw new Error('the process is gone')
    return fetchedOf(request.url, answered)
  }
  const tick = ticker(kalends.ports)
  const pushedHere: Pushed = {
    ...{ ...here, arrivals, answers, calls: () => calls },
    async add(name, about = {}) {
      const made = await browser(`${HOST}${name}`)
      browsers.set(made.subscription.endpoint, made)
      const body = { ...made.subscription, ...about }
      return send(kalends, 'POST', `/v1/subscriptions/${token}/push`, body)
    },
    async tick(now) {
      const before = arrivals.length
      if (now) kalends.clock.now = now
      await (await tick()).ended
      return arrivals.slice(before)
    },
    texts: () => arrivals.map(({ at, payload }) => `${at.slice(0, 16)} ${payload.title}`),
  }
  return pushedHere
}

async function arrivalOf(
  { clock, ports }: Kalends,
  made: Browser | undefined,
  { url, headers = {}, body }: FetchRequest,
): Promise<Arrival> {
  if (!made || typeof body === 'string' || !body) throw new Error(`nobody is at ${url}`)
  await checkVapid(ports, new URL(url).origin, headers.Authorization ?? '')
  expect(headers['Content-Encoding']).toBe('aes128gcm')
  const payload = JSON.parse(await made.decrypt(body))
  return { at: clock.now, browser: url.slice(HOST.length), headers, payload }
}

/** RFC 8292: signed by the key that is told, for this origin, for at most a day. */
async function checkVapid({ now }: Ports, origin: string, authorization: string): Promise<void> {
  const [, token = '', key = ''] = /^vapid t=([^,]+), k=(\S+)$/.exec(authorization) ?? []
  const [header = '', claims = '', signature = ''] = token.split('.')
  const how = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
  const point = await crypto.subtle.importKey('raw', fromBase64url(key), how, false, ['verify'])
  const text = new TextEncoder().encode(`${header}.${claims}`)
  expect(await crypto.subtle.verify(how, point, fromBase64url(signature), text)).toBe(true)
  const read = (part: string) => JSON.parse(new TextDecoder().decode(fromBase64url(part)))
  expect(read(header)).toEqual({ typ: 'JWT', alg: 'ES256' })
  const { aud, exp, sub } = read(claims)
  expect([aud, sub]).toEqual([origin, 'https://kalends.example'])
  const hours = (exp - Date.parse(now()) / 1000) / 3600
  expect(hours > 0 && hours <= 12).toBe(true)
}

const fetchedOf = (
  url: string,
  { status, after }: { status: number; after?: string },
): Fetched => ({
  ...{ status, url, body: new Uint8Array() },
  header: (name) => (name.toLowerCase() === 'retry-after' ? (after ?? null) : null),
})

export const listed = ({ kalends, token }: Subscribed): Promise<Json> =>
  read(kalends, `/v1/subscriptions/${token}/push`)
