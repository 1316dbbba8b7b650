// Requests that no honest client sends, and that would leave something odd behind.

import { expect, test } from 'vitest'
import { harness } from '#harness'
import { ADMIN_KEY } from '../harness.ts'

const CALENDAR = '/v1/partners/harbour/calendars/regatta'

async function asked(path: string, init?: RequestInit) {
  const { request } = await harness()
  const response = await request(path, init)
  return { response, body: (await response.json()) as object }
}

test('HTML is no schedule, whatever is in it', async () => {
  const headers = { authorization: `Bearer ${ADMIN_KEY}`, 'content-type': 'text/html' }
  const sent = { method: 'POST', headers, body: '날짜,제목\n2026-05-01,개막\n' }
  const { response, body } = await asked(`${CALENDAR}/uploads`, sent)
  expect(response.status).toBe(415)
  expect(body).toMatchObject({ code: 'unsupported_media', found: 'text/html' })
})

test('a reason is text that a history can show', async () => {
  const headers = { authorization: `Bearer ${ADMIN_KEY}` }
  const sent = { method: 'POST', headers, body: '날짜,제목\n2026-05-01,개막\n' }
  const { response, body } = await asked(`${CALENDAR}/uploads?reason=a%1Bb`, sent)
  expect(response.status).toBe(400)
  expect(body).toMatchObject({ code: 'invalid_request', place: 'query reason' })
})

test('a key that no key can be is refused, also where none is needed', async () => {
  const { response } = await asked('/v1/partners', {
    headers: { authorization: 'Bearer \u00e9\u00e9' },
  })
  expect(response.status).toBe(401)
})
