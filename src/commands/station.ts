// The data folder as a command finds it: what is wrong with it, in one plain line.

import { accessSync, constants, existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../config.ts'
import type { Language } from '../language/choose.ts'
import { DATABASE_FILE, openStation, type Station } from '../node.ts'
import type { Log } from '../ports.ts'
import { Misuse, reasonOf } from './usage.ts'
import { WORDS } from './words.ts'

/** Opens the data folder, making what is missing. */
export function openHere(config: Config, language: Language, log: Log): Station {
  try {
    return openStation(config, log)
  } catch (error) {
    const why = reasonOf(unwritable(config.dataDir) ?? error)
    throw new Error(WORDS[language].unusable(config.dataDir, why))
  }
}

/** SQLite cannot open a database in a folder that is read-only, and does not say that it is. */
function unwritable(folder: string): unknown {
  try {
    accessSync(folder, constants.W_OK)
    return null
  } catch (error) {
    return error
  }
}

/** Opens the data folder that must be there: a new, empty one would be a wrong DATA_DIR's answer. */
export function openExisting(config: Config, language: Language, log: Log): Station {
  if (!existsSync(join(config.dataDir, DATABASE_FILE)))
    throw new Misuse(WORDS[language].noDatabase(config.dataDir))
  return openHere(config, language, log)
}
