// A command used wrongly: one plain line, exit status 2, nothing made.

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { written } from './folders.ts'
import { kalends, temporary } from './process.ts'

const STACK = /^\s+at |node:internal|\.ts:\d+/m

const here = () => {
  const folder = written(temporary(), { 'season.csv': '날짜,제목\n2027-04-03,개막\n' })
  return { folder, env: { DATA_DIR: join(folder, 'data') } }
}

test.each([
  [['nonsense'], 'unknown command'],
  [['check'], "missing required argument 'file'"],
  [['check', 'season.csv', '--frob'], "unknown option '--frob'"],
  [['check', 'no-such-file.csv'], 'There is no file no-such-file.csv.'],
  [['check', '.'], '. is not a file.'],
  [['check', 'season.csv', '--year', 'soon'], 'It must be a year such as 2026.'],
  [['check', 'season.csv', '--date-order', 'XYZ'], 'Allowed choices are DMY, MDY, YMD'],
  [['upload', 'club', 'season.csv'], '“club” is not PARTNER/CALENDAR.'],
  [['upload', 'club/', 'season.csv'], '“club/” is not PARTNER/CALENDAR.'],
  [['upload', 'a/b/c', 'season.csv'], '“a/b/c” is not PARTNER/CALENDAR.'],
  [['upload', 'club/season', 'no-such-file.csv'], 'There is no file no-such-file.csv.'],
  [['upload', 'club/season', 'season.csv'], 'There is no database in '],
  [['upload', 'club/season', 'season.csv', '--mode', 'both'], 'Allowed choices are merge, replace'],
  [['upload', 'club/season', 'season.csv', '--server', 'here'], 'It must be an address such as'],
  [['apply', 'no-such-folder'], 'There is no folder no-such-folder.'],
  [['apply', '.'], '. has no partner in it'],
  [['keys', 'list', 'club'], 'There is no database in '],
  [['keys', 'reset-admin'], 'There is no database in '],
  [['backup', 'copy.db'], 'There is no database in '],
  [['restore', 'no-such-file.db'], 'There is no file no-such-file.db.'],
])('kalends %j', async (args, said) => {
  const { folder, env } = here()
  const { status, out, err } = await kalends(args, env)
  expect({ status, out }).toEqual({ status: 2, out: '' })
  expect(err).toContain(said)
  expect(err).not.toMatch(STACK)
  expect(err.trim().split('\n').length).toBeLessThanOrEqual(2)
  const made = args[0] === 'apply' && args[1] === '.'
  expect(existsSync(join(folder, 'data'))).toBe(made)
})

test.each([
  [['nonsense'], '‘nonsense’ 명령은 없습니다.'],
  [
    ['check', 'season.csv', '--dateorder', 'DMY'],
    '‘--dateorder’ 옵션은 없습니다.\n(혹시 --date-order 인가요?)',
  ],
  [['upload', 'club/season'], '‘file’ 값이 빠졌습니다.'],
  [['upload', 'club/season', 'season.csv', '--mode', 'both'], '쓸 수 있는 값: merge, replace.'],
  [['check', 'no-such-file.csv'], 'no-such-file.csv 파일이 없습니다.'],
])('in Korean: kalends %j', async (args, said) => {
  const { status, err } = await kalends(args, { ...here().env, LC_ALL: 'ko_KR.UTF-8' })
  expect(status).toBe(2)
  expect(err).toContain(said)
  expect(err).not.toMatch(/error:/)
})

test('help is asked for, and is no misuse; without a command it is', async () => {
  const [asked, none] = await Promise.all([kalends(['--help']), kalends([])])
  expect(asked).toMatchObject({ status: 0, err: '' })
  expect(none).toMatchObject({ status: 2, out: '' })
  expect(none.err).toBe(asked.out)
  expect(asked.out).toMatch(/^ {2}upload \[options\] <partner\/calendar> <file>/m)
})

test('the version is the package’s', async () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
  expect(await kalends(['--version'])).toEqual({ status: 0, out: `${version}\n`, err: '' })
})
