// The queue of a partner's reports, a page at a time.

import type { Ports } from '../../ports.ts'
import { type EntryQuery, listEntries } from '../../storage/reports.ts'
import { decodeCursor, encodeCursor } from '../../web/cursor.ts'

export interface QueuePage {
  status: EntryQuery['status']
  cursor?: string | undefined
  limit: number
}

const LATEST = ['9999', ''] as const

export async function queueOf(ports: Ports, partnerId: number, page: QueuePage) {
  const { status, cursor, limit } = page
  const [createdAt = '', id = ''] = cursor
    ? decodeCursor('reports', cursor, ['string', 'string']).map(String)
    : LATEST
  const query = { partnerId, status, before: { createdAt, id }, limit: limit + 1 }
  const found = await listEntries(ports.db, query)
  const entries = found.slice(0, limit)
  const last = entries.at(-1)
  const more = found.length > limit && last
  return { entries, next: more ? encodeCursor('reports', [last.createdAt, last.id]) : undefined }
}
