// Every example calendar, exported in every format and uploaded again: nothing changes.

import { beforeAll, expect, test } from 'vitest'
import { harness } from '#harness'
import { applyFolder } from '../../src/commands/apply.ts'
import { localClient } from '../../src/commands/client.ts'
import { EXAMPLES, exampleCalendars } from '../examples.ts'
import { ADMIN_KEY, type Kalends } from '../harness.ts'

const headers = { authorization: `Bearer ${ADMIN_KEY}` }

const FORMATS = ['csv', 'csv&language=ko', 'xlsx', 'xlsx&language=ko', 'json', 'ics']

let kalends: Kalends
beforeAll(async () => {
  kalends = await harness({ bare: true, now: '2026-04-01T00:00:00Z' })
  await applyFolder(localClient(kalends.ports, 'en'), EXAMPLES, () => {})
}, 120_000)

test.each(exampleCalendars.flatMap((address) => FORMATS.map((format) => [address, format])))(
  '%s as %s',
  async (address = '', option = '') => {
    const [format = ''] = option.split('&')
    const [partner, calendar] = address.split('/')
    const path = `/v1/partners/${partner}/calendars/${calendar}`
    const response = await kalends.request(`${path}/export?format=${option}`, { headers })
    expect(response.status).toBe(200)
    const name = response.headers.get('content-disposition')
    expect(name).toContain(`filename="${partner}-${calendar}.${format}"; filename*=UTF-8''`)
    const { body: before } = await kalends.admin('GET', `/v1/calendars/${address}`)
    const file = new Uint8Array(await response.arrayBuffer())
    const { body } = await kalends.upload(address, file, { filename: `a.${format}` })
    expect(body.changes).toEqual([])
    expect(body.summary).toMatchObject({
      ...{ new: 0, changed: 0, moved: 0, cancelled: 0, removed: 0, refused: 0 },
    })
    expect(body.summary.unchanged).toBeGreaterThan(0)
    expect([body.status, body.revision]).toEqual(['published', before.revision])
  },
)
