// Keys from the terminal.

import type { Language } from '../language/choose.ts'
import type { Ports } from '../ports.ts'
import { sha256 } from '../storage/digest.ts'
import { setAdminKey } from '../storage/keys.ts'
import type { Client } from './client.ts'
import { printProblem } from './report.ts'
import { WORDS } from './words.ts'

/** Each returns the exit status. */
export async function createKey(client: Client, partner: string, label: string): Promise<number> {
  const { status, body } = await client.send('POST', `/v1/partners/${partner}/keys`, { label })
  if (status !== 201) return printProblem(body)
  console.log(`${WORDS[client.language].keyShownOnce}\n${body.key}`)
  return 0
}

export async function listKeys(client: Client, partner: string): Promise<number> {
  const { status, body } = await client.send('GET', `/v1/partners/${partner}/keys`)
  if (status !== 200) return printProblem(body)
  for (const { id, label, createdAt, revokedAt } of body.keys)
    console.log([id, createdAt, revokedAt ? `✕ ${revokedAt}` : '', label].join('\t'))
  return 0
}

export async function revokeKey(client: Client, partner: string, id: string): Promise<number> {
  const { status, body } = await client.send('DELETE', `/v1/partners/${partner}/keys/${id}`)
  if (status !== 204) return printProblem(body)
  console.log(WORDS[client.language].revoked)
  return 0
}

/** A lost operator's key: the old one ends at once. */
export async function resetAdmin({ db, mint, now }: Ports, language: Language): Promise<void> {
  const key = mint() + mint()
  await db.batch([setAdminKey(await sha256(key), now())])
  console.log(`${WORDS[language].keyShownOnce}\n${key}`)
}
