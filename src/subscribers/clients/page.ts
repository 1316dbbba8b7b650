// How often calendar programs really fetch, as a table.

import { html } from 'hono/html'
import { notMeasured, type RealInterval, type Said } from '../../ledger/intervals.ts'
import type { Markup } from '../../web/layout.ts'
import type { Reader } from '../../web/reader.ts'
import { CLIENTS_WORDS } from './words.ts'

export function clientsBody(clients: readonly RealInterval[], reader: Reader): Markup {
  const words = CLIENTS_WORDS[reader.language]
  return html`<div class="hero"><h1>${words.title}</h1><p>${words.intro}</p></div>
${clients.length === 0 ? html`<p>${words.none}</p>` : tableView(clients, reader)}
${saidTable(notMeasured(clients), reader)}
<p class="soft">${words.how}</p>
<p><a href="${reader.to('/doctor')}">${words.back}</a></p>`
}

function tableView(clients: readonly RealInterval[], { language }: Reader): Markup {
  const words = CLIENTS_WORDS[language]
  return html`<table class="intervals"><thead><tr><th scope="col">${words.program}</th>
<th scope="col">${words.median}</th><th scope="col">${words.range}</th><th scope="col">${words.said}</th>
<th scope="col">${words.intervals}</th></tr></thead><tbody>${clients.map(
    ({
      name,
      measuredAt,
      intervals,
      p10,
      median,
      p90,
      said,
    }) => html`<tr><th scope="row">${name}</th>
<td data-label="${words.median}"><strong>${words.minutes(median)}</strong></td>
<td data-label="${words.range}">${words.minutes(p10)} – ${words.minutes(p90)}</td>
<td data-label="${words.said}">${said ? saidView(said, words) : words.unknown}</td>
<td data-label="${words.intervals}">${words.count(intervals)}${measuredAt === 'shared' ? html` <span class="soft">${words.shared}</span>` : ''}</td></tr>`,
  )}</tbody></table>`
}

/** What this server has not seen enough of yet is said all the same. */
function saidTable(programs: readonly Said[], { language }: Reader): Markup | '' {
  const words = CLIENTS_WORDS[language]
  if (programs.length === 0) return ''
  return html`<h2>${words.notYet}</h2><table class="intervals"><thead><tr><th scope="col">${words.program}</th>
<th scope="col">${words.said}</th></tr></thead><tbody>${programs.map(
    ({ name, said }) => html`<tr><th scope="row">${name}</th>
<td data-label="${words.said}">${said ? saidView(said, words) : words.unknown}</td></tr>`,
  )}</tbody></table>`
}

const saidView = (
  { from, to }: NonNullable<RealInterval['said']>,
  { minutes }: (typeof CLIENTS_WORDS)['en'],
): string => (from === to ? minutes(from) : `${minutes(from)} – ${minutes(to)}`)

/** On a phone each program is a block, not a column of syllables. */
export const CLIENTS_STYLE = `
.intervals { border-collapse: collapse; width: 100%; margin: 1rem 0; }
.intervals th, .intervals td { text-align: start; vertical-align: top; padding: .5rem 1rem .5rem 0; border-bottom: 1px solid var(--line); }
@media (max-width: 40rem) {
  .intervals thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .intervals tr { display: block; border-bottom: 1px solid var(--line); padding: .6rem 0; }
  .intervals th, .intervals td { display: block; border: 0; padding: .1rem 0; }
  .intervals td::before { content: attr(data-label) ": "; color: var(--soft); }
}
`
