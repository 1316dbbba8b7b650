// Folders of partners and files of schedules for the commands to work on.

import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

export const SEASON = `날짜,시간,홈,원정,경기장,상태
2027-04-03,14:00,우리 구단,이웃 구단,시민구장,예정
2027-04-04,14:00,우리 구단,먼 구단,시민구장,예정
2027-04-10,오후 6:30,이웃 구단,우리 구단,이웃구장,예정
`

/** Writes files below a folder, as text or as JSON. Returns the folder. */
export function written(folder: string, files: Record<string, string | object>): string {
  for (const [path, content] of Object.entries(files)) {
    const file = join(folder, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
  }
  return folder
}

/** One partner `club` with a calendar `season`. */
export const CLUB = {
  'club/partner.json': { name: '우리 구단', timezone: 'Asia/Seoul', locale: 'ko' },
  'club/season/calendar.json': { name: '시즌 일정' },
  'club/season/schedule.csv': SEASON,
}
