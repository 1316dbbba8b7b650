// A schedule as the table that an upload takes: docs/columns.md, read the other way.

import type { Field } from '../../intake/column-meaning.ts'
import { joinedList } from '../../intake/given.ts'
import { LINK_FIELDS } from '../../intake/links.ts'
import type { Language } from '../../language/choose.ts'
import { columnName } from '../../language/columns.ts'
import { type Facts, LINK_LABELS } from '../../schedule/event.ts'

/** One event under the id by which an upload will know it. */
export interface Exported {
  id: string
  facts: Facts
}

type Cells = Partial<Record<Field, string>>

/** There even where every cell is blank: what a schedule is begun from. */
const ALWAYS: readonly Field[] = [
  ...(['external_id', 'kind', 'status', 'title', 'start_date', 'start_time'] as const),
  ...(['end_date', 'end_time', 'all_day', 'home', 'away', 'venue', 'description'] as const),
]

/** In this order, where an event fills them. */
const ORDER: readonly Field[] = [
  ...ALWAYS,
  ...(['game_no', 'timezone', 'category', 'tags', 'result', 'reason', 'sold_out'] as const),
  ...(['address', 'region', 'latitude', 'longitude'] as const),
  ...(['url', 'ticket_url', 'ticket_opens_at', 'watch_url', 'shop_url', 'other_links'] as const),
  ...(['rrule', 'exdates', 'alarm', 'lang', 'audience'] as const),
]

export interface ExportTable {
  headers: string[]
  /** What each column holds; null of texts in other languages and of a partner's own columns. */
  fields: (Field | null)[]
  rows(): Generator<string[]>
}

/** Headers in Korean, or by the names that docs/columns.md begins with. */
export function tableOf(
  events: readonly Exported[],
  { timezone, language }: { timezone: string; language: Language },
): ExportTable {
  const fields = ORDER.filter((field) => isFilled(field, events, timezone))
  const translated = translatedIn(events)
  const extra = [...new Set(events.flatMap(({ facts }) => Object.keys(facts.extra)))]
  const named = (field: Field) => columnName(field, language)
  return {
    headers: [...fields.map(named), ...translated.map((each) => headerOf(each, named)), ...extra],
    fields: [...fields, ...[...translated, ...extra].map(() => null)],
    *rows() {
      for (const event of events) {
        const cells = cellsOf(event, timezone)
        const { translations, extra: kept } = event.facts
        yield [
          ...fields.map((field) => cells[field] ?? ''),
          ...translated.map(({ language, field }) => translations[language]?.[field] ?? ''),
          ...extra.map((name) => (Object.hasOwn(kept, name) ? (kept[name] ?? '') : '')),
        ]
      }
    },
  }
}

const isFilled = (field: Field, events: readonly Exported[], timezone: string): boolean =>
  ALWAYS.includes(field) || events.some((event) => cellsOf(event, timezone)[field])

/** One event, as the cells of its row by column. */
export function cellsOf({ id, facts }: Exported, timezone: string): Cells {
  const { location, gameNo } = facts
  return {
    ...{ external_id: id, kind: facts.kind, status: facts.status, title: facts.title },
    ...slotCells(facts),
    timezone: facts.timezone === timezone ? '' : facts.timezone,
    ...{ home: facts.home ?? '', away: facts.away ?? '', game_no: numberCell(gameNo) },
    ...{ category: joinedList(facts.categories), tags: joinedList(facts.tags) },
    ...{ result: facts.result ?? '', reason: facts.reason ?? '' },
    ...{ sold_out: facts.soldOut ? 'yes' : '', description: facts.description ?? '' },
    ...{ venue: location?.name ?? '', address: location?.address ?? '' },
    ...{ region: location?.region ?? '', latitude: numberCell(location?.latitude) },
    longitude: numberCell(location?.longitude),
    ...linkCells(facts.links),
    ticket_opens_at: facts.ticketOpensAt?.replace('T', ' ') ?? '',
    ...{ rrule: facts.rrule ?? '', exdates: exdatesOf(facts).join(', ') },
    ...{ alarm: facts.alarms.join(', '), lang: facts.lang ?? '' },
    audience: facts.audience ?? '',
  }
}

const numberCell = (value: number | null | undefined): string => String(value ?? '')

/** A time to be decided is left to be written in its place. */
function slotCells({ start, end, allDay, timeTbd }: Facts): Cells {
  const last = end ?? ''
  const days: Cells = { start_date: start.slice(0, 10), end_date: last.slice(0, 10) }
  if (timeTbd) return { ...days, start_time: 'TBD' }
  if (allDay) return { ...days, all_day: 'yes' }
  return { ...days, start_time: timeOf(start), end_time: timeOf(last) }
}

const timeOf = (local: string): string => local.slice(11).replace(/(?<=:\d\d):00$/, '')

/** The day alone, wherever the series' own time stands behind it. */
export const exdatesOf = ({ exdates, start }: Facts): string[] =>
  exdates.map((date) => (date.slice(10) === start.slice(10) ? date.slice(0, 10) : date))

/** In the columns of their own; all of them as lines, where those would lose a label or an order. */
function linkCells(links: Facts['links']): Cells {
  const known = LINK_LABELS.filter((label) => links.some((link) => link.label === label))
  const plain =
    known.length === links.length && known.every((label, at) => links[at]?.label === label)
  if (!plain) return { other_links: links.map(({ label, url }) => `${label}: ${url}`).join('\n') }
  return Object.fromEntries(known.map((label, at) => [LINK_FIELDS[label], links[at]?.url ?? '']))
}

interface Translated {
  language: string
  field: 'title' | 'description' | 'location'
}

function translatedIn(events: readonly Exported[]): Translated[] {
  const all = events.flatMap(({ facts }) => Object.entries(facts.translations))
  const languages = [...new Set(all.map(([language]) => language))].sort()
  return languages.flatMap((language) =>
    (['title', 'description', 'location'] as const)
      .filter((field) => all.some(([own, texts]) => own === language && texts[field]))
      .map((field) => ({ language, field })),
  )
}

/** `venue_id` and `venue_no` would be an id and a number. */
const SPELLED: Partial<Record<string, string>> = { id: 'Indonesian', no: 'Norwegian' }

/** `title_en`, `title (Indonesian)`; behind Hangul an underscore tells nothing: `제목(en)`. */
function headerOf({ language, field }: Translated, named: (field: Field) => string): string {
  const name = named(field === 'location' ? 'venue' : field)
  const word = SPELLED[language]
  if (/[가-힣]$/.test(name)) return `${name}(${word ?? language})`
  return word ? `${name} (${word})` : `${name}_${language}`
}
