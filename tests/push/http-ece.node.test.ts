// The same record, read by another's implementation: `http_ece`, which the RFCs' author maintains.

import { createECDH, randomBytes } from 'node:crypto'
import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import { encrypted } from '../../src/push/encryption.ts'

const ece = createRequire(import.meta.url)('http_ece')

test('http_ece decrypts what we encrypt', () => {
  const privateKey = createECDH('prime256v1')
  privateKey.generateKeys()
  const authSecret = randomBytes(16)
  const p256dh = new Uint8Array(privateKey.getPublicKey())
  for (const text of ['', '우천취소', 'x'.repeat(3_000)]) {
    const body = encrypted(new TextEncoder().encode(text), { p256dh, auth: authSecret })
    const read = ece.decrypt(Buffer.from(body), { version: 'aes128gcm', privateKey, authSecret })
    expect(read.toString('utf8')).toBe(text)
  }
})
