// A series of publications, the same wherever and whenever it is taken.

import { harness } from '#harness'

const ZONES = [
  ...['Asia/Seoul', 'America/New_York', 'Europe/London', 'Australia/Lord_Howe', 'Asia/Kathmandu'],
  ...['America/St_Johns', 'Pacific/Auckland', 'Europe/Dublin', 'America/Sao_Paulo', 'UTC'],
]
const HEADER =
  'external_id,title,date,time,end_date,all_day,timezone,status,venue,description,rrule'

/** `day` moves every third event; every fifth lasts for days, every seventh is a series. */
function schedule(day: number): string {
  const rows = Array.from({ length: 120 }, (_, place) => {
    const start = Date.UTC(2026, 2, 1 + place * 3 + (place % 3 === 0 ? day : 0))
    const date = (days: number) => new Date(start + days * 86_400_000).toISOString().slice(0, 10)
    const allDay = place % 5 === 0
    return [
      ...[`e${place}`, `행사 ${place} 🎉`, date(0), allDay ? '' : '02:30'],
      ...[place % 5 === 0 ? date(2) : '', allDay ? 'yes' : '', ZONES[place % ZONES.length]],
      ...[place === 11 ? 'cancelled' : 'scheduled', `"제${place}홀, 1층"`, '설명; 그리고 \\ 더'],
      place % 7 === 0 ? 'FREQ=MONTHLY;COUNT=4' : '',
    ].join(',')
  })
  return [HEADER, ...rows].join('\n')
}

export async function feedAfterSeries(): Promise<string> {
  const kalends = await harness()
  for (const day of [0, 1, 2]) {
    kalends.clock.now = `2026-04-0${day + 1}T00:00:00Z`
    const { body } = await kalends.upload('harbour/regatta', schedule(day), { confirm: 'true' })
    if (body.status !== 'published') throw new Error(JSON.stringify(body.findings))
  }
  return kalends.feed('harbour/regatta')
}
