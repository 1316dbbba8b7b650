// Uploads a file and shows, as a table, what it changes.

import { existsSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { Client } from './client.ts'
import { printUpload } from './report.ts'
import { WORDS } from './words.ts'

export interface UploadOptions {
  mode: string
  publish?: boolean
  confirm?: boolean
  dateOrder?: string
  year?: string
  reason?: string
}

const USAGE = 2

/** Returns the exit status. */
export async function uploadFile(
  client: Client,
  address: string,
  file: string,
  options: UploadOptions,
): Promise<number> {
  const words = WORDS[client.language]
  const [partner, calendar, ...rest] = address.split('/')
  if (!partner || !calendar || rest.length > 0) return complain(words.address(address))
  if (!existsSync(file)) return complain(words.noFile(file))
  const bytes = readFileSync(file)
  const query = new URLSearchParams({ filename: basename(file), mode: options.mode })
  if (options.publish) query.set('publish', 'true')
  if (options.confirm) query.set('confirm', 'true')
  for (const name of ['dateOrder', 'year', 'reason'] as const)
    if (options[name]) query.set(name, options[name])
  const begun = Date.now()
  console.error(words.uploading(basename(file), sizeOf(bytes.length)))
  const path = `/v1/partners/${partner}/calendars/${calendar}/uploads?${query}`
  const answer = await client.send('POST', path, new Uint8Array(bytes))
  console.error(words.took(((Date.now() - begun) / 1000).toFixed(1)))
  return printUpload(answer, client.language)
}

function complain(message: string): number {
  console.error(message)
  return USAGE
}

const sizeOf = (octets: number): string =>
  octets < 1_000_000 ? `${Math.ceil(octets / 1000)} kB` : `${(octets / 1_000_000).toFixed(1)} MB`
