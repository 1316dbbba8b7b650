// What is asked of the server when somebody wants to know, and kept where that helps offline.

import type { components } from '../../client/src/index.ts'
import type { FoundCalendar, HistoryEntry, ReportWish } from '../engine.ts'
import type { Core } from './core.ts'
import { editsIn } from './edit.ts'
import { keptOf } from './store.ts'
import { Told, toldOf, WORDS } from './words.ts'

type Version = components['schemas']['EventHistory']['history'][number]

/** From the server, else as it was last read. */
export async function historyOf(core: Core, uid: string): Promise<HistoryEntry[] | null> {
  const store = await core.store()
  const kept = await store.get('events', uid)
  const [partner = '', calendar = ''] = kept?.calendar.split('/') ?? []
  try {
    if (!kept || !core.device.isOnline()) throw new Told('')
    const params = { path: { partner, calendar, uid } }
    const path = '/v1/calendars/{partner}/{calendar}/events/{uid}'
    const entries = entriesOf((await core.client().get(path, { params })).history)
    await store.put('histories', { uid, entries })
    return entries
  } catch {
    return (await store.get('histories', uid))?.entries ?? null
  }
}

/** The latest first, each beside the one before it. */
export const entriesOf = (versions: readonly Version[]): HistoryEntry[] =>
  versions.map((version, place) => {
    const before = versions[place + 1]
    const fields = version.fields.map(({ field, from, to }) => ({ field, before: from, after: to }))
    const { revision, at, reason } = version
    return { revision, at, reason, fields, what: whatOf(before, version) }
  })

function whatOf(before: Version | undefined, now: Version): HistoryEntry['what'] {
  if (now.removed) return 'removed'
  if (!before) return 'new'
  const gone = (version: Version) => version.removed || version.status === 'cancelled'
  if (gone(before) && !gone(now)) return 'revived'
  if (now.status !== before.status && (now.status === 'cancelled' || now.status === 'postponed'))
    return now.status
  return now.start !== before.start || now.timeTbd !== before.timeTbd ? 'moved' : 'changed'
}

const FOUND = 30

export async function search(core: Core, text: string): Promise<FoundCalendar[]> {
  const language = core.device.language()
  const store = await core.store()
  const followed = (await keptOf(store, 'choices'))?.calendars ?? []
  const edits = await editsIn(store)
  const params = { query: { q: text, limit: FOUND } }
  const { calendars } = await core
    .client()
    .get('/v1/calendars', { params })
    .catch((error) => {
      throw toldOf(error, language)
    })
  return calendars.map((each) => {
    const calendar = `${each.partner}/${each.calendar}`
    const edit = edits.find((one) => one.kind === 'followed' && one.calendar === calendar)
    return {
      calendar,
      name: each.translations[language]?.name ?? each.name,
      partnerName: each.partnerTranslations[language]?.name ?? each.partnerName,
      followed: edit ? edit.value === true : followed.includes(calendar),
    }
  })
}

export async function report(core: Core, wish: ReportWish) {
  const language = core.device.language()
  const store = await core.store()
  const kept = await store.get('events', wish.uid)
  if (!kept || !core.device.isOnline()) throw new Told(WORDS[language].needsNetwork)
  const { uid, kind, suggested, note, source, recurrenceId } = wish
  const happening = recurrenceId ? { happening: recurrenceId.slice(0, 10) } : {}
  const body = {
    ...{ calendar: kept.calendar, uid, kind, revision: kept.event.revision },
    suggestion: { ...suggested, ...happening },
    ...(note ? { note } : {}),
    ...(source ? { source } : {}),
  }
  // Of what members alone see, their own link has to say that they do; else nobody asks who reports.
  const token = kept.event.audience === null ? undefined : await keptOf(store, 'token')
  const client = core.client()
  const sent = token
    ? client.post('/v1/subscriptions/{token}/reports', { params: { path: { token } }, body })
    : client.post('/v1/reports', { body })
  const filed = await sent.catch((error) => {
    throw toldOf(error, language)
  })
  return { receipt: filed.receipt, page: filed.receiptUrl }
}
