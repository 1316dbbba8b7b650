// /embed/kalends.js: a calendar on a partner's own site, as one custom element. Plain JavaScript,
// served as it stands.

import { EMBED_STYLE } from './script-style.ts'

/**
 * No cookie, no storage, no HTML from data: every text is a text node. Its styles are constructed,
 * so that the page's policy need not allow inline ones. Needs of that policy: script-src and
 * connect-src of this server.
 */
export const EMBED_SCRIPT = `'use strict'
{
const own = document.currentScript && document.currentScript.src
const WORDS = {
  ko: {
    loading: '일정을 불러오는 중입니다', empty: '예정된 일정이 없습니다.',
    failed: '지금은 일정을 불러올 수 없습니다.', unknown: '이런 캘린더가 없습니다.',
    apple: 'Apple 캘린더에 구독', google: 'Google 캘린더에 추가', other: '다른 캘린더 앱',
    all: '전체 일정', allDay: '하루 종일', timeTbd: '시간 미정',
    cancelled: '취소', postponed: '연기', soldOut: '매진', tentative: '예정(미확정)', result: '결과',
  },
  en: {
    loading: 'Loading the schedule', empty: 'Nothing is planned.',
    failed: 'The schedule cannot be loaded just now.', unknown: 'There is no such calendar.',
    apple: 'Subscribe in Apple Calendar', google: 'Add to Google Calendar', other: 'Other calendar apps',
    all: 'Full schedule', allDay: 'all day', timeTbd: 'time to be decided',
    cancelled: 'Cancelled', postponed: 'Postponed', soldOut: 'Sold out', tentative: 'Tentative', result: 'Result',
  },
}
const STYLE = ${JSON.stringify(EMBED_STYLE)}
const ADDRESS = /^[a-z0-9-]{1,64}\\/[a-z0-9-]{1,64}$/
const MOST = 20
const GOOGLE_UNITS = 256
const MINUTES = 5

const element = (name, attributes, ...children) => {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes || {})) if (value !== null) made.setAttribute(key, value)
  made.append(...children.filter((child) => child !== null && child !== ''))
  return made
}
const elsewhere = (href, text, attributes) =>
  element('a', { href, target: '_blank', rel: 'noopener', ...attributes }, text)

class KalendsCalendar extends HTMLElement {
  static observedAttributes = ['calendar', 'view', 'limit', 'lang', 'theme', 'server']
  #root = this.attachShadow({ mode: 'open' })
  #asking = null
  #planned = false

  connectedCallback() {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(STYLE)
    this.#root.adoptedStyleSheets = [sheet]
    this.#plan()
  }
  disconnectedCallback() {
    if (this.#asking) this.#asking.abort()
  }
  attributeChangedCallback(name, before, after) {
    if (this.isConnected && before !== after && name !== 'theme') this.#plan()
  }
  /** Several attributes that change at once are one change. */
  #plan() {
    if (this.#planned) return
    this.#planned = true
    queueMicrotask(() => {
      this.#planned = false
      if (this.isConnected) this.#load()
    })
  }
  get #server() {
    const given = this.getAttribute('server') || own || location.href
    return new URL(given, location.href).origin
  }
  get #language() {
    const said = this.getAttribute('lang') || (this.closest('[lang]') || {}).lang || navigator.language || 'ko'
    return /^ko/i.test(said) ? 'ko' : 'en'
  }
  async #load() {
    if (this.#asking) this.#asking.abort()
    const asking = new AbortController()
    this.#asking = asking
    const words = WORDS[this.#language]
    const address = (this.getAttribute('calendar') || '').trim()
    if (!ADDRESS.test(address)) return this.#say(words.unknown)
    this.#show(element('p', { class: 'soft', role: 'status' }, words.loading), true)
    const ask = async (path) => {
      const answer = await fetch(this.#server + '/v1/calendars/' + address + path,
        { credentials: 'omit', referrerPolicy: 'no-referrer', signal: asking.signal })
      if (!answer.ok) throw Object.assign(new Error(answer.status), { status: answer.status })
      return answer.json()
    }
    try {
      const wanted = this.getAttribute('view') === 'button' ? null : ask('/events?' + this.#range())
      const [calendar, found] = await Promise.all([ask(''), wanted])
      this.#draw(calendar, found && found.events)
    } catch (error) {
      if (asking.signal.aborted) return
      this.#say(error.status === 404 ? words.unknown : words.failed)
    }
  }
  /** From a time that many readers share, so that caches can. */
  #range() {
    const step = MINUTES * 60000
    const now = new Date(Math.floor(Date.now() / step) * step).toISOString().slice(0, 19) + 'Z'
    const limit = Math.min(MOST, Math.max(1, parseInt(this.getAttribute('limit'), 10) || 5))
    return 'from=' + encodeURIComponent(now) + '&limit=' + limit
  }
  #show(content, busy) {
    this.#root.replaceChildren(element('div', { class: 'box', part: 'box', 'aria-busy': busy ? 'true' : null, lang: this.#language }, content))
  }
  /** What the page itself wrote between the tags stands below. */
  #say(text) {
    const box = document.createDocumentFragment()
    box.append(element('p', { role: 'status' }, text), element('slot'))
    this.#show(box)
  }
  #draw(calendar, events) {
    const language = this.#language
    const told = (calendar.translations || {})[language] || {}
    const name = calendar.language === language ? calendar.name : told.name || calendar.name
    const path = '/' + calendar.partner + '/' + calendar.calendar
    const page = this.#server + path + '?lang=' + language
    const box = document.createDocumentFragment()
    if (events) box.append(this.#list(calendar, events, name))
    box.append(this.#ways(calendar, page, name))
    this.#show(box)
    if (/^#[0-9a-f]{6}$/i.test(calendar.color || ''))
      this.#root.firstChild.style.setProperty('--kalends-mark', calendar.color)
  }
  #list({ language, calendar }, events, name) {
    const words = WORDS[this.#language]
    const section = element('div', { role: 'group', class: 'list', 'aria-label': name, part: 'list' },
      element('p', { class: 'name', part: 'name', lang: this.#language === language ? null : language }, name))
    if (events.length === 0) section.append(element('p', { class: 'soft' }, words.empty))
    else section.append(element('ol', {}, ...events.map((event) => this.#event(event, language))))
    return section
  }
  #event(event, written) {
    const language = this.#language
    const words = WORDS[language]
    const told = (event.translations || {})[language] || {}
    const place = told.location || (event.location || {}).name || ''
    const mark = ['cancelled', 'postponed', 'tentative'].includes(event.status) ? event.status : event.soldOut ? 'soldOut' : null
    const off = mark === 'cancelled' || mark === 'postponed'
    return element('li', { class: off ? 'off' : null, part: 'event' },
      element('time', { datetime: event.allDay ? event.start.slice(0, 10) : event.startsAt }, timeOf(event, language)),
      element('div', {},
        mark && element('strong', { class: mark }, words[mark]),
        mark && ' ',
        element('span', { class: 'title', lang: told.title || language === written ? null : event.lang || written }, told.title || event.title),
        place && element('p', { class: 'soft', lang: told.location || language === written ? null : event.lang || written }, place),
      ))
  }
  /** Each device its one right way, and the page where all of them are. */
  #ways({ feedUrl, webcalUrl }, page, name) {
    const words = WORDS[this.#language]
    const apple = /iPhone|iPad|iPod|Macintosh|Mac OS X/.test(navigator.userAgent)
    const ways = element('p', { class: 'ways', part: 'ways' })
    if (apple && /^webcal:/.test(webcalUrl))
      ways.append(element('a', { class: 'button', part: 'button', href: webcalUrl, 'aria-label': words.apple + ': ' + name }, words.apple))
    else if (/^https?:/.test(feedUrl) && webcalUrl.length <= GOOGLE_UNITS)
      ways.append(elsewhere('https://calendar.google.com/calendar/r?cid=' + encodeURIComponent(webcalUrl), words.google,
        { class: 'button', part: 'button', 'aria-label': words.google + ': ' + name }))
    ways.append(elsewhere(page, this.getAttribute('view') === 'button' ? words.other : words.all + ' · ' + words.other, { 'aria-label': words.all + ', ' + words.other + ': ' + name }))
    return ways
  }
}

/** By the clock of the place; said which, where the reader's is another. */
const timeOf = ({ start, end, startsAt, allDay, timeTbd, timezone }, language) => {
  const words = WORDS[language]
  const instant = new Date(startsAt)
  const year = String(new Date().getFullYear())
  const day = { month: 'short', day: 'numeric', weekday: 'short', ...(start.slice(0, 4) === year ? {} : { year: 'numeric' }) }
  const tag = language === 'ko' ? 'ko-KR' : 'en-GB'
  if (allDay || timeTbd) {
    const format = new Intl.DateTimeFormat(tag, { ...day, timeZone: 'UTC' })
    const first = new Date(start.slice(0, 10) + 'T00:00:00Z')
    if (timeTbd) return format.format(first) + ' · ' + words.timeTbd
    // The end of whole days is the last of them.
    const last = end ? new Date(end.slice(0, 10) + 'T00:00:00Z') : first
    return last > first ? format.formatRange(first, last) : format.format(first) + ' · ' + words.allDay
  }
  const clock = { ...day, hour: 'numeric', minute: '2-digit', timeZone: timezone }
  const there = new Intl.DateTimeFormat(tag, { ...clock, timeZoneName: 'longOffset' }).formatToParts(instant)
  const here = new Intl.DateTimeFormat(tag, { timeZoneName: 'longOffset' }).formatToParts(instant)
  const offset = (parts) => (parts.find(({ type }) => type === 'timeZoneName') || {}).value
  const same = offset(there) === offset(here)
  return new Intl.DateTimeFormat(tag, same ? clock : { ...clock, timeZoneName: 'short' }).format(instant)
}

if (!customElements.get('kalends-calendar')) customElements.define('kalends-calendar', KalendsCalendar)
}
`
