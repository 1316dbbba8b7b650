// The audit log in the terminal.

import type { Client } from './client.ts'
import { printProblem } from './report.ts'
import { aligned } from './table.ts'

interface Entry {
  at: string
  author: string
  action: string
  calendar: string | null
  revision: number | null
  filename: string | null
  reason: string | null
}

/** Returns the exit status. */
export async function printAudit(
  client: Client,
  partner: string,
  { calendar, event, limit }: { calendar?: string; event?: string; limit: string },
): Promise<number> {
  const asked = Object.entries({ calendar, event, limit }).filter(([, value]) => value)
  const query = new URLSearchParams(asked as [string, string][])
  const path = `/v1/partners/${encodeURIComponent(partner)}/audit?${query}`
  const { status, body } = await client.send('GET', path)
  if (status !== 200) return printProblem(body)
  const rows = (body.entries as Entry[]).map((entry) => [
    ...[entry.at, entry.author, entry.action],
    entry.calendar
      ? `${entry.calendar}${entry.revision === null ? '' : ` #${entry.revision}`}`
      : '',
    [entry.filename, entry.reason].filter(Boolean).join(' · '),
  ])
  for (const line of aligned(rows)) console.log(line)
  return 0
}
