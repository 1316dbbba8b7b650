// Differences as a person reads them: what starts soon first, then by what happens to an event.

import { html } from 'hono/html'
import type { SheetRows } from '../../../intake/layout.ts'
import type { Language } from '../../../language/choose.ts'
import type { Change, ChangeType } from '../../../schedule/diff.ts'
import { spanOf } from '../../../schedule/occurrences.ts'
import type { Markup } from '../../../web/layout.ts'
import { SHOWN_ORDER, type Shown, startsOf } from '../../upload/shown.ts'
import { labelOf, momentText, rowText, valueText } from '../frame/values.ts'
import { AUDIENCE_WORDS } from '../partner/audience-words.ts'

export const SOON_HOURS = 24

export const TYPE_WORDS: Record<ChangeType, Record<Language, string>> = {
  new: { ko: '새 일정', en: 'New' },
  changed: { ko: '바뀜', en: 'Changed' },
  moved: { ko: '옮김', en: 'Moved' },
  cancelled: { ko: '취소', en: 'Cancelled' },
  removed: { ko: '삭제', en: 'Removed' },
}

const WORDS = {
  ko: {
    soon: (count: number) => `24시간 안에 시작하는 일정 ${count}개`,
    group: (word: string, count: number) => `${word} ${count}개`,
    more: (count: number) => `그 밖에 ${count}개가 더 있습니다.`,
    none: '바뀌는 일정이 없습니다.',
    from: '지금',
    to: '바뀐 뒤',
    withdrawn: '파일에 없어서 취소됩니다.',
    row: (row: string) => `${row}행`,
  },
  en: {
    soon: (count: number) => `${count} of these start within 24 hours`,
    group: (word: string, count: number) => `${word}: ${count}`,
    more: (count: number) => `And ${count} more.`,
    none: 'Nothing changes.',
    from: 'now',
    to: 'then',
    withdrawn: 'Cancelled because the file lacks it.',
    row: (row: string) => `row ${row}`,
  },
}

export interface Listing {
  now: string
  defaultMinutes: number
  language: Language
  /** Of sheets that were read together, which rows are whose. */
  parts?: SheetRows[] | undefined
}

export function differencesView({ counts, changes, near }: Shown, listing: Listing): Markup {
  const words = WORDS[listing.language]
  if (changes.length === 0) return html`<p>${words.none}</p>`
  const soon = near.filter((change) => startsSoon(change, listing))
  const among = new Set(soon.map(({ after }) => after.uid))
  const rest = changes.filter(({ after }) => !among.has(after.uid))
  const left = (wanted: ChangeType) =>
    counts[wanted] - soon.filter(({ type }) => type === wanted).length
  return html`${
    soon.length > 0
      ? html`<section class="soon"><h3>${words.soon(soon.length)}</h3>${entries(soon, soon.length, listing)}</section>`
      : ''
  }${SHOWN_ORDER.filter((type) => left(type) > 0).map((type) => {
    const title = words.group(TYPE_WORDS[type][listing.language], left(type))
    const some = rest.filter((one) => one.type === type)
    return html`<section><h3 class="type ${type}">${title}</h3>${entries(some, left(type), listing)}</section>`
  })}`
}

/** Whether the event, as it is or as it will be, begins within the next hours. */
function startsSoon(change: Change, { now, defaultMinutes }: Listing): boolean {
  const until = new Date(Date.parse(now) + SOON_HOURS * 3_600_000).toISOString()
  return startsOf(change).some((start) => {
    const facts = { ...change.after.facts, start, end: null, allDay: !start.includes('T') }
    const { startsAt, endsAt } = spanOf(facts, defaultMinutes)
    return endsAt > now && startsAt <= until
  })
}

function entries(listed: readonly Change[], all: number, listing: Listing): Markup {
  const more = all - listed.length
  return html`<ul class="changes">${listed.map((change) => entry(change, listing))}</ul>${
    more > 0 ? html`<p class="soft">${WORDS[listing.language].more(more)}</p>` : ''
  }`
}

function entry({ after, fields, row, type }: Change, { language, parts }: Listing): Markup {
  const words = WORDS[language]
  const { title, start, audience } = after.facts
  const withdrawn = type === 'cancelled' && after.withdrawn
  return html`<li><p><span class="tag ${type}">${TYPE_WORDS[type][language]}</span>
<bdi class="title">${title}</bdi>${audience ? html` <span class="tag private">${AUDIENCE_WORDS[language].private(audience)}</span>` : ''} <time datetime="${start}">${momentText(start, language)}</time>
${row === null ? '' : html`<span class="soft">${words.row(rowText(row, parts))}</span>`}</p>
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
