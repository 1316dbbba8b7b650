// Audiences of private events from the terminal.

import type { Answer, Client } from './client.ts'
import { printProblem } from './report.ts'
import { aligned } from './table.ts'
import { readInput } from './usage.ts'
import { WORDS } from './words.ts'

interface Which {
  partner: string
  audience: string
}

const audiencesOf = (partner: string): string =>
  `/v1/partners/${encodeURIComponent(partner)}/audiences`
const pathOf = ({ partner, audience }: Which): string =>
  `${audiencesOf(partner)}/${encodeURIComponent(audience)}`

/** Each returns the exit status. */
export async function listAudiences(client: Client, partner: string): Promise<number> {
  const { status, body } = await client.send('GET', audiencesOf(partner))
  if (status !== 200) return printProblem(body)
  const words = WORDS[client.language]
  for (const line of aligned(body.audiences.map((each: Counted) => cellsOf(each, words))))
    console.log(line)
  return 0
}

/** Its names in other languages stay. */
export async function keepAudience(client: Client, which: Which, { name }: { name: string }) {
  const { status, body } = await client.send('GET', audiencesOf(which.partner))
  if (status !== 200) return printProblem(body)
  const known = body.audiences.find((each: Counted) => each.audience === which.audience)
  const { translations = {} } = known ?? {}
  return told(client, await client.send('PUT', pathOf(which), { name, translations }))
}

export async function giveKeys(
  client: Client,
  which: Which,
  file: string,
  { act, expires }: { act: string; expires?: string },
): Promise<number> {
  const query = new URLSearchParams({ act, ...(expires ? { expires } : {}) })
  const keys = readInput(file, client.language)
  return told(client, await client.send('POST', `${pathOf(which)}/keys?${query}`, keys))
}

export async function dropAudience(client: Client, which: Which): Promise<number> {
  const { status, body } = await client.send('DELETE', pathOf(which))
  if (status !== 204) return printProblem(body)
  console.log(WORDS[client.language].sourceRemoved)
  return 0
}

interface Counted {
  audience: string
  name: string
  keys: number
  subscriptions: number
  ahead: number
}

function told(client: Client, { status, body }: Answer): number {
  if (status !== 200 && status !== 201) return printProblem(body)
  for (const line of aligned([cellsOf(body, WORDS[client.language])])) console.log(line)
  return 0
}

const cellsOf = (
  { audience, name, keys, subscriptions, ahead }: Counted,
  { audienceCounts }: { audienceCounts: (keys: number, feeds: number, ahead: number) => string },
): string[] => [audience, audienceCounts(keys, subscriptions, ahead), name]
