// Sources from the terminal.

import type { Language } from '../language/choose.ts'
import type { Client } from './client.ts'
import { during } from './progress.ts'
import { printProblem } from './report.ts'
import { aligned } from './table.ts'
import { WORDS } from './words.ts'

export interface SourceOptions {
  mode: string
  every?: string
  webhook?: string
  email?: string
}

interface Source {
  id: string
  url: string
  state: 'new' | 'ok' | 'waiting' | 'failing'
  every: number
  upload: string | null
  problem: { message: string } | null
}

/** Each returns the exit status. */
export async function listSources(client: Client, calendar: string): Promise<number> {
  const { status, body } = await client.send('GET', `${calendar}/sources`)
  if (status !== 200) return printProblem(body)
  for (const line of aligned(body.sources.map((each: Source) => cellsOf(each, client.language))))
    console.log(line)
  return 0
}

export async function addSource(
  client: Client,
  calendar: string,
  url: string,
  { mode, every, webhook, email }: SourceOptions,
): Promise<number> {
  const { status, body } = await client.send('POST', `${calendar}/sources`, {
    ...{ url, mode },
    ...(every ? { every: Number(every) } : {}),
    ...(webhook || email ? { notice: { webhook, email } } : {}),
  })
  if (status !== 201) return printProblem(body)
  print(body, client.language)
  if (body.webhookSecret)
    console.log(`${WORDS[client.language].secretShownOnce}\n${body.webhookSecret}`)
  return 0
}

/** 1 when nothing could be fetched, or somebody must look at what came. */
export async function pullSource(client: Client, calendar: string, id: string): Promise<number> {
  const { language } = client
  const path = `${calendar}/sources/${encodeURIComponent(id)}/pull`
  const { status, body } = await during(
    { doing: WORDS[language].fetching, language, plain: false },
    () => client.send('POST', path),
  )
  if (status !== 200) return printProblem(body)
  print(body, language)
  return body.state === 'ok' ? 0 : 1
}

export async function removeSource(client: Client, calendar: string, id: string): Promise<number> {
  const path = `${calendar}/sources/${encodeURIComponent(id)}`
  const { status, body } = await client.send('DELETE', path)
  if (status !== 204) return printProblem(body)
  console.log(WORDS[client.language].sourceRemoved)
  return 0
}

function print(source: Source, language: Language): void {
  for (const line of aligned([cellsOf(source, language)])) console.log(line)
}

function cellsOf({ id, url, state, every, upload, problem }: Source, language: Language): string[] {
  const words = WORDS[language]
  const why = problem?.message ?? (state === 'waiting' ? words.looksAt(upload ?? '') : '')
  return [id, words.sourceStates[state], words.everyMinutes(every), [url, why].join('  ').trim()]
}
