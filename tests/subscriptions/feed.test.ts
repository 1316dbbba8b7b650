// A personal feed from its choices and overlay: what is in it, and how it looks.

import { expect, test } from 'vitest'
import { harness } from '#harness'
import { personalFeed } from '../../src/subscriptions/assemble.ts'
import { requireSubscription } from '../../src/subscriptions/find.ts'
import { makeSubscription } from '../../src/subscriptions/make.ts'
import { putOverlay } from '../../src/subscriptions/overlay.ts'

const CSV = `날짜,시간,제목,홈,원정,카테고리,상태
2026-05-01,18:30,개막,LG,두산,홈경기,확정
2026-05-02,18:30,둘째 날,두산,LG,원정경기,확정
2026-05-09,,휴장,,,안내,취소
`

test('a feed holds what passes, with the manage link and the report link at each end', async () => {
  const kalends = await harness()
  const { body } = await kalends.upload('harbour/regatta', CSV)
  const uid = body.changes[0].uid
  const { token } = await makeSubscription(
    kalends.ports,
    { calendars: ['harbour/regatta'], prefix: '⚾', alarms: [60], eveningBefore: '20:00' },
    'ko',
  )
  const one = await requireSubscription(kalends.ports, token)
  const before = await personalFeed(kalends.ports, token, one)
  expect(before.events).toBe(3)
  await putOverlay(kalends.ports, token, uid, {
    ...{ hidden: false, memo: '표는 지갑에', alarms: null, skipped: [] },
  })
  const two = await requireSubscription(kalends.ports, token)
  const { text } = await personalFeed(kalends.ports, token, two)
  expect(text).toContain('표는 지갑에')
})
