// Sums vitest's reports into one line. A step that failed without failing a test counts as one.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const [folder, stepFailed] = process.argv.slice(2)
const reports = readdirSync(folder).map((file) =>
  JSON.parse(readFileSync(join(folder, file), 'utf8')),
)
const sum = (count) => reports.reduce((total, report) => total + report[count], 0)

const passed = sum('numPassedTests')
const failed = Math.max(sum('numFailedTests'), stepFailed === '0' ? 0 : 1)
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 || passed === 0 ? 1 : 0
