// The commands speak the HTTP API: to a server, or to the application in this very process.

import { createApp } from '../app.ts'
import type { Config } from '../config.ts'
import type { Language } from '../language/choose.ts'
import { mintName } from '../mint.ts'
import { jsonLog } from '../node.ts'
import type { Log, Ports } from '../ports.ts'
import { settingsFrom } from './settings.ts'
import { openExisting, openHere } from './station.ts'
import { reasonOf } from './usage.ts'
import { WORDS } from './words.ts'

export interface Answer {
  status: number
  // biome-ignore lint/suspicious/noExplicitAny: answers of the API, read where their shape is known
  body: any
}

/** A file, or the problem that stands against it. */
export interface Download {
  bytes: Uint8Array
  problem: Answer['body'] | null
}

export interface Client {
  language: Language
  send(method: string, path: string, body?: Uint8Array | object): Promise<Answer>
  download(path: string): Promise<Download>
}

export interface Target {
  server?: string
  key?: string
}

/** With `--server`, that server; else the data folder of this machine, whose owner may do everything. */
export function clientFor(
  { server, key }: Target,
  language: Language,
  { mayMake = false } = {},
): Client {
  if (server) return remoteClient(server.replace(/\/+$/, ''), key, language)
  const open = mayMake ? openHere : openExisting
  return localClient(open(settingsFrom(process.env, language), language, quietLog).ports, language)
}

/** Whoever owns the data folder needs no key; one is made for this process alone. */
export function localClient(ports: Ports, language: Language): Client {
  const adminKey = mintName() + mintName()
  const config: Config = { ...ports.config, adminKey }
  const app = createApp({ ...ports, config })
  return clientOf((path, init) => app.request(path, init), adminKey, language)
}

const OURS = /^(application\/(problem\+)?json|text\/(csv|calendar))\b/

function remoteClient(server: string, key: string | undefined, language: Language): Client {
  const secret = key ?? process.env.KALENDS_KEY ?? process.env.KALENDS_ADMIN_KEY ?? ''
  const words = WORDS[language]
  const asking = async (path: string, init: RequestInit) => {
    const response = await fetch(`${server}${path}`, init).catch((error: unknown) => {
      const cause = error instanceof Error ? (error.cause ?? error) : error
      throw new Error(words.noAnswer(server, reasonOf(cause)))
    })
    const type = response.headers.get('content-type') ?? ''
    if (response.status !== 204 && !OURS.test(type))
      throw new Error(words.notKalends(server, response.status))
    return response
  }
  return clientOf(asking, secret, language)
}

type Fetch = (path: string, init: RequestInit) => Response | Promise<Response>

const clientOf = (fetch: Fetch, key: string, language: Language): Client => ({
  language,
  async send(method, path, body) {
    const headers = headersOf(key, language)
    const init: RequestInit = { method, headers }
    if (body instanceof Uint8Array) {
      headers['Content-Type'] = 'application/octet-stream'
      init.body = body as Uint8Array<ArrayBuffer>
    } else if (body) {
      headers['Content-Type'] = 'application/json'
      init.body = JSON.stringify(body)
    }
    const response = await fetch(path, init)
    const text = await response.text()
    return { status: response.status, body: text ? JSON.parse(text) : null }
  },
  async download(path) {
    const response = await fetch(path, { headers: headersOf(key, language) })
    const bytes = new Uint8Array(await response.arrayBuffer())
    const problem = response.ok ? null : JSON.parse(new TextDecoder().decode(bytes))
    return { bytes, problem }
  },
})

const headersOf = (key: string, language: Language): Record<string, string> => ({
  'Accept-Language': language,
  ...(key ? { Authorization: `Bearer ${key}` } : {}),
})

/** Errors still show; the rest is the command's own to say. */
export const quietLog: Log = { info: () => {}, error: jsonLog.error }
