// Octets as RFC 8291 and 8292 write them: base64url without padding.

import { Buffer } from 'node:buffer'

export const base64url = (octets: Uint8Array | ArrayBuffer): string =>
  Buffer.from(new Uint8Array(octets)).toString('base64url')

/** Null for what is no base64url; padding is let through, since some browsers' code writes it. */
export function octetsIn(text: string): Uint8Array | null {
  if (!/^[A-Za-z0-9_-]*={0,2}$/.test(text)) return null
  // Four letters hold three octets: one alone holds none.
  return text.replace(/=+$/, '').length % 4 === 1 ? null : Buffer.from(text, 'base64url')
}
