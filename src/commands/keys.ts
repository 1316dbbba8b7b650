// Keys from the terminal.

import type { Language } from '../language/choose.ts'
import { sha256 } from '../storage/digest.ts'
import { setAdminKey } from '../storage/keys.ts'
import { type Client, quietLog } from './client.ts'
import { printProblem } from './report.ts'
import { settingsFrom } from './settings.ts'
import { openExisting } from './station.ts'
import { aligned } from './table.ts'
import { WORDS } from './words.ts'

/** Each returns the exit status. */
export interface Person {
  label: string
  role: string
}

export async function createKey(client: Client, partner: string, person: Person): Promise<number> {
  const { status, body } = await client.send('POST', keysOf(partner), person)
  if (status !== 201) return printProblem(body)
  console.log(`${WORDS[client.language].keyShownOnce}\n${body.key}`)
  return 0
}

export async function listKeys(client: Client, partner: string): Promise<number> {
  const { status, body } = await client.send('GET', keysOf(partner))
  if (status !== 200) return printProblem(body)
  const lines = body.keys.map(
    ({ id, label, role, createdAt, revokedAt }: Record<string, string>) => [
      ...[id, role, createdAt, revokedAt ? `✕ ${revokedAt}` : '', label],
    ],
  )
  for (const line of aligned(lines)) console.log(line)
  return 0
}

export async function revokeKey(client: Client, partner: string, id: string): Promise<number> {
  const { status, body } = await client.send(
    'DELETE',
    `${keysOf(partner)}/${encodeURIComponent(id)}`,
  )
  if (status !== 204) return printProblem(body)
  console.log(WORDS[client.language].revoked)
  return 0
}

const keysOf = (partner: string): string => `/v1/partners/${encodeURIComponent(partner)}/keys`

export async function invitePerson(client: Client, partner: string, person: Person) {
  const path = `/v1/partners/${encodeURIComponent(partner)}/invitations`
  const { status, body } = await client.send('POST', path, person)
  if (status !== 201) return printProblem(body)
  console.log(`${WORDS[client.language].invitationShownOnce(body.expiresAt)}\n${body.url}`)
  return 0
}

/** A lost operator's key: the old one ends at once. */
export async function resetAdmin(language: Language): Promise<void> {
  const config = settingsFrom(process.env, language)
  const { db, mint, now } = openExisting(config, language, quietLog).ports
  const key = mint() + mint()
  await db.batch([setAdminKey(await sha256(key), now())])
  console.log(`${WORDS[language].keyShownOnce}\n${key}`)
}
