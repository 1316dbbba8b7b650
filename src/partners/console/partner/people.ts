// Who may act for a partner, and inviting another.

import { type Context, Hono } from 'hono'
import { html } from 'hono/html'
import type { Language } from '../../../language/choose.ts'
import type { Ports } from '../../../ports.ts'
import { wallTime } from '../../../schedule/zones.ts'
import { type Invitation, openInvitations } from '../../../storage/invitations.ts'
import { type Key, listKeys, ROLES, type Role } from '../../../storage/keys.ts'
import { closed } from '../../../web/schemas.ts'
import { endKey, giveRole, invite, MAX_OPEN_INVITATIONS, withdraw } from '../../people/people.ts'
import { label, role } from '../../people/person-schema.ts'
import { filledIn } from '../frame/filled-in.ts'
import { consolePage } from '../frame/frame.ts'
import { csrfField } from '../frame/own-pages.ts'
import { momentText } from '../frame/values.ts'
import { type SignedIn, signedIn } from '../sign-in/session.ts'
import { PEOPLE_WORDS } from './people-words.ts'

const PATH = '/console/people'

export function peopleRoutes(ports: Ports): Hono {
  return new Hono()
    .get(PATH, async (c) => peoplePage(ports, c, await signedIn(ports, c, 'owner')))
    .post(`${PATH}/invitations`, async (c) => {
      const session = await signedIn(ports, c, 'owner')
      const { partner, principal } = session
      const person = await filledIn(c, closed({ label, role }))
      const { url } = await invite(ports, partner, person, principal.label)
      return invitedPage(c, session, { name: person.label, url })
    })
    .post(`${PATH}/invitations/:id/withdrawal`, async (c) => {
      const { partner, principal } = await signedIn(ports, c, 'owner')
      await withdraw(ports, partner, c.req.param('id'), principal.label)
      return c.redirect(PATH, 303)
    })
    .post(`${PATH}/keys/:id/role`, async (c) => {
      const { partner, principal } = await signedIn(ports, c, 'owner')
      const given = { id: c.req.param('id'), ...(await filledIn(c, closed({ role }))) }
      await giveRole(ports, partner, given, principal.label)
      return c.redirect(PATH, 303)
    })
    .post(`${PATH}/keys/:id/revocation`, async (c) => {
      const { partner, principal } = await signedIn(ports, c, 'owner')
      await endKey(ports, partner, c.req.param('id'), principal.label)
      return c.redirect(PATH, 303)
    })
}

async function peoplePage(ports: Ports, c: Context, session: SignedIn) {
  const words = PEOPLE_WORDS[session.language]
  const keys = await listKeys(ports.db, session.partner.id)
  const now = ports.now()
  const open = await openInvitations(ports.db, session.partner.id, now, MAX_OPEN_INVITATIONS)
  const former = keys.filter(({ revokedAt }) => revokedAt)
  const body = html`<p class="soft">${words.intro}</p>
<ul class="rows">${keys.filter(({ revokedAt }) => !revokedAt).map((key) => person(key, session))}</ul>
${invitationForm(session)}
${
  open.length > 0
    ? html`<h2>${words.open}</h2><ul class="rows">${open.map((each) => invited(each, session))}</ul>`
    : ''
}
${
  former.length > 0
    ? html`<details class="after"><summary>${words.former} (${former.length})</summary><ul class="rows">${former.map(
        ({ label, role }) =>
          html`<li><span>${label} <span class="soft">${words.roles[role]} · ${words.revoked}</span></span></li>`,
      )}</ul></details>`
    : ''
}`
  return consolePage(c, { title: words.title, body, session })
}

/** Nobody shuts themselves out: one's own row has no buttons. */
function person({ id, label, role, signedInOn }: Key, session: SignedIn) {
  const words = PEOPLE_WORDS[session.language]
  const mine = session.principal.keyId === id
  return html`<li><span><b>${label}</b>${mine ? html` <span class="soft">(${words.you})</span>` : ''}<br>
<span class="soft">${words.roles[role]} · ${words.lastSignIn}: ${signedInOn ?? words.never}</span></span>
${
  mine
    ? ''
    : html`<span class="doings"><form method="post" action="${PATH}/keys/${id}/role">${csrfField(session)}
${roleChoice(`role-${id}`, role, session.language, words.roleOf(label))}
<button aria-label="${words.changeOf(label)}">${words.change}</button></form>
<form method="post" action="${PATH}/keys/${id}/revocation">${csrfField(session)}
<button aria-label="${words.revokeOf(label)}">${words.revoke}</button></form></span>`
}</li>`
}

function roleChoice(id: string, chosen: Role, language: Language, name?: string) {
  const { roles } = PEOPLE_WORDS[language]
  return html`<select id="${id}" name="role"${name ? html` aria-label="${name}"` : ''}>${ROLES.map(
    (role) =>
      html`<option value="${role}"${role === chosen ? html` selected` : ''}>${roles[role]}</option>`,
  )}</select>`
}

function invitationForm(session: SignedIn) {
  const words = PEOPLE_WORDS[session.language]
  return html`<h2>${words.invite}</h2>
<form class="panel" method="post" action="${PATH}/invitations">${csrfField(session)}
<p class="soft">${words.inviteHint}</p>
<label for="label">${words.name}</label>
<input id="label" name="label" maxlength="100" required autocomplete="off">
<label for="role">${words.role}</label>
${roleChoice('role', 'editor', session.language)}
<ul class="soft">${ROLES.map((each) => html`<li>${words.roles[each]}: ${words.abilities[each]}</li>`)}</ul>
<button class="button">${words.send}</button>
</form>`
}

function invited({ id, label, role, createdBy, expiresAt }: Invitation, session: SignedIn) {
  const { language, partner } = session
  const words = PEOPLE_WORDS[language]
  return html`<li><span><b>${label}</b> <span class="soft">${words.roles[role]}<br>
${words.by}: ${createdBy} · ${words.until}: ${momentText(wallTime(expiresAt, partner.timezone), language)}</span></span>
<form method="post" action="${PATH}/invitations/${id}/withdrawal">${csrfField(session)}
<button aria-label="${words.withdrawOf(label)}">${words.withdraw}</button></form></li>`
}

function invitedPage(c: Context, session: SignedIn, { name, url }: { name: string; url: string }) {
  const words = PEOPLE_WORDS[session.language]
  const body = html`<div class="panel"><p>${words.madeHint}</p>
<label for="link">${words.link}</label>
<input id="link" readonly value="${url}"></div>
<p><a href="${PATH}">${words.back}</a></p>`
  return consolePage(c, { title: words.made(name), body, session })
}
