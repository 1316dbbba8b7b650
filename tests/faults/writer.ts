// The process that is injured: it uploads season after season and acknowledges each, as the server
// does, after the publication. Every event of upload k carries k, so that a mixture shows at once.

import { createHash } from 'node:crypto'
import { writeSync } from 'node:fs'
import { createApp } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { openStation } from '../../src/node.ts'

export const KEY = 'an-operator-key-for-faults-of-40-characters'
export const EVENTS = 30

const silent = { info: () => {}, error: () => {} }
const [dataDir = '', from = '1', count = '1000'] = process.argv.slice(2)

const seasonOf = (k: number): string =>
  [
    'external_id,title,start',
    ...Array.from({ length: EVENTS }, (_, n) => {
      const day = new Date(Date.UTC(2030, 0, 1 + n)).toISOString().slice(0, 10)
      return `e${n},Game ${n} of upload ${k},${day} 18:30`
    }),
  ].join('\n')

/** One line at once, so that it is out before the next system call. */
const tell = (line: object): void => void writeSync(1, `${JSON.stringify(line)}\n`)

const config = readConfig({ DATA_DIR: dataDir, KALENDS_ADMIN_KEY: KEY })
const app = createApp(openStation(config, silent).ports)
const headers = { authorization: `Bearer ${KEY}` }
const send = (method: string, path: string, body: string, type = 'application/json') =>
  app.request(path, { method, body, headers: { ...headers, 'content-type': type } })

await send('PUT', '/v1/partners/harbour', '{"name":"Harbour"}')
await send('PUT', '/v1/partners/harbour/calendars/regatta', '{"name":"Regatta"}')
tell({ begun: true })
const uploads = '/v1/partners/harbour/calendars/regatta/uploads?mode=replace&publish=true'
for (let k = Number(from); k < Number(from) + Number(count); k += 1) {
  const response = await send('POST', uploads, seasonOf(k), 'text/csv')
  const { status, revision, code, detail } = (await response.json()) as Record<string, unknown>
  if (response.status !== 201 || status !== 'published') {
    tell({ refused: response.status, code, detail, k })
    continue
  }
  const feed = await (await app.request('/feeds/harbour/regatta.ics')).text()
  tell({ k, revision, sha256: createHash('sha256').update(feed).digest('hex') })
}
