// Polls a feed as phones, computers and clouds do.

import type { Kalends } from '../harness.ts'

export const FEED = '/feeds/harbour/regatta.ics'
export const SEASON = '날짜,시간,제목\n2026-05-01,18:30,개막\n2026-05-02,18:30,둘째 날\n'

export const IPHONE = 'iOS/26.5 (23F77) dataaccessd/1.0'
export const MAC = 'macOS/13.4 (22F66) dataaccessd/1.0'
export const GOOGLE = 'Google-Calendar-Importer'
export const THUNDERBIRD = 'Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Thunderbird/153.7.0'

export interface Poller {
  agent?: string
  /** In 198.51.0.0/16: the third number of its address. */
  home?: number
  path?: string
  headers?: Record<string, string>
  method?: string
}

export function poll(kalends: Kalends, poller: Poller = {}): Promise<Response> {
  const { agent = IPHONE, home = 1, path = FEED, headers, method = 'GET' } = poller
  const from = { 'user-agent': agent, 'cf-connecting-ip': `198.51.${home}.7` }
  return kalends.request(path, { method, headers: { ...from, ...headers } })
}

export async function pollAll(kalends: Kalends, pollers: readonly Poller[]): Promise<void> {
  for (const poller of pollers) await poll(kalends, poller)
  await kalends.ports.fetches.flush()
}

export const homes = (count: number, agent = IPHONE): Poller[] =>
  Array.from({ length: count }, (_, home) => ({ agent, home }))

export const rowsOf = <Row = Record<string, unknown>>(
  { ports }: Kalends,
  table: string,
): Promise<Row[]> => ports.db.query<Row>({ sql: `SELECT * FROM ${table}`, params: [] })
