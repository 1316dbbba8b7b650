// `npm run bench [polls|ledger|publication|upload|recurrence|start|streams|sync|reminders|push|followers …] [--json FILE]`: the measurements, as tables.

import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import stringWidth from 'string-width'
import { followers } from './followers.ts'
import type { Report } from './harness.ts'
import { ledger } from './ledger.ts'
import { polls } from './polls.ts'
import { publication } from './publication.ts'
import { push } from './push.ts'
import { recurrence } from './recurrence.ts'
import { reminders } from './reminders.ts'
import { start } from './start.ts'
import { streams } from './streams.ts'
import { sync } from './sync.ts'
import { largestUpload } from './upload.ts'

const MEASUREMENTS: Record<string, () => Promise<Report>> = {
  ...{
    polls,
    ledger,
    publication,
    upload: largestUpload,
    recurrence,
    start,
    streams,
    sync,
    reminders,
    push,
    followers,
  },
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'string' } },
})
const unknown = positionals.filter((name) => !(name in MEASUREMENTS))
if (unknown.length > 0) {
  console.error(
    `no such measurement: ${unknown}; there are ${Object.keys(MEASUREMENTS).join(', ')}`,
  )
  process.exit(2)
}
const machine = `Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model ?? '?'}`
console.log(machine)
const reports: Report[] = []
for (const [name, measure] of Object.entries(MEASUREMENTS)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue
  const report = await measure()
  reports.push(report)
  console.log(`\n${report.name}\n${tableOf([report.columns, ...report.rows])}`)
}
if (values.json) writeFileSync(values.json, `${JSON.stringify({ machine, reports }, null, 2)}\n`)

function tableOf(rows: string[][]): string {
  const widths = rows[0]?.map((_, column) => {
    const cells = rows.filter((row) => column > 0 || row[1] !== '')
    return Math.max(...cells.map((row) => stringWidth(row[column] ?? '')))
  })
  return rows
    .map((row) =>
      row
        .map((cell, column) => {
          const space = ' '.repeat(Math.max(0, (widths?.[column] ?? 0) - stringWidth(cell)))
          return column === 0 ? cell + space : space + cell
        })
        .join('  ')
        .trimEnd(),
    )
    .map((line) => `  ${line}`)
    .join('\n')
}
