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
  let passing: string | null = null
  const run = async () => {
    do {
      isAskedAgain = false
      passing = await once(core, passing)
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

/** Answers what it said of what did not work this time. */
async function once(core: Core, passing: string | null): Promise<string | null> {
  if (!core.device.isOnline()) {
    core.show({ online: false })
    return passing
  }
  core.show({ syncing: true })
  try {
    await core.device.exclusively(() => syncOnce(core))
    const { problem } = core.state
    core.show({ online: true, problem: problem === passing ? null : problem })
    return null
  } catch (error) {
    return (await tell(core, error)) ?? passing
  } finally {
    core.show({ syncing: false })
    await core.changed()
  }
}

async function tell(core: Core, error: unknown): Promise<string | null> {
  if (!(error instanceof KalendsProblem)) throw error
  const { status, code, message } = error
  const isOnline = code !== 'unreachable'
  core.show({ online: isOnline })
  if (!isOnline) return null
  const gone = isGone(error)
  if (gone) await keep(await core.store(), 'ended', true)
  const trouble = WORDS[core.device.language()].noAnswer
  const problem = gone ? null : status >= 500 || status === 200 ? trouble : message
  core.show({ problem })
  return problem
}
