// A list of stores as people keep one: a store a line, its address and region behind tabs or bars.

import type { Store } from '../schedule/store-groups.ts'

export function storesIn(text: string): Store[] {
  return text.split('\n').flatMap((line) => {
    const [name = '', address = '', region = ''] = line.split(/[\t|]/).map((part) => part.trim())
    return name ? [{ name, address: address || null, region: region || null }] : []
  })
}

export const linesOf = (stores: readonly Store[]): string =>
  stores
    .map(({ name, address, region }) =>
      region ? `${name} | ${address ?? ''} | ${region}` : address ? `${name} | ${address}` : name,
    )
    .join('\n')
