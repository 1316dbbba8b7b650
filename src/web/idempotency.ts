// Idempotency-Key: a call sent again is answered as before, and done once.

import type { Context, MiddlewareHandler } from 'hono'
import type { Ports } from '../ports.ts'
import { Problem } from '../problem.ts'
import { HOUR, secondsFrom } from '../schedule/instants.ts'
import { type Database, GuardFailed, MAX_JSON_OCTETS } from '../storage/database.ts'
import { sha256 } from '../storage/digest.ts'
import { dropTold, findTold, type Told, tellAnswer, tellBegun } from '../storage/idempotency.ts'
import { readBody } from './body.ts'
import { principalOf } from './principal.ts'
import { opened, sealed } from './sealed.ts'

const HEADER = 'idempotency-key'
export const MAX_KEY_CHARS = 255
/** Without an API key, nothing but this one tells callers apart: it must be one that nobody guesses. */
export const MIN_ANONYMOUS_CHARS = 16
export const KEPT_HOURS = 48
/** So many that are too old are dropped with each new one. */
const DROPPED_AT_ONCE = 50
/** Of the names made for a call, enough to find its upload among them. */
const MINTED_KEPT = 4
/** What does its work in so long will tell its answer; after that it was cut off. */
export const BUSY_SECONDS = 120

interface Call {
  /** Of the call, by both keys. */
  id: string
  /** The API key, if any, and the idempotency key: what the answer is sealed with. */
  secrets: readonly string[]
  request: Request
  requestSha256: string
}

type Answering = (ports: Ports, request: Request) => Promise<Response>
/** With what the runtime gives beside a request. */
type AnsweringIn = (ports: Ports, request: Request, env: unknown) => Promise<Response>

/** `answeringIn`: the application over ports of its own. */
export const idempotent =
  (ports: Ports, maxBody: (path: string) => number, answeringIn: AnsweringIn): MiddlewareHandler =>
  async (c, next) => {
    const [given, authorization] = [c.req.header(HEADER), c.req.header('authorization')]
    if (c.req.method !== 'POST' || given === undefined) return next()
    if (authorization) await principalOf(ports, authorization)
    const answering: Answering = (own, request) => answeringIn(own, request, c.env)
    const call = await callOf(c, { key: given, authorization, limit: maxBody(c.req.path) })
    const told = await findTold(ports.db, call.id, tooOld(ports))
    return told ? again(ports, call, told, answering) : first(ports, call, answering)
  }

const tooOld = ({ now }: Ports): string => secondsFrom(now(), -KEPT_HOURS * HOUR)

interface Given {
  key: string
  authorization: string | undefined
  limit: number
}

async function callOf(c: Context, { key, authorization, limit }: Given): Promise<Call> {
  const least = authorization ? 1 : MIN_ANONYMOUS_CHARS
  if (key.length < least || key.length > MAX_KEY_CHARS || /\p{Cc}/u.test(key))
    throw new Problem('invalid_request', {
      ...{ place: 'header Idempotency-Key', found: key.slice(0, 80) || '–' },
      wanted: `${least}–${MAX_KEY_CHARS}`,
    })
  const secrets = [authorization?.replace(/^\S+ +/, '') ?? '', key]
  const { url, method } = c.req.raw
  const body = await readBody(c.req.raw, limit)
  const headers = new Headers(c.req.raw.headers)
  headers.delete(HEADER)
  const { pathname, search } = new URL(url)
  const bodySha256 = await sha256(told(body, headers.get('content-type') ?? ''))
  return {
    id: await sha256(JSON.stringify(secrets)),
    secrets,
    request: new Request(url, { method, headers, body: body as Uint8Array<ArrayBuffer> }),
    requestSha256: await sha256(JSON.stringify([method, pathname, search, bodySha256])),
  }
}

/** The body, without what a client makes anew for each sending of a form. */
function told(body: Uint8Array, type: string): Uint8Array | string {
  const boundary = /^multipart\/.*;\s*boundary="?([^";]+)/i.exec(type)?.[1]
  if (!boundary) return body
  return new TextDecoder('latin1').decode(body).replaceAll(boundary, '')
}

