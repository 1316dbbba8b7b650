// What a thread needs to stand on when nothing real runs in it.

import { readConfig } from '../../../src/config.ts'
import type { Log } from '../../../src/ports.ts'

export const silentLog: Log = { info: () => {}, error: () => {} }

export const station = () => ({ config: readConfig({ DATA_DIR: 'unused' }) })
