// One message for one browser: RFC 8291 over the single record of RFC 8188. By node:crypto, which
// both runtimes have: it takes half of WebCrypto's time, as so many small steps need not wait.

import { createCipheriv, createECDH, createHmac, type ECDH, randomBytes } from 'node:crypto'

/** What a push service must take in one body is 4,096 octets: the header has 86, the record 17 more. */
export const MAX_MESSAGE_OCTETS = 3_993
export const PUBLIC_KEY_OCTETS = 65
export const AUTH_OCTETS = 16
const RECORD_OCTETS = 4_096
const SALT_OCTETS = 16
const KEY_OCTETS = 16
const NONCE_OCTETS = 12
const HEADER_OCTETS = SALT_OCTETS + 4 + 1 + PUBLIC_KEY_OCTETS
const CURVE = 'prime256v1'
const encoder = new TextEncoder()
const KEY_INFO = encoder.encode('WebPush: info\0')
const CEK_INFO = encoder.encode('Content-Encoding: aes128gcm\0')
const NONCE_INFO = encoder.encode('Content-Encoding: nonce\0')
/** After the last octet of the last record. */
const LAST_RECORD = Uint8Array.of(2)

/** The browser's: its public key, an uncompressed point, and its secret. */
export interface Receiver {
  p256dh: Uint8Array
  auth: Uint8Array
}

/** New with every message; only RFC 8291's own example has them given. */
export interface Freshness {
  keys: ECDH
  salt: Uint8Array
}

/** Whether something can be agreed upon with it: it is a point on the curve. */
export function isPublicKey(p256dh: Uint8Array): boolean {
  try {
    fresh().keys.computeSecret(p256dh)
    return true
  } catch {
    return false
  }
}

export function encrypted(
  message: Uint8Array,
  { p256dh, auth }: Receiver,
  { keys, salt }: Freshness = fresh(),
): Uint8Array {
  if (message.length > MAX_MESSAGE_OCTETS) throw new Error(`${message.length} octets to push`)
  const ours = keys.getPublicKey()
  const agreed = hmac(auth, keys.computeSecret(p256dh))
  const secret = hmac(salt, expanded(agreed, KEY_INFO, p256dh, ours))
  const key = expanded(secret, CEK_INFO).subarray(0, KEY_OCTETS)
  const nonce = expanded(secret, NONCE_INFO).subarray(0, NONCE_OCTETS)
  const cipher = createCipheriv('aes-128-gcm', key, nonce)
  // In one piece: workerd fails on an empty one.
  const record = cipher.update(Buffer.concat([message, LAST_RECORD]))
  return Buffer.concat([headerOf(salt, ours), record, cipher.final(), cipher.getAuthTag()])
}

/** One that is made anew costs half as much again as its keys; they are used before the next are made. */
const pair = createECDH(CURVE)

function fresh(): Freshness {
  pair.generateKeys()
  return { keys: pair, salt: randomBytes(SALT_OCTETS) }
}

const hmac = (key: Uint8Array, ...parts: Uint8Array[]): Uint8Array => {
  const digest = createHmac('sha256', key)
  for (const part of parts) digest.update(part)
  return digest.digest()
}

const FIRST_BLOCK = Uint8Array.of(1)

/** HKDF's expansion to one block of SHA-256, which is all that is needed. */
const expanded = (key: Uint8Array, ...info: Uint8Array[]): Uint8Array =>
  hmac(key, ...info, FIRST_BLOCK)

/** RFC 8188 §2.1: salt, size of a record, and whose key it is. */
function headerOf(salt: Uint8Array, publicKey: Uint8Array): Uint8Array {
  const header = new Uint8Array(HEADER_OCTETS)
  const view = new DataView(header.buffer)
  header.set(salt)
  view.setUint32(SALT_OCTETS, RECORD_OCTETS)
  view.setUint8(SALT_OCTETS + 4, publicKey.length)
  header.set(publicKey, SALT_OCTETS + 5)
  return header
}
