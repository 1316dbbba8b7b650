// A theatre whose schedule lives: what moved, was cancelled, postponed, sold out, removed, repeats.

import { harness } from '#harness'
import type { Json, Kalends } from '../harness.ts'

export const LANGUAGES = ['ko', 'en'] as const

const show = (id: string, date: string, time: string, title: string, more = {}) => ({
  ...{ external_id: id, start_date: date, start_time: time, title, lang: 'ko' },
  ...{ venue: '대극장', address: '부산 해운대구 1', region: '부산', category: '연극' },
  ticket_url: `https://tickets.example/${id}`,
  ...more,
})

const FIRST = [
  show('hamlet', '2026-04-03', '19:30', '햄릿', { title_en: 'Hamlet' }),
  show('lear', '2026-04-04', '19:30', '리어왕', { category: '음악' }),
  show('macbeth', '2026-04-05', '19:30', '맥베스'),
  show('tempest', '2026-04-06', '미정', '템페스트'),
  show('othello', '2026-04-07', '19:30', '오셀로'),
  show('game', '2026-04-11', '14:00', '응원 경기', { kind: 'game', home: '하버', away: '오터스' }),
  show('choir', '2026-04-01', '10:00', '합창 연습', { rrule: 'FREQ=WEEKLY;COUNT=8' }),
]

const SECOND = [
  show('hamlet', '2026-04-10', '14:00', '햄릿', { title_en: 'Hamlet', reason: '무대 점검' }),
  show('lear', '2026-04-04', '19:30', '리어왕', {
    ...{ category: '음악', status: '취소', reason: '배우의 독감' },
  }),
  show('macbeth', '2026-04-05', '19:30', '맥베스', { status: '연기', reason: '폭설' }),
  show('tempest', '2026-04-06', '20:00', '템페스트'),
  show('othello', '2026-04-07', '19:30', '오셀로', { status: '매진' }),
  ...FIRST.slice(5),
]

export interface Theatre extends Kalends {
  /** By external id. */
  uids: Record<string, string>
  /** The page, with its text, in this language. */
  page(path: string, language?: string, headers?: Record<string, string>): Promise<Page>
}

export interface Page {
  status: number
  headers: Headers
  text: string
}

/** harbour/regatta with two publications behind it; `othello` is removed by a third. */
export async function theatre(): Promise<Theatre> {
  const here = await harness()
  const publish = async (events: object[], now: string) => {
    here.clock.now = now
    const { status, body } = await here.upload('harbour/regatta', { events }, { confirm: 'true' })
    if (status !== 201) throw new Error(JSON.stringify(body))
  }
  await publish(FIRST, '2026-04-01T00:00:00Z')
  await publish(SECOND, '2026-04-01T01:00:00Z')
  await publish(
    SECOND.map((one) => (one.external_id === 'othello' ? { ...one, status: '삭제' } : one)),
    '2026-04-01T02:00:00Z',
  )
  here.clock.now = '2026-04-02T00:00:00Z'
  const uids = await uidsOf(here)
  return {
    ...here,
    uids,
    async page(path, language = 'ko', headers = {}) {
      const response = await here.request(path, {
        headers: { accept: 'text/html', 'accept-language': language, ...headers },
      })
      return { status: response.status, headers: response.headers, text: await response.text() }
    },
  }
}

async function uidsOf(here: Kalends): Promise<Record<string, string>> {
  const { body } = await here.admin('GET', '/v1/calendars/harbour/regatta/changes')
  const uids: Record<string, string> = {}
  for (const { type, uid, event } of body.changes as Json[])
    uids[type === 'remove' ? 'othello' : event.externalId] = uid ?? event.uid
  return uids
}

/** What a reader sees: without marks, on one line. */
export const seen = (html: string): string =>
  html
    .replace(/<(script|style|head)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
