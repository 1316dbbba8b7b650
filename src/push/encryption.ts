// One message for one browser: RFC 8291 over the single record of RFC 8188, by WebCrypto alone.

/** What a push service must take in one body is 4,096 octets: the header has 86, the record 17 more. */
export const MAX_MESSAGE_OCTETS = 3_993
export const PUBLIC_KEY_OCTETS = 65
export const AUTH_OCTETS = 16
const RECORD_OCTETS = 4_096
const SALT_OCTETS = 16
/** After the last octet of the last record. */
const LAST_RECORD = 2

const ECDH = { name: 'ECDH', namedCurve: 'P-256' } as const
const encoder = new TextEncoder()
const CEK_INFO = encoder.encode('Content-Encoding: aes128gcm\0')
const NONCE_INFO = encoder.encode('Content-Encoding: nonce\0')
const KEY_INFO = encoder.encode('WebPush: info\0')

/** The browser's: its public key, an uncompressed point, and its secret. */
export interface Receiver {
  p256dh: Uint8Array
  auth: Uint8Array
}

/** New with every message; only RFC 8291's own example has them given. */
export interface Freshness {
  keys: CryptoKeyPair
  salt: Uint8Array
}

/** Throws for a point that is not on the curve. */
export const readPublicKey = (p256dh: Uint8Array): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', p256dh, ECDH, false, [])

export async function encrypted(
  message: Uint8Array,
  { p256dh, auth }: Receiver,
  freshness: Promise<Freshness> = fresh(),
): Promise<Uint8Array> {
  if (message.length > MAX_MESSAGE_OCTETS) throw new Error(`${message.length} octets to push`)
  const [theirs, { keys, salt }] = await Promise.all([readPublicKey(p256dh), freshness])
  const ours = new Uint8Array((await crypto.subtle.exportKey('raw', keys.publicKey)) as ArrayBuffer)
  const shared = await crypto.subtle.deriveBits(
    // The runtimes’ types name `public` otherwise than the standard does.
    { name: 'ECDH', public: theirs } as object as SubtleCryptoDeriveKeyAlgorithm,
    keys.privateKey,
    256,
  )
  const secret = await derived(shared, auth, joined([KEY_INFO, p256dh, ours]), 32)
  const keying = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits'])
  const [cek, nonce] = await Promise.all([
    bits(keying, salt, CEK_INFO, 16),
    bits(keying, salt, NONCE_INFO, 12),
  ])
  const key = await crypto.subtle.importKey('raw', cek, 'AES-GCM', false, ['encrypt'])
  const padded = joined([message, Uint8Array.of(LAST_RECORD)])
  const record = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce }, key, padded)
  return joined([headerOf(salt, ours), new Uint8Array(record)])
}

async function fresh(): Promise<Freshness> {
  const keys = (await crypto.subtle.generateKey(ECDH, false, ['deriveBits'])) as CryptoKeyPair
  return { keys, salt: crypto.getRandomValues(new Uint8Array(SALT_OCTETS)) }
}

async function derived(from: ArrayBuffer, salt: Uint8Array, info: Uint8Array, octets: number) {
  const key = await crypto.subtle.importKey('raw', from, 'HKDF', false, ['deriveBits'])
  return bits(key, salt, info, octets)
}

const bits = (
  key: CryptoKey,
  salt: Uint8Array,
  info: Uint8Array,
  octets: number,
): Promise<ArrayBuffer> =>
  crypto.subtle.deriveBits({ name: 'HKDF', hash: 'SHA-256', salt, info }, key, octets * 8)

/** RFC 8188 §2.1: salt, size of a record, and whose key it is. */
function headerOf(salt: Uint8Array, publicKey: Uint8Array): Uint8Array {
  const sizes = new DataView(new ArrayBuffer(5))
  sizes.setUint32(0, RECORD_OCTETS)
  sizes.setUint8(4, publicKey.length)
  return joined([salt, new Uint8Array(sizes.buffer), publicKey])
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let place = 0
  for (const part of parts) {
    whole.set(part, place)
    place += part.length
  }
  return whole
}
