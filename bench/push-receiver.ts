// A push service and its browsers in one process: TLS, every body decrypted with node:crypto, every
// signature checked, every message counted once and seen how often.

import {
  createDecipheriv,
  createECDH,
  createPublicKey,
  type ECDH,
  hkdfSync,
  randomBytes,
  verify,
} from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'

interface Browser {
  ecdh: ECDH
  auth: Buffer
}

const browsers: Browser[] = []
const seen = new Map<string, number>()
const tokens = new Set<string>()
let [wrong, first, last, reading] = [0, 0, 0, 0]

function read(body: Buffer, { ecdh, auth }: Browser): { key: string } {
  const [salt, theirs] = [body.subarray(0, 16), body.subarray(21, 86)]
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), ecdh.getPublicKey(), theirs])
  const ikm = Buffer.from(hkdfSync('sha256', ecdh.computeSecret(theirs), auth, info, 32))
  const key = (what: string, octets: number) =>
    Buffer.from(hkdfSync('sha256', ikm, salt, Buffer.from(`Content-Encoding: ${what}\0`), octets))
  const decipher = createDecipheriv('aes-128-gcm', key('aes128gcm', 16), key('nonce', 12))
  decipher.setAuthTag(body.subarray(-16))
  const padded = Buffer.concat([decipher.update(body.subarray(86, -16)), decipher.final()])
  return JSON.parse(padded.subarray(0, padded.lastIndexOf(2)).toString('utf8'))
}

/** One signature serves many calls: it is checked once. */
function checkToken(authorization: string): void {
  if (tokens.has(authorization)) return
  const [, token = '', point = ''] = /^vapid t=([^,]+), k=(.+)$/.exec(authorization) ?? []
  const raw = Buffer.from(point, 'base64url')
  const jwk = { kty: 'EC', crv: 'P-256', x: part(raw, 1), y: part(raw, 33) }
  const key = createPublicKey({ key: jwk, format: 'jwk' })
  const [header, claims, signature = ''] = token.split('.')
  const signed = Buffer.from(`${header}.${claims}`)
  const how = { key, dsaEncoding: 'ieee-p1363' as const }
  if (!verify('sha256', signed, how, Buffer.from(signature, 'base64url')))
    throw new Error('a wrong signature')
  tokens.add(authorization)
}

const part = (raw: Buffer, from: number) => raw.subarray(from, from + 32).toString('base64url')

function take(path: string, authorization: string, body: Buffer): void {
  const [, browser = '', channel = ''] = path.split('/')
  const found = browsers[Number(browser)]
  if (!found) throw new Error('nobody is here')
  checkToken(authorization)
  const { key } = read(body, found)
  seen.set(`${channel} ${key}`, (seen.get(`${channel} ${key}`) ?? 0) + 1)
}

function listen(tls: { key: string; cert: string }): Promise<number> {
  const server = createServer(
    { key: readFileSync(tls.key), cert: readFileSync(tls.cert) },
    (request, response) => {
      const parts: Buffer[] = []
      request.on('data', (some) => parts.push(some))
      request.on('end', () => {
        first ||= Date.now()
        last = Date.now()
        const begun = performance.now()
        try {
          take(request.url ?? '', request.headers.authorization ?? '', Buffer.concat(parts))
          response.writeHead(201).end()
        } catch {
          wrong += 1
          response.writeHead(400).end()
        }
        reading += performance.now() - begun
      })
    },
  )
  return new Promise((ready) =>
    server.listen(0, 'localhost', () => ready((server.address() as AddressInfo).port)),
  )
}

function makeBrowsers(count: number) {
  for (let made = 0; made < count; made += 1) {
    const ecdh = createECDH('prime256v1')
    ecdh.generateKeys()
    browsers.push({ ecdh, auth: randomBytes(16) })
  }
  return browsers.map(({ ecdh, auth }) => ({
    ...{ p256dh: ecdh.getPublicKey('base64url'), auth: auth.toString('base64url') },
  }))
}

interface Begin {
  tls: { key: string; cert: string }
  browsers: number
}

process.on('message', async (message: Begin | 'counts') => {
  if (message === 'counts') {
    const twice = [...seen.values()].filter((times) => times > 1).length
    process.send?.({ received: seen.size, twice, wrong, first, last, reading })
  } else if (typeof message === 'object')
    process.send?.({ port: await listen(message.tls), keys: makeBrowsers(message.browsers) })
})
process.send?.('ready')
