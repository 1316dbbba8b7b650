// What a schedule is begun from: filled or not, an upload takes it.

import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { harness } from '#harness'
import { readFile } from '../../src/intake/read.ts'
import { TEMPLATE_FIELDS } from '../../src/tables/template.ts'
import type { Kalends } from '../harness.ts'

const SEOUL = { timezone: 'Asia/Seoul', language: 'ko', today: '2026-04-01' }

async function template(kalends: Kalends, format: string, language: string) {
  const response = await kalends.request(`/v1/templates?format=${format}&language=${language}`)
  expect(response.status).toBe(200)
  const name = response.headers.get('content-disposition')
  expect(name).toMatch(new RegExp(`^attachment; filename="kalends-template[-\\w]*\\.${format}"$`))
  return new Uint8Array(await response.arrayBuffer())
}

test.each([
  ['csv', 'ko'],
  ['csv', 'en'],
  ['xlsx', 'ko'],
  ['xlsx', 'en'],
])('the template as %s in %s is read without a word', async (format, language) => {
  const kalends = await harness({ now: '2026-04-01T00:00:00Z' })
  const file = await template(kalends, format, language)
  const reading = readFile(file, `a.${format}`, SEOUL)
  expect(reading.findings).toEqual([])
  expect(reading.table?.headers.map(({ column }) => column)).toEqual(TEMPLATE_FIELDS)
  const [game, festival] = reading.rows
  expect(game?.facts).toMatchObject({ start: '2027-04-03T14:00:00', kind: 'game' })
  expect(game?.facts.title).toContain(' vs ')
  expect(festival).toMatchObject({ status: 'tentative' })
  expect(festival?.facts).toMatchObject({ start: '2027-04-10', end: '2027-04-11', allDay: true })

  const { status, body } = await kalends.upload('harbour/regatta', file, {
    filename: `a.${format}`,
  })
  expect([status, body.status, body.summary.new]).toEqual([201, 'published', 2])
  if (format === 'csv') expect([...file.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
})

test('what a workbook offers to choose is what its column takes', async () => {
  const kalends = await harness()
  for (const language of ['ko', 'en']) {
    const parts = unzipSync(await template(kalends, 'xlsx', language))
    const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
    const lists = [...sheet.matchAll(/sqref="([A-Z])2:[^>]*><formula1>"([^"]*)"/g)]
    expect(lists).toHaveLength(3)
    for (const [, letter = '', values = ''] of lists) {
      const field = TEMPLATE_FIELDS[letter.charCodeAt(0) - 65]
      for (const value of values.split(',')) {
        const csv = `start_date,title,${field}\n2027-04-03,a,${value}\n`
        expect(readFile(new TextEncoder().encode(csv), null, SEOUL).findings).toEqual([])
      }
    }
  }
})

test('nothing but csv and xlsx, ko and en', async () => {
  const kalends = await harness()
  for (const query of ['format=ics', 'language=ja', 'x=1'])
    expect((await kalends.request(`/v1/templates?${query}`)).status).toBe(400)
})
