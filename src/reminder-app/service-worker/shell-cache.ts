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
/** A script or a style of this version, or of the one before. */
const VERSIONED = /^\/app\/app\.[0-9a-f]+\.(?:js|css)$/

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

/** The version before stays one time more: a page of it may still be loading. */
export async function dropOldShells(shell: BuiltShell): Promise<void> {
  const names = await caches.keys()
  const others = names.filter((name) => name.startsWith(PREFIX) && name !== nameOf(shell))
  await Promise.all(others.slice(0, -1).map((name) => caches.delete(name)))
}

/** What of a request is the app's own file; null: it goes to the network, untouched. */
export function ownFile(scope: WorkerScope, shell: BuiltShell, request: Request): string | null {
  const { origin, pathname, search } = new URL(request.url)
  if (request.method !== 'GET' || origin !== scope.location.origin) return null
  if (request.mode === 'navigate') return pathname === PAGE ? PAGE : null
  const path = pathname + search
  if (VERSIONED.test(path)) return path
  const own = [...shell.icons, ...shell.manifests]
  return own.includes(path) ? path : null
}

/**
 * A cache that the browser threw away is filled again by the network, which is not told what was
 * shared with the app: a personal link is its owner's secret.
 */
export async function fromShell(shell: BuiltShell, path: string, request: Request) {
  const cache = await caches.open(nameOf(shell))
  const kept = (await cache.match(path)) ?? (VERSIONED.test(path) ? await caches.match(path) : null)
  return kept ?? fetch(path === PAGE ? PAGE : request)
}
