import { expect, test } from 'vitest'
import { harness } from '#harness'
import type { Statement } from '../../src/storage/database.ts'
import { PAGE } from '../../src/subscribers/schedule-view.ts'
import { seen } from './theatre.ts'

const EVENTS = 3000

/** A calendar of many events in one month, and a count of the rows that a page reads. */
async function crowded() {
  const here = await harness()
  const rows = Array.from({ length: EVENTS }, (_, place) => {
    const day = String(1 + (place % 28)).padStart(2, '0')
    return `x${place},2026-04-${day},${8 + (place % 12)}:00,경기 ${place},팀 ${place % 9},팀 ${(place + 1) % 9}`
  })
  await here.upload(
    'harbour/regatta',
    ['external_id,start_date,start_time,title,home,away', ...rows].join('\n'),
  )
  const { db } = here.ports
  const read = { rows: 0, statements: [] as Statement[] }
  const query = db.query.bind(db)
  db.query = async <T>(statement: Statement) => {
    const found = await query<T>(statement)
    read.rows += found.length
    read.statements.push(statement)
    return found
  }
  return { ...here, query, read }
}

test(`a month of ${EVENTS} events is read a page at a time, to its end`, async () => {
  const { request, read } = await crowded()
  const titles = new Set<string>()
  let path: string | undefined = '/harbour/regatta?month=2026-04'
  let pages = 0
  while (path) {
    read.rows = 0
    const text: string = await (await request(path)).text()
    pages += 1
    expect(read.rows).toBeLessThan(PAGE + 100)
    expect(text.length).toBeLessThan(200_000)
    const agenda = /<div class="agenda">[\s\S]*/.exec(text)?.[0] ?? ''
    for (const [title] of agenda.matchAll(/경기 \d+/g)) titles.add(title)
    const next: string | undefined = /class="more" rel="next" href="([^"]*)"/.exec(text)?.[1]
    path = next?.replaceAll('&amp;', '&').replace(/#.*/, '')
  }
  expect([titles.size, pages]).toEqual([EVENTS, EVENTS / PAGE])
})

test('no page walks through the events: the database finds them by an index', async () => {
  const { request, read, query } = await crowded()
  for (const path of [
    '/',
    '/?region=x',
    '/harbour',
    '/harbour/regatta?view=month&team=팀 1',
    '/harbour/regatta/changes.rss',
  ])
    expect((await request(path)).status).toBe(200)
  const plans = await Promise.all(
    read.statements.map(({ sql, params }) =>
      query<{ detail: string }>({ sql: `EXPLAIN QUERY PLAN ${sql}`, params }),
    ),
  )
  const steps = plans.flat().map(({ detail }) => detail)
  expect(steps.filter((step) => /USING INDEX event_versions/.test(step)).length).toBeGreaterThan(5)
  const walks = steps.filter((step) => /^SCAN (event_versions|[vpe]\b)/.test(step))
  expect(walks.filter((step) => !step.includes('_partners_'))).toEqual([])
})

test('a made-up cursor is refused, in words', async () => {
  const { request } = await harness()
  const response = await request('/harbour/regatta?after=made-up', {
    headers: { accept: 'text/html', 'accept-language': 'en' },
  })
  expect(response.status).toBe(400)
  expect(seen(await response.text())).toContain('made-up')
})

test('many series of many years: a page needs only its month', async () => {
  const { upload, request } = await harness()
  await upload('harbour/regatta', {
    events: Array.from({ length: 300 }, (_, place) => ({
      ...{ title: `모임 ${place}`, start_date: '2020-01-01', start_time: '10:00' },
      rrule: 'FREQ=DAILY',
    })),
  })
  const text = await (await request('/harbour/regatta?month=2026-04')).text()
  expect(text.match(/class="title"/g)?.length).toBe(PAGE + 3)
})
