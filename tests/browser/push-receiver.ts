// A push service of this machine's, for one browser: TLS, the browser's own keys, every body that the
// server posts decrypted.

import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import type { Json } from '../harness.ts'
import { certificate } from '../outbound/certificate.ts'
import { type Browser, browser } from '../push/browser.ts'

export interface Receiver {
  /** `localhost:PORT`, for KALENDS_PUSH_HOSTS. */
  host: string
  ca: string
  /** Another address, with keys of its own. */
  address(): Promise<Browser['subscription']>
  /** What came and was read, by the address it came to; each with the key that signed for it. */
  arrivals: { at: string; signer: string; text: string; payload: Json }[]
}

/** Null where the machine has no openssl. */
export async function pushReceiver(): Promise<Receiver | null> {
  const tls = certificate()
  if (!tls) return null
  const browsers = new Map<string, Browser>()
  const arrivals: Receiver['arrivals'] = []
  const take = async (path: string, authorization: string, body: Buffer) => {
    const found = browsers.get(path)
    if (!found) return 410
    const text = await found.decrypt(new Uint8Array(body))
    const [, signer = ''] = /, k=(\S+)$/.exec(authorization) ?? []
    arrivals.push({ at: path, signer, text, payload: JSON.parse(text) })
    return 201
  }
  const server = createServer(tls, async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    const { url = '', headers } = request
    const status = await take(url, headers.authorization ?? '', Buffer.concat(parts)).catch(
      () => 400,
    )
    response.writeHead(status).end()
  })
  await new Promise<void>((ready) => server.listen(0, 'localhost', ready))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const host = `localhost:${(server.address() as AddressInfo).port}`
  return {
    ...{ host, arrivals, ca: tls.cert },
    async address() {
      const path = `/push/${browsers.size + 1}`
      const made = await browser(`https://${host}${path}`)
      browsers.set(path, made)
      return made.subscription
    },
  }
}
