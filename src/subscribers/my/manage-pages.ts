// `/my/{token}`: everything about one link, and what can be done with it.

import type { Context } from 'hono'
import { Hono } from 'hono'
import { html } from 'hono/html'
import { freshnessOf } from '../../ledger/freshness.ts'
import type { Ports } from '../../ports.ts'
import { addDays } from '../../schedule/zones.ts'
import { overlaysOf } from '../../storage/overlays.ts'
import { upcoming } from '../../subscriptions/agenda.ts'
import { changeSubscription } from '../../subscriptions/change.ts'
import { narrows } from '../../subscriptions/choose.ts'
import { categoriesIn } from '../../subscriptions/glance.ts'
import { categoryLinks, feedLinks, manageUrl } from '../../subscriptions/links.ts'
import { touchedEvents } from '../../subscriptions/overlay.ts'
import { type DueReminder, dueReminders } from '../../subscriptions/reminders.ts'
import type { Markup } from '../../web/layout.ts'
import { APP_WORDS, appLink } from '../app/way.ts'
import { subscribeView } from '../subscribe.ts'
import { answerBuilder, answerPreview, fieldsAsked, savedFields } from './builder.ts'
import { choicesText } from './choices-text.ts'
import { CHOICES_WORDS } from './choices-words.ts'
import { linksOnDevice } from './device.ts'
import { errorsOf } from './errors.ts'
import { wishOf } from './fields.ts'
import { formOf } from './form.ts'
import { backTo, myPage } from './frame.ts'
import { freshnessView } from './freshness-view.ts'
import { calendarsText } from './home-pages.ts'
import { type Here, linkHere, TOKEN } from './link-here.ts'
import { hiddenThings, nextEvents, notedEvents } from './manage-view.ts'
import { MANAGE_WORDS } from './manage-words.ts'
import { informed, Outdated, requireUpToDate } from './meanwhile.ts'
import { membersSection } from './member-pages.ts'
import { noticeView } from './notice.ts'
import { ringingView } from './reminder-view.ts'

/** Of the next events. */
const SHOWN = 12

export const managePages = (ports: Ports): Hono =>
  new Hono()
    .get(`/my/${TOKEN}`, (c) => answerManage(ports, c))
    .get(`/my/${TOKEN}/choices`, async (c) => {
      const present = await linkHere(ports, c)
      return answerBuilder(ports, c, { ...present, fields: fieldsAsked(c, present), present })
    })
    .get(`/my/${TOKEN}/preview`, async (c) => {
      const present = await linkHere(ports, c)
      return answerPreview(ports, c, { ...present, fields: fieldsAsked(c, present), present })
    })
    .post(`/my/${TOKEN}/choices`, (c) => changeChoices(ports, c))

async function answerManage(ports: Ports, c: Context): Promise<Response> {
  const here = await linkHere(ports, c)
  const { reader, subscription } = here
  const words = MANAGE_WORDS[reader.language]
  const title = subscription.choices.label ?? calendarsText(subscription, reader.language)
  const isMade = c.req.query('made') !== undefined || c.req.query('did') === 'rotated'
  const subscribe = await subscribeSection(ports, c, here, title, isMade)
  const body = html`${noticeView(c, here)}
${isMade ? '' : freshnessView(await freshnessOf(ports, subscription), reader.language)}
${isMade ? subscribe : ''}
${await eventsSection(ports, here)}
${choicesSection(here, await soonRinging(ports, here))}
${await membersSection(ports, here)}
${isMade ? '' : subscribe}
${linkSection(ports, c, here)}`
  return myPage(c, { reader, title: title || words.unnamed, body })
}

async function subscribeSection(
  ports: Ports,
  c: Context,
  here: Here,
  name: string,
  isOpen: boolean,
): Promise<Markup> {
  const { reader, token } = here
  const words = MANAGE_WORDS[reader.language]
  const { feedUrl } = feedLinks(ports.config, token)
  const view = subscribeView({
    ...{ feedUrl, pageUrl: manageUrl(ports.config, token), name, language: reader.language },
    userAgent: c.req.header('user-agent'),
  })
  const parts = here.subscription.choices.split === null ? '' : await partLinks(ports, here)
  return isOpen
    ? html`<section class="beside"><h2>${words.subscribe}</h2>${view}${parts}</section>`
    : html`<details class="beside"><summary><h2>${words.subscribe}</h2></summary>${view}${parts}</details>`
}

/** One address for each category that is in the feed. */
async function partLinks(ports: Ports, { reader, token, subscription }: Here): Promise<Markup> {
  const words = MANAGE_WORDS[reader.language]
  const { choices, followed } = subscription
  const overlays = await overlaysOf(ports.db, subscription)
  const categories = await categoriesIn(ports, { followed, choices, overlays })
  return html`<h3>${words.parts}</h3><p class="hint">${words.partsHint}</p><ul class="rows">${categories.map(
    (category) => {
      const { feedUrl, webcalUrl } = categoryLinks(ports.config, token, category)
      return html`<li><div class="what"><a href="${webcalUrl}"><bdi>${category ?? words.noCategory}</bdi></a><code>${feedUrl}</code></div></li>`
    },
  )}</ul>`
}

