// Serves: migrates, checks, applies the examples at the first start, listens, and goes quietly.

import { existsSync } from 'node:fs'
import type { Server } from 'node:http'
import { readConfig } from '../config.ts'
import type { Language } from '../language/choose.ts'
import { createServer, openStation, type Station } from '../node.ts'
import type { Ports } from '../ports.ts'
import { expireDeleted } from '../publication/calendars.ts'
import { checkFeeds } from '../publication/integrity.ts'
import { applyTimezoneData } from '../publication/timezones.ts'
import { sha256 } from '../storage/digest.ts'
import { findInstalled, recordInstalled } from '../storage/installation.ts'
import { ADMIN_KEY_ID, findKey, setAdminKey } from '../storage/keys.ts'
import { applyFolder } from './apply.ts'
import { backUpRegularly } from './backup.ts'
import { localClient } from './client.ts'
import { WORDS } from './words.ts'

const TIDY_MS = 3_600_000
/** How long requests that were begun may take to end when the process is told to stop. */
const DRAIN_MS = 10_000

export async function serve(language: Language): Promise<void> {
  const words = WORDS[language]
  const station = openStation(readConfig(process.env))
  const { ports } = station
  const { config } = ports
  const adminKey = await firstAdminKey(ports)
  await reportDamage(ports)
  await applyTimezoneData(ports)
  const server = createServer(ports)
  await listen(server as Server, config)
  await applyAtFirstStart(ports, language)
  console.log(`${words.ready}
  ${words.calendars}: ${config.publicUrl}/
  ${words.docs}: ${config.publicUrl}/docs`)
  if (adminKey) console.log(`  ${words.adminKey}:\n    ${adminKey}`)
  const timer = setInterval(() => void tidy(ports), TIDY_MS)
  timer.unref()
  const stopBackups = config.backup
    ? backUpRegularly(station.sqlite, config.backup, ports)
    : () => {}
  const stop = () => {
    clearInterval(timer)
    stopBackups()
    drain(server as Server, station)
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
}

/** The operator's key, when it was made just now. */
async function firstAdminKey({ db, config, mint, now }: Ports): Promise<string | null> {
  if (config.adminKey || (await findKey(db, ADMIN_KEY_ID))) return null
  const key = mint() + mint()
  await db.batch([setAdminKey(await sha256(key), now())])
  return key
}

async function reportDamage(ports: Ports): Promise<void> {
  for (const damage of await checkFeeds(ports))
    ports.log.error('published feed is damaged: restore a backup', { ...damage })
}

function listen(server: Server, { port, host }: { port: number; host: string }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })
}

const FEEDS_APPLIED = 'feeds applied'

async function applyAtFirstStart(ports: Ports, language: Language): Promise<void> {
  const { db, config, now } = ports
  if (await findInstalled(db, FEEDS_APPLIED)) return
  if (config.feedsDir && existsSync(config.feedsDir)) {
    console.log(WORDS[language].applying)
    const client = localClient(ports, language)
    const { published } = await applyFolder(client, config.feedsDir, (line) =>
      console.log(`  ${line}`),
    )
    console.log(WORDS[language].placed(published))
  }
  await db.batch([recordInstalled(FEEDS_APPLIED, now())])
}

async function tidy(ports: Ports): Promise<void> {
  try {
    await expireDeleted(ports)
  } catch (error) {
    ports.log.error('tidying failed', { error: String(error) })
  }
}

/** Stops taking connections, lets what was begun end, writes the log of SQLite back into its file. */
function drain(server: Server, { sqlite, ports }: Station): void {
  const leave = () => {
    sqlite.close()
    process.exit(0)
  }
  ports.log.info('stopping')
  server.close(leave)
  server.closeIdleConnections()
  setTimeout(leave, DRAIN_MS).unref()
}
