// Audiences as a person at a terminal keeps them.

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { keepAudience } from '../../src/commands/audiences.ts'
import type { Client } from '../../src/commands/client.ts'
import { CLUB, written } from './folders.ts'
import { kalends, temporary } from './process.ts'

test('an audience is made, given its keys, listed and removed', async () => {
  const folder = temporary()
  const env = { DATA_DIR: join(folder, 'data') }
  await kalends(['apply', written(join(folder, 'mine'), CLUB)], env)
  const made = await kalends(['audiences', 'keep', 'club', 'members', '--name', 'Members'], env)
  expect(made).toMatchObject({ status: 0, err: '' })
  const cards = join(folder, 'cards.txt')
  writeFileSync(cards, 'CARD-0001\nCARD-0002\n')
  const given = await kalends(['audiences', 'keys', 'club', 'members', cards], env)
  expect(given.out).toBe('members  2 keys, 0 personal feeds, 0 coming events  Members\n')
  writeFileSync(cards, 'CARD-0001\nx\n')
  const wrong = await kalends(['audiences', 'keys', 'club', 'members', cards], env)
  expect([wrong.status, `${wrong.out}${wrong.err}`]).toEqual([
    1,
    expect.stringContaining('Line 2 (“x…”, 1 characters) is no key'),
  ])
  const korean = await kalends(['audiences', 'list', 'club'], { ...env, LC_ALL: 'ko_KR.UTF-8' })
  expect(korean.out).toContain('번호 2개')
  expect((await kalends(['audiences', 'remove', 'club', 'members'], env)).out).toBe('Removed.\n')
  expect((await kalends(['audiences', 'list', 'club'], env)).out).toBe('')
})

test('an audience that is named anew keeps its names in other languages', async () => {
  const sent: unknown[][] = []
  const translations = { en: { name: 'Members' } }
  const client = {
    language: 'ko',
    async send(...call: unknown[]) {
      sent.push(call)
      const audience = { audience: 'members', name: '회원', translations, keys: 0 }
      return { status: 200, body: call[0] === 'GET' ? { audiences: [audience] } : audience }
    },
  }
  const which = { partner: 'club', audience: 'members' }
  expect(await keepAudience(client as unknown as Client, which, { name: '시즌권' })).toBe(0)
  expect(sent.at(-1)?.at(-1)).toEqual({ name: '시즌권', translations })
})
