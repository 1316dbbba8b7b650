import { expect, test } from 'vitest'
import { harness } from '#harness'
import { clientOf } from '../client/over.ts'
import type { Json } from '../harness.ts'
import { describedBy, misfits, operationsIn } from './description.ts'

const AsyncFunction = (async () => {}).constructor as new (
  ...parts: string[]
) => (client: ReturnType<typeof clientOf>) => Promise<Json>

const texted = (html = ''): string =>
  html.replaceAll('&#39;', "'").replaceAll('&quot;', '"').replaceAll('&amp;', '&')

test('what the page shows for a shell and in TypeScript is on this server, and runs', async () => {
  const kalends = await harness()
  await kalends.upload('harbour/regatta', '날짜,시간,제목\n2026-04-03,18:30,개막\n')
  const page = await (await kalends.request('/docs?lang=en')).text()
  const client = clientOf(kalends)
  const ran: string[] = []
  for (const article of page.split('<article>')) {
    const [, run] = /data-run="([^"]*)"/.exec(article) ?? []
    const [curl, typescript] = [...article.matchAll(/<pre>([\s\S]*?)<\/pre>/g)].map(([, code]) =>
      texted(code),
    )
    if (run === undefined || !curl || !typescript || run.startsWith('/v1/doctor')) continue
    const path = texted(run)
    expect(curl).toBe(`curl 'https://kalends.example${path}'`)
    const answer = await kalends.request(path)
    expect([path, answer.status]).toEqual([path, 200])
    const told = await new AsyncFunction('client', `return ${typescript}`)(client)
    const text = await answer.text()
    expect(told).toEqual(typeof told === 'string' ? text : JSON.parse(text))
    ran.push(path)
  }
  expect(ran).toContain('/v1/calendars/harbour/regatta/events?from=2026-04-01&to=2026-05-02')
  expect(ran.length).toBeGreaterThan(9)
})

test('what an example sends names a partner that is here', async () => {
  const kalends = await harness({ bare: true })
  await kalends.admin('PUT', '/v1/partners/otters', {
    ...{ name: '오터스', timezone: 'Asia/Seoul', locale: 'ko' },
  })
  await kalends.admin('PUT', '/v1/partners/otters/calendars/season', { name: '시즌' })
  const page = texted(await (await kalends.request('/docs?lang=en')).text())
  const sent = [...page.matchAll(/-d '(\{[^']*\})'/g)].map(([, body = '']) => body).join(' ')
  expect(sent).toContain('"partner":"otters"')
  expect(sent).toContain('"otters/season"')
  expect(sent).not.toContain('harbour')
})

test('on an empty server nothing is offered that is not there', async () => {
  const kalends = await harness({ bare: true })
  const page = await (await kalends.request('/docs')).text()
  const offered = [...page.matchAll(/data-run="([^"]*)"/g)].map(([, path = '']) => path)
  for (const path of offered)
    expect([path, (await kalends.request(texted(path))).ok]).toEqual([path, true])
  expect(offered).toContain('/v1/partners')
})

test('every body of JSON has an example, of the kind that is taken', async () => {
  const document = await describedBy(await harness({ bare: true }))
  for (const { name, description } of operationsIn(document)) {
    const json = description.requestBody?.content['application/json']
    // A whole schedule stands in the guide of uploads.
    if (!json || name.endsWith('/uploads')) continue
    expect([name, json.example]).toEqual([name, expect.any(Object)])
    const wanted = { ...json.schema, additionalProperties: json.schema.additionalProperties ?? {} }
    expect([name, misfits(document, wanted, json.example)]).toEqual([name, []])
  }
})
