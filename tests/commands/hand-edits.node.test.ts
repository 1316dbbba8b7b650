import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { kalends, temporary } from './process.ts'

/** A calendar of one event that is over. */
async function club() {
  const folder = temporary()
  const env = { DATA_DIR: join(folder, 'data') }
  const calendar = join(folder, 'feeds', 'club', 'season')
  mkdirSync(calendar, { recursive: true })
  const partner = { name: 'Club', timezone: 'Asia/Seoul', locale: 'en' }
  writeFileSync(join(folder, 'feeds', 'club', 'partner.json'), JSON.stringify(partner))
  writeFileSync(join(calendar, 'calendar.json'), JSON.stringify({ name: 'Season' }))
  writeFileSync(join(calendar, 'schedule.csv'), 'title,date\nOpening,2020-05-01\n')
  expect(await kalends(['apply', join(folder, 'feeds')], env)).toMatchObject({ status: 0 })
  return { folder, env }
}

test('an event is added, rained out and taken out from the terminal', async () => {
  const { folder, env } = await club()
  const meeting = ['--title', 'Fans meet', '--start', '2099-05-01T18:30']
  const added = await kalends(['events', 'add', 'club/season', ...meeting], env)
  expect(added).toMatchObject({ status: 0, err: '' })
  expect(added.out).toMatch(/^\S+ {2}2099-05-01 18:30 {2}Fans meet\nPublished as revision 2\.\n$/)
  const uid = added.out.split(' ')[0] ?? ''

  const rain = ['--status', '우천취소', '--note', 'rain']
  const out = await kalends(['events', 'edit', 'club/season', uid, ...rain], env)
  expect(out).toMatchObject({ status: 0, out: expect.stringContaining('revision 3') })

  writeFileSync(join(folder, 'wrong.json'), '{"start": "2099-13-01"}')
  const wrong = await kalends(['events', 'edit', 'club/season', uid, 'wrong.json'], env)
  expect(wrong).toMatchObject({ status: 1, out: expect.stringContaining('/start') })
  const nothing = await kalends(['events', 'edit', 'club/season', uid], env)
  expect(nothing).toMatchObject({ status: 2, err: expect.stringContaining('--start') })

  const gone = await kalends(['events', 'remove', 'club/season', uid], env)
  expect(gone).toMatchObject({ status: 0, out: expect.stringContaining('revision 4') })
})

test('a new season is begun from the terminal', async () => {
  const { env } = await club()
  const season = await kalends(['season', 'club/season', '2020'], env)
  expect(season.out).toMatch(/^1 events archived: .*\/feeds\/club\/season\/seasons\/2020\.ics\n/)
})
