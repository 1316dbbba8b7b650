// Syncs, one at a time: who asks while one is under way gets another one after it.

import { KalendsProblem } from '../../client/src/index.ts'
import type { Core } from './core.ts'
import { keep } from './store.ts'
import { syncOnce } from './sync.ts'
import { isGone, WORDS } from './words.ts'

/** Never rejects: what did not work is told in the state. */
export function syncer(core: Core): () => Promise<void> {
  let running: Promise<void> | null = null
  let isAskedAgain = false
  const run = async () => {
    do {
      isAskedAgain = false
      await once(core)
    } while (isAskedAgain)
  }
  return () => {
    isAskedAgain = running !== null
    running ??= run().finally(() => {
      running = null
    })
    return running
  }
}

async function once(core: Core): Promise<void> {
  if (!core.device.isOnline()) return core.show({ online: false })
  core.show({ syncing: true })
  const trouble = WORDS[core.device.language()].noAnswer
  try {
    await core.device.exclusively(() => syncOnce(core))
    const { problem } = core.state
    core.show({ online: true, problem: problem === trouble ? null : problem })
  } catch (error) {
    await tell(core, error, trouble)
  } finally {
    core.show({ syncing: false })
    await core.changed()
  }
}

async function tell(core: Core, error: unknown, trouble: string): Promise<void> {
  if (!(error instanceof KalendsProblem)) throw error
  const { status, code, message } = error
  if (code === 'unreachable') return core.show({ online: false })
  core.show({ online: true })
  const gone = isGone(error)
  if (gone) await keep(await core.store(), 'ended', true)
  core.show({ problem: gone ? null : status >= 500 || status === 200 ? trouble : message })
}
