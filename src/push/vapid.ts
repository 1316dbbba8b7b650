// Who is pushing (RFC 8292): one pair of keys for an installation, and a signed token for each
// push service.

import type { Ports } from '../ports.ts'
import { findInstalled, installOnce } from '../storage/installation.ts'
import { base64url } from './base64url.ts'

const NAME = 'vapid'
const ES256 = { name: 'ECDSA', namedCurve: 'P-256' } as const
const SIGNING = { name: 'ECDSA', hash: 'SHA-256' } as const
/** A push service takes no token for longer than a day. */
export const TOKEN_HOURS = 12
/** A token of which less is left is made anew. */
const LEAST_HOURS = 1
const HOUR_MS = 3_600_000
/** Origins whose tokens are held in memory. */
const MOST_ORIGINS = 200

export interface Vapid {
  /** An uncompressed point, base64url: the `applicationServerKey`. */
  publicKey: string
  /** The `Authorization` of a call to this origin. */
  authorization(origin: string): Promise<string>
}

type Needs = Pick<Ports, 'db' | 'now' | 'config'>

const known = new WeakMap<object, Promise<Vapid>>()

/** Made with the first call of an installation, which is its first start's; of two that are made at once, one is kept. */
export function vapidOf(ports: Needs): Promise<Vapid> {
  const found = known.get(ports.db)
  if (found !== undefined) return found
  const read = vapidFrom(ports)
  known.set(ports.db, read)
  read.catch(() => known.delete(ports.db))
  return read
}

async function vapidFrom(ports: Needs): Promise<Vapid> {
  const jwk = (await storedKey(ports)) ?? (await madeKey(ports))
  const key = await crypto.subtle.importKey('jwk', jwk, ES256, false, ['sign'])
  const { d: _, ...publicJwk } = jwk
  const open = await crypto.subtle.importKey('jwk', { ...publicJwk, key_ops: [] }, ES256, true, [])
  const point = (await crypto.subtle.exportKey('raw', open)) as ArrayBuffer
  return signer(ports, key, base64url(point))
}

async function storedKey({ db }: Needs): Promise<JsonWebKey | null> {
  const stored = await findInstalled(db, NAME)
  return stored === null ? null : (JSON.parse(stored) as JsonWebKey)
}

async function madeKey(ports: Needs): Promise<JsonWebKey> {
  const pair = (await crypto.subtle.generateKey(ES256, true, ['sign', 'verify'])) as CryptoKeyPair
  const { kty, crv, x, y, d } = (await crypto.subtle.exportKey(
    'jwk',
    pair.privateKey,
  )) as JsonWebKey
  await ports.db.batch([installOnce(NAME, JSON.stringify({ kty, crv, x, y, d }))])
  const kept = await storedKey(ports)
  if (!kept) throw new Error('the key for pushing was stored and is not there')
  return kept
}

function signer({ now, config }: Needs, key: CryptoKey, publicKey: string): Vapid {
  const tokens = new Map<string, { madeAt: number; token: Promise<string> }>()
  const subject = subjectOf(config)
  return {
    publicKey,
    async authorization(origin) {
      const at = Date.parse(now())
      const before = tokens.get(origin)
      const isGood =
        before && before.madeAt <= at && at < before.madeAt + (TOKEN_HOURS - LEAST_HOURS) * HOUR_MS
      if (!isGood) {
        if (tokens.size >= MOST_ORIGINS) tokens.clear()
        const exp = at / 1000 + TOKEN_HOURS * 3_600
        tokens.set(origin, { madeAt: at, token: signed(key, { aud: origin, exp, sub: subject }) })
      }
      return `vapid t=${await tokens.get(origin)?.token}, k=${publicKey}`
    },
  }
}

/** Whom a push service may write to: a page where there is a public one, else an address of mail. */
function subjectOf({ publicUrl, mail }: Needs['config']): string {
  if (mail) return `mailto:${mail.from.replace(/^.*<|>.*$/g, '')}`
  return publicUrl.startsWith('https:')
    ? publicUrl
    : `mailto:kalends@${new URL(publicUrl).hostname}`
}

async function signed(key: CryptoKey, claims: object): Promise<string> {
  const part = (value: object) => base64url(new TextEncoder().encode(JSON.stringify(value)))
  const text = `${part({ typ: 'JWT', alg: 'ES256' })}.${part(claims)}`
  const signature = await crypto.subtle.sign(SIGNING, key, new TextEncoder().encode(text))
  return `${text}.${base64url(signature)}`
}
