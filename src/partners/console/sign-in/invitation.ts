// An invitation's own page: who invites, to what; accepting it makes the key and signs in.

import { type Context, Hono } from 'hono'
import { html } from 'hono/html'
import type { Ports } from '../../../ports.ts'
import { Problem } from '../../../problem.ts'
import type { Invitation } from '../../../storage/invitations.ts'
import { findPartnerById, type Partner } from '../../../storage/partners.ts'
import { endSession } from '../../../storage/sessions.ts'
import { OPERATOR } from '../../../web/principal.ts'
import { accept, invitationAt } from '../../people/people.ts'
import { consolePage } from '../frame/frame.ts'
import { PEOPLE_WORDS } from '../partner/people-words.ts'
import { beginSession, languageOf, sessionOf } from './session.ts'

const PATH = '/console/invitations/:token'

export function invitationPages(ports: Ports): Hono {
  return new Hono()
    .get(PATH, async (c) => {
      const invitation = await invitationAt(ports, c.req.param('token'))
      return askingPage(c, invitation, await partnerOf(ports, invitation))
    })
    .post(PATH, async (c) => {
      const invitation = await invitationAt(ports, c.req.param('token'))
      const { show } = await c.req.parseBody()
      const before = await sessionOf(ports, c)
      const ended = before ? [endSession(before.stored.idSha256)] : []
      const key = await accept(ports, invitation, ({ id, secretSha256 }, statements) =>
        beginSession(ports, c, { keyId: id, secretSha256 }, [...statements, ...ended]),
      )
      return show === 'key' ? keyPage(c, key) : c.redirect('/console', 303)
    })
}

async function partnerOf({ db }: Ports, { partnerId }: Invitation): Promise<Partner> {
  const partner = await findPartnerById(db, partnerId)
  if (!partner) throw new Problem('invitation_over')
  return partner
}

function askingPage(c: Context, { label, role, createdBy }: Invitation, partner: Partner) {
  const words = PEOPLE_WORDS[languageOf(c)]
  const by = createdBy === OPERATOR.label ? words.operator : createdBy
  const body = html`<form class="panel" method="post" action="${c.req.path}">
<p>${words.invitedBy(by, partner.name)}</p>
<dl><dt>${words.yourName}</dt><dd>${label}</dd>
<dt>${words.yourRole}</dt><dd>${words.roles[role]}: ${words.abilities[role]}</dd></dl>
<label class="tick"><input type="checkbox" name="show" value="key" checked aria-describedby="show-hint"> ${words.showKey}</label>
<p class="soft" id="show-hint">${words.showKeyHint}</p>
<button class="button">${words.accept}</button>
</form>`
  return consolePage(c, { title: words.invited(partner.name), body, session: null })
}

function keyPage(c: Context, key: string) {
  const words = PEOPLE_WORDS[languageOf(c)]
  const body = html`<div class="panel"><p>${words.yourKeyHint}</p>
<label for="key">${words.yourKey}</label>
<input id="key" readonly value="${key}" autocomplete="off" spellcheck="false">
<p class="actions"><a class="button" href="/console">${words.start}</a></p></div>`
  return consolePage(c, { title: words.welcome, body, session: null })
}
