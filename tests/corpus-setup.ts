// Says, once and plainly, what a run without the corpus leaves out.

import { existsSync } from 'node:fs'

export function setup(): void {
  if (existsSync(new URL('../../shared', import.meta.url))) return
  console.log(
    'No folder “shared” lies beside this clone: the tests against real files are SKIPPED.',
  )
}
