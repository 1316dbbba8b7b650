// What is due is published: uploads whose time has come.

import type { Ports } from '../../ports.ts'
import { Problem } from '../../problem.ts'
import { countTry, dueUploads, notePublication, type Scheduled } from '../../storage/scheduled.ts'
import { describe, outageOf } from '../../web/outage.ts'
import { publishUpload } from './publish-upload.ts'

/** The others are due at the next tick still. */
const PUBLISHED_AT_ONCE = 20
/** One that was begun so often, and never ended, took its thread with it each time. */
export const MAX_TRIES = 3

/** Publishes what was reviewed, exactly, or keeps a note of why not. Returns how many were published. */
export async function publishDue(ports: Ports): Promise<number> {
  let published = 0
  for (const scheduled of await dueUploads(ports.db, ports.now(), PUBLISHED_AT_ONCE))
    if (await publishOne(ports, scheduled)) published += 1
  return published
}

async function publishOne(ports: Ports, scheduled: Scheduled): Promise<boolean> {
  const { upload, publishAt, terms, tries } = scheduled
  try {
    if (tries >= MAX_TRIES) throw new Problem('file_too_costly')
    await ports.db.batch([countTry(upload)])
    await publishUpload(ports, upload, { ...terms, dueAt: publishAt })
    return true
  } catch (error) {
    // It is due still when the database can be written again.
    if (outageOf(error)) throw error
    const { code, params } =
      error instanceof Problem ? error : new Problem('internal', { id: upload.id.slice(0, 8) })
    const about = { upload: upload.id, partner: upload.partnerId }
    ports.log.error('publication at its time failed', { ...about, error: describe(error) })
    await ports.db.batch([notePublication(scheduled, { code, params })])
    return false
  }
}
