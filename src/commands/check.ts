// What an upload would say, without a server: into a database that is gone afterwards.

import { readConfig } from '../config.ts'
import type { Language } from '../language/choose.ts'
import { openStation } from '../node.ts'
import { localClient, quietLog } from './client.ts'
import { during, isLarge, sizeOf } from './progress.ts'
import { printProblem, printUpload } from './report.ts'
import type { GivenFile } from './upload.ts'
import { WORDS } from './words.ts'

export interface CheckOptions {
  timezone: string
  dateOrder?: string
  year?: string
  sheet?: string
}

/** Returns the exit status. */
export async function checkFile(
  { name, bytes }: GivenFile,
  { timezone, ...answers }: CheckOptions,
  language: Language,
): Promise<number> {
  const config = { ...readConfig({}), dataDir: ':memory:' }
  const client = localClient(openStation(config, quietLog).ports, language)
  const partner = { name: 'check', timezone, locale: language }
  const made = await client.send('PUT', '/v1/partners/check', partner)
  if (made.status >= 300) return printProblem(made.body)
  await client.send('PUT', '/v1/partners/check/calendars/file', { name: 'check' })
  const query = new URLSearchParams({ filename: name, mode: 'replace' })
  for (const name of ['dateOrder', 'year', 'sheet'] as const)
    if (answers[name]) query.set(name, answers[name])
  const path = `/v1/partners/check/calendars/file/uploads?${query}`
  const words = WORDS[language]
  const doing = words.checking(name, sizeOf(bytes.length))
  const answer = await during({ doing, language, plain: isLarge(bytes.length) }, () =>
    client.send('POST', path, bytes),
  )
  return printUpload(answer, language, { kept: words.checked, waiting: words.checkedWaiting })
}
