// Real schedules as their keepers changed them: each file's rows, and what each row truly is.

import { readdirSync, readFileSync } from 'node:fs'
import type { Json } from '../harness.ts'

export const REVISIONS = new URL('../../../shared/corpus/revisions/', import.meta.url)

/** One event of a file, what it truly is, and when it is to be. */
export interface Told {
  truth: string
  date: string
  /** Empty when it is not said, or when the event lasts whole days. */
  time: string
  cancelled: boolean
  /** What the file says; `id` is what nobody sees. */
  cells: Record<string, string>
}

export interface Series {
  name: string
  folder: string
  read: (text: string) => Told[]
  /** The file itself is uploaded, not a table of what was read. */
  asIs?: boolean
  /** What the keeper mends of a file that is refused. */
  mended?: (text: string) => string
}

export const filesOf = (folder: string) =>
  readdirSync(new URL(`${folder}/`, REVISIONS))
    .sort()
    .map((name) => ({ name, text: readFileSync(new URL(`${folder}/${name}`, REVISIONS), 'utf8') }))

/**
 * A pair of teams meets once a season at the home of the first. One file lists a game twice, on its
 * old date and on its new one: two events from then on, and the files after it keep the second.
 * A later one spells every team anew, which without ids is another game (docs/contract.md).
 */
const SECOND = 'West Ham United FC : Liverpool FC on 2020-01-29'

function football(text: string): Told[] {
  const season = JSON.parse(text)
  const matches = season.matches ?? season.rounds.flatMap(({ matches }: Json) => matches)
  return matches.map(({ date, time = '', team1, team2, status = '', score }: Json): Told => {
    const [home, away] = [team1, team2].map((team) => team.name ?? team)
    const result = Array.isArray(score?.ft) ? score.ft.join('-') : ''
    const cells = { Date: date, Time: time, 'Home Team': home, 'Away Team': away }
    const game = `${home} : ${away}`
    const truth = `${game} on ${date}` === SECOND ? SECOND : game
    return {
      ...{ truth, date, time, cancelled: /cancel/i.test(status) },
      cells: { ...cells, Status: status, Result: result },
    }
  })
}

/** A session of a race weekend is held once. */
const races =
  (withIds: boolean) =>
  (text: string): Told[] =>
    JSON.parse(text).races.flatMap(({ name, location, slug, sessions, canceled }: Json) =>
      Object.entries(sessions ?? {}).map(([session, start]): Told => {
        const truth = `${slug} ${session}`
        const [date = '', time = ''] = String(start).split('T')
        const status = canceled ? 'cancelled' : 'scheduled'
        const title = `${name} Grand Prix: ${session}`
        return {
          ...{ truth, date, time, cancelled: Boolean(canceled) },
          cells: {
            ...(withIds ? { external_id: truth } : {}),
            ...{ title, start: String(start), location, status },
          },
        }
      }),
    )

/** A day has one holiday, a Tuesday one collection, whatever the ids of the export are. */
const wholeDays = (text: string): Told[] =>
  [...text.replaceAll('\r', '').matchAll(/BEGIN:VEVENT\n(.*?)END:VEVENT/gs)].map(([, lines]) => {
    const cells: Record<string, string> = {}
    for (const [, name = '', value = ''] of (lines ?? '').matchAll(/^([A-Z]+)[^:\n]*:(.*)$/gm))
      cells[name] = value
    const date = (cells.DTSTART ?? '').replace(/(....)(..)(..)/, '$1-$2-$3')
    const { SUMMARY = '', DESCRIPTION = '', URL: url = '', UID = '' } = cells
    const told = { SUMMARY, DESCRIPTION, url, external_id: UID }
    return { truth: date, date, time: '', cancelled: false, cells: told }
  })

