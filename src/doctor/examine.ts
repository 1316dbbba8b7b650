// An address, or a file's bytes, to all that is to be said of it.

import type { Fetch } from '../ports.ts'
import { checkAnswers } from './answers.ts'
import type { Client } from './clients.ts'
import { type Anatomy, checkFeed } from './feed.ts'
import { type Defect, notesOnFeed } from './notes.ts'
import { healthOf, type Verdict, verdicts } from './verdict.ts'
import { type Hop, type Visit, type Visits, visitsTo, type Way } from './visits.ts'

export interface Examination {
  health: ReturnType<typeof healthOf>
  /** Null where nothing came that could be looked at. */
  anatomy: Anatomy | null
  defects: Defect[]
  verdicts: Verdict[]
  /** Null for a file. */
  way: { hops: Hop[]; url: string; seen: Seen[] } | null
}

/** One visit without what it brought. */
export interface Seen {
  client: Client
  way: Way
  status: number | null
  failure: string | null
  contentType: string | null
  encoding: string | null
  octets: number
}

export interface Going {
  fetch: Fetch
  signal: AbortSignal
  /** What cannot be told from here. */
  without?: readonly Way[]
}

export function examineFile(bytes: Uint8Array): Examination {
  const notes = notesOnFeed()
  const anatomy = checkFeed(bytes, notes)
  return examined(notes.defects(), anatomy)
}

/** Throws `url_not_allowed`. */
export async function examineAddress(url: string, going: Going): Promise<Examination> {
  const visits = await visitsTo(url.trim().replace(/^webcals?:(?=\/\/)/i, 'https:'), going)
  const notes = notesOnFeed()
  checkAnswers(visits, notes)
  const { answer } = visits.first
  const anatomy = answer?.status === 200 ? checkFeed(answer.body, notes) : null
  return { ...examined(notes.defects(), anatomy), way: wayOf(visits) }
}

const examined = (defects: Defect[], anatomy: Anatomy | null): Examination => ({
  ...{ health: healthOf(defects), anatomy, defects, verdicts: verdicts(defects), way: null },
})

const wayOf = ({ hops, first, others }: Visits): NonNullable<Examination['way']> => ({
  ...{ hops, url: first.url, seen: [first, ...others].map(seenOf) },
})

const seenOf = ({ client, way, answer, failure }: Visit): Seen => ({
  ...{ client, way, failure },
  status: answer?.status ?? null,
  contentType: answer?.header('content-type')?.slice(0, 100) ?? null,
  encoding: answer?.header('content-encoding')?.slice(0, 40) ?? null,
  octets: answer?.body.length ?? 0,
})
