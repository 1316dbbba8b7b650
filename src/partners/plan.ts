// The plan of an upload: the very changes that were reviewed, kept until they are published.

import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import type { Change } from '../schedule/diff.ts'
import { untouched } from '../schedule/event.ts'
import type { Blobs } from '../storage/blobs.ts'
import type { Upload } from '../storage/uploads.ts'

/** Returns the key under which the plan lies: another for each look at the file. */
export async function savePlan(
  blobs: Blobs,
  { id, baseRevision }: Pick<Upload, 'id' | 'baseRevision'>,
  changes: readonly Change[],
  look = '',
): Promise<string> {
  const key = `uploads/${id}/plan-${baseRevision}${look}`
  await blobs.put(key, await promisify(gzip)(JSON.stringify(changes), { level: 1 }))
  return key
}

/** The changes of an upload; none when it was refused. */
export async function loadPlan(blobs: Blobs, { planKey }: Upload): Promise<Change[]> {
  const bytes = planKey === null ? null : await blobs.get(planKey)
  if (!bytes) return []
  const changes = JSON.parse(new TextDecoder().decode(await promisify(gunzip)(bytes))) as Change[]
  // A plan may have been kept since before events were touched by hand.
  return changes.map((change) => ({ ...change, after: { ...untouched(), ...change.after } }))
}
