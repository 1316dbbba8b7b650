// Publication: a file through the whole upload path (read, checked, compared, rendered, compressed,
// stored twice over, history kept) against a bare papaparse parse and one insert of the same rows.

import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import Papa from 'papaparse'
import {
  inFolder,
  type Kalends,
  makeCalendars,
  median,
  type Report,
  seconds,
  startKalends,
  times,
  upload,
} from './harness.ts'
import { scheduleCsv } from './schedule.ts'

const SIZES = [
  { rows: 1000, rounds: 7 },
  { rows: 50_000, rounds: 3 },
]

interface Took {
  wallMs: number
  cpuMs: number
}

interface Round {
  ours: Took
  bare: Took
}

export const publication = (): Promise<Report> =>
  inFolder(async (folder) => {
    const kalends = await startKalends(folder)
    try {
      const samples = []
      for (const { rows, rounds } of SIZES)
        samples.push({ rows, rounds: await measured(kalends, folder, rows, rounds) })
      return {
        name: 'First publication against a bare parse and insert of the same rows',
        columns: ['rows', 'ours', 'bare', 'ours CPU', 'bare CPU', 'time ratio', 'CPU ratio'],
        rows: samples.map(({ rows, rounds }) => line(rows, rounds)),
        samples,
      }
    } finally {
      await kalends.stop()
    }
  })

/** The first round only warms up. */
async function measured(kalends: Kalends, folder: string, rows: number, rounds: number) {
  const csv = scheduleCsv(rows)
  const bytes = new TextEncoder().encode(csv)
  const found: Round[] = []
  for (let round = 0; round <= rounds; round += 1) {
    const bare = bareParseAndInsert(csv, join(folder, `bare-${rows}-${round}.db`))
    const slug = `rows-${rows}-${round}`
    await makeCalendars(kalends, [slug])
    const before = await kalends.usage()
    const { milliseconds } = await upload(kalends, slug, bytes)
    const after = await kalends.usage()
    const cpuMs = (after.cpuMicros - before.cpuMicros) / 1000
    found.push({ ours: { wallMs: milliseconds, cpuMs }, bare })
  }
  return found.slice(1)
}

function bareParseAndInsert(csv: string, file: string): Took {
  const db = new Sqlite(file)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  const before = process.cpuUsage()
  const begun = performance.now()
  const { data } = Papa.parse<string[]>(csv, { skipEmptyLines: true })
  const [header = [], ...rows] = data
  db.exec(`CREATE TABLE bare (${header.map((_, place) => `c${place} TEXT`).join(', ')})`)
  const insert = db.prepare(`INSERT INTO bare VALUES (${header.map(() => '?').join(', ')})`)
  db.transaction(() => {
    for (const row of rows) insert.run(...row)
  })()
  const wallMs = performance.now() - begun
  const { user, system } = process.cpuUsage(before)
  db.close()
  return { wallMs, cpuMs: (user + system) / 1000 }
}

function line(rows: number, rounds: Round[]): string[] {
  const of = (choose: (round: Round) => number) => median(rounds.map(choose))
  return [
    String(rows),
    seconds(of(({ ours }) => ours.wallMs)),
    seconds(of(({ bare }) => bare.wallMs)),
    seconds(of(({ ours }) => ours.cpuMs)),
    seconds(of(({ bare }) => bare.cpuMs)),
    times(of(({ ours, bare }) => ours.wallMs / bare.wallMs)),
    times(of(({ ours, bare }) => ours.cpuMs / bare.cpuMs)),
  ]
}
