// How a partner looks, in the console: its texts, its colour, its logo. For owners.

import { type Context, Hono } from 'hono'
import { html } from 'hono/html'
import type { Language } from '../../../language/choose.ts'
import { describeProblem } from '../../../language/problems.ts'
import type { Ports } from '../../../ports.ts'
import { Problem } from '../../../problem.ts'
import { logoPath } from '../../../web/calendar-json.ts'
import { changeLogoTo, changeLook, giveLogo } from '../../settings/look.ts'
import { lookBody } from '../../settings/settings-body.ts'
import { otherFields, otherLanguage } from '../calendar/settings-page.ts'
import { withOther } from '../calendar/settings-pages.ts'
import { colorField, field, notice, refusal, type Wrong, wrongBy } from '../frame/form-fields.ts'
import { consolePage } from '../frame/frame.ts'
import { fieldIn, fieldsOf } from '../frame/here.ts'
import { csrfField } from '../frame/own-pages.ts'
import { type SignedIn, signedIn } from '../sign-in/session.ts'
import { LOOK_WORDS } from './look-words.ts'

const PATH = '/console/settings'
/** What a person can mend who chose the wrong file. */
const ABOUT_THE_IMAGE = ['image_kind', 'image_damaged', 'image_measures']

interface Entered {
  name: string
  description: string
  color: string | null
  other: Language
  otherName: string
  otherDescription: string
}

export function lookPages(ports: Ports): Hono {
  return new Hono()
    .get(PATH, async (c) => {
      const session = await signedIn(ports, c, 'owner')
      const done = c.req.query('done') === 'saved'
      return lookPage(c, session, { entered: enteredOf(session), done, wrong: {} })
    })
    .post(PATH, (c) => saveLook(ports, c))
    .post(`${PATH}/logo`, (c) => saveLogo(ports, c))
    .post(`${PATH}/logo/removal`, async (c) => {
      const { partner, principal } = await signedIn(ports, c, 'owner')
      await changeLogoTo(ports, partner, null, principal.label)
      return c.redirect(`${PATH}?done=saved`, 303)
    })
}

function enteredOf({ partner }: SignedIn): Entered {
  const { name, description, color, locale, translations } = partner
  const other = otherLanguage(locale)
  const texts = translations[other] ?? {}
  return {
    ...{ name, description: description ?? '', color, other },
    ...{ otherName: texts.name ?? '', otherDescription: texts.description ?? '' },
  }
}

async function saveLook(ports: Ports, c: Context): Promise<Response> {
  const session = await signedIn(ports, c, 'owner')
  const { partner, principal, language } = session
  const fields = await fieldsOf(c)
  const text = (name: string) => fieldIn(fields, name) ?? ''
  const entered: Entered = {
    ...{ name: text('name'), description: text('description') },
    color: text('useColor') ? text('color') : null,
    other: text('otherLanguage') === 'ko' ? 'ko' : 'en',
    ...{ otherName: text('otherName'), otherDescription: text('otherDescription') },
  }
  const { name, description, color, other, otherName, otherDescription } = entered
  const texts = { name: otherName, description: otherDescription }
  const translations = withOther(partner.translations, other, texts)
  const given = { name, description: description || null, color, translations }
  const parsed = lookBody.safeParse(sinceShown(given, fieldIn(fields, 'shown')))
  if (!parsed.success) {
    const wrong = wrongBy(parsed.error.issues, LOOK_WORDS[language].wrong)
    return lookPage(c, session, { entered, wrong })
  }
  await changeLook(ports, partner, parsed.data, principal.label)
  return c.redirect(`${PATH}?done=saved`, 303)
}

/** What the page showed and nobody touched is not said: somebody else may have changed it since. */
function sinceShown(given: Record<string, unknown>, shown: string | null) {
  const was = new Map(fieldsShown(shown))
  return Object.fromEntries(
    Object.entries(given).filter(([name, value]) => was.get(name) !== JSON.stringify(value)),
  )
}

