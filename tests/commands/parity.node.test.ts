// What the console can do, from the terminal: review, look, audit, store groups.

import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { png } from '../images/made.ts'
import { kalends, temporary } from './process.ts'

async function mart() {
  const folder = temporary()
  const env = { DATA_DIR: join(folder, 'data') }
  const calendar = join(folder, 'feeds', 'mart', 'days')
  mkdirSync(calendar, { recursive: true })
  const partner = { name: 'Mart', timezone: 'Asia/Seoul', locale: 'en' }
  writeFileSync(join(folder, 'feeds', 'mart', 'partner.json'), JSON.stringify(partner))
  writeFileSync(join(calendar, 'calendar.json'), JSON.stringify({ name: 'Days' }))
  writeFileSync(join(calendar, 'schedule.csv'), 'title,date\nOpening,2020-05-01\n')
  expect(await kalends(['apply', join(folder, 'feeds')], env)).toMatchObject({ status: 0 })
  const file = (name: string, text: string | Uint8Array) => {
    writeFileSync(join(folder, name), text)
    return join(folder, name)
  }
  return { env, file, run: (...args: string[]) => kalends(args, env) }
}

test('an upload is answered from the terminal: headers, cells, rows; and published as looked at', async () => {
  const { file, run } = await mart()
  const odd = file('odd.csv', 'what,when\nFair,2099-05-01\nWrong,2099-13-01\nGone,soon\n')
  const first = await run('upload', 'mart/days', odd)
  expect(first).toMatchObject({ status: 1 })
  const { out: audited } = await run('audit', 'mart')
  expect(audited).toContain('creation')
  const list = await run('sources', 'list', 'mart/days')
  expect(list.status).toBe(0)
  const upload = /kalends review (\S+)/.exec(first.out)?.[1] ?? ''
  const answered = await run(
    ...['review', upload, '--column', 'what=title', 'when=start_date'],
    ...['--cell', '3:when=2099-05-02', '--leave-out', '4'],
  )
  expect(answered.out).toMatch(/2099-05-01[\s\S]*2099-05-02[\s\S]*npx kalends publish/)
  expect(answered.status).toBe(0)
  const plan = /--plan (\S+)/.exec(answered.out)?.[1] ?? ''
  // Somebody looks again, and answers otherwise.
  await run('review', upload, '--leave-out', '3', '4')
  const late = await run('publish', upload, '--plan', plan)
  expect(late).toMatchObject({ status: 1, err: expect.stringContaining(plan) })
  const again = await run('review', upload)
  const now = /--plan (\S+)/.exec(again.out)?.[1] ?? ''
  expect(await run('publish', upload, '--plan', now)).toMatchObject({ status: 0 })
  expect(await run('review', upload, '--cell', 'nonsense')).toMatchObject({ status: 2 })
})

test('groups of stores are kept, closed and excepted from the terminal', async () => {
  const { file, run } = await mart()
  const stores = file('south.txt', '남문점 | 느루로 1 | 서울\r\n남산점\r\n')
  expect((await run('groups', 'keep', 'mart/days', 'south', stores)).out).toMatch(/^0 events/)
  const rule = ['--title', 'Closed', '--start', '2099-01-11', '--rrule', 'FREQ=MONTHLY;BYDAY=2SU']
  const added = await run('groups', 'add', 'mart/days', 'south', ...rule, '--each-store')
  expect(added.out).toMatch(/2099-01-11 {2}남문점 Closed\n.*남산점 Closed\n/)
  const uid = added.out.split(' ')[0] ?? ''
  const skipped = await run('groups', 'except', 'mart/days', 'south', uid, '2099-02-08')
  expect(skipped).toMatchObject({ status: 0, err: '' })
  const none = await run('groups', 'except', 'mart/days', 'south', uid, '2099-02-09')
  expect(none).toMatchObject({ status: 1 })
  expect((await run('groups', 'list', 'mart/days')).out).toMatch(/^south +2 +남문점, 남산점\n$/)
  expect((await run('groups', 'remove', 'mart/days', 'south')).status).toBe(0)
  expect((await run('groups', 'list', 'mart/days')).out).toBe('')
})

test('a partner’s look is shown and changed from the terminal', async () => {
  const { file, run } = await mart()
  const logo = file('logo.png', png())
  const changed = await run('look', 'mart', '--color', '#c8102e', '--logo', logo)
  expect(changed.out).toMatch(/color +#c8102e\nlogoUrl +http/i)
  expect((await run('look', 'mart', '--logo', 'none')).out).toMatch(/logoUrl +–/)
  expect(await run('look', 'mart', '--color', 'red')).toMatchObject({ status: 1 })
  expect((await run('audit', 'mart', '--limit', '1')).out.split('\n')).toHaveLength(2)
})
