// A Kalends in this process, for a browser to look at.

import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import { localClient, quietLog } from '../../src/commands/client.ts'
import { type Config, readConfig } from '../../src/config.ts'
import { createServer, openStation } from '../../src/node.ts'
import type { Ports } from '../../src/ports.ts'
import { ADMIN_KEY, type Json } from '../harness.ts'

export interface Site {
  url: string
  ports: Ports
  /** A call of the API as the operator. Fails unless it succeeds. */
  call(method: string, path: string, body?: object | Uint8Array): Promise<Json>
}

/** `publicUrl` over http where somebody signs in: over TLS only, cookies are for TLS. */
export async function site(
  publicUrl = 'https://kalends.example',
  more: Partial<Config> = {},
): Promise<Site> {
  const own = { dataDir: ':memory:', publicUrl, adminKey: ADMIN_KEY }
  const config = { ...readConfig({}), ...own, ...more }
  const { ports, sqlite } = openStation(config, quietLog)
  const server = createServer(ports).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
    sqlite.close()
  })
  const client = localClient(ports, 'en')
  return {
    ports,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async call(method, path, body) {
      const { status, body: answer } = await client.send(method, path, body)
      if (status >= 300) throw new Error(`${method} ${path}: ${JSON.stringify(answer)}`)
      return answer
    },
  }
}
