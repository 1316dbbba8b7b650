// The app's own files on the device: one cache for each version, whole or not there at all.

import type { WorkerScope } from './scope.ts'

export interface BuiltShell {
  /** Of everything the cache holds. */
  version: string
  script: string
  style: string
  icons: string[]
  manifests: string[]
}

const PREFIX = 'kalends-app-'
const PAGE = '/app'

const nameOf = ({ version }: BuiltShell): string => PREFIX + version

/** Fails as a whole, and is tried again later: the version before goes on meanwhile. */
export async function keepShell(shell: BuiltShell): Promise<void> {
  const cache = await caches.open(nameOf(shell))
  const page = await fetched(PAGE)
  // Between two servers of a deployment, the page may be of another version than this worker.
  if (!(await page.clone().text()).includes(shell.script)) throw new Error('of another version')
  const paths = [shell.script, shell.style, ...shell.icons, ...shell.manifests]
  const answers = await Promise.all(paths.map(fetched))
  await Promise.all(answers.map((answer, place) => cache.put(paths[place] ?? '', answer)))
  await cache.put(PAGE, page)
}

async function fetched(path: string): Promise<Response> {
  const answer = await fetch(path, { cache: 'no-cache' })
  if (!answer.ok) throw new Error(`${answer.status} for ${path}`)
  return answer
}

export async function dropOtherShells(shell: BuiltShell): Promise<void> {
  const names = await caches.keys()
  const old = names.filter((name) => name.startsWith(PREFIX) && name !== nameOf(shell))
  await Promise.all(old.map((name) => caches.delete(name)))
}

/** What of a request is the app's own file; null: it goes to the network, untouched. */
export function ownFile(scope: WorkerScope, shell: BuiltShell, request: Request): string | null {
  const { origin, pathname, search } = new URL(request.url)
  if (request.method !== 'GET' || origin !== scope.location.origin) return null
  if (request.mode === 'navigate') return pathname === PAGE ? PAGE : null
  const path = pathname + search
  const own = [shell.script, shell.style, ...shell.icons, ...shell.manifests]
  return own.includes(path) ? path : null
}

/** A cache that the browser threw away is filled again by the network. */
export async function fromShell(shell: BuiltShell, path: string, request: Request) {
  const cache = await caches.open(nameOf(shell))
  return (await cache.match(path)) ?? fetch(request)
}