/** Does it, and keeps what was answered. */
async function first(ports: Ports, call: Call, answering: Answering): Promise<Response> {
  const minted: string[] = []
  const recording = recorded(ports, call, minted)
  const response = await answering(
    {
      ...withoutThread(ports),
      db: recording.db,
      mint() {
        const name = ports.mint()
        if (minted.length < MINTED_KEPT) minted.push(name)
        return name
      },
    },
    call.request,
  )
  if (!recording.begun() || response.status >= 500) return response
  const body = await response.text()
  const { status, headers } = response
  const told = JSON.stringify({ status, headers: [...headers], body })
  const answer = await sealed(told, call.secrets, ports.mint())
  if (answer.length <= MAX_JSON_OCTETS) await ports.db.batch([tellAnswer(call.id, answer)])
  return new Response(body, { status, headers })
}

/** Answered where it is: what is handed on was handed over already. */
const withoutThread = ({ partnersThread: _, ...ports }: Ports): Ports => ports

/** The database of one call: the first batch that it writes says that the call was made. */
function recorded(ports: Ports, { id, requestSha256 }: Call, minted: string[]) {
  const { db } = ports
  let begun = false
  const recording: Database = {
    query: (statement) => db.query(statement),
    generation: () => db.generation(),
    async batch(statements) {
      if (begun) return db.batch(statements)
      const since = tooOld(ports)
      const telling = { requestSha256, minted, answer: null, createdAt: ports.now() }
      try {
        await db.batch([
          ...tellBegun(id, telling, since),
          ...statements,
          dropTold(since, DROPPED_AT_ONCE),
        ])
      } catch (error) {
        if (error instanceof GuardFailed && (await findTold(db, id, since)))
          throw new Problem('idempotency_busy', {}, { cause: error })
        throw error
      }
      begun = true
    },
  }
  return { db: recording, begun: () => begun }
}

/** What was answered before; for an upload whose answer got lost, what there is to tell of it now. */
async function again(ports: Ports, call: Call, told: Told, answering: Answering) {
  if (told.requestSha256 !== call.requestSha256) throw new Problem('idempotency_conflict')
  if (told.answer) {
    const { status, headers, body } = JSON.parse(await opened(told.answer, call.secrets)) as {
      status: number
      headers: [string, string][]
      body: string
    }
    return replayed(new Response(body, { status, headers }))
  }
  const upload = await uploadOf(ports, call, told, answering)
  if (upload) return replayed(upload)
  const age = Date.parse(ports.now()) - Date.parse(told.createdAt)
  throw new Problem(age < BUSY_SECONDS * 1000 ? 'idempotency_busy' : 'idempotency_lost')
}

function replayed(response: Response): Response {
  const headers = new Headers(response.headers)
  headers.set('Idempotent-Replayed', 'true')
  return new Response(response.body, { status: response.status, headers })
}

const PUBLICATION = /^\/v1\/uploads\/([^/]+)\/publication$/
const UPLOADS = /^\/v1\/partners\/[^/]+\/calendars\/[^/]+\/uploads$/

async function uploadOf(
  ports: Ports,
  { request }: Call,
  { minted }: Told,
  answering: Answering,
): Promise<Response | null> {
  const { origin, pathname } = new URL(request.url)
  const published = PUBLICATION.exec(pathname)?.[1]
  const names = published ? [published] : UPLOADS.test(pathname) ? minted : []
  const headers = new Headers(request.headers)
  for (const name of ['content-type', 'content-length']) headers.delete(name)
  for (const name of names) {
    const asked = new Request(`${origin}/v1/uploads/${name}`, { headers })
    const response = await answering(withoutThread(ports), asked)
    if (response.status !== 200) continue
    const body = await response.text()
    const refused = (JSON.parse(body) as { status: string }).status === 'refused'
    const status = published ? 200 : refused ? 422 : 201
    return new Response(body, { status, headers: response.headers })
  }
  return null
}
