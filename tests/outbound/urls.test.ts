// Which addresses may be called.

import { expect, test } from 'vitest'
import { isPublicAddress } from '../../src/outbound/addresses.ts'
import { allowedUrl } from '../../src/outbound/urls.ts'

const OWN = 'kalends.example'

test.each([
  ['https://example.com/a.csv', 'https://example.com/a.csv'],
  ['webcal://example.com/a.ics', 'https://example.com/a.ics'],
  ['WEBCALS://example.com/a.ics', 'https://example.com/a.ics'],
  ['http://example.com:8080/a?b=c#d', 'http://example.com:8080/a?b=c'],
  ['https://예시.한국/일정.csv', 'https://xn--vv4b11d.xn--3e0b707e/%EC%9D%BC%EC%A0%95.csv'],
  ['http://93.184.216.34/', 'http://93.184.216.34/'],
  ['http://[2606:2800:220:1::1]/', 'http://[2606:2800:220:1::1]/'],
])('%s is called', (text, href) => {
  expect(allowedUrl(text, OWN).href).toBe(href)
})

test.each([
  ['ftp://example.com/a.csv', 'scheme'],
  ['example.com/a.csv', 'unreadable'],
  ['http:example.com', 'unreadable'],
  ['https://user@example.com/', 'credentials'],
  ['https://example.com/%0d%0aX: 1', 'characters'],
  ['https://example.com:25/', 'port'],
  ['https://kalends.example/feeds/a/b.ics', 'inside'],
  ['https://kalends.example./feeds/a/b.ics', 'inside'],
  ['http://intranet/', 'inside'],
  ['http://printer.local/', 'inside'],
  ['http://2130706433/', 'inside'],
  ['http://[::ffff:10.0.0.1]/', 'inside'],
  [`https://example.com/${'a'.repeat(2000)}`, 'long'],
])('%s is refused: %s', (text, why) => {
  expect(() => allowedUrl(text, OWN)).toThrow(
    expect.objectContaining({ code: 'url_not_allowed', params: expect.objectContaining({ why }) }),
  )
})

test.each([
  ...[
    '8.8.8.8',
    '100.63.255.255',
    '100.128.0.0',
    '172.15.255.255',
    '172.32.0.0',
    '223.255.255.255',
  ],
  ...['2001:200::1', '2606:4700::1111', '2a00:1450:4001:80b::200e', '3ffe::1'],
])('%s is public', (address) => {
  expect(isPublicAddress(address)).toBe(true)
})

test.each([
  ...['0.0.0.0', '100.64.0.0', '100.127.255.255', '172.31.255.255', '224.0.0.1', '255.255.255.255'],
  ...[
    '::',
    '::1',
    '::ffff:8.8.8.8',
    '64:ff9b::808:808',
    '2001::1',
    '2001:db8::1',
    '2002:808:808::',
  ],
  ...['fc00::1', 'fe80::1', 'fe80::1%eth0', 'ff02::1', '3fff::1', '1::', '4000::1'],
  ...['1:2:3:4:5:6:7', '2001:200::1::', '2001:200:12345::', 'abc', '', '1.2.3', '1.2.3.256'],
])('%s is not', (address) => {
  expect(isPublicAddress(address)).toBe(false)
})
