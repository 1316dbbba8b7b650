// Uploads a file and shows, as a table, what it changes.

import type { Client } from './client.ts'
import { during, sizeOf } from './progress.ts'
import { printUpload } from './report.ts'
import { WORDS } from './words.ts'

export interface UploadOptions {
  mode: string
  publish?: boolean
  confirm?: boolean
  dateOrder?: string
  year?: string
  sheet?: string
  reason?: string
}

export interface GivenFile {
  name: string
  bytes: Uint8Array<ArrayBuffer>
}

/** Returns the exit status. */
export async function uploadFile(
  client: Client,
  calendar: string,
  { name, bytes }: GivenFile,
  options: UploadOptions,
): Promise<number> {
  const { language } = client
  const query = new URLSearchParams({ filename: name, mode: options.mode })
  if (options.publish) query.set('publish', 'true')
  if (options.confirm) query.set('confirm', 'true')
  for (const name of ['dateOrder', 'year', 'sheet', 'reason'] as const)
    if (options[name]) query.set(name, options[name])
  const doing = WORDS[language].uploading(name, sizeOf(bytes.length))
  const answer = await during({ doing, language, plain: true }, () =>
    client.send('POST', `${calendar}/uploads?${query}`, bytes),
  )
  return printUpload(answer, language)
}
