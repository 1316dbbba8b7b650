// An address, or a file's bytes, to all that is to be said of it.

import type { Fetch } from '../ports.ts'
import { checkAnswers } from './answers.ts'
import { type Anatomy, checkFeed } from './feed.ts'
import { type Defect, notesOnFeed } from './notes.ts'
import { healthOf, type Verdict, verdicts } from './verdict.ts'
import { type Visits, visitsTo } from './visits.ts'

export interface Examination {
  health: ReturnType<typeof healthOf>
  /** Null where nothing came that could be looked at. */
  anatomy: Anatomy | null
  defects: Defect[]
  verdicts: Verdict[]
  /** Null for a file. */
  visits: Visits | null
}

export function examineFile(bytes: Uint8Array): Examination {
  const notes = notesOnFeed()
  const anatomy = checkFeed(bytes, notes)
  return examined(notes.defects(), anatomy, null)
}

/** Throws `url_not_allowed`. */
export async function examineAddress(
  url: string,
  going: { fetch: Fetch; signal: AbortSignal },
): Promise<Examination> {
  const visits = await visitsTo(url.trim(), going)
  const notes = notesOnFeed()
  checkAnswers(visits, notes)
  const { answer } = visits.first
  const anatomy = answer?.status === 200 ? checkFeed(answer.body, notes) : null
  return examined(notes.defects(), anatomy, visits)
}

function examined(defects: Defect[], anatomy: Anatomy | null, visits: Visits | null): Examination {
  return { health: healthOf(defects), anatomy, defects, verdicts: verdicts(defects), visits }
}
