// Which IP addresses are the public internet's: global unicast, and nothing that leads back inside.

/** RFC 6890 and its registry: what is not globally reachable, or wraps something that may not be. */
const NOT_PUBLIC_V4 = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16'],
  ...['172.16.0.0/12', '192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16'],
  ...['198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4'],
].map((range) => rangeOf(range, v4))

const GLOBAL_UNICAST_V6 = rangeOf('2000::/3', v6)
/** Protocols' own (Teredo among them), documentation, and 6to4, which holds an IPv4 address. */
const NOT_PUBLIC_V6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'].map((range) =>
  rangeOf(range, v6),
)

export function isPublicAddress(address: string): boolean {
  const four = v4(address)
  if (four) return !NOT_PUBLIC_V4.some((range) => isIn(four, range))
  const six = v6(address)
  if (!six || !isIn(six, GLOBAL_UNICAST_V6)) return false
  return !NOT_PUBLIC_V6.some((range) => isIn(six, range))
}

/** Whether a host, as WHATWG's URL writes it, is an address and not a name. */
export const isAddress = (host: string): boolean => host.startsWith('[') || v4(host) !== null

interface Range {
  start: number[]
  bits: number
}

function rangeOf(text: string, read: (address: string) => number[] | null): Range {
  const [address = '', bits = ''] = text.split('/')
  return { start: read(address) ?? [], bits: Number(bits) }
}

function isIn(octets: readonly number[], { start, bits }: Range): boolean {
  return start.every((octet, place) => {
    const kept = Math.min(8, Math.max(0, bits - place * 8))
    const mask = (0xff << (8 - kept)) & 0xff
    return ((octets[place] ?? 0) & mask) === (octet & mask)
  })
}

/** Four octets; null for what is not written as four decimal numbers. */
function v4(text: string): number[] | null {
  if (!/^\d{1,3}(\.\d{1,3}){3}$/.test(text)) return null
  const octets = text.split('.').map(Number)
  return octets.every((octet) => octet <= 255) ? octets : null
}

/** Sixteen octets. An address with a zone (`fe80::1%eth0`) is of this machine's own networks. */
function v6(text: string): number[] | null {
  const [head = '', tail, ...more] = withoutV4(text).split('::')
  if (more.length > 0 || !/^[0-9a-f:]*$/i.test(head + (tail ?? ''))) return null
  const [front, back] = [groupsOf(head), groupsOf(tail ?? '')]
  const missing = 8 - front.length - back.length
  if (tail === undefined ? missing !== 0 : missing < 1) return null
  const groups = [...front, ...Array<string>(missing).fill('0'), ...back]
  if (groups.some((group) => group.length < 1 || group.length > 4)) return null
  return groups.flatMap((group) => {
    const value = Number.parseInt(group, 16)
    return [value >> 8, value & 0xff]
  })
}

function groupsOf(text: string): string[] {
  return text === '' ? [] : text.split(':')
}

/** `::ffff:127.0.0.1` with its end in hexadecimal as well. */
function withoutV4(text: string): string {
  const end = text.slice(text.lastIndexOf(':') + 1)
  const octets = v4(end)
  if (!octets) return text
  const [a = 0, b = 0, c = 0, d = 0] = octets
  const hex = `${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`
  return text.slice(0, text.length - end.length) + hex
}
