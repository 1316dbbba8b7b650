// Our reading of addresses beside Node's own, for as many as chance brings.

import { BlockList, isIPv6 } from 'node:net'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isPublicAddress } from '../../src/outbound/addresses.ts'

const NOT_PUBLIC = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12'],
  ...['192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15'],
  ...['198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4'],
  ...['::/3', '4000::/2', '8000::/1', '2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'],
]

test('an address is public exactly when it is in none of the ranges that are not', () => {
  const four = new BlockList()
  const six = new BlockList()
  for (const range of NOT_PUBLIC) {
    const [address = '', bits = ''] = range.split('/')
    if (isIPv6(address)) six.addSubnet(address, Number(bits), 'ipv6')
    else four.addSubnet(address, Number(bits), 'ipv4')
  }
  const near = fc.constantFrom(
    0x2001,
    0x2002,
    0x3fff,
    0x2000,
    0x3ffe,
    0,
    0xffff,
    0x1ff,
    0x200,
    0xdb8,
  )
  const group = fc.oneof(near, fc.nat(0xffff)).map((value) => value.toString(16))
  const v6 = fc.array(group, { minLength: 8, maxLength: 8 }).map((groups) => groups.join(':'))
  fc.assert(
    fc.property(fc.ipV4(), fc.oneof(fc.ipV6(), v6), (v4, v6) => {
      expect([v4, isPublicAddress(v4)]).toEqual([v4, !four.check(v4, 'ipv4')])
      // An end in dots is IPv4 in disguise: never public, and for Node in a list of its own.
      if (!v6.includes('.')) expect([v6, isPublicAddress(v6)]).toEqual([v6, !six.check(v6, 'ipv6')])
    }),
    { numRuns: 5000 },
  )
})
