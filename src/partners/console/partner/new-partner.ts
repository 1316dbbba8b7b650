// The operator makes a partner in the console, and stands in it at once: next comes an invitation.

import { type Context, Hono } from 'hono'
import { html } from 'hono/html'
import type { Ports } from '../../../ports.ts'
import { Problem } from '../../../problem.ts'
import { findPartner } from '../../../storage/partners.ts'
import { keepPartner } from '../../settings/settings.ts'
import { partnerBody } from '../../settings/settings-body.ts'
import { proposedSlug } from '../calendar/proposed-slug.ts'
import { languageField, nameField, slugField, zoneField } from '../calendar/settings-page.ts'
import { addressWrong } from '../calendar/settings-pages.ts'
import { SETTINGS_WORDS } from '../calendar/settings-words.ts'
import { refusal, type Wrong, wrongBy } from '../frame/form-fields.ts'
import { consolePage } from '../frame/frame.ts'
import { fieldIn, fieldsOf } from '../frame/here.ts'
import { csrfField } from '../frame/own-pages.ts'
import { beginSession, requireSession, type Session } from '../sign-in/session.ts'

const PATH = '/console/new-partner'

const WORDS = {
  ko: {
    title: '새 파트너',
    how: '구단, 상점, 학교처럼 일정을 올릴 곳입니다. 만든 뒤 ‘사람’에서 담당자를 초대하세요.',
    go: '파트너 만들기',
  },
  en: {
    title: 'New partner',
    how: 'Whoever will upload schedules: a club, a shop, a university. Then invite its staff under “People”.',
    go: 'Make the partner',
  },
}

interface Entered {
  name: string
  slug: string
  timezone: string
  language: string
}

export function newPartnerPages(ports: Ports): Hono {
  return new Hono()
    .get(PATH, async (c) => {
      const session = await operatorHere(ports, c)
      const entered = { name: '', slug: '', timezone: 'Asia/Seoul', language: session.language }
      return newPage(c, session, entered, {})
    })
    .post(PATH, (c) => makeHere(ports, c))
}

/** To everybody else there is no such page. */
async function operatorHere(ports: Ports, c: Context): Promise<Session> {
  const session = await requireSession(ports, c)
  if (session.principal.kind !== 'operator')
    throw new Problem('not_found', { what: 'address', name: c.req.path })
  return session
}

async function makeHere(ports: Ports, c: Context): Promise<Response> {
  const session = await operatorHere(ports, c)
  const fields = await fieldsOf(c)
  const said = (field: string) => fieldIn(fields, field) ?? ''
  const [name, timezone, language] = [said('name'), said('timezone'), said('language')]
  const entered: Entered = { name, slug: said('slug'), timezone, language }
  const words = SETTINGS_WORDS[session.language]
  const parsed = partnerBody.safeParse({ name, timezone, locale: language })
  if (!parsed.success)
    return newPage(c, session, entered, wrongBy(parsed.error.issues, words.wrong))
  try {
    const slug = entered.slug || (proposedSlug(name) ?? '')
    if (await findPartner(ports.db, slug)) throw new Problem('name_taken', { value: slug })
    const { partner } = await keepPartner(ports, slug, parsed.data, session.principal.label)
    const { keyId, secretSha256 } = session.stored
    const instead = session.stored
    await beginSession(ports, c, { keyId, secretSha256, partnerId: partner.id, instead })
    return c.redirect('/console/people', 303)
  } catch (error) {
    return newPage(c, session, entered, addressWrong(error, session.language))
  }
}

function newPage(c: Context, session: Session, entered: Entered, wrong: Wrong) {
  const [own, words] = [WORDS[session.language], SETTINGS_WORDS[session.language]]
  const body = html`<p class="soft">${own.how}</p>${refusal(wrong, words.refused)}
<form class="stack" method="post" action="${PATH}">${csrfField(session)}
${nameField(entered.name, words, wrong)}
${slugField('slug', { label: words.newAddress, hint: words.firstAddressHint }, entered.slug, wrong)}
${zoneField(entered.timezone, session.language, wrong)}
${languageField(entered.language, words, wrong)}
<p class="actions"><button class="button">${own.go}</button></p></form>`
  const status = Object.keys(wrong).length > 0 ? 422 : 200
  return consolePage(c, { title: own.title, session, body, status })
}
