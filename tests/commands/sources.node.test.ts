// Sources, and reviewed uploads, as a person at a terminal sees them.

import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import type { Answer, Client } from '../../src/commands/client.ts'
import { pullSource } from '../../src/commands/sources.ts'
import { CLUB, written } from './folders.ts'
import { kalends, temporary } from './process.ts'

const KOREAN = { LC_ALL: 'ko_KR.UTF-8' }
const URL = 'https://example.com/season.csv'

async function club() {
  const folder = temporary()
  const env = { DATA_DIR: join(folder, 'data') }
  await kalends(['apply', written(join(folder, 'mine'), CLUB)], env)
  return { folder, env }
}

test('a source is added, listed and removed', async () => {
  const { env } = await club()
  const add = ['sources', 'add', 'club/season', URL, '--every', '30']
  const added = await kalends([...add, '--webhook', 'https://hooks.example.com/'], env)
  expect(added).toMatchObject({ status: 0, err: '' })
  const [line = '', shown, secret] = added.out.split('\n')
  expect(line).toMatch(/^[a-z0-9]+ {2}new {2}every 30 min {2}https:\/\/example\.com\/season\.csv$/)
  expect([shown, secret]).toEqual([
    'This secret, which signs the notices, is shown this once:',
    expect.stringMatching(/^whsec_/),
  ])
  const listed = await kalends(['sources', 'list', 'club/season'], { ...env, ...KOREAN })
  expect(listed.out).toBe(
    `${line.replace('new', '새로 추가').replace('every 30 min', '30분마다')}\n`,
  )
  const id = line.split(' ')[0] ?? ''
  expect((await kalends(['sources', 'remove', 'club/season', id], env)).out).toBe('Removed.\n')
  expect((await kalends(['sources', 'list', 'club/season'], env)).out).toBe('')
})

test('an address that may not be called is refused in a line', async () => {
  const { env } = await club()
  const { status, err } = await kalends(['sources', 'add', 'club/season', 'http://10.0.0.1/'], env)
  expect(status).toBe(1)
  expect(err).toMatch(/^Not an address that may be called: “http:\/\/10\.0\.0\.1\/”: .*\n$/)
})

const answering = (state: string, more: object = {}): Client => ({
  language: 'en',
  send: async (): Promise<Answer> => ({
    status: 200,
    body: { id: 's1', url: URL, every: 60, state, upload: 'u1', problem: null, ...more },
  }),
  download: () => Promise.reject(new Error('not asked')),
})

test.each([
  ['ok', {}, 0, `s1  ok  every 60 min  ${URL}`],
  ['waiting', {}, 1, `s1  waiting  every 60 min  ${URL}  Look at upload u1.`],
  ['failing', { problem: { message: 'Gone.' } }, 1, `s1  failing  every 60 min  ${URL}  Gone.`],
])('what was fetched now is %s', async (state, more, status, line) => {
  const log = vi.spyOn(console, 'log').mockImplementation(() => {})
  expect(await pullSource(answering(state, more), '/v1/partners/club', 's1')).toBe(status)
  expect(log.mock.calls).toEqual([[line]])
  log.mockRestore()
})

test('an upload kept for review is published later, now, or not at all', async () => {
  const { folder, env } = await club()
  written(folder, {
    'more.csv': '날짜,제목\n2027-05-03,추가\n',
    'other.csv': '날짜,제목\n2027-06-03,또\n',
  })
  const keep = async (file: string) => {
    const { out } = await kalends(['upload', 'club/season', file], env)
    return /publish (\S+)/.exec(out)?.[1] ?? ''
  }
  const id = await keep('more.csv')
  const at = new Date(Date.now() + 86_400_000).toISOString().replace(/\.\d+/, '')
  expect((await kalends(['publish', id, '--at', at], env)).out).toBe(
    `It will be published by itself at ${at}.\n`,
  )
  expect((await kalends(['publish', id], env)).out).toContain('Published as revision 2.')
  const other = await keep('other.csv')
  expect((await kalends(['discard', other], env)).out).toBe('Thrown away.\n')
  expect((await kalends(['publish', other], env)).status).toBe(1)
})
