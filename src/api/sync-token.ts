// The token of a subscription's changes: how far its follower has come, as one opaque word.

import { Problem } from '../problem.ts'
import type { Database } from '../storage/database.ts'
import { publishedAtOf } from '../storage/subscription-changes.ts'
import { type Followed, type Subscription, toldTo } from '../storage/subscriptions.ts'
import {
  ALL,
  checkOf,
  isDropped,
  type Progress,
  type SyncPosition,
  shortOf,
} from '../subscriptions/progress.ts'
import { decodeCursor, encodeCursor } from '../web/cursor.ts'

const KIND = 'sync'
/** Of calendars that are followed, and of those that are not any more. */
const MAX_CALENDARS_IN_TOKEN = 200
const RADIX = 36

export function encodeSync(
  { uid, changedAt }: Subscription,
  hidden: boolean,
  { overlays, choices, calendars }: SyncPosition,
): string {
  const whose = [uid, Number(hidden), shortOf(changedAt)]
  return encodeCursor(KIND, [...whose, overlays, choices, calendars.map(encoded).join(' ')])
}

/** Throws `token_invalid` for what is no token, `token_gone` for one of another past or subscription. */
export async function decodeSync(
  db: Database,
  subscription: Subscription,
  hidden: boolean,
  text: string,
): Promise<SyncPosition> {
  const types = ['string', 'number', 'string', 'number', 'number', 'string'] as const
  const [uid, told, check, overlays, choices, list] = decodeCursor(KIND, text, types)
  const parts = String(list).split(' ').filter(Boolean)
  if (parts.length > MAX_CALENDARS_IN_TOKEN) throw new Problem('token_gone')
  const calendars = parts.map((part) => decoded(part, text))
  const position = { overlays: Number(overlays), choices: Number(choices), calendars }
  const isOfNow =
    uid === subscription.uid &&
    told === Number(hidden) &&
    position.overlays <= subscription.revision &&
    position.choices <= subscription.revision &&
    (position.choices < subscription.revision || check === shortOf(subscription.changedAt))
  if (!isOfNow || !(await areOfThisPast(db, subscription, calendars)))
    throw new Problem('token_gone')
  return position
}

/** Where a backup was restored, the same numbers are of other revisions. */
async function areOfThisPast(
  db: Database,
  { followed }: Subscription,
  calendars: readonly Progress[],
): Promise<boolean> {
  const homes = new Map(followed.map((each) => [each.calendar.id, each]))
  const pairs = calendars.flatMap((progress) => {
    const home = homes.get(progress.calendarId)
    return home && !isDropped(progress) ? [{ home, progress }] : []
  })
  if (pairs.some(({ home, progress }) => latestOf(progress) > home.calendar.revision)) return false
  const told = pairs.filter(({ progress }) => progress.check !== '')
  const earlier = told.filter(({ home, progress }) => progress.revision !== toldTo(home))
  const published = await publishedIn(db, earlier)
  return told.every(({ home, progress }) => {
    const at =
      progress.revision === toldTo(home)
        ? home.publishedAt
        : published.get(`${progress.calendarId} ${progress.revision}`)
    return at !== undefined && progress.check === checkOf(home, at)
  })
}

const latestOf = ({ revision, mark, leaving }: Progress): number =>
  Math.max(revision, mark, leaving?.until ?? -1)

async function publishedIn(
  db: Database,
  told: readonly { home: Followed; progress: Progress }[],
): Promise<Map<string, string>> {
  if (told.length === 0) return new Map()
  const pairs = told.map(({ progress }) => [progress.calendarId, progress.revision] as const)
  const rows = await publishedAtOf(db, pairs)
  return new Map(rows.map((row) => [`${row.calendarId} ${row.revision}`, row.publishedAt]))
}

/** Short where all was told, which is nearly always: fields that say nothing are left out at the end. */
function encoded(progress: Progress): string {
  const { calendarId, revision, uid, check, mark, full, leaving, team } = progress
  const fields = [
    ...[calendarId.toString(RADIX), revision.toString(RADIX), check, team],
    ...[uid === ALL ? '' : `${uid}${ALL}`, mark < 0 ? '' : mark.toString(RADIX), full ? '1' : ''],
    ...(leaving ? [leaving.until.toString(RADIX), leaving.uid] : []),
  ]
  return fields.join('.').replace(/\.+$/, '')
}

function decoded(part: string, token: string): Progress {
  const [id = '', revision = '', check = '', team = '', uid = '', mark = '', full = '', ...left] =
    part.split('.')
  const number = (text: string): number => {
    const found = Number.parseInt(text, RADIX)
    if (!Number.isSafeInteger(found))
      throw new Problem('token_invalid', { value: token.slice(0, 80) })
    return found
  }
  const [until, leavingUid = ''] = left
  return {
    ...{ calendarId: number(id), revision: number(revision), check, team },
    ...{ uid: uid === '' ? ALL : uid.slice(0, -1), full: full === '1' },
    mark: mark === '' ? -1 : number(mark),
    leaving: until === undefined ? null : { until: number(until), uid: leavingUid },
  }
}
