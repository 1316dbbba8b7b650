// Pages of a personal feed's changes over a calendar of 50,000 events, wherever they begin, beside a
// page of the same length of the calendar's own changes, and beside a calendar of 1,000.

import {
  inFolder,
  type Kalends,
  makeCalendars,
  median,
  type Report,
  startKalends,
  times,
  upload,
} from './harness.ts'
import { scheduleCsv } from './schedule.ts'

const MANY = 50_000
const FEW = 1000
const PAGE = 100
const ROUNDS = 31

export const sync = (): Promise<Report> =>
  inFolder(async (folder) => {
    const kalends = await startKalends(folder)
    try {
      await makeCalendars(kalends, ['many', 'few'])
      for (const [slug, events] of [
        ['many', MANY],
        ['few', FEW],
      ] as const)
        await upload(kalends, slug, new TextEncoder().encode(scheduleCsv(events)))
      return await measured(kalends)
    } finally {
      await kalends.stop()
    }
  })

async function measured(kalends: Kalends): Promise<Report> {
  const own = async (slug: string) => {
    const wish = JSON.stringify({ calendars: [`measured/${slug}`] })
    return `/v1/subscriptions/${(await kalends.send('POST', '/v1/subscriptions', wish)).body.token}/changes`
  }
  const [many, few] = [await own('many'), await own('few')]
  const { middle, end } = await tokens(kalends, many)
  const addresses = {
    [`the first ${PAGE} of ${MANY}`]: `${many}?limit=${PAGE}`,
    [`${PAGE} from the middle`]: `${many}?limit=${PAGE}&since=${middle}`,
    'nothing new': `${many}?limit=${PAGE}&since=${end}`,
    [`the first ${PAGE} of ${FEW}`]: `${few}?limit=${PAGE}`,
  }
  const reference = `/v1/calendars/measured/many/changes?limit=${PAGE}`
  const samples: Record<string, number[]> = { reference: [] }
  for (let round = 0; round <= ROUNDS; round += 1)
    for (const [name, path] of Object.entries({ ...addresses, reference })) {
      const { milliseconds } = await kalends.send('GET', path)
      if (round > 0) samples[name] = [...(samples[name] ?? []), milliseconds]
    }
  const bare = median(samples.reference ?? [])
  return {
    name: `Changes of a personal feed (wall time, median of ${ROUNDS})`,
    columns: ['page', 'ours', `${PAGE} of the calendar’s own changes`, 'ratio'],
    rows: Object.keys(addresses).map((name) => {
      const ours = median(samples[name] ?? [])
      return [name, `${ours.toFixed(1)} ms`, `${bare.toFixed(1)} ms`, times(ours / bare)]
    }),
    samples,
  }
}

/** Half-way through all pages, and behind the last. */
async function tokens(kalends: Kalends, path: string) {
  const seen: string[] = []
  for (let more = true; more; ) {
    const since = seen.length > 0 ? `&since=${seen.at(-1)}` : ''
    const { body } = await kalends.send('GET', `${path}?limit=500${since}`)
    seen.push(body.next)
    more = body.more
  }
  return { middle: seen[Math.floor(seen.length / 2)], end: seen.at(-1) }
}
