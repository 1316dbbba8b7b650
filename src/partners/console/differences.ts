// Differences as a person reads them: what starts soon first, then by what happens to an event.

import { html } from 'hono/html'
import type { Language } from '../../language/choose.ts'
import type { Change, ChangeType } from '../../schedule/diff.ts'
import { spanOf } from '../../schedule/occurrences.ts'
import type { Markup } from '../../web/layout.ts'
import { labelOf, momentText, valueText } from './values.ts'

/** How many a page shows; the rest is counted. */
export const MAX_SHOWN = 300
export const SOON_HOURS = 24

const ORDER: readonly ChangeType[] = ['cancelled', 'removed', 'moved', 'changed', 'new']

export const TYPE_WORDS: Record<ChangeType, Record<Language, string>> = {
  new: { ko: '새 일정', en: 'New' },
  changed: { ko: '바뀜', en: 'Changed' },
  moved: { ko: '옮김', en: 'Moved' },
  cancelled: { ko: '취소', en: 'Cancelled' },
  removed: { ko: '삭제', en: 'Removed' },
}

const WORDS = {
  ko: {
    soon: (count: number) => `24시간 안에 시작하는 일정 ${count}개가 바뀝니다`,
    group: (word: string, count: number) => `${word} ${count}개`,
    more: (count: number) => `그 밖에 ${count}개가 더 있습니다.`,
    none: '바뀌는 일정이 없습니다.',
    from: '지금',
    to: '바뀐 뒤',
    withdrawn: '파일에 없어서 취소됩니다.',
    row: (row: number) => `${row}행`,
  },
  en: {
    soon: (count: number) => `${count} of these start within 24 hours`,
    group: (word: string, count: number) => `${word}: ${count}`,
    more: (count: number) => `And ${count} more.`,
    none: 'Nothing changes.',
    from: 'now',
    to: 'then',
    withdrawn: 'Cancelled because the file lacks it.',
    row: (row: number) => `row ${row}`,
  },
}

export interface Listing {
  now: string
  defaultMinutes: number
  language: Language
}

export function differencesView(changes: readonly Change[], listing: Listing): Markup {
  const words = WORDS[listing.language]
  if (changes.length === 0) return html`<p>${words.none}</p>`
  const soon = changes.filter((change) => startsSoon(change, listing))
  const among = new Set(soon)
  const rest = changes.filter((change) => !among.has(change))
  const shown = { left: MAX_SHOWN }
  const groups = ORDER.map((type) => ({ type, all: rest.filter((one) => one.type === type) }))
  return html`${
    soon.length > 0
      ? html`<section class="soon"><h3>${words.soon(soon.length)}</h3>${entries(soon, shown, listing)}</section>`
      : ''
  }${groups
    .filter(({ all }) => all.length > 0)
    .map(({ type, all }) => {
      const title = words.group(TYPE_WORDS[type][listing.language], all.length)
      return html`<section><h3 class="type ${type}">${title}</h3>${entries(all, shown, listing)}</section>`
    })}`
}

/** Whether the event, as it is or as it will be, begins within the next hours. */
function startsSoon({ fields, after, type }: Change, { now, defaultMinutes }: Listing): boolean {
  if (type === 'new') return false
  const until = instantIn(now, SOON_HOURS)
  // Wall time is never a day away from UTC: placing 50,000 starts in their zones would take a second.
  const [first, last] = [instantIn(now, -48), instantIn(now, 72)]
  const before = fields.find(({ field }) => field === 'start')?.from
  return [after.facts.start, ...(typeof before === 'string' ? [before] : [])]
    .filter((start) => start > first && start < last)
    .some((start) => {
      const facts = { ...after.facts, start, end: null, allDay: !start.includes('T') }
      const { startsAt, endsAt } = spanOf(facts, defaultMinutes)
      return endsAt > now && startsAt <= until
    })
}

const instantIn = (now: string, hours: number): string =>
  new Date(Date.parse(now) + hours * 3_600_000).toISOString()

function entries(all: readonly Change[], shown: { left: number }, listing: Listing): Markup {
  const listed = all.slice(0, shown.left)
  shown.left -= listed.length
  const more = all.length - listed.length
  return html`<ul class="changes">${listed.map((change) => entry(change, listing.language))}</ul>${
    more > 0 ? html`<p class="soft">${WORDS[listing.language].more(more)}</p>` : ''
  }`
}

function entry({ after, fields, row, type }: Change, language: Language): Markup {
  const words = WORDS[language]
  const { title, start } = after.facts
  const withdrawn = type === 'cancelled' && after.withdrawn
  return html`<li><p><span class="tag ${type}">${TYPE_WORDS[type][language]}</span>
<bdi class="title">${title}</bdi> <time datetime="${start}">${momentText(start, language)}</time>
${row === null ? '' : html`<span class="soft">${words.row(row)}</span>`}</p>
${withdrawn ? html`<p class="soft">${words.withdrawn}</p>` : ''}
${
  type === 'new' || fields.length === 0
    ? ''
    : html`<dl class="fields">${fields.map(
        ({ field, from, to }) => html`<dt>${labelOf(field, language)}</dt>
<dd><del><bdi>${valueText(field, from, language)}</bdi></del> <span aria-hidden="true">→</span>
<ins><bdi>${valueText(field, to, language)}</bdi></ins></dd>`,
      )}</dl>`
}</li>`
}
