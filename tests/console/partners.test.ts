import { expect, test } from 'vitest'
import { harness } from '#harness'
import { browserAt, operatorAt, signedInAt } from './console.ts'

const PAGE = '/console/new-partner'
const CLUB = { name: '한빛 베어스', timezone: 'Asia/Seoul', language: 'ko' }

test('from nothing to a marketer at work: a partner, an invitation, a calendar', async () => {
  const kalends = await harness({ bare: true })
  const operator = browserAt(kalends)
  await operator.post('/console/sign-in', { key: kalends.ports.config.adminKey ?? '' })
  expect(await operator.page('/console')).toContain('아직 파트너가 없습니다')
  await operator.page(PAGE)
  const made = await operator.post(PAGE, CLUB)
  expect([made.status, made.headers.get('location')]).toEqual([303, '/console/people'])
  expect(await operator.page('/console/people')).toContain('한빛 베어스')
  const { body } = await kalends.admin('GET', '/v1/partners')
  expect(body.partners).toMatchObject([{ partner: 'hanbit-beeoseu', timezone: 'Asia/Seoul' }])
})

test('a name that is taken or no name, said at the form with what was entered', async () => {
  const operator = await operatorAt(await harness())
  await operator.page(PAGE)
  const taken = await operator.post(PAGE, { ...CLUB, slug: 'harbour' })
  expect([taken.status, await taken.text()]).toEqual([422, expect.stringContaining('한빛 베어스')])
  const nameless = await operator.post(PAGE, { ...CLUB, name: '' })
  expect(nameless.status).toBe(422)
})

test('only the operator makes partners', async () => {
  const { browser } = await signedInAt(await harness(), 'owner')
  expect((await browser.get(PAGE)).status).toBe(404)
  expect((await browser.post(PAGE, CLUB)).status).toBe(404)
})