async function eventsSection(ports: Ports, here: Here): Promise<Markup> {
  const { reader, subscription } = here
  const { choices, followed } = subscription
  const words = MANAGE_WORDS[reader.language]
  const overlays = await overlaysOf(ports.db, subscription)
  const { count, next } = await upcoming(ports, { followed, choices, overlays }, SHOWN)
  const touched = await touchedEvents(ports, subscription)
  const now = ports.now()
  const isNarrow = narrows(choices, overlays)
  return html`<h2>${words.next}</h2>
${next.length === 0 ? html`<p>${isNarrow ? words.allHidden : words.nextNone}</p>` : nextEvents(here, next, now)}
${count > SHOWN ? html`<p class="soft">${words.all(count)}</p>` : ''}
<h2>${words.hidden}</h2>${hiddenThings(here, touched, now)}
${notedEvents(here, touched, now)}`
}

const RINGING_SHOWN = 3
const DAYS_AHEAD = 62

/** Where rules were chosen, so that one sees what they do. */
async function soonRinging(ports: Ports, { subscription }: Here): Promise<DueReminder[]> {
  if (subscription.choices.reminders === null) return []
  const from = ports.now()
  const to = `${addDays(from.slice(0, 10), DAYS_AHEAD)}${from.slice(10)}`
  return dueReminders(ports, subscription, { from, to }, { limit: RINGING_SHOWN })
}

function choicesSection(here: Here, ringing: readonly DueReminder[]): Markup {
  const { reader, subscription, path } = here
  const words = MANAGE_WORDS[reader.language]
  const lines = choicesText(subscription.choices, reader.language)
  return html`<h2>${words.choices}</h2>
<p><bdi>${calendarsText(subscription, reader.language)}</bdi></p>
${lines.length > 0 ? html`<ul>${lines.map((line) => html`<li><bdi>${line}</bdi></li>`)}</ul>` : ''}
${ringing.length > 0 ? ringingView(here, ringing) : ''}
<p><a class="button second" href="${reader.to(`${path}/choices`)}">${words.change}</a></p>`
}

function linkSection(ports: Ports, c: Context, here: Here): Markup {
  const { reader, subscription, path, token } = here
  const { to, language } = reader
  const words = MANAGE_WORDS[language]
  const keep = linksOnDevice(c).includes(token)
    ? ''
    : html`<form method="post" action="${to(`${path}/keep`)}" class="keep"><button>${words.keep}</button></form>`
  return html`<h2>${words.link}</h2>
<form method="post" action="${to(`${path}/label`)}" class="beside-field"><div class="field"><label for="label">${words.label}</label>
<input type="hidden" name="before" value="${subscription.choices.label ?? ''}"><input id="label" name="label" value="${subscription.choices.label ?? ''}" maxlength="100" autocomplete="off" aria-describedby="label-hint">
<p class="hint" id="label-hint">${CHOICES_WORDS[language].labelHint}</p></div><button>${words.rename}</button></form>
${keep}
<ul class="rows">
<li><div class="what"><a href="${appLink(manageUrl(ports.config, token), reader)}">${APP_WORDS[language].open}</a><span class="soft">${APP_WORDS[language].why}</span></div></li>
<li><div class="what"><a href="/v1/subscriptions/${token}/export" download="kalends.json">${words.exportIt}</a><span class="soft">${words.exportHint}</span></div></li>
<li><div class="what"><a href="${to(`${path}/rotate`)}">${words.rotate}</a><span class="soft">${words.rotateHint}</span></div></li>
<li><div class="what"><a href="${to(`${path}/erase`)}">${words.erase}</a><span class="soft">${words.eraseHint}</span></div></li>
</ul>`
}

async function changeChoices(ports: Ports, c: Context): Promise<Response> {
  const fields = await formOf(ports, c)
  const present = await linkHere(ports, c)
  const { reader, token, path } = present
  try {
    await changeSubscription(ports, token, wishOf(fields), (subscription) =>
      requireUpToDate(savedFields({ subscription }), fields),
    )
    return backTo(c, `${path}?did=saved`)
  } catch (thrown) {
    if (thrown instanceof Outdated) {
      const asked = { reader, fields: await informed(thrown.saved, fields) }
      return answerBuilder(ports, c, {
        ...asked,
        present: await linkHere(ports, c),
        isOutdated: true,
      })
    }
    const errors = errorsOf(thrown, reader.language)
    return answerBuilder(ports, c, { reader, fields, present, errors })
  }
}
