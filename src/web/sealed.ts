// Text that lies in the database for those alone who bring the secrets it was sealed with.

import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'

const IV_OCTETS = 12
/** A shorter piece than a call takes of arguments. */
const CHARS_AT_ONCE = 8192

/**
 * AES-256-GCM under the hash of the secrets, one of which nobody can guess. `name` is random, and
 * never used twice.
 */
export async function sealed(
  text: string,
  secrets: readonly string[],
  name: string,
): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(name))
  const iv = new Uint8Array(digest).slice(0, IV_OCTETS)
  const plain = new Uint8Array(await promisify(gzip)(text))
  const key = await keyOf(secrets, 'encrypt')
  const cipher = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, plain))
  const whole = new Uint8Array(iv.length + cipher.length)
  whole.set(iv)
  whole.set(cipher, iv.length)
  return base64(whole)
}

/** Throws for other secrets, and for what was changed since. */
export async function opened(text: string, secrets: readonly string[]): Promise<string> {
  const bytes = Uint8Array.from(atob(text), (char) => char.charCodeAt(0))
  const iv = bytes.slice(0, IV_OCTETS)
  const key = await keyOf(secrets, 'decrypt')
  const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, bytes.slice(IV_OCTETS))
  return new TextDecoder().decode(await promisify(gunzip)(new Uint8Array(plain)))
}

async function keyOf(secrets: readonly string[], use: 'encrypt' | 'decrypt') {
  const bytes = new TextEncoder().encode(JSON.stringify(['kalends answer', ...secrets]))
  const digest = await crypto.subtle.digest('SHA-256', bytes)
  return crypto.subtle.importKey('raw', digest, 'AES-GCM', false, [use])
}

function base64(bytes: Uint8Array): string {
  let text = ''
  for (let place = 0; place < bytes.length; place += CHARS_AT_ONCE)
    text += String.fromCharCode(...bytes.subarray(place, place + CHARS_AT_ONCE))
  return btoa(text)
}
