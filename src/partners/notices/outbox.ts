// Notices are given, each tried for some days, none delaying another.

import type { Ports } from '../../ports.ts'
import { Problem } from '../../problem.ts'
import { DAY, HOUR, secondsFrom } from '../../schedule/instants.ts'
import { GuardFailed, type Statement } from '../../storage/database.ts'
import {
  claimNotice,
  type DueNotice,
  dropWebhook,
  dueNotices,
  noteNotice,
  postponeNotice,
  removeNotice,
} from '../../storage/notices.ts'
import { outageOf } from '../../web/outage.ts'
import { retryAfterSeconds } from '../sources/pull-times.ts'
import { signedHeaders } from './webhook.ts'

/** Seconds until the next try after each; Standard Webhooks' own schedule. */
export const RETRIES = [5, 300, 1_800, 2 * HOUR, 5 * HOUR, 10 * HOUR, 14 * HOUR, 20 * HOUR, DAY]

/** What is to be given now, each as work to be done. */
export async function dueDeliveries(
  ports: Ports,
  limit: number,
): Promise<(() => Promise<unknown>)[]> {
  const due = await dueNotices(ports.db, ports.now(), limit)
  return due.map((notice) => () => deliver(ports, notice))
}

async function deliver(ports: Ports, notice: DueNotice): Promise<void> {
  const { db, now } = ports
  const wait = RETRIES[notice.tries]
  const until = (seconds: number) => secondsFrom(now(), seconds)
  try {
    await db.batch(claimNotice(notice, until(wait ?? DAY)))
  } catch (error) {
    if (error instanceof GuardFailed) return
    throw error
  }
  const result = await given(ports, notice)
  await db.batch(
    result.problem ? notGiven(result.problem) : [removeNotice(notice), noteNotice(notice, null)],
  )

  function notGiven({ code, params }: Problem): Statement[] {
    const note = noteNotice(notice, { code, params })
    if (params.status === GONE) return [removeNotice(notice), note, dropWebhook(notice)]
    if (wait === undefined) return [removeNotice(notice), note]
    const later = Math.min(result.retryAfter ?? 0, DAY)
    return later > wait ? [note, postponeNotice(notice, until(later))] : [note]
  }
}

const GONE = 410

interface Given {
  problem?: Problem
  /** Seconds. */
  retryAfter?: number
}

async function given(ports: Ports, notice: DueNotice): Promise<Given> {
  try {
    return await (notice.channel === 'webhook' ? post : mail)(ports, notice)
  } catch (error) {
    if (outageOf(error)) throw error
    if (error instanceof Problem) return { problem: error }
    ports.log.error('notice not given', { notice: notice.id, error: String(error) })
    return { problem: new Problem('mail_unavailable') }
  }
}

async function post({ fetch, now }: Ports, notice: DueNotice): Promise<Given> {
  const { id, body, webhook, webhookSecret } = notice
  if (!webhook || !webhookSecret) return {}
  const timestamp = Date.parse(now()) / 1000
  const headers = await signedHeaders(webhookSecret, { id, timestamp, body })
  const { status, header } = await fetch({ url: webhook, method: 'POST', headers, body })
  if (status >= 200 && status < 300) return {}
  return {
    problem: new Problem('http_status', { status }),
    retryAfter: retryAfterSeconds(header('retry-after'), now()),
  }
}

async function mail({ mail }: Ports, { email, body }: DueNotice): Promise<Given> {
  if (!email) return {}
  if (!mail) throw new Problem('mail_unavailable')
  await mail({ to: email, ...(JSON.parse(body) as { subject: string; text: string }) })
  return {}
}
