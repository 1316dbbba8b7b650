// Reports by the public from the terminal.

import type { Client } from './client.ts'
import { findingLines, printProblem } from './report.ts'
import { aligned } from './table.ts'
import { WORDS } from './words.ts'

interface Report {
  id: string
  calendar: string
  title: string | null
  audience: string | null
  kind: string
  reports: number
  fields: { field: string; now: unknown; suggested: unknown }[]
  note: string | null
}

const pathOf = (partner: string, id = ''): string =>
  `/v1/partners/${encodeURIComponent(partner)}/reports${id ? `/${encodeURIComponent(id)}` : ''}`

/** Each returns the exit status. */
export async function listReports(client: Client, partner: string): Promise<number> {
  const { status, body } = await client.send('GET', pathOf(partner))
  if (status !== 200) return printProblem(body)
  const { kinds } = WORDS[client.language].reports
  const rows = body.reports.map(
    ({ id, calendar, kind, reports, fields, note, ...about }: Report) => [
      ...[id, calendar, kinds[kind] ?? kind, `×${reports}`, namedIn(about)],
      [...fields.map(changeText), note].filter(Boolean).join('; '),
    ],
  )
  for (const line of aligned(rows)) console.log(line)
  return 0
}

const namedIn = ({ title, audience }: Pick<Report, 'title' | 'audience'>): string =>
  [title, audience && `(${audience})`].filter(Boolean).join(' ')

const changeText = ({ field, now, suggested }: Report['fields'][number]): string =>
  `${field}: ${now ?? '–'} → ${suggested}`

export async function acceptReport(
  client: Client,
  { partner, id }: { partner: string; id: string },
  { answer }: { answer?: string },
): Promise<number> {
  const query = answer ? `?${new URLSearchParams({ reason: answer })}` : ''
  const { status, body } = await client.send('POST', `${pathOf(partner, id)}/acceptance${query}`)
  if (status === 422) {
    for (const line of findingLines(body.findings, client.language)) console.error(line)
    return 1
  }
  if (status !== 200) return printProblem(body)
  console.log(WORDS[client.language].published(body.revision))
  return 0
}

export async function rejectReport(
  client: Client,
  { partner, id }: { partner: string; id: string },
  reason: string,
): Promise<number> {
  const { status, body } = await client.send('POST', `${pathOf(partner, id)}/rejection`, { reason })
  if (status !== 200) return printProblem(body)
  console.log(WORDS[client.language].reports.rejected)
  return 0
}
