// How many streams one network has open. No address is kept: what is counted is a hash, and its salt
// is this process's alone.

import { createHash, randomBytes } from 'node:crypto'

/** Streams of one block of addresses (IPv4 /24, IPv6 /48): a school or an office, a tenth of all. */
export const MAX_STREAMS_PER_NETWORK = 1_000
const SALT_OCTETS = 32

export interface Network {
  /** Null: no address is known. */
  name: string | null
  open: number
}

export interface Networks {
  of(block: string | null): Network
  enter(network: Network): void
  leave(network: Network): void
  /** Networks with open streams. */
  size(): number
}

export function networksOf(): Networks {
  const salt = randomBytes(SALT_OCTETS)
  const networks = new Map<string, Network>()
  return {
    of(block) {
      if (block === null) return { name: null, open: 0 }
      const name = createHash('sha256').update(salt).update(block).digest('base64url')
      return networks.get(name) ?? { name, open: 0 }
    },
    enter(network) {
      network.open += 1
      if (network.name !== null) networks.set(network.name, network)
    },
    leave(network) {
      network.open -= 1
      if (network.open === 0 && network.name !== null) networks.delete(network.name)
    },
    size: () => networks.size,
  }
}
