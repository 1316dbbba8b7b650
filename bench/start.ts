// Starting on a data folder that holds all example calendars: from the command to the first answer.

import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import Sqlite from 'better-sqlite3'
import { at, inFolder, median, type Report, seconds, startKalends } from './harness.ts'

const STARTS = 5

export const start = (): Promise<Report> =>
  inFolder(async (folder) => {
    const first = await timed(folder)
    const again = []
    for (let round = 0; round < STARTS; round += 1) again.push(await timed(folder))
    return {
      name: 'From the command until /readyz answers',
      columns: ['start', 'time'],
      rows: [
        ['first, empty folder', seconds(first)],
        [`again, with all example data (median of ${STARTS})`, seconds(median(again))],
        ['slowest of those', seconds(Math.max(...again))],
      ],
      samples: { first, again },
    }
  })

async function timed(folder: string): Promise<number> {
  const begun = performance.now()
  const kalends = await startKalends(folder, { feeds: at('../feeds'), asInstalled: true })
  const milliseconds = performance.now() - begun
  await untilApplied(folder)
  await kalends.stop()
  return milliseconds
}

/** The first start answers while it still applies the examples; the next ones need all of them. */
async function untilApplied(folder: string): Promise<void> {
  const db = new Sqlite(join(folder, 'kalends.db'), { readonly: true })
  const applied = db.prepare("SELECT 1 FROM installation WHERE name = 'feeds applied'")
  while (!applied.get()) await pause(50)
  db.close()
}
