// A supermarket chain's closing days, group by group.

import { expect, test } from 'vitest'
import { harness } from '#harness'
import type { Json, Kalends } from '../harness.ts'

const path = '/v1/partners/harbour/calendars/regatta'
const at = (name: string) => `${path}/groups/${encodeURIComponent(name)}`
const storesOf = (...names: string[]) => names.map((name) => ({ name }))

const SUNDAYS = { start: '2026-04-12', rrule: 'FREQ=MONTHLY;BYDAY=2SU,4SU' }
const MONDAYS = { start: '2026-04-13', rrule: 'FREQ=MONTHLY;BYDAY=2MO,4MO' }

interface Chain {
  kalends: Kalends
  events(): Promise<Json[]>
  event(uid: string): Promise<Json>
}

async function chain(): Promise<Chain> {
  const kalends = await harness()
  const keep = (name: string, stores: object[]) => kalends.admin('PUT', at(name), { stores })
  await keep('서울', [
    { name: '강남점', address: '서울 강남구 느루로 1', region: '서울' },
    { name: '노원점' },
  ])
  await keep('대구', storesOf('동성로점', '수성점'))
  return {
    kalends,
    async event(uid) {
      return (await kalends.admin('GET', `${path}/events/${uid}`)).body.event
    },
    async events() {
      const { body } = await kalends.admin('GET', `${path}/export?format=json`)
      return body.events
    },
  }
}

const addTo = (kalends: Kalends, group: string, said: object) =>
  kalends.admin('POST', `${at(group)}/events`, said)

test('a group closes on its days: one event that tells its stores and may be filtered by any of them', async () => {
  const { kalends, event } = await chain()
  const added = await addTo(kalends, '서울', { title: '의무휴업', category: '휴점', ...SUNDAYS })
  expect(added.status).toBe(201)
  const [{ uid, facts }] = added.body.events
  expect(facts).toMatchObject({
    ...{ title: '의무휴업', rrule: 'FREQ=MONTHLY;BYDAY=2SU,4SU', start: '2026-04-12' },
    ...{ tags: ['서울', '강남점', '노원점'], description: '점포: 강남점, 노원점' },
  })
  const daegu = await addTo(kalends, '대구', { title: '의무휴업', ...MONDAYS })
  expect(daegu.body.events[0].facts.tags).toEqual(['대구', '동성로점', '수성점'])
  // Chuseok: the group's own exception.
  const moved = await kalends.admin(
    'POST',
    `${at('서울')}/happenings?reason=${encodeURIComponent('추석')}`,
    {
      ...{ uid, date: '2026-09-27', to: '2026-09-25' },
    },
  )
  expect(moved.status).toBe(200)
  await kalends.admin('POST', `${at('서울')}/happenings`, { uid, date: '2026-10-11' })
  expect((await event(uid)).facts).toMatchObject({
    exdates: ['2026-10-11'],
    overrides: [{ recurrenceId: '2026-09-27', facts: { start: '2026-09-25', reason: '추석' } }],
  })
  const of = (await event(daegu.body.events[0].uid)).facts
  expect([of.exdates, of.overrides]).toEqual([[], []])
})

test('a store in another group changes both groups’ lists, and nothing else', async () => {
  const { kalends, event } = await chain()
  const seoul = (
    await addTo(kalends, '서울', { title: '의무휴업', description: '쉽니다.', ...SUNDAYS })
  ).body.events[0]
  const daegu = (await addTo(kalends, '대구', { title: '의무휴업', ...MONDAYS })).body.events[0]
  const other = await kalends.admin('POST', `${path}/events`, {
    title: '행사',
    start: '2026-05-01',
  })
  const kept = await kalends.admin('PUT', at('대구'), {
    stores: storesOf('동성로점', '수성점', '노원점'),
  })
  expect(kept.body).toMatchObject({ events: 2, group: { name: '대구' } })
  const [left, came] = [await event(seoul.uid), await event(daegu.uid)]
  expect(left.facts).toMatchObject({
    tags: ['서울', '강남점'],
    description: '쉽니다.\n점포: 강남점',
  })
  expect(came.facts.tags).toEqual(['대구', '동성로점', '수성점', '노원점'])
  expect([left.facts.rrule, came.facts.rrule]).toEqual([SUNDAYS.rrule, MONDAYS.rrule])
  expect((await event(other.body.event.uid)).sequence).toBe(0)
  const { body } = await kalends.admin('GET', `${path}/groups`)
  expect(body.groups.map(({ stores }: Json) => stores.length)).toEqual([3, 1])
  const again = await kalends.admin('PUT', at('대구'), { stores: kept.body.group.stores })
  expect(again.body).toMatchObject({ events: 0, revision: kept.body.revision })
})

