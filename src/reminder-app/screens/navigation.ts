// Moving between screens by the address after the #. Going back finds a screen where it was left.

import { useEffect, useState } from 'preact/hooks'
import { type Route, routeOf } from './route.ts'

const scrolls = new Map<string, number>()
let here = ''
let isBack = false
let entries = 0

/** Entries that this app made carry a number; the browser gives it back when one is returned to. */
function arrive(): void {
  const own: unknown = history.state?.entry
  isBack = typeof own === 'number'
  if (typeof own === 'number') entries = Math.max(entries, own)
  else {
    entries += 1
    history.replaceState({ entry: entries }, '')
  }
  here = location.hash
}

const remember = () => scrolls.set(here, scrollY)

/** Where a screen was left, when it is returned to; else its top. */
export const scrollOfArrival = (): number => (isBack ? (scrolls.get(here) ?? 0) : 0)

export function useRoute(): Route {
  const [hash, setHash] = useState(location.hash)
  useEffect(() => {
    arrive()
    const follow = () => {
      arrive()
      setHash(location.hash)
    }
    addEventListener('hashchange', follow)
    addEventListener('scroll', remember, { passive: true })
    return () => {
      removeEventListener('hashchange', follow)
      removeEventListener('scroll', remember)
    }
  }, [])
  return routeOf(hash)
}

/** At once, so that what is said after it is said on the screen that was gone to. */
export function go(address: string): void {
  if (address === (location.hash || '#/')) return
  history.pushState(null, '', address)
  dispatchEvent(new HashChangeEvent('hashchange'))
}

/** In place of where one is, so that going back does not lead through it. */
export function goInstead(address: string): void {
  history.replaceState(history.state, '', address)
  dispatchEvent(new HashChangeEvent('hashchange'))
}

/** One screen back; to `otherwise` where the app began here. */
export function goBack(otherwise: string): void {
  if ((history.state?.entry ?? 0) > 1) history.back()
  else go(otherwise)
}
