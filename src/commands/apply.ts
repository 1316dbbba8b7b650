// Applies a folder of partners through the ordinary upload path: partner.json, calendar.json, schedule.

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Client } from './client.ts'
import { placeDates } from './place-dates.ts'
import { printProblem, printUpload } from './report.ts'
import { WORDS } from './words.ts'

/** What calendar.json says beside the calendar's own settings. */
interface Placing {
  placedFrom?: string
  publishReason?: string
  mode?: 'merge' | 'replace'
}

/** Returns how many calendars were published, and how many could not be. */
export async function applyFolder(
  client: Client,
  folder: string,
  report: (line: string) => void,
): Promise<{ published: number; failed: number }> {
  const result = { published: 0, failed: 0 }
  for (const partner of folders(folder, 'partner.json')) {
    if (!(await applied(() => applyPartner(client, folder, partner)))) {
      report(`✕ ${partner}`)
      result.failed += 1
      continue
    }
    for (const calendar of folders(join(folder, partner), 'calendar.json')) {
      const done = await applied(() => applyCalendar(client, { folder, partner, calendar }))
      report(`${done ? '✓' : '✕'} ${partner}/${calendar}`)
      result[done ? 'published' : 'failed'] += 1
    }
  }
  return result
}

/** What is wrong with one folder is said, and the others are applied all the same. */
async function applied(apply: () => Promise<boolean>): Promise<boolean> {
  try {
    return await apply()
  } catch (error) {
    if (!(error instanceof Unusable)) throw error
    console.error(error.message)
    return false
  }
}

/** A folder that does not hold what it should. */
class Unusable extends Error {}

async function applyPartner(client: Client, folder: string, partner: string): Promise<boolean> {
  const settings = readJson(join(folder, partner, 'partner.json'))
  const made = await client.send('PUT', `/v1/partners/${encodeURIComponent(partner)}`, settings)
  if (made.status >= 300) printProblem(made.body)
  return made.status < 300
}

const SCHEDULES = ['schedule.csv', 'schedule.json', 'schedule.ics']

interface Place {
  folder: string
  partner: string
  calendar: string
}

async function applyCalendar(client: Client, place: Place): Promise<boolean> {
  const { folder, partner, calendar } = place
  const here = join(folder, partner, calendar)
  const { placedFrom, publishReason, mode, ...settings } = readJson(
    join(here, 'calendar.json'),
  ) as Placing & Record<string, unknown>
  const address = `/v1/partners/${encodeURIComponent(partner)}/calendars/${encodeURIComponent(calendar)}`
  const made = await client.send('PUT', address, settings)
  if (made.status >= 300) {
    printProblem(made.body)
    return false
  }
  const name = SCHEDULES.find((name) => existsSync(join(here, name)))
  if (!name) throw new Unusable(WORDS[client.language].noSchedule(here))
  if (placedFrom && name === 'schedule.ics')
    throw new Unusable(WORDS[client.language].notPlaced(here))
  const bytes = readFileSync(join(here, name))
  const file = placedFrom
    ? Buffer.from(placeDates(bytes.toString('utf8'), placedFrom, made.body.createdAt.slice(0, 10)))
    : bytes
  const query = new URLSearchParams({
    ...{ filename: name, mode: mode ?? 'replace', publish: 'true' },
    ...(publishReason ? { reason: publishReason } : {}),
  })
  const answer = await client.send('POST', `${address}/uploads?${query}`, new Uint8Array(file))
  if (answer.body?.status === 'published') return true
  printUpload(answer, client.language)
  return false
}

/** Folders that hold such a file, by name. */
const folders = (folder: string, file: string): string[] =>
  readdirSync(folder)
    .filter((name) => statSync(join(folder, name)).isDirectory())
    .filter((name) => existsSync(join(folder, name, file)))
    .sort()

function readJson(file: string): object {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new Unusable(`${file}: ${error instanceof Error ? error.message : error}`)
  }
}
