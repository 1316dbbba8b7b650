// `/my/{token}/members`: private events, opened by the number that a member was given.

import { type Context, Hono } from 'hono'
import { html } from 'hono/html'
import type { Language } from '../../language/choose.ts'
import { describeProblem } from '../../language/problems.ts'
import type { Ports } from '../../ports.ts'
import { Problem } from '../../problem.ts'
import { type PartnerNamed, partnersWithAudiences } from '../../storage/audiences.ts'
import { type Membership, membershipsOf } from '../../storage/memberships.ts'
import { leaveAudience, openAudiences } from '../../subscriptions/audiences.ts'
import type { Markup } from '../../web/layout.ts'
import { problemHeaders, STATUSES } from '../../web/problems.ts'
import { countMemberKey } from '../../web/quota.ts'
import { formOf } from './form.ts'
import { backTo, myPage } from './frame.ts'
import { type Here, linkHere, TOKEN } from './link-here.ts'
import { MEMBER_WORDS } from './member-words.ts'

const PATH = `/my/${TOKEN}/members`
/** What whoever typed it can mend. */
const AT_THE_FORM = ['audience_key_unknown', 'audience_key_used_up', 'too_many_attempts']
const MAX_TYPED_CHARS = 100

export const memberPages = (ports: Ports): Hono =>
  new Hono()
    .get(PATH, async (c) => answer(ports, c, await linkHere(ports, c)))
    .post(PATH, async (c) => {
      const fields = await formOf(ports, c)
      const here = await linkHere(ports, c)
      const [partner, audience] = [fields.get('partner') ?? '', fields.get('audience') ?? '']
      if (fields.get('act') === 'leave') {
        await leaveAudience(ports, here.token, { partner, audience })
        return backTo(c, `${here.path}/members?did=left`)
      }
      return open(ports, c, here, { partner, key: fields.get('key') ?? '' })
    })

async function open(ports: Ports, c: Context, here: Here, typed: { partner: string; key: string }) {
  try {
    await countMemberKey(ports, c)
    await openAudiences(ports, here.token, typed)
  } catch (error) {
    if (!(error instanceof Problem) || !AT_THE_FORM.includes(error.code)) throw error
    return answer(ports, c, here, { problem: error, ...typed })
  }
  return backTo(c, `${here.path}/members?did=opened`)
}

/** On the page that manages the link: nothing where there is nothing to open. */
export async function membersSection(ports: Ports, here: Here): Promise<Markup | ''> {
  const { language, to } = here.reader
  const words = MEMBER_WORDS[language]
  const { partners, memberships } = await known(ports, here)
  if (partners.length === 0 && memberships.length === 0) return ''
  return html`<h2>${words.title}</h2><p class="hint">${words.hint}</p>
${membershipList(here, memberships)}
<p><a class="button second" href="${to(`${here.path}/members`)}">${memberships.length > 0 ? words.more : words.open}</a></p>`
}

interface Refused {
  problem: Problem
  partner: string
  key: string
}

async function answer(ports: Ports, c: Context, here: Here, refused?: Refused): Promise<Response> {
  const { language, to } = here.reader
  const words = MEMBER_WORDS[language]
  const { partners, memberships } = await known(ports, here)
  const names = memberships.map((each) => nameIn(each, language)).join(', ')
  const did = c.req.query('did')
  const done = did === 'left' ? words.left : did === 'opened' && names ? words.opened(names) : null
  const body = html`${done && !refused ? html`<div class="done" role="status"><p>${done}</p></div>` : ''}
<p>${words.hint}</p>
${membershipList(here, memberships)}
${partners.length > 0 ? form(here, partners, refused) : html`<p>${words.none}</p>`}
<p><a class="button second" href="${to(here.path)}">${words.back}</a></p>`
  const { code } = refused?.problem ?? {}
  if (refused)
    for (const [name, value] of Object.entries(problemHeaders(refused.problem)))
      c.header(name, value)
  return myPage(c, {
    ...{ reader: here.reader, title: words.title, body },
    ...(code ? { status: STATUSES[code] } : {}),
  })
}

async function known({ db, now }: Ports, { subscription }: Here) {
  const ids = subscription.followed.map(({ calendar }) => calendar.partnerId)
  const partners = await partnersWithAudiences(db, ids)
  return { partners, memberships: await membershipsOf(db, subscription, now()) }
}

function membershipList({ reader, path }: Here, memberships: readonly Membership[]): Markup | '' {
  const words = MEMBER_WORDS[reader.language]
  if (memberships.length === 0) return ''
  return html`<ul class="rows">${memberships.map((each) => {
    const name = nameIn(each, reader.language)
    return html`<li><div class="what"><strong><bdi>${name}</bdi></strong>${each.active ? '' : html`<span class="soft">${words.ended}</span>`}</div>
<form method="post" action="${reader.to(`${path}/members`)}"><input type="hidden" name="act" value="leave">
<input type="hidden" name="partner" value="${each.partner}"><input type="hidden" name="audience" value="${each.audience}">
<button aria-label="${words.leaveOf(name)}">${words.leave}</button></form></li>`
  })}</ul>`
}

function form({ reader, path }: Here, partners: readonly PartnerNamed[], refused?: Refused) {
  const { language, to } = reader
  const words = MEMBER_WORDS[language]
  const wrong =
    refused && describeProblem(refused.problem.code, refused.problem.params, language).detail
  const [only] = partners
  const which =
    partners.length === 1 && only
      ? html`<input type="hidden" name="partner" value="${only.slug}">`
      : html`<div class="field"><label for="partner">${words.partner}</label>
<select id="partner" name="partner">${partners.map(
          (each) =>
            html`<option value="${each.slug}"${each.slug === refused?.partner ? html` selected` : ''}>${nameIn(each, language)}</option>`,
        )}</select></div>`
  return html`<form method="post" action="${to(`${path}/members`)}"><input type="hidden" name="act" value="open">
${which}<div class="field"><label for="key">${words.key}</label>
${wrong ? html`<p class="error" id="key-wrong" role="alert">${wrong}</p>` : ''}
<input id="key" name="key" required maxlength="${MAX_TYPED_CHARS}" autocomplete="off" autocapitalize="characters" spellcheck="false"
 value="${refused?.key ?? ''}" aria-describedby="key-hint${wrong ? ' key-wrong' : ''}"${wrong ? html` aria-invalid="true"` : ''}>
<p class="hint" id="key-hint">${words.keyHint}</p></div>
<p><button class="main">${words.send}</button></p></form>`
}

interface Named {
  name: string
  translations: Record<string, { name?: string }>
}

const nameIn = ({ name, translations }: Named, language: Language): string =>
  translations[language]?.name ?? name
