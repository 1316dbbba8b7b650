// The service worker is registered, and a newer one takes over when nobody is in the middle of things.

const BEGINNING_MS = 10_000

/** `onHint`: the worker heard that something changed. */
export async function registerWorker(onHint: () => void): Promise<void> {
  const { serviceWorker } = navigator
  if (!serviceWorker) return
  serviceWorker.addEventListener('message', ({ data }) => {
    if (data?.type === 'changed') onHint()
    if (data?.type === 'open' && typeof data.url === 'string') open(data.url)
  })
  const wasControlled = serviceWorker.controller !== null
  serviceWorker.addEventListener('controllerchange', () => {
    // The first worker of all brings nothing new.
    if (wasControlled) reloadUnseen()
  })
  const options = { scope: '/app', updateViaCache: 'none' } as const
  const registration = await serviceWorker.register('/app/worker.js', options).catch(() => null)
  if (!registration) return
  // Begun just now: nobody has done anything that a reload would take away.
  registration.waiting?.postMessage({ type: 'take-over' })
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden')
      registration.waiting?.postMessage({ type: 'take-over' })
    else void registration.update().catch(() => {})
  })
}

/** Just begun, or unseen: nobody is in the middle of writing something. */
function reloadUnseen(): void {
  const reload = () => location.reload()
  if (document.visibilityState === 'hidden' || performance.now() < BEGINNING_MS) reload()
  else document.addEventListener('visibilitychange', reload, { once: true })
}

function open(url: string): void {
  const { pathname, hash } = new URL(url, location.origin)
  if (pathname === '/app') location.hash = hash
}
