// A browser as the push service's end of the line sees it: keys of its own, and what it makes of a
// body that was posted for it. Written from RFC 8291 and 8188, with nothing of Kalends' own.

const ECDH = { name: 'ECDH', namedCurve: 'P-256' }

export interface Browser {
  /** As `PushSubscription.toJSON()` gives it. */
  subscription: { endpoint: string; keys: { p256dh: string; auth: string } }
  decrypt(body: Uint8Array): Promise<string>
}

export async function browser(endpoint: string): Promise<Browser> {
  const pair = (await crypto.subtle.generateKey(ECDH, true, ['deriveBits'])) as CryptoKeyPair
  const own = new Uint8Array((await crypto.subtle.exportKey('raw', pair.publicKey)) as ArrayBuffer)
  const auth = crypto.getRandomValues(new Uint8Array(16))
  return {
    subscription: { endpoint, keys: { p256dh: base64url(own), auth: base64url(auth) } },
    decrypt: (body) => decrypted(body, { key: pair.privateKey, own, auth }),
  }
}

interface Secrets {
  key: CryptoKey
  own: Uint8Array
  auth: Uint8Array
}

async function decrypted(body: Uint8Array, { key, own, auth }: Secrets): Promise<string> {
  const view = new DataView(body.buffer, body.byteOffset)
  const [salt, size, idLength] = [body.slice(0, 16), view.getUint32(16), body[20] ?? 0]
  const [theirs, record] = [body.slice(21, 21 + idLength), body.slice(21 + idLength)]
  if (record.length > size) throw new Error('more than one record')
  const point = await crypto.subtle.importKey('raw', theirs, ECDH, false, [])
  const agreed = { name: 'ECDH', public: point } as object as SubtleCryptoDeriveKeyAlgorithm
  const shared = new Uint8Array(await crypto.subtle.deriveBits(agreed, key, 256))
  const info = Uint8Array.from([...text('WebPush: info\0'), ...own, ...theirs])
  const ikm = (await hmac(await hmac(auth, shared), [...info, 1])).slice(0, 32)
  const prk = await hmac(salt, ikm)
  const cek = (await hmac(prk, [...text('Content-Encoding: aes128gcm\0'), 1])).slice(0, 16)
  const iv = (await hmac(prk, [...text('Content-Encoding: nonce\0'), 1])).slice(0, 12)
  const aes = await crypto.subtle.importKey('raw', cek, 'AES-GCM', false, ['decrypt'])
  const padded = new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, aes, record))
  const end = padded.findLastIndex((octet) => octet !== 0)
  if (padded[end] !== 2) throw new Error('not the last record')
  return new TextDecoder().decode(padded.slice(0, end))
}

async function hmac(secret: Uint8Array, data: Iterable<number>): Promise<Uint8Array> {
  const how = { name: 'HMAC', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('raw', secret as BufferSource, how, false, ['sign'])
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, Uint8Array.from(data)))
}

const text = (ascii: string) => new TextEncoder().encode(ascii)

export const base64url = (octets: Uint8Array): string =>
  btoa(String.fromCharCode(...octets))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

export const fromBase64url = (encoded: string): Uint8Array =>
  Uint8Array.from(atob(encoded.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0))
