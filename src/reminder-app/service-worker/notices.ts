// A push becomes a notification: once for each key, in the language and with the words it brings.

import { openStore } from '../engine/store.ts'
import type { AppWindow, WorkerScope } from './scope.ts'

export interface Notice {
  type: 'reminder' | 'change' | 'test'
  key: string
  at: string | null
  title: string
  body: string
  tag: string
  url: string
  language: string
  expiresAt: string | null
}

const DATABASE = 'kalends'
const KEPT_MS = 60 * 86_400_000
const ICON = '/app/icon-192.png'

export async function showNotice(scope: WorkerScope, told: unknown, now: number): Promise<void> {
  const notice = noticeOf(told)
  if (!notice) return
  if (notice.type === 'change') await tellWindows(scope, { type: 'changed' })
  if (isOver(notice, now) || !(await isFirst(notice, now))) return
  await scope.registration.showNotification(notice.title, {
    ...{ body: notice.body, tag: notice.tag, lang: notice.language, icon: ICON, badge: ICON },
    data: { url: notice.url },
  })
}

/** Null for what no server of ours sends. */
function noticeOf(told: unknown): Notice | null {
  const notice = told as Notice | null
  const isWhole = ['key', 'title', 'body', 'tag', 'url'].every(
    (name) => typeof notice?.[name as keyof Notice] === 'string',
  )
  return isWhole ? notice : null
}

/** A reminder that was on its way for too long reminds of what has begun. */
const isOver = ({ type, expiresAt }: Notice, now: number): boolean =>
  type === 'reminder' && expiresAt !== null && Date.parse(expiresAt) < now

/** Also when the push service delivers it twice. A device that keeps nothing shows it. */
async function isFirst({ key, at }: Notice, now: number): Promise<boolean> {
  const name = `${key} ${at ?? ''}`
  try {
    const store = await openStore(DATABASE)
    const act = store.transaction('shown', 'readwrite')
    const before = await act.store.get(name)
    if (!before) await act.store.put({ key: name, at: now })
    const old = await act.store.index('at').getAllKeys(IDBKeyRange.upperBound(now - KEPT_MS))
    for (const each of old) await act.store.delete(each)
    await act.done
    store.close()
    return before === undefined
  } catch {
    return true
  }
}

const appWindows = async ({ clients, location }: WorkerScope): Promise<AppWindow[]> =>
  (await clients.matchAll({ type: 'window', includeUncontrolled: true })).filter(
    ({ url }) => new URL(url).origin === location.origin && new URL(url).pathname === '/app',
  )

async function tellWindows(scope: WorkerScope, message: object): Promise<void> {
  for (const each of await appWindows(scope)) each.postMessage(message)
}

/** Opens what a notification is about: in the app where it is open, else anew. Only here. */
export async function openNotice(scope: WorkerScope, notification: Notification): Promise<void> {
  notification.close()
  const { origin } = scope.location
  const asked = new URL((notification.data as { url?: string } | null)?.url ?? '/app', origin)
  const url = asked.origin === origin ? asked.href : `${origin}/app`
  const [open] = await appWindows(scope)
  if (!open) {
    await scope.clients.openWindow(url)
    return
  }
  open.postMessage({ type: 'open', url })
  await open.focus()
}
