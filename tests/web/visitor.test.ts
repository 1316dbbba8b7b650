// Where a caller comes from: only as coarsely as this, and only as far as the operator trusts.

import { Hono } from 'hono'
import { expect, test } from 'vitest'
import type { TrustProxy } from '../../src/config.ts'
import { addressBlock, blockOf } from '../../src/web/visitor.ts'

test.each([
  ['203.0.113.7', '203.0.113.0/24'],
  ['203.0.113.7:4711', '203.0.113.0/24'],
  ['::ffff:203.0.113.7', '203.0.113.0/24'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1::/48'],
  ['2001:0DB8:0001::6', '2001:db8:1::/48'],
  ['[2001:db8:1:2::6]:4711', '2001:db8:1::/48'],
  ['fe80::1%eth0', 'fe80:0:0::/48'],
  ['::1', '0:0:0::/48'],
  ['64:ff9b::203.0.113.7', '64:ff9b:0::/48'],
])('%s is in %s', (address, block) => {
  expect(blockOf(address)).toBe(block)
})

test.each([
  undefined,
  '',
  'unknown',
  '203.0.113',
  '203.0.113.256',
  '1::2::3',
  '2001:db8:1:2:3:4:5',
  '1:2:3:4:5:6:7:8:9',
  '1:2:3:4:5:6:7::8',
  'g::1',
  "<script>alert('1')</script>",
])('%s is nobody’s address', (address) => {
  expect(blockOf(address)).toBeNull()
})

const CALLER = '198.51.100.9'
const socket = { incoming: { socket: { remoteAddress: '192.0.2.1' } } }

test.each<[TrustProxy, Record<string, string>, string | null]>([
  [0, { 'x-forwarded-for': CALLER, 'cf-connecting-ip': CALLER }, '192.0.2.0/24'],
  [1, { 'x-forwarded-for': `203.0.113.1, ${CALLER}` }, '198.51.100.0/24'],
  [2, { 'x-forwarded-for': `203.0.113.1, ${CALLER}, 192.0.2.77` }, '198.51.100.0/24'],
  [2, { 'x-forwarded-for': CALLER }, '192.0.2.0/24'],
  [1, {}, '192.0.2.0/24'],
  [1, { 'x-forwarded-for': 'unknown' }, '192.0.2.0/24'],
  ['cloudflare', { 'cf-connecting-ip': CALLER }, '198.51.100.0/24'],
  ['cloudflare', { 'x-forwarded-for': CALLER }, '192.0.2.0/24'],
])('TRUST_PROXY %s with %o: %s', async (trustProxy, headers, block) => {
  const app = new Hono().get('/', (c) => c.json(addressBlock(c, { trustProxy })))
  expect(await (await app.request('/', { headers }, socket)).json()).toBe(block)
})

test('where no runtime knows who is connected, nobody is', async () => {
  const app = new Hono().get('/', (c) => c.json(addressBlock(c, { trustProxy: 1 })))
  expect(await (await app.request('/')).json()).toBeNull()
})