test('an event at each store: one that moves keeps its past and follows the other group from tomorrow', async () => {
  const { kalends, event, events } = await chain()
  const seoul = await addTo(kalends, '서울', { title: '휴점', eachStore: true, ...SUNDAYS })
  await addTo(kalends, '대구', { title: '휴점', eachStore: true, ...MONDAYS })
  const [gangnam, nowon] = seoul.body.events
  expect(gangnam.facts).toMatchObject({
    ...{ title: '강남점 휴점', tags: ['서울', '강남점'] },
    location: { name: '강남점', address: '서울 강남구 느루로 1', region: '서울' },
  })
  kalends.clock.now = '2026-06-01T00:00:00Z'
  const before = await events()
  const moved = await kalends.admin('PUT', at('대구'), {
    stores: storesOf('동성로점', '수성점', '노원점'),
  })
  expect(moved.body.events).toBe(2)
  expect((await event(nowon.uid)).facts).toMatchObject({
    ...{ rrule: 'FREQ=MONTHLY;UNTIL=20260601;BYDAY=2SU,4SU', tags: ['서울', '노원점'] },
  })
  const after = await events()
  const fresh = after.filter(
    ({ externalId }) => !before.some((old) => old.externalId === externalId),
  )
  expect(fresh).toMatchObject([
    { title: '노원점 휴점', start: '2026-06-08', rrule: MONDAYS.rrule, tags: ['대구', '노원점'] },
  ])
  // Those that stayed are as they were.
  expect((await event(gangnam.uid)).sequence).toBe(0)
  const skipped = await kalends.admin('POST', `${at('대구')}/happenings`, {
    ...{ uid: fresh[0].externalId, date: '2026-06-22' },
  })
  expect(skipped.body.events.map(({ facts }: Json) => facts.exdates)).toEqual([
    ...[['2026-06-22'], ['2026-06-22'], ['2026-06-22']],
  ])
})

test('a group’s new name is the tag of its events; given up, they stay', async () => {
  const { kalends, event } = await chain()
  const { uid } = (await addTo(kalends, '서울', { title: '휴점', ...SUNDAYS })).body.events[0]
  const { body } = await kalends.admin('PUT', at('서울'), {
    name: '수도권',
    stores: storesOf('강남점'),
  })
  expect(body.group.name).toBe('수도권')
  expect((await event(uid)).facts.tags).toEqual(['수도권', '강남점'])
  expect((await kalends.admin('DELETE', at('수도권'))).status).toBe(204)
  expect((await event(uid)).facts.tags).toEqual(['수도권', '강남점'])
  expect((await kalends.admin('DELETE', at('수도권'))).status).toBe(404)
})

test('a file names groups in a column of its own; exported and uploaded again it changes nothing', async () => {
  const { kalends, events } = await chain()
  const file = '날짜,제목,점포그룹,장소\n2026-05-10,휴점,대구,\n2026-05-11,공사,대구,수성점\n'
  expect((await kalends.upload('harbour/regatta', file)).body.status).toBe('published')
  expect((await events()).map(({ tags }) => tags)).toEqual([
    ['대구', '동성로점', '수성점'],
    ['대구', '수성점'],
  ])
  const { body } = await kalends.admin('GET', `${path}/export?format=json`)
  expect((await kalends.upload('harbour/regatta', body)).body.summary).toMatchObject({
    unchanged: 2,
  })
  expect((await kalends.upload('harbour/regatta', file)).body.summary).toMatchObject({
    unchanged: 2,
  })
})

test('names that would mean two things are refused, and lists that are too long', async () => {
  const { kalends } = await chain()
  const keep = (name: string, body: object) => kalends.admin('PUT', at(name), body)
  expect((await keep('서울', { name: '대구', stores: [] })).body.code).toBe('group_name_taken')
  expect((await keep('부산', { stores: storesOf('서울') })).body.code).toBe('group_name_taken')
  expect((await keep('부산', { stores: storesOf('서면점', '서면점') })).body).toMatchObject({
    ...{ code: 'group_name_taken', status: 409 },
  })
  const many = Array.from({ length: 201 }, (_, place) => ({ name: `점포 ${place}` }))
  expect((await keep('부산', { stores: many })).status).toBe(400)
  const wrong = await addTo(kalends, '서울', { title: '휴점', start: '2026-13-01' })
  expect([wrong.status, wrong.body.findings[0].code]).toEqual([422, 'date.invalid'])
})
