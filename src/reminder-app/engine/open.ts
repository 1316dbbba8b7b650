// A link is opened: a calendar is followed, or this device becomes one of a personal link's.

import { KalendsProblem } from '../../client/src/index.ts'
import type { Core } from './core.ts'
import { addEdit } from './edit.ts'
import { meantBy } from './link.ts'
import { keptOf } from './store.ts'
import { adopt } from './sync.ts'
import { isGone, Told, toldOf, WORDS } from './words.ts'

/** Throws `Told`. What follows is the work of the next sync. */
export async function openLink(core: Core, link: string): Promise<void> {
  const meant = meantBy(link, await hostsOf(core), core.device.language())
  if ('token' in meant) await openPersonal(core, meant.token)
  else {
    await requireCalendar(core, meant.calendar)
    await follow(core, meant.calendar, true)
  }
}

/** As the app was loaded, and as the server calls itself. */
async function hostsOf(core: Core): Promise<string[]> {
  const choices = await keptOf(await core.store(), 'choices')
  const own = [core.device.publicUrl, choices?.feedUrl, core.device.server]
  return own.flatMap((url) => (url ? new URL(url).host : []))
}

async function openPersonal(core: Core, token: string): Promise<void> {
  const words = WORDS[core.device.language()]
  const store = await core.store()
  const [present, ended] = [await keptOf(store, 'token'), await keptOf(store, 'ended')]
  if (present === token && !ended) return
  if (present && !ended && !(await hasEnded(core, present))) throw new Told(words.otherHere)
  const choices = await core
    .client()
    .subscription(token)
    .choices()
    .catch((error) => {
      const code = error instanceof KalendsProblem ? error.code : null
      if (code === 'not_found') throw new Told(words.unknownLink)
      if (code === 'subscription_ended') throw new Told(words.endedLink)
      throw toldOf(error, core.device.language())
    })
  await adopt(store, token, choices)
}

/** Perhaps nobody has told this device yet: the new link is often opened before the old one is read. */
async function hasEnded(core: Core, token: string): Promise<boolean> {
  try {
    await core.client().subscription(token).choices()
    return false
  } catch (error) {
    if (isGone(error)) return true
    throw toldOf(error, core.device.language())
  }
}

/** Where nobody can be asked, the next sync says what is wrong with it. */
async function requireCalendar(core: Core, address: string): Promise<void> {
  if (!core.device.isOnline()) return
  const [partner = '', calendar = ''] = address.split('/')
  const params = { path: { partner, calendar } }
  await core
    .client()
    .get('/v1/calendars/{partner}/{calendar}', { params })
    .catch((error) => {
      if (error instanceof KalendsProblem && error.code === 'unreachable') return
      throw toldOf(error, core.device.language())
    })
}

export async function follow(core: Core, calendar: string, value: boolean): Promise<void> {
  const store = await core.store()
  const base = (await keptOf(store, 'choices'))?.calendars.includes(calendar) ?? false
  await addEdit(store, { kind: 'followed', calendar, value, base }, core.device.now())
}