const shownOf = ({ name, description, color, translations }: SignedIn['partner']): string => {
  const shown = new URLSearchParams()
  for (const [field, value] of Object.entries({ name, description, color, translations }))
    shown.set(field, JSON.stringify(value))
  return shown.toString()
}

const fieldsShown = (text: string | null): [string, string][] => [
  ...new URLSearchParams(text ?? ''),
]

async function saveLogo(ports: Ports, c: Context): Promise<Response> {
  const session = await signedIn(ports, c, 'owner')
  const { partner, principal, language } = session
  const file: unknown = (await c.req.formData()).get('file')
  const refused = (logo: string) =>
    lookPage(c, session, { entered: enteredOf(session), wrong: { logo } })
  if (!(file instanceof File) || file.size === 0) return refused(LOOK_WORDS[language].noFile)
  try {
    await giveLogo(ports, partner, new Uint8Array(await file.arrayBuffer()), principal.label)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    if (error.code === 'too_large') return refused(LOOK_WORDS[language].tooLarge)
    if (!ABOUT_THE_IMAGE.includes(error.code)) throw error
    return refused(describeProblem(error.code, error.params, language).detail)
  }
  return c.redirect(`${PATH}?done=saved`, 303)
}

interface LookPage {
  entered: Entered
  wrong: Wrong
  done?: boolean
}

function lookPage(c: Context, session: SignedIn, { entered, wrong, done = false }: LookPage) {
  const words = LOOK_WORDS[session.language]
  const body = html`<p class="soft">${words.intro}</p>
${notice(done ? words.saved : null)}${refusal(wrong, words.refused)}
<form class="stack" method="post" action="${PATH}">${csrfField(session)}
<input type="hidden" name="shown" value="${shownOf(session.partner)}">
${field({
  ...{ name: 'name', label: words.name, value: entered.name, wrong: wrong.name },
  more: html`maxlength="200" required autocomplete="off"`,
})}
${field({
  ...{ name: 'description', label: words.description, value: entered.description, rows: 3 },
  wrong: wrong.description,
})}
${colorField({
  ...{ label: words.color, use: words.useColor, hint: words.colorHint, value: entered.color },
  wrong: wrong.color,
})}
${otherFields(entered.other, { name: entered.otherName, description: entered.otherDescription }, words, wrong)}
<p class="actions"><button class="button">${words.save}</button></p></form>
${logoSection(session, wrong)}
<p class="soft">${words.fixed}</p>`
  const status = Object.keys(wrong).length > 0 ? 422 : 200
  return consolePage(c, { title: words.title, session, body, status })
}

function logoSection(session: SignedIn, wrong: Wrong) {
  const words = LOOK_WORDS[session.language]
  const { logo } = session.partner
  return html`<section aria-labelledby="logo-title"><h2 id="logo-title">${words.logo}</h2>
${
  logo
    ? html`<p><img class="logo large" src="${logoPath(logo)}" alt="${words.logoNow}"></p>
<form method="post" action="${PATH}/logo/removal">${csrfField(session)}<button class="quiet">${words.remove}</button></form>`
    : html`<p class="soft">${words.noLogo}</p>`
}
<form class="stack" method="post" enctype="multipart/form-data" action="${PATH}/logo">${csrfField(session)}
<div class="field"><label for="file">${words.file}</label>
<input type="file" id="file" name="file" accept="image/png,image/jpeg" required aria-describedby="file-hint${wrong.logo ? ' logo-wrong' : ''}"${wrong.logo ? html` aria-invalid="true"` : ''}>
${wrong.logo ? html`<p class="wrong" id="logo-wrong">${wrong.logo}</p>` : ''}
<p class="soft" id="file-hint">${words.fileHint}</p></div>
<p class="actions"><button class="button">${words.send}</button></p></form></section>`
}
