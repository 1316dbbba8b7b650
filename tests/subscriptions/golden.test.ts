/// <reference types="vite/types/importMeta.d.ts" />
// One folder a case in tests/golden/personal: a golden feed's publications, a subscription to it with
// its overlay, and the personal feed that must come out, byte for byte, on both runtimes.

import { expect, test } from 'vitest'
import { takeCase } from '../icalendar/golden-case.ts'
import { readFeed } from '../icalendar/reading.ts'
import { read, send } from './subscribed.ts'

const FEEDS = import.meta.glob<string>('../golden/feeds/*/*', {
  ...{ query: '?raw', import: 'default', eager: true },
})
const CASES = import.meta.glob<string>('../golden/personal/*/*', {
  ...{ query: '?raw', import: 'default', eager: true },
})

interface Case {
  feed: string
  /** The clock; else where the publications left it. */
  at?: string
  wish: object
  /** By the day on which the event begins. */
  overlay: Record<string, object>
}

const folders = [...new Set(Object.keys(CASES).map((path) => path.split('/').at(-2) ?? ''))]

test.each(folders)('golden personal feed: %s', async (folder) => {
  const one = JSON.parse(CASES[`../golden/personal/${folder}/personal.json`] ?? '') as Case
  const kalends = await takeCase((name) => FEEDS[`../golden/feeds/${one.feed}/${name}`] ?? '')
  kalends.clock.now = one.at ?? kalends.clock.now
  const wish = { calendars: ['harbour/golden'], ...one.wish }
  const { body } = await send(kalends, 'POST', '/v1/subscriptions', wish)
  const { changes } = await read(kalends, '/v1/calendars/harbour/golden/changes?limit=500')
  for (const [day, laid] of Object.entries(one.overlay)) {
    const { event } = changes.find(
      ({ event }: { event?: { start: string } }) => event?.start.slice(0, 10) === day,
    )
    const path = `/v1/subscriptions/${body.token}/overlay/${event.uid}`
    expect((await send(kalends, 'PUT', path, laid)).status).toBe(200)
  }
  const feed = await (await kalends.request(`/feeds/my/${body.token}.ics`)).text()
  readFeed(feed)
  const file = `../golden/personal/${folder}/feed.ics`
  expect(feed, `${file} is made by hand: look at it`).toBe(CASES[file])
})
