// Octets as RFC 8291 and 8292 write them: base64url without padding.

export const base64url = (octets: Uint8Array | ArrayBuffer): string =>
  btoa(String.fromCharCode(...new Uint8Array(octets)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

/** Null for what is no base64url; padding is let through, since some browsers' code writes it. */
export function octetsIn(text: string): Uint8Array | null {
  if (!/^[A-Za-z0-9_-]*={0,2}$/.test(text)) return null
  try {
    const plain = atob(text.replaceAll('-', '+').replaceAll('_', '/').replaceAll('=', ''))
    return Uint8Array.from(plain, (character) => character.charCodeAt(0))
  } catch {
    return null
  }
}
