// A link that came with the address: behind `#open=`, or shared by another app. It is shown before it
// is opened, since anybody can write an address.

import { LANGUAGE_KEY } from './browser.ts'

const OPEN = '#open='

export function welcomeLinks(): void {
  const shared = new URLSearchParams(location.search)
  rememberLanguage(shared.get('lang'))
  const given = ['url', 'text', 'title'].map((name) => shared.get(name)?.trim()).find(Boolean)
  if (given) show(given)
  addEventListener('hashchange', openHash)
  openHash()
}

/** As it was chosen on the page that led here. */
function rememberLanguage(chosen: string | null): void {
  if (chosen !== 'ko' && chosen !== 'en') return
  try {
    localStorage.setItem(LANGUAGE_KEY, chosen)
  } catch {
    // A browser that keeps nothing asks again.
  }
}

function openHash(): void {
  if (!location.hash.startsWith(OPEN)) return
  const link = location.hash.slice(OPEN.length)
  show(/%[0-9a-f]{2}/i.test(link) ? decoded(link) : link)
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** In place of the address that brought it: going back leads to where one was before. */
function show(link: string): void {
  history.replaceState(null, '', `/app#/add?link=${encodeURIComponent(link)}`)
  dispatchEvent(new HashChangeEvent('hashchange'))
}
