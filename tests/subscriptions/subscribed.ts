// A personal feed of a small season, and what is asked of it.

import { harness } from '#harness'
import { veventsIn } from '../../src/icalendar/components.ts'
import type { Json, Kalends } from '../harness.ts'

export const SEASON = `external_id,날짜,시간,제목,홈,원정,카테고리,상태,경기결과,title_en,venue,venue_en,all_day
g1,2026-05-01,18:30,개막전,LG,두산,홈경기,확정,,Opening Day,잠실야구장,Jamsil,
g2,2026-05-02,17:00,둘째 날,두산,LG,원정경기,확정,,Second Day,잠실야구장,Jamsil,
g3,2026-05-05,14:00,어린이날,LG,KIA,홈경기,취소,,Children’s Day,잠실야구장,Jamsil,
g4,2026-05-09,,팬 감사제,,,행사,확정,,Fan Day,,,TRUE
g5,2026-03-20,18:30,시범경기,LG,한화,홈경기,종료,3:2,Preseason,,,
`

export interface Subscribed {
  kalends: Kalends
  token: string
  /** What was answered when it was made. */
  made: Json
  /** UIDs by external_id. */
  uids: Record<string, string>
}

export const OVER = 'harbour/regatta'

/** A subscription to a small season, chosen as told. */
export async function subscribed(
  wish: object = {},
  file: string | object = SEASON,
): Promise<Subscribed> {
  const kalends = await harness()
  await kalends.upload(OVER, file)
  const { events } = await read(kalends, '/v1/calendars/harbour/regatta/events?limit=500')
  const made = await send(kalends, 'POST', '/v1/subscriptions', { calendars: [OVER], ...wish })
  return {
    ...{ kalends, made: made.body, token: made.body.token },
    uids: Object.fromEntries(events.map((event: Json) => [event.externalId, event.uid])),
  }
}

export const read = async ({ request }: Kalends, path: string): Promise<Json> =>
  (await request(path)).json()

export async function send(
  { request }: Kalends,
  method: string,
  path: string,
  body?: object,
): Promise<{ status: number; body: Json }> {
  const headers = { 'content-type': 'application/json', 'accept-language': 'ko' }
  const init = { method, ...(body ? { headers, body: JSON.stringify(body) } : { headers }) }
  const response = await request(path, init)
  const text = await response.text()
  return { status: response.status, body: text ? JSON.parse(text) : null }
}

export const poll = ({ kalends, token }: Subscribed, init: RequestInit = {}, part = '') =>
  kalends.request(`/feeds/my/${token}${part && `/${part}`}.ics`, init)

/** Its feed's VEVENTs as logical lines, in order. */
export const eventsIn = async (here: Subscribed, part = ''): Promise<string[][]> =>
  veventsIn(await (await poll(here, {}, part)).text())

/** The value of a property, with its parameters; undefined without it. */
export const told = (lines: readonly string[] | undefined, name: string): string | undefined =>
  lines?.find((line) => /^[A-Z-]+/.exec(line)?.[0] === name)?.slice(name.length + 1)

export const eventOf = async (here: Subscribed, uid: string | undefined) =>
  (await eventsIn(here)).find((lines) => told(lines, 'UID') === uid)

export const summaries = async (here: Subscribed, part = ''): Promise<(string | undefined)[]> =>
  (await eventsIn(here, part)).map((lines) => told(lines, 'SUMMARY'))

export const overlay = (here: Subscribed, uid: string | undefined, body: object) =>
  send(here.kalends, 'PUT', `/v1/subscriptions/${here.token}/overlay/${uid}`, body)

export const choose = (here: Subscribed, wish: object) =>
  send(here.kalends, 'PATCH', `/v1/subscriptions/${here.token}`, wish)
