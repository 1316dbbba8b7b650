// What is pushed can be read by the browser that it is for, and by nobody else's code but the RFC's.

import { createECDH } from 'node:crypto'
import { expect, test } from 'vitest'
import { encrypted, MAX_MESSAGE_OCTETS } from '../../src/push/encryption.ts'
import { base64url, browser, fromBase64url } from './browser.ts'

/** RFC 8291 §5 and its appendix A. */
const EXAMPLE = {
  text: 'When I grow up, I want to be a watermelon',
  auth: 'BTBZMqHH6r4Tts7J_aSIgg',
  theirs: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
  secret: 'yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw',
  salt: 'DGv6ra1nlYgDCS1FRnbzlw',
  body:
    'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_' +
    'yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN',
}

test('RFC 8291’s own example comes out octet for octet', () => {
  const keys = createECDH('prime256v1')
  keys.setPrivateKey(fromBase64url(EXAMPLE.secret))
  const receiver = { p256dh: fromBase64url(EXAMPLE.theirs), auth: fromBase64url(EXAMPLE.auth) }
  const text = new TextEncoder().encode(EXAMPLE.text)
  const body = encrypted(text, receiver, { keys, salt: fromBase64url(EXAMPLE.salt) })
  expect(base64url(body)).toBe(EXAMPLE.body)
})

test('a browser reads what is for it, up to the bound; nobody reads it twice alike', async () => {
  const { subscription, decrypt } = await browser('https://fcm.googleapis.com/one')
  const { p256dh, auth } = subscription.keys
  const receiver = { p256dh: fromBase64url(p256dh), auth: fromBase64url(auth) }
  for (const message of ['', '취소: LG–두산 ⚾', 'x'.repeat(MAX_MESSAGE_OCTETS)]) {
    const octets = new TextEncoder().encode(message)
    const [one, two] = [encrypted(octets, receiver), encrypted(octets, receiver)]
    expect(one.length).toBeLessThanOrEqual(4096)
    expect(one).not.toEqual(two)
    expect(one.subarray(21, 86)).not.toEqual(two.subarray(21, 86))
    expect([await decrypt(one), await decrypt(two)]).toEqual([message, message])
  }
  const other = await browser('https://fcm.googleapis.com/two')
  await expect(other.decrypt(encrypted(new Uint8Array(9), receiver))).rejects.toThrow()
  const tooMuch = new Uint8Array(MAX_MESSAGE_OCTETS + 1)
  expect(() => encrypted(tooMuch, receiver)).toThrow('3994 octets')
})
