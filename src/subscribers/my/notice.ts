// What was just done, said once at the top of the page that comes after, with the way back.

import type { Context } from 'hono'
import { html } from 'hono/html'
import type { Markup } from '../../web/layout.ts'
import { EVENT_WORDS } from './event-words.ts'
import type { Here } from './link-here.ts'
import { MANAGE_WORDS, type ManageWords } from './manage-words.ts'

const SAID = {
  made: 'made',
  saved: 'saved',
  hidden: 'hiddenDone',
  shown: 'shownDone',
  rotated: 'rotated',
  named: 'named',
  kept: 'kept',
} as const satisfies Record<string, keyof ManageWords>

/** What undoes an act: another act of the same form. */
const UNDOING: Record<string, string> = { hide: 'show', skip: 'unskip' }

export function noticeView(c: Context, here: Here): Markup | '' {
  const words = MANAGE_WORDS[here.reader.language]
  const did = c.req.query('made') === undefined ? (c.req.query('did') ?? '') : 'made'
  if (!Object.hasOwn(SAID, did)) return ''
  const text = words[SAID[did as keyof typeof SAID]]
  return html`<div class="done" role="status"><p>${text}</p>${did === 'made' ? html`<p class="soft">${words.madeHint}</p>` : ''}${did === 'hidden' ? undo(c, here) : ''}</div>`
}

/** The same for what was done on the page of one event, where everything can be undone below. */
export function eventNotice(c: Context, { reader }: Here): Markup | '' {
  const words = EVENT_WORDS[reader.language]
  const did = c.req.query('did') ?? ''
  if (!Object.hasOwn(EVENT_SAID, did)) return ''
  return html`<div class="done" role="status"><p>${words[EVENT_SAID[did as keyof typeof EVENT_SAID]]}</p></div>`
}

const EVENT_SAID = { hidden: 'hiddenDone', shown: 'shownDone', saved: 'saved' } as const

function undo(c: Context, { reader, path }: Here): Markup | '' {
  const { act = '', uid = '', team = '', day = '', back = '' } = c.req.query()
  const field = (name: string, value: string) =>
    html`<input type="hidden" name="${name}" value="${value}">`
  const text = MANAGE_WORDS[reader.language].undo
  if (team)
    return html`<form method="post" action="${reader.to(`${path}/teams`)}">${field('act', 'show')}${field('team', team)}<button>${text}</button></form>`
  const undoing = Object.hasOwn(UNDOING, act) ? UNDOING[act] : undefined
  if (!undoing || !uid) return ''
  return html`<form method="post" action="${reader.to(`${path}/${encodeURIComponent(uid)}`)}">${field('act', undoing)}${field('day', day)}${field('back', back)}<button>${text}</button></form>`
}
