// `kalends doctor`: a file, an address of this machine, and what is neither.

import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { FEED } from '../doctor/server.ts'
import { kalends } from './process.ts'

const golden = (name: string) =>
  fileURLToPath(new URL(`../golden/doctor/${name}/feed.ics`, import.meta.url))

test('a healthy file: exit status 0, and every program reads it', async () => {
  const { status, out } = await kalends(['doctor', golden('healthy')])
  expect(status).toBe(0)
  expect(out).toContain('This feed is healthy.')
  expect(out).toMatch(/^Google Calendar +good +reads it well$/m)
})

test('a file that breaks: exit status 1, the line, and the remedy', async () => {
  const { status, out } = await kalends(['doctor', golden('rule_once')])
  expect(status).toBe(1)
  expect(out).toMatch(/^Outlook\.com · Microsoft 365 +broken +ignores the whole file \(line 29\)$/m)
  expect(out).toContain('line 29: RRULE:FREQ=YEARLY;COUNT=1')
  expect(out).toContain('→ Leave the rule out.')
})

test('what only hurts is told, and is no failure', async () => {
  const { status, out } = await kalends(['doctor', golden('floating')], { LC_ALL: 'ko_KR.UTF-8' })
  expect(status).toBe(0)
  expect(out).toContain('쓸 수 있지만, 제대로 보이지 않는 곳이 있습니다.')
  expect(out).toContain('시각에 시간대가 없어')
})

test('an address inside is looked at for whoever types it', async () => {
  const server = createServer((asked, answer) => {
    const etag = '"one"'
    const known = asked.headers['if-none-match'] === etag
    const robots = asked.url === '/robots.txt'
    answer.writeHead(robots ? 404 : known ? 304 : 200, { 'content-type': 'text/calendar', etag })
    answer.end(robots || known || asked.method === 'HEAD' ? '' : FEED)
  }).listen(0, '127.0.0.1')
  onTestFinished(() => void server.close())
  await new Promise((ready) => server.once('listening', ready))
  const { port } = server.address() as AddressInfo
  const { status, out } = await kalends(['doctor', `http://127.0.0.1:${port}/a.ics`, '--json'])
  expect(status).toBe(0)
  const report = JSON.parse(out)
  expect(report.findings.map(({ code }: { code: string }) => code)).toEqual(['not_https'])
  expect(report.answers.map(({ status }: { status: number }) => status)).toContain(304)
})

test.each([
  [['doctor'], "missing required argument 'address'"],
  [['doctor', 'no-such-file.ics'], 'There is no file no-such-file.ics.'],
  [['doctor', 'ftp://harbour.example.com/a.ics'], 'only http:, https: and webcal:'],
  [['doctor', 'http://127.0.0.1:22/a.ics'], 'only the ports 80 and 443'],
])('kalends %j is used wrongly', async (args, said) => {
  const { status, out, err } = await kalends(args)
  expect({ status, out }).toEqual({ status: 2, out: '' })
  expect(err).toContain(said)
})
