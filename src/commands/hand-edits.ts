// Events by hand, and a new season, from the terminal.

import type { Language } from '../language/choose.ts'
import type { Client } from './client.ts'
import { findingLines, printProblem } from './report.ts'
import { harmless } from './table.ts'
import { Misuse, readInput } from './usage.ts'
import { WORDS } from './words.ts'

/** Options by the names of an event's fields. */
export interface HandOptions {
  title?: string
  start?: string
  end?: string
  status?: string
  venue?: string
  reason?: string
  soldOut?: string
  clear?: string[]
  unlock?: string[]
  recurrenceId?: string
  note?: string
}

/** What a file says, and over it what the options do. */
function said(options: HandOptions, file: string | undefined, language: Language): object {
  const { title, start, end, status, venue, reason, soldOut, clear = [], unlock } = options
  const given = { title, start, end, status, venue, reason, soldOut, unlock }
  const told = Object.entries({ ...given, recurrenceId: options.recurrenceId }).filter(
    ([, value]) => value !== undefined,
  )
  const cleared = clear.map((name) => [name, null])
  const body = { ...fromFile(file, language), ...Object.fromEntries([...told, ...cleared]) }
  if (Object.keys(body).length === 0) throw new Misuse(WORDS[language].nothingSaid)
  return body
}

function fromFile(file: string | undefined, language: Language): object {
  if (file === undefined) return {}
  const text = new TextDecoder().decode(readInput(file, language))
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value
  } catch {
    // Told below, as whatever else is no event.
  }
  throw new Misuse(WORDS[language].notAnEvent(file))
}

const history = ({ note }: HandOptions, more: Record<string, string | undefined> = {}): string => {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries({ reason: note, ...more }))
    if (value !== undefined) query.set(name, value)
  return query.size > 0 ? `?${query}` : ''
}

/** Each returns the exit status. */
export async function addEvent(
  client: Client,
  calendar: string,
  file: string | undefined,
  options: HandOptions,
): Promise<number> {
  const body = said(options, file, client.language)
  return printed(client, 'POST', `${calendar}/events${history(options)}`, body)
}

export async function editEvent(
  client: Client,
  { calendar, uid }: { calendar: string; uid: string },
  file: string | undefined,
  options: HandOptions,
): Promise<number> {
  const body = said(options, file, client.language)
  return printed(client, 'PATCH', `${eventAt(calendar, uid)}${history(options)}`, body)
}

export async function removeEvent(
  client: Client,
  { calendar, uid }: { calendar: string; uid: string },
  options: HandOptions,
): Promise<number> {
  const query = history(options, { recurrenceId: options.recurrenceId })
  return printed(client, 'DELETE', `${eventAt(calendar, uid)}${query}`)
}

const eventAt = (calendar: string, uid: string): string =>
  `${calendar}/events/${encodeURIComponent(uid)}`

async function printed(client: Client, method: string, path: string, body?: object) {
  const { language } = client
  const words = WORDS[language]
  const { status, body: answer } = await client.send(method, path, body)
  if (status !== 200 && status !== 201 && status !== 422) return printProblem(answer)
  for (const line of findingLines(answer.findings, language)) console.log(line)
  if (status === 422) {
    console.log(words.refused)
    return 1
  }
  const { uid, facts } = answer.event
  console.log(harmless(`${uid}  ${facts.start.replace('T', ' ').slice(0, 16)}  ${facts.title}`))
  console.log(words.published(answer.revision))
  return 0
}

export async function beginSeason(
  client: Client,
  calendar: string,
  name: string,
  { before, note }: { before?: string; note?: string },
): Promise<number> {
  const body = { name, ...(before ? { before } : {}) }
  const path = `${calendar}/seasons${history(note ? { note } : {})}`
  const { status, body: answer } = await client.send('POST', path, body)
  if (status !== 201) return printProblem(answer)
  console.log(WORDS[client.language].archived(answer.events, answer.icsUrl))
  console.log(WORDS[client.language].published(answer.revision))
  return 0
}
