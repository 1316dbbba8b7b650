// Backups of the one file that is the whole service, each opened and verified before it counts.

import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type Sqlite from 'better-sqlite3'
import type { BackupConfig, Config } from '../config.ts'
import { DATABASE_FILE, openStation } from '../node.ts'
import type { Log } from '../ports.ts'
import { checkFeeds } from '../publication/integrity.ts'
import { quietLog } from './client.ts'

const PREFIX = 'kalends-'
const SUFFIX = '.db'

/** Copies a database that is being written to; the copy is one moment of it. */
export async function backUp(sqlite: Sqlite.Database, file: string): Promise<void> {
  mkdirSync(dirname(file), { recursive: true })
  const partial = `${file}.partial`
  await sqlite.backup(partial)
  try {
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
  const partial = `${target}.partial`
  copyFileSync(file, partial)
  try {
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
    const config = { dataDir: folder } as Config
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
  const file = join(dir, `${PREFIX}${now.replace(/[-:]/g, '')}${SUFFIX}`)
  await backUp(sqlite, file)
  const kept = readdirSync(dir)
    .filter((name) => name.startsWith(PREFIX) && name.endsWith(SUFFIX))
    .sort()
  for (const name of kept.slice(0, Math.max(0, kept.length - keep))) rmSync(join(dir, name))
  return file
}

const HOUR_MS = 3_600_000

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
  const timer = setInterval(() => void once(), backup.everyHours * HOUR_MS)
  timer.unref()
  return () => clearInterval(timer)
}

export const hasDatabase = ({ dataDir }: Config): string | null => {
  const file = join(dataDir, DATABASE_FILE)
  return existsSync(file) ? file : null
}
