// How a partner looks, from the terminal.

import type { Answer, Client } from './client.ts'
import { printProblem } from './report.ts'
import { aligned } from './table.ts'
import { readInput } from './usage.ts'

export interface LookOptions {
  name?: string
  color?: string
  logo?: string
}

const NONE = 'none'

/** Returns the exit status. */
export async function changeLook(
  client: Client,
  partner: string,
  { name, color, logo }: LookOptions,
): Promise<number> {
  const path = `/v1/partners/${encodeURIComponent(partner)}`
  const body = {
    ...(name === undefined ? {} : { name }),
    ...(color === undefined ? {} : { color: color === NONE ? null : color }),
  }
  if (Object.keys(body).length > 0) {
    const changed = await client.send('PATCH', path, body)
    if (changed.status !== 200) return printProblem(changed.body)
  }
  const given = logo === undefined ? null : await giveLogo(client, `${path}/logo`, logo)
  if (given && given.status >= 300) return printProblem(given.body)
  const { status, body: now } = await client.send('GET', path)
  if (status !== 200) return printProblem(now)
  const rows = (['name', 'color', 'logoUrl'] as const).map((field) => [field, now[field] ?? '–'])
  for (const line of aligned(rows)) console.log(line)
  return 0
}

const giveLogo = (client: Client, path: string, logo: string): Promise<Answer> =>
  logo === NONE
    ? client.send('DELETE', path)
    : client.send('PUT', path, readInput(logo, client.language))
