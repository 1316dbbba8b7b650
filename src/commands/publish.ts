// A reviewed upload from the terminal: published now or at a set time, or thrown away.

import type { Client } from './client.ts'
import { printProblem, printUpload } from './report.ts'
import { WORDS } from './words.ts'

export interface PublishOptions {
  at?: string
  confirm?: boolean
  plan?: string
  reason?: string
}

/** Each returns the exit status. */
export async function publishUpload(
  client: Client,
  id: string,
  { at, confirm, plan, reason }: PublishOptions,
): Promise<number> {
  const query = new URLSearchParams()
  if (at) query.set('at', at)
  if (confirm) query.set('confirm', 'true')
  if (plan) query.set('plan', plan)
  if (reason) query.set('reason', reason)
  const answer = await client.send('POST', `${pathOf(id)}/publication?${query}`)
  if (!answer.body?.publishAt) return printUpload(answer, client.language)
  console.log(WORDS[client.language].willPublish(answer.body.publishAt))
  return 0
}

export async function discardUpload(client: Client, id: string): Promise<number> {
  const { status, body } = await client.send('DELETE', pathOf(id))
  if (status !== 200) return printProblem(body)
  console.log(WORDS[client.language].discarded)
  return 0
}

const pathOf = (id: string): string => `/v1/uploads/${encodeURIComponent(id)}`
