// Standard Webhooks 1.0: the receiver can tell that a notice is ours, whole, and of now.

import type { Ports } from '../../ports.ts'

const PREFIX = 'whsec_'

/** 32 octets, from two random names. */
export async function newWebhookSecret({ mint }: Ports): Promise<string> {
  const seed = new TextEncoder().encode(mint() + mint())
  return PREFIX + base64(await crypto.subtle.digest('SHA-256', seed))
}

export interface Message {
  id: string
  /** Of this attempt: seconds since 1970. */
  timestamp: number
  body: string
}

/** The headers that go with it. `id` stays the same however often it is sent. */
export async function signedHeaders(
  secret: string,
  { id, timestamp, body }: Message,
): Promise<Record<string, string>> {
  const hmac = { name: 'HMAC', hash: 'SHA-256' }
  const octets = Uint8Array.from(atob(secret.slice(PREFIX.length)), (c) => c.charCodeAt(0))
  const key = await crypto.subtle.importKey('raw', octets, hmac, false, ['sign'])
  const signed = new TextEncoder().encode(`${id}.${timestamp}.${body}`)
  const signature = base64(await crypto.subtle.sign('HMAC', key, signed))
  return {
    'Content-Type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': `v1,${signature}`,
  }
}

const base64 = (octets: ArrayBuffer): string => btoa(String.fromCharCode(...new Uint8Array(octets)))
