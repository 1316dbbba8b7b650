// Store groups from the terminal.

import { storesIn } from '../intake/store-lines.ts'
import type { Answer, Client } from './client.ts'
import { findingLines, printProblem } from './report.ts'
import { aligned, harmless } from './table.ts'
import { readInput } from './usage.ts'
import { WORDS } from './words.ts'

interface Group {
  calendar: string
  group: string
}

const pathOf = ({ calendar, group }: Group): string =>
  `${calendar}/groups/${encodeURIComponent(group)}`

/** Each returns the exit status. */
export async function listGroups(client: Client, calendar: string): Promise<number> {
  const { status, body } = await client.send('GET', `${calendar}/groups`)
  if (status !== 200) return printProblem(body)
  const rows = body.groups.map(({ name, stores }: { name: string; stores: { name: string }[] }) => [
    ...[name, String(stores.length), stores.map((store) => store.name).join(', ')],
  ])
  for (const line of aligned(rows)) console.log(line)
  return 0
}

export async function keepGroup(
  client: Client,
  group: Group,
  file: string,
  { name }: { name?: string },
): Promise<number> {
  const text = new TextDecoder().decode(readInput(file, client.language))
  const body = { stores: storesIn(text.replace(/\r\n?/g, '\n')), ...(name ? { name } : {}) }
  const answer = await client.send('PUT', pathOf(group), body)
  if (answer.status !== 200) return printProblem(answer.body)
  const words = WORDS[client.language]
  console.log(words.eventsChanged(answer.body.events))
  console.log(words.published(answer.body.revision))
  return 0
}

export async function dropGroup(client: Client, group: Group): Promise<number> {
  const { status, body } = await client.send('DELETE', pathOf(group))
  if (status !== 204) return printProblem(body)
  console.log(WORDS[client.language].sourceRemoved)
  return 0
}

interface GroupEvent {
  title: string
  start: string
  rrule?: string
  category?: string
  eachStore?: boolean
}

export async function addToGroup(
  client: Client,
  group: Group,
  { title, start, rrule, category, eachStore }: GroupEvent,
): Promise<number> {
  const said = { title, start, ...(rrule ? { rrule } : {}), ...(category ? { category } : {}) }
  const body = { ...said, eachStore: eachStore === true }
  return printed(client, await client.send('POST', `${pathOf(group)}/events`, body))
}

export async function exceptDay(
  client: Client,
  { uid, date, ...group }: Group & { uid: string; date: string },
  { to, reason }: { to?: string; reason?: string },
): Promise<number> {
  const query = reason ? `?${new URLSearchParams({ reason })}` : ''
  const body = { uid, date, to: to ?? null }
  return printed(client, await client.send('POST', `${pathOf(group)}/happenings${query}`, body))
}

interface Event {
  uid: string
  facts: { start: string; title: string }
}

function printed({ language }: Client, { status, body }: Answer): number {
  const words = WORDS[language]
  if (status !== 200 && status !== 201 && status !== 422) return printProblem(body)
  for (const line of findingLines(body.findings, language)) console.log(line)
  if (status === 422) {
    console.log(words.refused)
    return 1
  }
  for (const { uid, facts } of body.events as Event[])
    console.log(harmless(`${uid}  ${facts.start.replace('T', ' ').slice(0, 16)}  ${facts.title}`))
  console.log(words.published(body.revision))
  return 0
}
