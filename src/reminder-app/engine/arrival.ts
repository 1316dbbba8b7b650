// A link that came with the address: behind `#open=`, or shared by another app. It is shown before it
// is opened, since anybody can write an address.

const OPEN = '#open='

export function welcomeLinks(): void {
  const shared = new URLSearchParams(location.search)
  const given = ['url', 'text', 'title'].map((name) => shared.get(name)?.trim()).find(Boolean)
  if (given) show(given)
  addEventListener('hashchange', openHash)
  openHash()
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
