// What is done to a whole link: named, kept on a device, given a new address, erased.

import type { Context } from 'hono'
import { Hono } from 'hono'
import { html } from 'hono/html'
import type { Ports } from '../../ports.ts'
import {
  changeSubscription,
  eraseSubscription,
  hideTeam,
  rotateToken,
} from '../../subscriptions/change.ts'
import { countSubscription } from '../../web/quota.ts'
import { forgetLink, rememberLink, replaceLink } from './device.ts'
import { formOf } from './form.ts'
import { backTo, myPage } from './frame.ts'
import { linkHere, TOKEN } from './link-here.ts'
import { MANAGE_WORDS } from './manage-words.ts'

export const linkActs = (ports: Ports): Hono =>
  new Hono()
    .post(`/my/${TOKEN}/label`, async (c) => {
      const fields = await formOf(ports, c)
      const label = fields.get('label')?.trim() || null
      const { token, path } = await linkHere(ports, c)
      // Sent as it was shown, it is no wish: another device may have renamed it since.
      if (fields.get('before') !== (label ?? '')) await changeSubscription(ports, token, { label })
      return backTo(c, `${path}?did=named`)
    })
    .post(`/my/${TOKEN}/keep`, async (c) => {
      await formOf(ports, c)
      const { token, path } = await linkHere(ports, c)
      rememberLink(ports, c, token)
      return backTo(c, `${path}?did=kept`)
    })
    .post(`/my/${TOKEN}/teams`, async (c) => {
      const fields = await formOf(ports, c)
      const { token, path } = await linkHere(ports, c)
      const team = fields.get('team') ?? ''
      const hidden = fields.get('act') === 'hide'
      await hideTeam(ports, token, team, hidden)
      const about = new URLSearchParams({ did: hidden ? 'hidden' : 'shown', team })
      return backTo(c, `${path}?${about}`)
    })
    .get(`/my/${TOKEN}/rotate`, (c) => askFirst(ports, c, 'rotate'))
    .get(`/my/${TOKEN}/erase`, (c) => askFirst(ports, c, 'erase'))
    .post(`/my/${TOKEN}/rotate`, (c) => rotate(ports, c))
    .post(`/my/${TOKEN}/erase`, (c) => erase(ports, c))

async function askFirst(ports: Ports, c: Context, what: 'rotate' | 'erase'): Promise<Response> {
  const { reader, path } = await linkHere(ports, c)
  const words = MANAGE_WORDS[reader.language]
  const title = words[`${what}Title`]
  const body = html`<ul>${words[`${what}What`].map((line) => html`<li>${line}</li>`)}</ul>
<form method="post" action="${reader.to(`${path}/${what}`)}" class="big"><button class="${what === 'erase' ? 'danger' : 'main'}">${words[`${what}Do`]}</button></form>
<p><a class="button second" href="${reader.to(path)}">${words.noKeep}</a></p>`
  return myPage(c, { reader, title, body })
}

async function rotate(ports: Ports, c: Context): Promise<Response> {
  await formOf(ports, c)
  const { token } = await linkHere(ports, c)
  await countSubscription(ports, c)
  const next = await rotateToken(ports, token)
  replaceLink(ports, c, token, next)
  return backTo(c, `/my/${next}?did=rotated`)
}

async function erase(ports: Ports, c: Context): Promise<Response> {
  await formOf(ports, c)
  const { token, reader } = await linkHere(ports, c)
  await eraseSubscription(ports, token)
  forgetLink(ports, c, token)
  const words = MANAGE_WORDS[reader.language]
  return myPage(c, {
    ...{ reader, title: words.erased },
    body: html`<p>${words.erasedHint}</p>`,
  })
}
