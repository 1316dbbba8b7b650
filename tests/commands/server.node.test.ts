// Commands against a running server, and against what is none.

import { once } from 'node:events'
import { createServer as plainServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readConfig } from '../../src/config.ts'
import { createServer, openStation } from '../../src/node.ts'
import { CLUB, SEASON, written } from './folders.ts'
import { kalends, temporary } from './process.ts'

const ADMIN = 'an-operator-key-of-forty-characters-long'

async function listening(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

async function kalendsServer() {
  const folder = written(temporary(), { 'season.csv': SEASON })
  const config = { ...readConfig({ KALENDS_ADMIN_KEY: ADMIN }), dataDir: ':memory:' }
  const { ports, sqlite } = openStation(config)
  onTestFinished(() => void sqlite.close())
  const url = await listening(createServer(ports))
  return { folder, url, env: { DATA_DIR: join(folder, 'data'), KALENDS_KEY: ADMIN } }
}

test('apply, keys and upload work on a server as they do on a folder', async () => {
  const { folder, url, env } = await kalendsServer()
  const at = ['--server', `${url}/`]
  const mine = written(join(folder, 'mine'), CLUB)
  expect((await kalends(['apply', mine, ...at], env)).out).toContain('✓ club/season')

  const made = await kalends(['keys', 'create', 'club', '김 대리', ...at], env)
  const [, key = ''] = made.out.split('\n')
  expect(key).toMatch(/^kal_/)
  const listed = await kalends(['keys', 'list', 'club', ...at], env)
  const [id = ''] = listed.out.split(' ')
  expect(key).toContain(id)
  expect(listed.out).toContain('김 대리')
  expect(listed.out).not.toContain(key)

  const upload = ['upload', 'club/season', 'season.csv', '--publish', ...at, '--key', key]
  const file = { 'season.csv': SEASON.replace('2027-04-04', '2027-04-06') }
  written(folder, file)
  expect((await kalends(upload, env)).out).toContain('Published as revision 2.')

  expect((await kalends(['keys', 'revoke', 'club', id, ...at], env)).out).toBe('Revoked.\n')
  const invited = await kalends(['invite', 'club', '이 과장', '--role', 'viewer', ...at], env)
  const link = /(\/console\/invitations\/\S+)/.exec(invited.out)?.[1] ?? ''
  const page = await fetch(`${url}${link}`, { headers: { 'accept-language': 'en' } })
  expect(await page.text()).toContain('Viewer')
  const refused = await kalends(upload, env)
  expect(refused).toMatchObject({ status: 1, out: '' })
  expect(refused.err).toContain('A key is needed: ')
})

test('a partner’s key makes no keys', async () => {
  const { folder, url, env } = await kalendsServer()
  await kalends(['apply', written(join(folder, 'mine'), CLUB), '--server', url], env)
  const made = await kalends(['keys', 'create', 'club', 'one', '--server', url], env)
  const key = made.out.split('\n')[1] ?? ''
  const again = await kalends(['keys', 'create', 'club', 'two', '--server', url, '--key', key], env)
  expect(again).toMatchObject({ status: 1, out: '' })
  expect(again.err).toContain('Not with this key')
})

test('a server that is not there, or is not Kalends, is told from a refusal', async () => {
  const folder = written(temporary(), { 'season.csv': SEASON })
  const env = { DATA_DIR: join(folder, 'data') }
  const closed = plainServer()
  const gone = await listening(closed)
  closed.close()
  await once(closed, 'close')
  const other = await listening(
    plainServer((_, response) =>
      response.writeHead(200, { 'content-type': 'text/html' }).end('hi'),
    ),
  )
  const upload = (url: string) =>
    kalends(['upload', 'club/season', 'season.csv', '--server', url], env)
  const [absent, stranger] = await Promise.all([upload(gone), upload(other)])
  expect([absent.status, stranger.status]).toEqual([1, 1])
  expect(absent.err).toContain(`${gone} does not answer: connect ECONNREFUSED`)
  expect(stranger.err).toContain(`${other} answered 200, but not as Kalends does.`)
})
