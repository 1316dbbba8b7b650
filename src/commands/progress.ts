// What a person sees while something long is at work: a line that counts the seconds on a terminal,
// a plain line before and after elsewhere.

import { Worker } from 'node:worker_threads'
import stringWidth from 'string-width'
import type { Language } from '../language/choose.ts'
import { WORDS } from './words.ts'

/** From here on a file takes long enough for silence to be a doubt. */
const LARGE_OCTETS = 250_000

export interface Work {
  /** What is being done, such as "Uploading season.csv (12 kB)". */
  doing: string
  language: Language
  /** Said also where nobody watches; else only on a terminal. */
  plain: boolean
}

/** Does the work, and shows on standard error that it is being done. */
export async function during<T>(
  { doing, language, plain }: Work,
  work: () => Promise<T> | T,
): Promise<T> {
  const begun = Date.now()
  const took = () => WORDS[language].took(((Date.now() - begun) / 1000).toFixed(1))
  if (!process.stderr.isTTY) {
    if (plain) console.error(`${doing} …`)
    const done = await work()
    if (plain) console.error(took())
    return done
  }
  const line = clipped(`${doing} …`, process.stderr.columns - 10)
  const stop = countSeconds(line, language)
  try {
    return await work()
  } finally {
    await stop()
    process.stderr.write(`\r\u001b[K${line} ${took()}\n`)
  }
}

export const isLarge = (octets: number): boolean => octets >= LARGE_OCTETS

export const sizeOf = (octets: number): string =>
  octets < 1_000_000 ? `${Math.ceil(octets / 1000)} kB` : `${(octets / 1_000_000).toFixed(1)} MB`

/** A thread of its own: reading and comparing a large file leaves this one no time to say so. */
const COUNTER = `
const { writeSync } = require('node:fs')
const { line, unit } = require('node:worker_threads').workerData
const begun = Date.now()
const show = () => {
  try { writeSync(2, '\\r\\u001b[K' + line + ' ' + Math.floor((Date.now() - begun) / 1000) + unit) } catch {}
}
setInterval(show, 1000)
`

function countSeconds(line: string, language: Language): () => Promise<unknown> {
  process.stderr.write(line)
  const unit = WORDS[language].took('')
  const worker = new Worker(COUNTER, { eval: true, workerData: { line, unit }, execArgv: [] })
  worker.on('error', () => {})
  return () => worker.terminate()
}

/** A line that wraps could not be written over. */
function clipped(text: string, columns: number): string {
  let kept = ''
  for (const char of text) {
    if (stringWidth(kept + char) > Math.max(columns, 20)) return `${kept}…`
    kept += char
  }
  return kept
}
