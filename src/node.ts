// The Node entry: one process, one SQLite file.

import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import type { Server } from 'node:http'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createAdaptorServer, type HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import type Sqlite from 'better-sqlite3'
import { createApp } from './app.ts'
import type { Config } from './config.ts'
import { fetchLedger } from './ledger/ledger.ts'
import { saltsInMemory } from './ledger/salt.ts'
import { connectNode } from './live/node-wire.ts'
import { liveStreams } from './live/streams.ts'
import { mintName } from './mint.ts'
import { nodeFetch } from './outbound/node-fetch.ts'
import { nodeMail } from './outbound/node-mail.ts'
import type { Log, PartnersThread, Ports } from './ports.ts'
import { keptSince } from './push/dispatch.ts'
import { planLines } from './push/plan.ts'
import { sqliteBlobs } from './storage/blobs.ts'
import { isAnythingDue } from './storage/due.ts'
import { migrate } from './storage/migrate.ts'
import { openSqlite, sqliteDatabase } from './storage/sqlite.ts'
import { partnersThread } from './thread.ts'

export const DATABASE_FILE = 'kalends.db'
const PASSING = ':memory:'

const MIGRATIONS = fileURLToPath(new URL('../migrations', import.meta.url))

export interface Station {
  ports: Ports
  sqlite: Sqlite.Database
  /** Where the database lies. */
  file: string
}

/** Opens the data folder, making and migrating the database as needed; `:memory:` for a passing one. */
export function openStation(config: Config, log: Log = jsonLog): Station {
  const passing = config.dataDir === PASSING
  if (!passing) mkdirSync(config.dataDir, { recursive: true, mode: 0o700 })
  const file = passing ? PASSING : join(config.dataDir, DATABASE_FILE)
  const sqlite = openSqlite(file)
  migrate(sqlite, MIGRATIONS)
  const db = sqliteDatabase(sqlite)
  const now = () => `${new Date().toISOString().slice(0, 19)}Z`
  const ports: Ports = {
    ...{ db, blobs: sqliteBlobs(sqlite), config, now, mint: mintName, log },
    fetches: fetchLedger({ db, now, mint: mintName, log }, saltsInMemory(mintName)),
    fetch: nodeFetch({ ownHost: new URL(config.publicUrl).hostname }),
    live: liveStreams({ db, log, now }, { start: everySecond, connect: connectNode }),
    ...(config.mail ? { mail: nodeMail(config.mail) } : {}),
  }
  return { ports, sqlite, file }
}

function everySecond(tick: () => Promise<void>): () => void {
  const timer = setInterval(() => void tick(), 1_000)
  timer.unref()
  return () => clearInterval(timer)
}

/** Slow senders of headers are let go: slowloris ties up nothing else. */
const HEADERS_TIMEOUT_MS = 10_000
const REQUEST_TIMEOUT_MS = 120_000
const CHECK_EVERY_MS = 5_000

/** The HTTP server, not yet listening. */
export function createServer(ports: Ports): Server {
  const { fetch } = createApp(ports)
  return serverOf(() => fetch)
}

export interface Listening {
  server: Server
  ports: Ports
  /** None beside a database in memory, which no other connection sees. */
  thread: PartnersThread | null
}

/**
 * Listens where the settings say, partners' calls answered in a thread of their own. With PORT=0,
 * the links it gives out hold the port it was given.
 */
export async function listen(ports: Ports): Promise<Listening> {
  const { host, port } = ports.config
  let fetch: Fetch | undefined
  const start = () => {
    const here = reachable(ports, server)
    const thread =
      here.config.dataDir === PASSING ? null : partnersThread({ ...here, isDue: () => isDue(here) })
    fetch = createApp({ ...here, ...(thread ? { partnersThread: thread } : {}) }).fetch
    return { server, ports: here, thread }
  }
  const server = serverOf(() => fetch ?? createApp(ports).fetch)
  server.listen(port, host)
  await once(server, 'listening')
  return start()
}

const isDue = ({ db, now }: Ports): Promise<boolean> =>
  isAnythingDue(db, { now: now(), ...planLines(now()), old: keptSince(now()) })

function reachable(ports: Ports, server: Server): Ports {
  const address = server.address()
  if (ports.config.port !== 0 || !address || typeof address !== 'object') return ports
  const publicUrl = ports.config.publicUrl.replace(/:0$/, `:${address.port}`)
  return { ...ports, config: { ...ports.config, publicUrl } }
}

type Fetch = ReturnType<typeof createApp>['fetch']

function serverOf(fetch: () => Fetch): Server {
  const server = createAdaptorServer({
    async fetch(request, env) {
      const response = await fetch()(request, env)
      // What stays open was answered past the adapter.
      return (env as HttpBindings).outgoing.headersSent ? RESPONSE_ALREADY_SENT : response
    },
    serverOptions: {
      headersTimeout: HEADERS_TIMEOUT_MS,
      requestTimeout: REQUEST_TIMEOUT_MS,
      connectionsCheckingInterval: CHECK_EVERY_MS,
    },
  }) as Server
  // No proxy: Node would hang up without a word.
  server.on('connect', (_request, socket) => {
    socket.on('error', () => {})
    socket.end('HTTP/1.1 405 Method Not Allowed\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
  })
  return server
}

/** One JSON line an event, on standard error, so that standard output stays for people. */
export const jsonLog: Log = {
  info: (event, about) => console.error(JSON.stringify({ level: 'info', event, ...about })),
  error: (event, about) => console.error(JSON.stringify({ level: 'error', event, ...about })),
}
