// Makes the very bundle that `wrangler deploy` would upload, and runs it in workerd with the flags
// and bindings of wrangler.toml and the real migrations: the test pool adds flags of its own, which
// would hide a missing one.

import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { get } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import iconv from 'iconv-lite'
import { Miniflare } from 'miniflare'
import { unstable_getMiniflareWorkerOptions, unstable_splitSqlQuery } from 'wrangler'

const KEY = 'an-operator-key-for-the-bundle-40-chars!'
const SITE = 'https://kalends.example'
const SCHEDULE = '날짜,시간,홈,원정,경기장\n2027-04-01,18:30,똠방,펭귄,바다\n'

/** Thrice the time for which fetches are gathered. */
const LEDGER_MS = 30_000
const BUNDLE = 'dist/worker'
execFileSync('node_modules/.bin/wrangler', ['deploy', '--dry-run', '--outdir', BUNDLE], {
  env: { ...process.env, WRANGLER_SEND_METRICS: 'false' },
  stdio: ['ignore', 'ignore', 'inherit'],
  shell: process.platform === 'win32',
})

const { workerOptions } = unstable_getMiniflareWorkerOptions('wrangler.toml')
const worker = new Miniflare({
  ...workerOptions,
  modules: true,
  scriptPath: `${BUNDLE}/worker.js`,
  bindings: { ...workerOptions.bindings, KALENDS_ADMIN_KEY: KEY, PUBLIC_URL: SITE },
  cf: false,
})

try {
  await migrate(await worker.getD1Database('DB'))
  await publish()
  await poll()
  await fetchesAreWritten()
  await wake()
  console.log('bundle: the deployed form publishes, serves, and wakes on its timer')
} finally {
  await worker.dispose()
}

async function migrate(db) {
  for (const file of readdirSync('migrations').sort()) {
    const queries = unstable_splitSqlQuery(readFileSync(`migrations/${file}`, 'utf8'))
    await db.batch(queries.map((query) => db.prepare(query)))
  }
}

async function publish() {
  const partner = { name: '하버', timezone: 'Asia/Seoul', locale: 'ko' }
  await call('PUT', '/v1/partners/harbour', JSON.stringify(partner), 201)
  const calendar = JSON.stringify({ name: '레가타' })
  await call('PUT', '/v1/partners/harbour/calendars/regatta', calendar, 201)
  const address = '/v1/partners/harbour/calendars/regatta/uploads'
  const file = iconv.encode(SCHEDULE, 'cp949')
  const upload = await call('POST', `${address}?filename=s.csv&publish=true`, file, 201)
  assert.equal((await upload.json()).status, 'published')
}

async function poll() {
  const plain = await call('GET', '/feeds/harbour/regatta.ics')
  const text = await plain.text()
  assert.match(text, /똠방/)
  assert.match(text, /DTSTART:20270401T093000Z/)
  const same = { 'if-none-match': plain.headers.get('etag') }
  await call('GET', '/feeds/harbour/regatta.ics', undefined, 304, same)
  const unpack = { gzip: gunzipSync, br: brotliDecompressSync }
  for (const coding of ['gzip', 'br']) {
    const packed = await wire('/feeds/harbour/regatta.ics', coding)
    assert.equal(unpack[coding](packed).toString('utf8'), text, `${coding}, unpacked once`)
  }
}

/** By the request that found none on its way, after its answer; the salt is not in D1. */
async function fetchesAreWritten() {
  const headers = {
    'user-agent': 'iOS/26.5 (23F77) dataaccessd/1.0',
    'cf-connecting-ip': '198.51.100.7',
  }
  await call('GET', '/feeds/harbour/regatta.ics', undefined, 200, headers)
  const db = await worker.getD1Database('DB')
  const end = Date.now() + LEDGER_MS
  let rows = []
  while (rows.length < 1 && Date.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, 250))
    rows = (await db.prepare("SELECT * FROM feed_fetches WHERE family = 'apple-ios'").all()).results
  }
  assert.equal(rows.length, 1, 'what was fetched is written a little later')
  const visitors = (await db.prepare('SELECT * FROM visitors').all()).results
  assert.equal(visitors.length, 1)
  const salts = await (await worker.getR2Bucket('BLOBS')).list({ prefix: 'ledger/salts/' })
  assert.equal(salts.objects.length, 1)
}

/** The very bytes that cross the wire, which `fetch` would unpack. */
async function wire(path, coding) {
  const url = new URL(path, await worker.ready)
  const [response] = await once(get(url, { headers: { 'accept-encoding': coding } }), 'response')
  assert.equal(response.headers['content-encoding'], coding)
  return Buffer.concat(await response.toArray())
}

async function wake() {
  const { outcome } = await (await worker.getWorker()).scheduled({ cron: '0 * * * *' })
  assert.equal(outcome, 'ok')
}

async function call(method, path, body, status = 200, headers = {}) {
  const response = await worker.dispatchFetch(`${SITE}${path}`, {
    method,
    body,
    headers: {
      authorization: `Bearer ${KEY}`,
      ...(typeof body === 'string' ? { 'content-type': 'application/json' } : {}),
      ...headers,
    },
  })
  if (response.status !== status) {
    assert.fail(`${method} ${path}: ${response.status}, not ${status}\n${await response.text()}`)
  }
  return response
}
