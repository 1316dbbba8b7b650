// Whether the browser offers to install the app, and the offer taken.

import { useEffect, useState } from 'preact/hooks'

/** Chromium's own; no other browser has it. */
interface Offer extends Event {
  prompt(): Promise<unknown>
}

let offer: Offer | null = null
const listeners = new Set<() => void>()

function become(next: Offer | null): void {
  offer = next
  for (const listener of listeners) listener()
}

/** Before anything is shown: the browser offers once. */
export function awaitOffer(): void {
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault()
    become(event as Offer)
  })
  addEventListener('appinstalled', () => become(null))
}

/** Null where nothing is offered. An offer can be taken once, whatever is answered. */
export function useOffer(): (() => Promise<void>) | null {
  const [present, setPresent] = useState(offer)
  useEffect(() => {
    const look = () => setPresent(offer)
    listeners.add(look)
    return () => void listeners.delete(look)
  }, [])
  if (!present) return null
  return async () => {
    become(null)
    await present.prompt()
  }
}

/** It stands in a window of its own: it is installed. */
export const isInstalled = (): boolean =>
  matchMedia('(display-mode: standalone)').matches ||
  (navigator as { standalone?: boolean }).standalone === true

/** iPhones and iPads install from their share menu, and tell no page how. */
export const isIphone = (): boolean =>
  /iPhone|iPad/.test(navigator.userAgent) ||
  (navigator.userAgent.includes('Macintosh') && navigator.maxTouchPoints > 1)