const conferenceOf = (lines: string): Record<string, string> =>
  Object.fromEntries(
    [...lines.matchAll(/^ *([a-z_]+): *(.*)$/gm)].map(([, key = '', value = '']) => [
      key === 'name' ? 'title' : key,
      value
        .replace(/ +# .*$/, '')
        .replace(/^(['"])(.*)\1 *$/, '$2')
        .trim(),
    ]),
  )

/** The list's own id is the conference of one year; without it, its title and year are. */
const deadlines =
  (withIds: boolean) =>
  (text: string): Told[] =>
    text
      .split(/^- /m)
      .slice(1)
      .map(conferenceOf)
      .filter(({ deadline }) => deadline && /^\d/.test(deadline))
      .map(({ id = '', deadline = '', timezone = '', place = '', link = '', ...said }): Told => {
        const title = `${said.title} ${said.year}`
        const [date = '', time = ''] = deadline.split(' ')
        const zone = { PDT: 'America/Los_Angeles', EST: 'America/New_York' }[timezone] ?? timezone
        return {
          ...{ truth: withIds ? id : title, date, time: time.slice(0, 5), cancelled: false },
          cells: {
            ...(withIds ? { external_id: id } : {}),
            ...{ title, start: `${date} ${time.slice(0, 5)}`, timezone: zone || 'UTC' },
            ...{ venue: place, url: /^https?:/.test(link) ? link : `https://${link}` },
          },
        }
      })

export const SERIES: Series[] = [
  { name: 'football-en1-2019-20', folder: 'football-en1-2019-20', read: football },
  { name: 'football-en1-2024-25', folder: 'football-en1-2024-25', read: football },
  { name: 'f1-2021-json', folder: 'f1-2021-json', read: races(true) },
  { name: 'f2-2022-json', folder: 'f2-2022-json', read: races(false) },
  { name: 'holidays-kr-2024-ics', folder: 'holidays-kr-2024-ics', read: wholeDays, asIs: true },
  {
    ...{ name: 'toronto-tuesday1-ics', folder: 'toronto-tuesday1-ics', read: wholeDays },
    ...{ asIs: true, mended: (text) => text.replaceAll('DURATION;P1D', 'DURATION:P1D') },
  },
  { name: 'ai-deadlines-yml by id', folder: 'ai-deadlines-yml', read: deadlines(true) },
  { name: 'ai-deadlines-yml by title', folder: 'ai-deadlines-yml', read: deadlines(false) },
  { name: 'nijical-events-csv', folder: 'nijical-events-csv', read: shows },
]

/**
 * The keeper's own ids. Refused are titles and places of several lines, two shows under one id, and
 * an end before its start: answered as a partner would, with spaces, with another id for the second,
 * and with no end.
 */
function shows(text: string): Told[] {
  const seen = new Set<string>()
  return table(text).map((row): Told => {
    const lines = Object.entries(row).map(([name, cell]) => [
      name,
      name.startsWith('説明文') ? cell : cell.replace(/\s*\n\s*/g, ' '),
    ])
    const { UID = '', 開始日時 = '', 終了日時 = '' } = row
    const end = 終了日時 < 開始日時 ? '' : 終了日時
    const truth = seen.has(UID) ? `${UID} again` : UID
    seen.add(truth)
    const [day = '', time = ''] = 開始日時.trim().split(' ')
    const date = day.replaceAll('/', '-')
    const cells = { ...Object.fromEntries(lines), UID: truth, 終了日時: end }
    return { truth, date, time, cancelled: false, cells }
  })
}

/** Every row as a record, by the header; quoted cells may hold commas, quotes and lines. */
function table(text: string): Record<string, string>[] {
  const rows: string[][] = [[]]
  const cell = /("(?:[^"]|"")*"|[^,\n]*)(,|\n|$)/gy
  const source = text.replace(/^\uFEFF/, '').replaceAll('\r', '')
  for (let match = cell.exec(source); match?.[0]; match = cell.exec(source)) {
    const [, raw = '', end] = match
    const value = raw.startsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : raw
    rows.at(-1)?.push(value.trim())
    if (end === '\n') rows.push([])
  }
  const [header = [], ...lines] = rows.filter((row) => row.some((value) => value !== ''))
  return lines.map((row) => Object.fromEntries(header.map((name, n) => [name, row[n] ?? ''])))
}

export function csv(rows: Told[]): string {
  const header = Object.keys(rows[0]?.cells ?? {})
  const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`
  const lines = rows.map(({ cells }) => header.map((name) => quoted(cells[name] ?? '')).join(','))
  return [header.join(','), ...lines].join('\n')
}
