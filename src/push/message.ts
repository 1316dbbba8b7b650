// What a browser is told: the payload, within its bounds, and the names under which it replaces
// what was said before.

import { createHash } from 'node:crypto'
import { MAX_MESSAGE_OCTETS } from './encryption.ts'

/** As JSON in UTF-8; some push services take less than RFC 8030 asks for. */
export const MAX_PAYLOAD_OCTETS = Math.min(3_000, MAX_MESSAGE_OCTETS)
export const MAX_TITLE_UNITS = 255
export const MAX_BODY_UNITS = 400
const TOPIC_CHARS = 32

export interface Payload {
  type: 'reminder' | 'change' | 'test'
  key: string
  /** When it was to ring. */
  at: string
  title: string
  body: string
  /** Of the notification: one with the same tag takes its place. */
  tag: string
  url: string
  uid: string | null
  recurrenceId: string | null
  language: 'ko' | 'en'
  expiresAt: string
}

/** Where a click leads: the event in the app. */
export const appUrl = (uid: string, recurrenceId: string | null): string =>
  `/app#/event/${encodeURIComponent(uid)}${
    recurrenceId === null ? '' : `?r=${encodeURIComponent(recurrenceId)}`
  }`

/** As it is sent; a text that is too long is cut, the body first. */
export function payloadText(payload: Payload): string {
  let [title, body] = [cut(payload.title, MAX_TITLE_UNITS), cut(payload.body, MAX_BODY_UNITS)]
  for (;;) {
    const text = JSON.stringify({ ...payload, title, body })
    if (octetsOf(text) <= MAX_PAYLOAD_OCTETS) return text
    if (body === '' && title === '') throw new Error('a payload that is too large without texts')
    if (body === '') title = cut(title, title.length >> 1)
    else body = cut(body, body.length >> 1)
  }
}

const octetsOf = (text: string): number => new TextEncoder().encode(text).length

function cut(text: string, units: number): string {
  const whole = text.toWellFormed()
  if (whole.length <= units) return whole
  return units < 2 ? '' : `${whole.slice(0, units - 1).replace(/[\ud800-\udbff]$/, '')}…`
}

/**
 * RFC 8030's Topic: what waits at the push service under it is replaced. A hash, so that the
 * service learns neither what it is about nor who else is told of it.
 */
export const topicOf = (channel: string, key: string): string =>
  createHash('sha256').update(`${channel} ${key}`).digest('hex').slice(0, TOPIC_CHARS)
