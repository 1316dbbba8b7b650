// What an upload would say, without a server: into a database that is gone afterwards.

import { readConfig } from '../config.ts'
import type { Language } from '../language/choose.ts'
import { openStation } from '../node.ts'
import { localClient, quietLog } from './client.ts'
import { printProblem, printUpload } from './report.ts'

export interface CheckOptions {
  timezone: string
  dateOrder?: string
  year?: string
}

/** Returns the exit status. */
export async function checkFile(
  name: string,
  bytes: Uint8Array,
  { timezone, dateOrder, year }: CheckOptions,
  language: Language,
): Promise<number> {
  const config = { ...readConfig({}), dataDir: ':memory:' }
  const client = localClient(openStation(config, quietLog).ports, language)
  const partner = { name: 'check', timezone, locale: language }
  const made = await client.send('PUT', '/v1/partners/check', partner)
  if (made.status >= 300) return printProblem(made.body)
  await client.send('PUT', '/v1/partners/check/calendars/file', { name })
  const query = new URLSearchParams({ filename: name, mode: 'replace' })
  if (dateOrder) query.set('dateOrder', dateOrder)
  if (year) query.set('year', year)
  const path = `/v1/partners/check/calendars/file/uploads?${query}`
  return printUpload(await client.send('POST', path, new Uint8Array(bytes)), language)
}
