// The plan of an upload: the very changes that were reviewed, kept until they are published.

import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import type { Change } from '../../schedule/diff.ts'
import { type Facts, untouched } from '../../schedule/event.ts'
import type { Blobs } from '../../storage/blobs.ts'
import type { Upload } from '../../storage/uploads.ts'
import { type Shown, shownOf } from './shown.ts'

export interface Plan {
  /** Everything, or what is still of use once it is published. */
  kept: readonly Change[]
  shown: Shown
}

/** Returns the key under which the plan lies: another for each look at the file. */
export async function savePlan(
  blobs: Blobs,
  { id, baseRevision }: Pick<Upload, 'id' | 'baseRevision'>,
  { kept, shown }: Plan,
  look = '',
): Promise<string> {
  const key = `uploads/${id}/plan-${baseRevision}${look}`
  await blobs.put(key, await packed(kept))
  await blobs.put(shownKey(key), await packed(shown))
  return key
}

const shownKey = (planKey: string): string => `${planKey}-shown`

const packed = (value: unknown) => promisify(gzip)(JSON.stringify(value), { level: 1 })

/** The changes of an upload; none when it was refused. */
export async function loadPlan(blobs: Blobs, { planKey }: Upload): Promise<Change[]> {
  const bytes = planKey === null ? null : await blobs.get(planKey)
  if (!bytes) return []
  const changes = (await unpacked(bytes)) as Change[]
  // A plan may have been kept since before events were touched by hand, or had an audience.
  return changes.map((change) => ({
    ...change,
    after: { ...untouched(), ...change.after, facts: { ...NO_AUDIENCE, ...change.after.facts } },
  }))
}

/** What a page shows of it; of an upload from before there were such, all is read. */
export async function loadShown(blobs: Blobs, upload: Upload): Promise<Shown> {
  const bytes = upload.planKey === null ? null : await blobs.get(shownKey(upload.planKey))
  if (bytes) return (await unpacked(bytes)) as Shown
  return shownOf(await loadPlan(blobs, upload), upload.createdAt)
}

const NO_AUDIENCE: Partial<Facts> = { audience: null }

export const dropPlan = (blobs: Blobs, planKey: string): Promise<void> =>
  blobs.delete([planKey, shownKey(planKey)])

const unpacked = async (bytes: Uint8Array): Promise<unknown> =>
  JSON.parse(new TextDecoder().decode(await promisify(gunzip)(bytes)))
