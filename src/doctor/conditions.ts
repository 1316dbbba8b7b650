// Whether a second look is told what is new: ETag, Last-Modified, 304, and bytes that stay.

import type { Fetched } from '../ports.ts'
import { firstDifference, sameBytes } from './bytes.ts'
import type { Client } from './clients.ts'
import type { Notes } from './notes.ts'
import type { Visits } from './visits.ts'

export function checkConditions(visits: Visits, answer: Fetched, notes: Notes): void {
  checkSteadiness(visits, answer, notes)
  checkAgain(visits, notes)
  checkStamps(answer, notes)
}

function checkSteadiness({ others }: Visits, first: Fetched, notes: Notes): void {
  const gets = others.flatMap(({ way, answer }) =>
    way === 'get' && answer?.status === 200 ? [answer] : [],
  )
  const changed = gets.filter(({ body }) => !sameBytes(body, first.body))
  if (gets.length > 0 && changed.length === gets.length && changed[0])
    notes.whole('changes_every_time', { line: firstDifference(first.body, changed[0].body) })
  const tag = tagOf(first)
  if (!tag) return
  // Compressed or not, the same tag may stand for the same text; another text must have another.
  if (changed.some((one) => tagOf(one) === tag)) notes.whole('tag_blind')
  const alike = gets.filter(
    (one) => sameBytes(one.body, first.body) && codingOf(one) === codingOf(first) && tagOf(one),
  )
  if (alike.length > 1 && alike.every((one) => tagOf(one) !== tag)) notes.whole('tag_restless')
}

const tagOf = (answer: Fetched): string => (answer.header('etag') ?? '').replace(/^W\//, '')
const codingOf = (answer: Fetched): string => answer.header('content-encoding') ?? ''

function checkAgain({ others }: Visits, notes: Notes): void {
  const ignored: Client[] = others
    .filter(({ way, answer }) => way === 'again' && answer?.status === 200)
    .map(({ client }) => client)
  // A feed that is new at every look has no other answer.
  if (ignored.length > 0 && !notes.has('changes_every_time') && !notes.has('tag_restless'))
    notes.whole('condition_ignored', {}, ignored)
  const stranger = others.find(({ way }) => way === 'stranger')
  if (stranger?.answer?.status === 304) notes.whole('condition_wrong', {}, [stranger.client])
}

const NOW_MS = 10_000

/** Whether every DTSTAMP is the moment of the answer. */
function checkStamps(answer: Fetched, notes: Notes): void {
  const asked = Date.parse(answer.header('date') ?? '')
  if (Number.isNaN(asked)) return
  const text = new TextDecoder().decode(answer.body)
  const stamps = [...text.matchAll(/^DTSTAMP:(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z/gm)]
  const isNow = ([, year, month, day, hour, minute, second]: RegExpExecArray | string[]) =>
    Math.abs(Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`) - asked) <= NOW_MS
  if (stamps.length > 0 && stamps.every(isNow)) notes.whole('stamp_is_now')
}
