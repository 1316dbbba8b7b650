// One step with the server: what was done here goes there, what became of everything comes here.

import { idempotencyKey, KalendsProblem, type Subscription } from '../../client/src/index.ts'
import { filtersOf } from './choices.ts'
import type { Core } from './core.ts'
import { editsIn } from './edit.ts'
import { byUid, type Flushed, flush, hasMovedOn, isRefused, type There } from './flush.ts'
import { keepPage } from './pages.ts'
import { type Kept, type KeptSync, keep, keptOf, type Store } from './store.ts'
import { utc } from './view.ts'

const DAY_MS = 86_400_000
/** Days that are kept, around the day on which everything was told. */
export const DAYS_BACK = 30
export const DAYS_AHEAD = 400
/** After so many, everything is told anew for the days to come. */
export const RENEWED_AFTER_DAYS = 60
const PAGE = 500
const ATTEMPTS = 4

/** Throws a `KalendsProblem`; whatever was done before it stays done. */
export async function syncOnce(core: Core): Promise<void> {
  const store = await core.store()
  const token = (await keptOf(store, 'token')) ?? (await make(core, store))
  if (token === null || (await keptOf(store, 'ended'))) return
  const subscription = core.client().subscription(token)
  const { there, stopped } = await flushed(core, store, subscription)
  await pull(core, store, subscription, there.choices)
  await readAside(core, store, token, there.choices).catch((error) => {
    if (!(error instanceof KalendsProblem)) throw error
  })
  await keep(store, 'syncedAt', utc(core.device.now()))
  // What has to wait does not keep the news back.
  if (stopped) throw stopped
}

/** Read and sent again while other devices write in between; at last it waits for the next sync. */
async function flushed(core: Core, store: Store, subscription: Subscription): Promise<Flushed> {
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await flush(core, subscription, await thereNow(store, subscription))
    const { stopped } = outcome
    if (!stopped || !hasMovedOn(stopped) || attempt === ATTEMPTS) return outcome
  }
}

/** The first calendar that is followed makes the subscription: once, however often it is tried. */
async function make(core: Core, store: Store): Promise<string | null> {
  const wanted = (await editsIn(store)).flatMap((each) =>
    each.kind === 'followed' && each.value ? each.calendar : [],
  )
  const begun = await keptOf(store, 'making')
  const making = begun ?? { key: idempotencyKey(), calendars: wanted }
  if (making.calendars.length === 0) return null
  await keep(store, 'making', making)
  try {
    const { token, ...choices } = await core.client().post('/v1/subscriptions', {
      headers: { 'Idempotency-Key': making.key },
      body: { calendars: making.calendars, timezone: core.device.timezone, language: null },
    })
    await adopt(store, token, choices)
    return token
  } catch (error) {
    if (!isRefused(error)) throw error
    const act = store.transaction(['edits', 'kept'], 'readwrite')
    await Promise.all([act.objectStore('edits').clear(), act.objectStore('kept').delete('making')])
    await act.done
    core.show({ problem: error.message })
    return null
  }
}

/**
 * From now on this device is one of the subscription's. What another one told goes; what was done here
 * and is not sent yet stays, since the new link may be the old one's.
 */
export async function adopt(store: Store, token: string, choices: object): Promise<void> {
  const names = ['kept', 'events', 'happenings', 'differences', 'histories'] as const
  const act = store.transaction(names, 'readwrite')
  const kept = act.objectStore('kept')
  for (const name of names) if (name !== 'kept') await act.objectStore(name).clear()
  for (const name of ['making', 'ended', 'sync', 'overlays', 'phone'] as const)
    await kept.delete(name)
  await kept.put(token, 'token')
  await kept.put(choices, 'choices')
  const push = (await kept.get('push')) as Kept['push'] | undefined
  // Told to the other one: it is to be told anew.
  if (push) await kept.put({ ...push, endpoint: '' }, 'push')
  await act.done
}

async function thereNow(store: Store, subscription: Subscription): Promise<There> {
  const before = await keptOf(store, 'choices')
  const kept = await keptOf(store, 'overlays')
  const choices = (await subscription.choices()) as Kept['choices']
  const isKnown = kept !== undefined && before?.revision === choices.revision
  const overlays = isKnown ? kept : byUid((await subscription.overlay.list()).overlays)
  await keep(store, 'choices', choices)
  await keep(store, 'overlays', overlays)
  return { choices, overlays }
}

async function pull(
  core: Core,
  store: Store,
  subscription: Subscription,
  choices: Kept['choices'],
): Promise<void> {
  const now = utc(core.device.now())
  let sync = begunAt(await keptOf(store, 'sync'), core.device.now())
  const { from, to, token } = sync
  const telling = { now, calendars: choices.calendars, filters: filtersOf(choices) }
  const pages = subscription.sync(token, { from, to, hidden: true, limit: PAGE })
  for await (const page of pages) {
    // The server knows our token no longer: all of it anew, beside what is kept until then.
    if (page.restarted && sync.token !== null) sync = { ...sync, round: sync.round + 1 }
    sync = await keepPage(store, page, sync, telling)
    await core.changed()
  }
}

/** Where the last sync was; from the beginning when there was none, or its days are nearly over. */
function begunAt(kept: KeptSync | undefined, now: number): KeptSync {
  const day = (days: number): string => utc(now + days * DAY_MS).slice(0, 10)
  const isNear = kept && kept.from < day(-DAYS_BACK - RENEWED_AFTER_DAYS)
  if (kept && !isNear) return kept
  const { round = 0, longestMs = 0, told = null } = kept ?? {}
  const range = { from: day(-DAYS_BACK), to: day(DAYS_AHEAD) }
  return { ...range, token: null, round: round + 1, longestMs, told: renewed(told) }
}

/** What only now comes into sight is not new. */
const renewed = (told: KeptSync['told']): KeptSync['told'] => told && { ...told, calendars: [] }

/** Nice to have: without them the rest is as good. */
async function readAside(
  core: Core,
  store: Store,
  token: string,
  { calendars }: Kept['choices'],
): Promise<void> {
  const client = core.client()
  const names = { ...((await keptOf(store, 'names')) ?? {}) }
  for (const address of calendars.filter((each) => !names[each]?.translations)) {
    const found = await client.get('/v1/calendars', { params: { query: { q: address } } })
    const it = found.calendars.find((each) => `${each.partner}/${each.calendar}` === address)
    if (!it) continue
    const { name, partnerName, translations, partnerTranslations } = it
    names[address] = { calendar: address, name, partnerName, translations, partnerTranslations }
  }
  await keep(store, 'names', names)
  const params = { path: { token } }
  const fresh = await client.get('/v1/subscriptions/{token}/freshness', { params })
  const phone = fresh.clients.map(({ family, fetchedAt, changes }) => ({
    ...{ program: family, fetchedAt, missing: changes },
  }))
  await keep(store, 'phone', phone)
}
