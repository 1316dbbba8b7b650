// A small schedule to report about, and somebody who reports.

import { harness } from '#harness'
import type { Json, Kalends } from '../harness.ts'

export const FILE =
  '날짜,시간,제목,장소\n2026-05-01,18:30,개막,잠실\n2026-05-02,18:30,둘째 날,잠실\n2026-05-03,14:00,셋째 날,부산\n'

export interface Harbour {
  kalends: Kalends
  /** UIDs in the order of the file. */
  uids: [string, string, string]
}

export async function harbour(): Promise<Harbour> {
  const kalends = await harness()
  await kalends.upload('harbour/regatta', FILE)
  const { body } = await kalends.admin(
    'GET',
    '/v1/calendars/harbour/regatta/events?from=2026-04-01',
  )
  return { kalends, uids: body.events.map(({ uid }: Json) => uid) }
}

let next = 0
/** Somebody of another network each time, unless said. */
export async function report(
  kalends: Kalends,
  given: object,
  headers: Record<string, string> = {},
) {
  next += 1
  const somewhere = `10.${Math.floor(next / 250)}.${next % 250}.7`
  const response = await kalends.request('/v1/reports', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'cf-connecting-ip': somewhere, ...headers },
    body: JSON.stringify({ calendar: 'harbour/regatta', ...given }),
  })
  const body: Json = await response.json()
  return { status: response.status, body, headers: response.headers }
}

export const outcome = async (kalends: Kalends, receipt: string): Promise<Json> =>
  (await kalends.request(`/v1/reports/${receipt}`)).json()

export const queue = async (kalends: Kalends, status = 'open'): Promise<Json[]> =>
  (await kalends.admin('GET', `/v1/partners/harbour/reports?status=${status}&limit=500`)).body
    .reports

export const decide = (kalends: Kalends, id: string, how: string, body?: object) =>
  kalends.admin('POST', `/v1/partners/harbour/reports/${id}/${how}`, body)
