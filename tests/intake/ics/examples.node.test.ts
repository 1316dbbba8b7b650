// The feeds of the example calendars, uploaded to where they come from, change nothing.

import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { harness } from '#harness'

const FEEDS = new URL('../../../feeds/', import.meta.url)
const folders = (path: string) =>
  readdirSync(new URL(path, FEEDS), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)

const calendars = folders('.').flatMap((partner) =>
  folders(`${partner}/`).map((calendar) => `${partner}/${calendar}`),
)

test.each(calendars)('%s', async (address) => {
  const [partner = '', calendar = ''] = address.split('/')
  const json = (path: string) => JSON.parse(readFileSync(new URL(path, FEEDS), 'utf8'))
  const kalends = await harness({ now: '2026-04-01T00:00:00Z' })
  await kalends.admin('PUT', `/v1/partners/${partner}`, json(`${partner}/partner.json`))
  const {
    placedFrom: _from,
    publishReason: _why,
    mode: _mode,
    ...settings
  } = json(`${address}/calendar.json`)
  await kalends.admin('PUT', `/v1/partners/${partner}/calendars/${calendar}`, settings)
  const schedule = readdirSync(new URL(`${address}/`, FEEDS)).find((name) =>
    name.startsWith('schedule'),
  )
  const bytes = new Uint8Array(readFileSync(new URL(`${address}/${schedule}`, FEEDS)))
  const first = await kalends.upload(address, bytes, { filename: schedule ?? '', confirm: 'true' })
  expect(first.body.status).toBe('published')
  const feed = await kalends.feed(address)
  const again = await kalends.upload(address, feed, { filename: 'feed.ics' })
  expect(again.body.findings).toEqual([])
  expect(again.body.changes).toEqual([])
})
