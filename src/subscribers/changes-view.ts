// What lately changed, as people read it: the old beside the new, and why.

import { html } from 'hono/html'
import type { Language } from '../language/choose.ts'
import { zoneText } from '../language/zone-names.ts'
import { changesBetween } from '../schedule/between.ts'
import type { Facts } from '../schedule/event.ts'
import { wallTime } from '../schedule/zones.ts'
import type { Calendar } from '../storage/calendars.ts'
import type { ToldChange } from '../storage/public-changes.ts'
import type { Markup } from '../web/layout.ts'
import type { Reader } from '../web/reader.ts'
import { CHANGE_WORDS, type Kind } from './change-words.ts'
import { eventPath, MARKS } from './event-row.ts'
import { eventTexts, said } from './texts.ts'
import { dateText, momentText, opening } from './when.ts'

export interface Told {
  kind: Kind
  /** One line each; from null where there was nothing. */
  lines: { label: string; from: string | null; to: string | null }[]
  reason: string | null
}

/** A change in words, without markup: pages and feeds say the same. */
export function toldOf({ before, after }: ToldChange, language: Language): Told {
  const { facts } = after
  const reason = facts.reason || null
  if (!before) return { kind: after.removed ? 'removed' : 'new', lines: [], reason }
  if (after.removed) return { kind: after.season ? 'archived' : 'removed', lines: [], reason }
  const [change] = changesBetween([before], [after])
  const type = change?.type ?? 'changed'
  const kind = kindOf(before.facts, facts, type === 'removed' ? 'changed' : type)
  return { kind, lines: linesOf(before.facts, facts, language), reason }
}

function kindOf(before: Facts, after: Facts, type: Exclude<Kind, 'removed'>): Kind {
  if (type === 'cancelled' || before.status === after.status) return type
  if (after.status === 'postponed') return 'postponed'
  if (before.status === 'cancelled') return 'revived'
  return after.status === 'ended' ? 'ended' : type
}

const isWhen = (field: string): boolean =>
  ['start', 'end', 'allDay', 'timeTbd', 'timezone'].includes(field)

/** What a reader cares for: when and where first; all else by its name. */
function linesOf(before: Facts, after: Facts, language: Language): Told['lines'] {
  const words = CHANGE_WORDS[language]
  const lines: Told['lines'] = []
  const add = (label: string, from: string | null, to: string | null) => {
    if (from !== to) lines.push({ label, from, to })
  }
  const year = before.start.slice(0, 4) === after.start.slice(0, 4) ? before.start.slice(0, 4) : ''
  const when = (facts: Facts) => {
    const zone =
      before.timezone === after.timezone ? '' : ` (${zoneText(facts.timezone, language)})`
    return momentText(facts, language, year) + zone
  }
  add(words.when, when(before), when(after))
  add(words.title, before.title, after.title)
  const place = ({ location }: Facts) =>
    [location?.name, location?.address].filter(Boolean).join(', ') || null
  add(words.place, place(before), place(after))
  add(words.status, words.statuses[before.status], words.statuses[after.status])
  add(words.soldOut, words.yesNo(before.soldOut), words.yesNo(after.soldOut))
  add(words.result, before.result || null, after.result || null)
  const opens = ({ ticketOpensAt, timezone }: Facts) =>
    ticketOpensAt && momentText(opening(ticketOpensAt, timezone), language, year)
  add(words.tickets, opens(before), opens(after))
  const named = new Set([
    'title',
    'location',
    'status',
    'soldOut',
    'result',
    'ticketOpensAt',
    'reason',
  ])
  const others = changedFields(before, after).filter((field) => !isWhen(field) && !named.has(field))
  const told = others.map((field) => words.fields[field]).filter((text) => text !== undefined)
  if (told.length > 0)
    lines.push({ label: words.also, from: null, to: [...new Set(told)].join(', ') })
  return lines
}

function changedFields(before: Facts, after: Facts): (keyof Facts)[] {
  const fields = Object.keys(after) as (keyof Facts)[]
  return fields.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
}

export function toldLines({ lines, reason }: Told, language: Language): Markup {
  const words = CHANGE_WORDS[language]
  return html`${lines.map(
    ({ label, from, to }) =>
      html`<p class="line"><span class="soft">${label}</span> ${from === null ? '' : html`<del><bdi>${from}</bdi></del> <span aria-hidden="true">→</span> `}${to === null ? html`<ins>${words.nothing}</ins>` : html`<ins><bdi>${to}</bdi></ins>`}</p>`,
  )}${reason ? html`<p class="line"><span class="soft">${MARKS[language].reason}</span> <bdi>${reason}</bdi></p>` : ''}`
}

export function changesList(
  changes: readonly ToldChange[],
  calendar: Calendar,
  { language, to }: Reader,
  now: string,
): Markup {
  return html`<ul class="log">${changes.map((change) => {
    const { after } = change
    const told = toldOf(change, language)
    const { title } = eventTexts(after.facts, calendar, language)
    const year = now.slice(0, 4)
    const day = dateText(
      wallTime(after.changedAt, calendar.settings.timezone).slice(0, 10),
      language,
      year,
    )
    const words = CHANGE_WORDS[language]
    const whenIsTold = told.lines.some(({ label }) => label === words.when)
    return html`<li><p><strong class="kind-${told.kind}">${words.kinds[told.kind]}</strong>
<a class="title" href="${to(eventPath(calendar, after.uid))}"${said(title, language)}</a>
${whenIsTold ? '' : html`<span class="soft">${momentText({ ...after.facts, end: null }, language, year)}</span>`}</p>
${toldLines(told, language)}
<p class="soft"><time class="day" datetime="${after.changedAt}">${words.changedOn(day)}</time></p></li>`
  })}</ul>`
}
