// Backups of the one file that is the whole service, each opened and verified before it counts.

import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type Sqlite from 'better-sqlite3'
import { type BackupConfig, type Config, readConfig } from '../config.ts'
import type { Language } from '../language/choose.ts'
import { DATABASE_FILE, openStation } from '../node.ts'
import type { Log } from '../ports.ts'
import { checkFeeds } from '../publication/integrity.ts'
import { quietLog } from './client.ts'
import { during } from './progress.ts'
import { settingsFrom } from './settings.ts'
import { openExisting } from './station.ts'
import { Misuse } from './usage.ts'
import { WORDS } from './words.ts'

const PARTIAL = '.partial'
/** The timer's own files: what a person put beside them is never deleted. */
const OWN = /^kalends-\d{8}T\d{6}Z\.db$/
/** Left by the end of the process or of the machine. */
const CUT_SHORT = /^kalends-\d{8}T\d{6}Z\.db\.partial/

export async function backUpTo(file: string, language: Language): Promise<void> {
  const words = WORDS[language]
  const config = settingsFrom(process.env, language)
  if (isDatabase(file, config)) throw new Misuse(words.overItself(file))
  const { sqlite } = openExisting(config, language, quietLog)
  const begun = Date.now()
  await during({ doing: words.backingUp, language, plain: false }, () => backUp(sqlite, file))
  sqlite.close()
  console.log(words.backedUp(file, Date.now() - begun))
}

export async function restoreFrom(file: string, language: Language): Promise<void> {
  const words = WORDS[language]
  const config = settingsFrom(process.env, language)
  const there = whatIsThere(config)
  if (there) throw new Error(words.exists(there))
  const doing = { doing: words.restoring, language, plain: false }
  await during(doing, () => restoreBackup(file, config))
  console.log(words.restored(config.dataDir))
}

/** SQLite's own files beside the database belong to it: a backup would be read together with them. */
const FILES = [DATABASE_FILE, `${DATABASE_FILE}-wal`, `${DATABASE_FILE}-shm`]

const isDatabase = (file: string, { dataDir }: Config): boolean =>
  FILES.some((name) => resolve(dataDir, name) === resolve(file))

const whatIsThere = ({ dataDir }: Config): string | undefined =>
  FILES.map((name) => join(dataDir, name)).find((path) => existsSync(path))

/** Copies a database that is being written to; the copy is one moment of it. */
export async function backUp(sqlite: Sqlite.Database, file: string): Promise<void> {
  mkdirSync(dirname(file), { recursive: true })
  const partial = `${file}${PARTIAL}`
  try {
    await sqlite.backup(partial)
    await verify(partial)
  } catch (error) {
    rmSync(partial, { force: true })
    throw error
  }
  renameSync(partial, file)
}

/** Puts a backup into an empty data folder. Throws, leaving the folder empty, when it is damaged. */
export async function restoreBackup(file: string, config: Config): Promise<void> {
  mkdirSync(config.dataDir, { recursive: true })
  const target = join(config.dataDir, DATABASE_FILE)
  const partial = `${target}${PARTIAL}`
  try {
    copyFileSync(file, partial)
    await verify(partial)
  } catch (error) {
    rmSync(partial, { force: true })
    throw error
  }
  renameSync(partial, target)
}

/** SQLite's own check does not see changed data, so the published fingerprints are compared too. */
async function verify(file: string): Promise<void> {
  const folder = `${file}.check`
  mkdirSync(folder, { recursive: true })
  try {
    copyFileSync(file, join(folder, DATABASE_FILE))
    const config: Config = { ...readConfig({}), dataDir: folder }
    const { ports, sqlite } = openStation(config, quietLog)
    const said = sqlite.pragma('integrity_check', { simple: true })
    const damages = said === 'ok' ? await checkFeeds(ports) : []
    sqlite.close()
    if (said !== 'ok') throw new Error(`${file}: ${said}`)
    const [first] = damages
    if (first)
      throw new Error(`${file}: ${first.calendar} revision ${first.revision}: ${first.what}`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** One backup, then the oldest beyond those to keep are deleted. Returns the new file. */
export async function backUpInto(
  sqlite: Sqlite.Database,
  { dir, keep }: BackupConfig,
  now: string,
): Promise<string> {
  const file = join(dir, `kalends-${now.replace(/[-:]/g, '')}.db`)
  await backUp(sqlite, file)
  const there = readdirSync(dir)
  const kept = there.filter((name) => OWN.test(name)).sort()
  const old = kept.slice(0, Math.max(0, kept.length - keep))
  for (const name of [...old, ...there.filter((name) => CUT_SHORT.test(name))])
    rmSync(join(dir, name), { recursive: true, force: true })
  return file
}

const HOUR_MS = 3_600_000
/** A longer timer would go off at once, and for ever. */
const MAX_TIMER_MS = 2 ** 31 - 1

/** Backs up on a timer until stopped; a failure is logged and the next hour tried again. */
export function backUpRegularly(
  sqlite: Sqlite.Database,
  backup: BackupConfig,
  { now, log }: { now: () => string; log: Log },
): () => void {
  const once = () =>
    backUpInto(sqlite, backup, now()).then(
      (file) => log.info('backed up', { file }),
      (error: unknown) => log.error('backup failed', { error: String(error) }),
    )
  const everyMs = Math.min(backup.everyHours * HOUR_MS, MAX_TIMER_MS)
  const timer = setInterval(() => void once(), everyMs)
  timer.unref()
  return () => clearInterval(timer)
}
