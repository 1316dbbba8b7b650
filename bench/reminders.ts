// What rings in a personal feed of a calendar of 50,000 events: two days, as reminders are planned for
// push, and the first page of a month; beside the same of a calendar of 1,000.

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

const SIZES = { many: 50_000, few: 1000 }
const ROUNDS = 21
const RULES = { minutes: [30], daysBefore: [{ days: 1, at: '20:00' }] }
const DAY_MS = 86_400_000

export const reminders = (): Promise<Report> =>
  inFolder(async (folder) => {
    const kalends = await startKalends(folder)
    try {
      await makeCalendars(kalends, Object.keys(SIZES))
      for (const [slug, events] of Object.entries(SIZES))
        await upload(kalends, slug, new TextEncoder().encode(scheduleCsv(events)))
      return await measured(kalends)
    } finally {
      await kalends.stop()
    }
  })

async function measured(kalends: Kalends): Promise<Report> {
  const day = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10)
  const ways: Record<string, [object, string]> = {
    'two days': [RULES, `from=${day(10)}&to=${day(12)}&limit=500`],
    'two days, tickets too': [
      { ...RULES, tickets: [60] },
      `from=${day(10)}&to=${day(12)}&limit=500`,
    ],
    'a month, the first 100': [RULES, `from=${day(10)}&to=${day(40)}&limit=100`],
  }
  const samples: Record<string, number[]> = {}
  for (const [name, [reminders, query]] of Object.entries(ways))
    for (const slug of Object.keys(SIZES)) {
      const wish = JSON.stringify({ calendars: [`measured/${slug}`], reminders })
      const { token } = (await kalends.send('POST', '/v1/subscriptions', wish)).body
      for (let round = 0; round <= ROUNDS; round += 1) {
        const path = `/v1/subscriptions/${token}/reminders?${query}`
        const { milliseconds } = await kalends.send('GET', path)
        const key = `${name}, ${slug}`
        if (round > 0) samples[key] = [...(samples[key] ?? []), milliseconds]
      }
    }
  const middle = (name: string, slug: string) => median(samples[`${name}, ${slug}`] ?? [])
  return {
    name: `What rings in a personal feed (wall time, median of ${ROUNDS})`,
    columns: ['asked', `of ${SIZES.many}`, `of ${SIZES.few}`, 'ratio'],
    rows: Object.keys(ways).map((name) => {
      const [many, few] = [middle(name, 'many'), middle(name, 'few')]
      return [name, `${many.toFixed(1)} ms`, `${few.toFixed(1)} ms`, times(many / few)]
    }),
    samples,
  }
}
