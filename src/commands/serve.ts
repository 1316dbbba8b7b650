// Serves: migrates, checks, listens, applies the examples at the first start, and goes quietly.

import { existsSync } from 'node:fs'
import type { Server } from 'node:http'
import type { Config } from '../config.ts'
import type { Language } from '../language/choose.ts'
import { FLUSH_EVERY_MS } from '../ledger/ledger.ts'
import { jsonLog, listen, type Station } from '../node.ts'
import type { PartnersThread, Ports } from '../ports.ts'
import { expireDeleted } from '../publication/calendars.ts'
import { checkFeeds } from '../publication/integrity.ts'
import { applyTimezoneData } from '../publication/timezones.ts'
import { vapidOf } from '../push/vapid.ts'
import { sha256 } from '../storage/digest.ts'
import { findInstalled, recordInstalled } from '../storage/installation.ts'
import { ADMIN_KEY_ID, findKey, setAdminKey } from '../storage/keys.ts'
import { endExpired } from '../subscriptions/audiences.ts'
import { forgetUnused } from '../subscriptions/unused.ts'
import { ticker } from '../timer.ts'
import { applyFolder } from './apply.ts'
import { backUpRegularly } from './backup.ts'
import { localClient } from './client.ts'
import { openHere } from './station.ts'
import { reasonOf } from './usage.ts'
import { WORDS } from './words.ts'

/** How late a publication at a set time may be. */
const TICK_MS = 1_000
const TIDY_MS = 3_600_000
/** How long requests that were begun may take to end when the process is told to stop. */
const DRAIN_MS = 10_000
const IDLE_MS = 50
/** One may be under way, one more takes what came meanwhile, and one is for a failure. */
const LAST_FLUSHES = 3

export async function serve(config: Config, language: Language): Promise<void> {
  const station = openHere(config, language, jsonLog)
  endPlainly(station)
  await reportDamage(station.ports)
  await applyTimezoneData(station.ports)
  await makeKey(station.ports)
  const { server, ports, thread } = await listenHere(station.ports, language)
  const stopTimers = startTimers({ ...station, ports }, thread)
  const stop = () => {
    stopTimers()
    drain(server, station, thread)
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
  try {
    await applyAtFirstStart(ports, language)
    await sayReady(ports, language)
  } catch (error) {
    server.close()
    server.closeAllConnections()
    throw error
  }
}

/** A bug that nothing caught: said as every other error is, and the process ends to be started anew. */
function endPlainly({ ports }: Station): void {
  process.on('uncaughtException', (error) => {
    ports.log.error('crashed', { error: error.stack ?? String(error) })
    process.exit(1)
  })
}

async function reportDamage(ports: Ports): Promise<void> {
  for (const damage of await checkFeeds(ports))
    ports.log.error('published feed is damaged: restore a backup', { ...damage })
}

/** Browsers can be registered from the first minute on; where it fails, a tick tries again. */
async function makeKey(ports: Ports): Promise<void> {
  try {
    await vapidOf(ports)
  } catch (error) {
    ports.log.error('the key for pushing could not be made', { error: String(error) })
  }
}

async function listenHere(ports: Ports, language: Language) {
  try {
    return await listen(ports)
  } catch (error) {
    const { host, port } = ports.config
    throw new Error(WORDS[language].cannotListen(host, port, reasonOf(error)))
  }
}

function startTimers({ ports, sqlite }: Station, thread: PartnersThread | null): () => void {
  const tick = thread ? thread.tick : ticker(ports)
  const timers = [
    setInterval(() => void tidy(ports), TIDY_MS),
    setInterval(() => void tick(), TICK_MS),
    setInterval(() => void ports.fetches.flush(), FLUSH_EVERY_MS),
  ]
  for (const timer of timers) timer.unref()
  const { backup } = ports.config
  const stopBackups = backup ? backUpRegularly(sqlite, backup, ports) : () => {}
  return () => {
    for (const timer of timers) clearInterval(timer)
    stopBackups()
  }
}

async function tidy(ports: Ports): Promise<void> {
  try {
    await expireDeleted(ports)
    await endExpired(ports)
    await forgetUnused(ports)
  } catch (error) {
    ports.log.error('tidying failed', { error: String(error) })
  }
}

const FEEDS_APPLIED = 'feeds applied'

/** Recorded only when it is done: a start that was cut short is a first start again. */
async function applyAtFirstStart(ports: Ports, language: Language): Promise<void> {
  const { db, config, now } = ports
  if (await findInstalled(db, FEEDS_APPLIED)) return
  const words = WORDS[language]
  if (config.feedsDir && !existsSync(config.feedsDir)) {
    console.log(words.noFeeds(config.feedsDir))
    return
  }
  if (config.feedsDir) {
    console.log(words.applying)
    const client = localClient(ports, language)
    const report = (line: string) => console.log(`  ${line}`)
    const { published } = await applyFolder(client, config.feedsDir, report)
    console.log(words.placed(published))
  }
  await db.batch([recordInstalled(FEEDS_APPLIED, now())])
}

async function sayReady(ports: Ports, language: Language): Promise<void> {
  const words = WORDS[language]
  const { publicUrl } = ports.config
  const adminKey = await firstAdminKey(ports)
  const lines = [
    ...[words.ready, `  ${words.calendars}: ${publicUrl}/`, `  ${words.docs}: ${publicUrl}/docs`],
    ...(adminKey ? [`  ${words.adminKey}:`, `    ${adminKey}`] : []),
  ]
  console.log(lines.join('\n'))
}

/** Made when it is about to be shown: a key that nobody saw would help nobody. */
async function firstAdminKey({ db, config, mint, now }: Ports): Promise<string | null> {
  if (config.adminKey || (await findKey(db, ADMIN_KEY_ID))) return null
  const key = mint() + mint()
  await db.batch([setAdminKey(await sha256(key), now())])
  return key
}

async function writeFetches({ fetches }: Ports): Promise<void> {
  for (let tries = 0; tries < LAST_FLUSHES && fetches.held() > 0; tries += 1) await fetches.flush()
}

/** Stops taking connections, lets what was begun end, writes the log of SQLite back into its file. */
function drain(server: Server, { sqlite, ports }: Station, thread: PartnersThread | null): void {
  const leave = async () => {
    await thread?.close()
    await writeFetches(ports)
    sqlite.close()
    process.exit(0)
  }
  ports.log.info('stopping')
  ports.live?.close()
  server.close(leave)
  setInterval(() => server.closeIdleConnections(), IDLE_MS).unref()
  setTimeout(leave, DRAIN_MS).unref()
}
