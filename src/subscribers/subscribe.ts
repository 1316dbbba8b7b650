// The subscribe buttons: the one that fits the device first, every other way within reach, and
// what to expect of each.

import { html } from 'hono/html'
import type { Language } from '../language/choose.ts'
import type { Markup } from '../web/layout.ts'
import { qrCode } from './qr.ts'
import {
  deviceOf,
  isInsideApp,
  isOtherBrowserOnIos,
  isPhone,
  linksOf,
  MAX_GOOGLE_UNITS,
  reachOf,
  type Way,
  waysFitting,
  waysFor,
} from './ways.ts'
import { SUBSCRIBE_WORDS, WAY_WORDS } from './ways-words.ts'

/** What makes the copy button; the page that shows the buttons loads it. */
export const SUBSCRIBE_SCRIPT = '/assets/subscribe.js'

export interface Subscribable {
  /** Absolute, of the feed itself. */
  feedUrl: string
  /** Absolute, of the page that a phone shall open by the QR code. */
  pageUrl: string
  name: string
  language: Language
  userAgent: string | undefined
}

export function subscribeView(feed: Subscribable): Markup {
  const words = SUBSCRIBE_WORDS[feed.language]
  const device = deviceOf(feed.userAgent)
  const shown = waysFitting(device, feed.feedUrl)
  const others = waysFor(device, feed.feedUrl).slice(shown.length)
  const open = isPhone(device) ? '' : html` open`
  return html`<div class="subscribe">
${shown.map((way, place) => firstWay(way, feed, place === 0))}
${warnings(feed).map((text) => html`<p class="told">${text}</p>`)}
${addressField(feed)}
<details><summary>${words.others}</summary>
<ul class="ways">${others.map((way) => otherWay(way, feed))}</ul></details>
<details class="fold"${open}><summary>${words.qr}</summary><div class="qr-beside">${qrCode(feed.pageUrl, words.qrLabel)}<p class="soft">${words.qrHow}</p></div></details>
<details><summary>${words.delays}</summary><p class="soft">${words.delaysHow}</p>${delays(feed)}</details>
</div>`
}

function firstWay(way: Way, { feedUrl, name, language }: Subscribable, best: boolean): Markup {
  const words = WAY_WORDS[language][way]
  // Where no app takes it, it opens nothing: not a button that invites.
  if (way === 'android')
    return html`<p class="soft">${words.how} <a href="${linksOf(feedUrl, name)[way]}">${words.act}</a></p>`
  return html`<p class="first-way"><a class="button${best ? '' : ' second'}" href="${linksOf(feedUrl, name)[way]}"${elsewhere(way)}>${words.act}</a></p>
<p class="soft">${words.how}</p>`
}

/** Another site opens beside this page, and does not learn of it. */
const elsewhere = (way: Way) =>
  way === 'google' || way === 'outlook' || way === 'microsoft365'
    ? html` target="_blank" rel="noopener noreferrer"`
    : ''

/** What will not work, said before it is tried. */
function warnings({ feedUrl, language, userAgent }: Subscribable): string[] {
  const words = SUBSCRIBE_WORDS[language]
  const reach = reachOf(feedUrl)
  return [
    ...(isInsideApp(userAgent) ? [words.insideApp] : []),
    ...(isOtherBrowserOnIos(userAgent) ? [words.otherBrowser] : []),
    ...(reach === 'here' ? [words.here] : []),
    ...(reach === 'without-tls' ? [words.withoutTls] : []),
    ...(reach !== 'here' && feedUrl.length > MAX_GOOGLE_UNITS ? [words.tooLong] : []),
  ]
}

function addressField({ feedUrl, language }: Subscribable): Markup {
  const words = SUBSCRIBE_WORDS[language]
  return html`<div class="address"><label for="feed-url">${words.address}</label>
<div class="copy"><input id="feed-url" readonly value="${feedUrl}" aria-describedby="feed-url-how">
${copyButton('feed-url', language)}</div>
<p class="soft" id="feed-url-how">${words.addressHow}</p></div>`
}

/** Shown by the script that copies. */
export function copyButton(id: string, language: Language): Markup {
  const words = SUBSCRIBE_WORDS[language]
  return html`<button type="button" data-copy="${id}" data-done="${words.copied}" data-failed="${words.failed}" aria-live="polite" hidden>${words.copy}</button>`
}

function otherWay(way: Way, { feedUrl, name, language }: Subscribable): Markup {
  const words = WAY_WORDS[language][way]
  return html`<li><a class="button second" href="${linksOf(feedUrl, name)[way]}"${elsewhere(way)}>${words.act}</a>
<span class="soft">${words.how}</span></li>`
}

function delays({ feedUrl, language, userAgent }: Subscribable): Markup {
  const ways = waysFor(deviceOf(userAgent), feedUrl)
  return html`<dl class="delays">${ways.map((way) => {
    const { name, every, but } = WAY_WORDS[language][way]
    return html`<div><dt>${name}</dt><dd>${every}</dd><dd class="soft">${but}</dd></div>`
  })}</dl>
<p><a href="/doctor/clients?lang=${language}">${SUBSCRIBE_WORDS[language].measured}</a></p>`
}
