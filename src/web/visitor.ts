// Where a caller comes from, as coarsely as telling callers apart allows. Never stored, never logged.

import type { Context } from 'hono'
import type { Config, TrustProxy } from '../config.ts'

/** What of an address is kept in hand: a home's or an office's network, not the device in it. */
const IPV4_OCTETS = 3
const IPV6_GROUPS = 3
const MAX_FORWARDED_CHARS = 1024

/**
 * The block of the caller's address, `203.0.113.0/24` or `2001:db8:1::/48`; null where none is
 * known. What a request says of itself counts only as far as the operator's TRUST_PROXY; where it
 * says nothing there, whoever is connected is the caller: nobody escapes being counted by silence.
 */
export function addressBlock(
  c: Context,
  { trustProxy }: Pick<Config, 'trustProxy'>,
): string | null {
  return blockOf(forwardedAddress(c, trustProxy)) ?? blockOf(socketAddress(c))
}

function forwardedAddress(c: Context, trustProxy: TrustProxy): string | undefined {
  if (trustProxy === 'cloudflare') return c.req.header('cf-connecting-ip')
  if (trustProxy === 0) return undefined
  const forwarded = (c.req.header('x-forwarded-for') ?? '').slice(-MAX_FORWARDED_CHARS).split(',')
  // Each proxy appends whom it heard; what stands before is the caller's own invention.
  return forwarded.at(-trustProxy)
}

/** Node's server hands its own request over beside ours. */
function socketAddress({ env }: Context): string | undefined {
  const { incoming } = (env ?? {}) as { incoming?: { socket?: { remoteAddress?: string } } }
  return incoming?.socket?.remoteAddress
}

const IPV4 = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/
const IPV6_GROUP = /^[0-9a-f]{1,4}$/i

/** Of `203.0.113.7`, `203.0.113.7:4711`, `::ffff:203.0.113.7`, `2001:db8::7`, `[2001:db8::7]:4711`. */
export function blockOf(address: string | undefined): string | null {
  const bare = withoutPort((address ?? '').trim()).replace(/^::ffff:(?=\d+\.)/i, '')
  return ipv4Block(bare) ?? ipv6Block(bare)
}

const withoutPort = (address: string): string =>
  address.replace(/^\[(.*)\](:\d+)?$/, '$1').replace(/^([\d.]+):\d+$/, '$1')

function ipv4Block(address: string): string | null {
  const octets = IPV4.exec(address)?.slice(1).map(Number)
  if (!octets || octets.some((octet) => octet > 255)) return null
  return `${octets.slice(0, IPV4_OCTETS).join('.')}.0/24`
}

function ipv6Block(address: string): string | null {
  const [digits = ''] = address.split('%')
  const [head = '', tail, ...more] = digits.split('::')
  if (!digits.includes(':') || more.length > 0) return null
  const [front, back] = [groupsOf(head), groupsOf(tail ?? '')]
  const missing = 8 - front.length - back.length
  if (tail === undefined ? missing !== 0 : missing < 1) return null
  const groups = [...front, ...Array<string>(missing).fill('0'), ...back]
  if (!groups.every((group) => IPV6_GROUP.test(group))) return null
  const kept = groups.slice(0, IPV6_GROUPS).map((group) => Number.parseInt(group, 16).toString(16))
  return `${kept.join(':')}::/48`
}

/** The last two groups may be written as an IPv4 address; they lie outside of what is kept. */
const groupsOf = (text: string): string[] =>
  text === '' ? [] : text.split(':').flatMap((group) => (IPV4.test(group) ? ['0', '0'] : [group]))
