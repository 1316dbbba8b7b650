// A command used wrongly: said in one line, exit status 2.

import { readFileSync, statSync } from 'node:fs'
import { InvalidArgumentError } from 'commander'
import type { Language } from '../language/choose.ts'
import { WORDS } from './words.ts'

export class Misuse extends Error {}

/** The path of the calendar at `PARTNER/CALENDAR`. */
export function calendarAt(address: string, language: Language): string {
  const [partner, calendar, ...rest] = address.split('/')
  if (!partner || !calendar || rest.length > 0) throw new Misuse(WORDS[language].address(address))
  return `/v1/partners/${encodeURIComponent(partner)}/calendars/${encodeURIComponent(calendar)}`
}

/** A file that a person named, and that may not be there. */
export function readInput(file: string, language: Language): Uint8Array<ArrayBuffer> {
  requireFile(file, language)
  try {
    return new Uint8Array(readFileSync(file))
  } catch (error) {
    throw new Misuse(WORDS[language].unreadable(file, reasonOf(error)))
  }
}

export function requireFile(file: string, language: Language): void {
  const found = statSync(file, { throwIfNoEntry: false })
  if (!found) throw new Misuse(WORDS[language].noFile(file))
  if (!found.isFile()) throw new Misuse(WORDS[language].notAFile(file))
}

export function requireFolder(folder: string, language: Language): void {
  const found = statSync(folder, { throwIfNoEntry: false })
  if (!found?.isDirectory()) throw new Misuse(WORDS[language].noFolder(folder))
}

/** `ENOENT: no such file or directory` of Node's `ENOENT: no such file or directory, open 'x'`. */
export const reasonOf = (error: unknown): string =>
  error instanceof Error ? error.message.replace(/, \w+ '[^']*'( -> '[^']*')?$/, '') : String(error)

/** For `--server`: an address of http or https. */
export const serverOption = (language: Language) => (text: string) => {
  if (/^https?:\/\/[^/\s]/i.test(text)) return text
  throw new InvalidArgumentError(WORDS[language].notAnAddress)
}

export const yearOption = (language: Language) => (text: string) => {
  if (/^\d{4}$/.test(text)) return text
  throw new InvalidArgumentError(WORDS[language].notAYear)
}
