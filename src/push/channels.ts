// Browsers are registered, listed, tried and let go.

import type { Ports } from '../ports.ts'
import { Problem } from '../problem.ts'
import { clean } from '../schedule/clean.ts'
import { MINUTE, secondsFrom } from '../schedule/instants.ts'
import { within } from '../schedule/subscription.ts'
import { GuardFailed } from '../storage/database.ts'
import { type Channel, channelsOf, dropChannel, putChannel } from '../storage/push-channels.ts'
import { addDue } from '../storage/push-due.ts'
import { watchCalendars } from '../storage/push-news.ts'
import { dropPlan, wantPlan } from '../storage/push-plans.ts'
import { guardLiving, type Subscription } from '../storage/subscriptions.ts'
import { requireSubscription } from '../subscriptions/find.ts'
import { octetsIn } from './base64url.ts'
import { AUTH_OCTETS, isPublicKey, PUBLIC_KEY_OCTETS } from './encryption.ts'
import { checkedEndpoint } from './endpoints.ts'
import { payloadText, topicOf } from './message.ts'

/** Of one subscription. */
export const MAX_CHANNELS = 10
export const MAX_LABEL_UNITS = 100
/** How long a test is worth being shown. */
const TEST_MINUTES = 5

export interface WishedChannel {
  endpoint: string
  keys: { p256dh: string; auth: string }
  label: string | null
  language: 'ko' | 'en' | null
}

/** Throws `endpoint_not_allowed`, `push_key_invalid` or `over_limit`. */
export async function registerChannel(
  ports: Ports,
  token: string,
  wished: WishedChannel,
): Promise<{ channel: Channel; made: boolean }> {
  const subscription = await requireSubscription(ports, token)
  const { href: endpoint } = checkedEndpoint(wished.endpoint, ports.config)
  within('label', MAX_LABEL_UNITS, wished.label?.length ?? 0)
  checkKeys(wished.keys)
  const before = await channelsOf(ports.db, subscription)
  const made = !before.some((each) => each.endpoint === endpoint)
  within('channels', MAX_CHANNELS, before.length + Number(made))
  const language = wished.language ?? subscription.language
  const label = wished.label && clean(wished.label)
  await put(ports, subscription, { ...wished, endpoint, label, language })
  const channel = (await channelsOf(ports.db, subscription)).find(
    (each) => each.endpoint === endpoint,
  )
  if (!channel) throw new Error('a channel was stored and is not there')
  return { channel, made }
}

async function put(
  { db, now, mint }: Ports,
  subscription: Subscription,
  { endpoint, keys, label, language }: WishedChannel & { language: 'ko' | 'en' },
): Promise<void> {
  const channel = { name: mint(), endpoint, ...keys, label, language, createdAt: now() }
  try {
    await db.batch([
      guardLiving(subscription),
      ...putChannel(subscription, channel, MAX_CHANNELS),
      wantPlan(subscription, now()),
      watchCalendars(subscription.followed),
    ])
  } catch (error) {
    if (!(error instanceof GuardFailed)) throw error
    const found = MAX_CHANNELS + 1
    throw new Problem('over_limit', { field: 'channels', limit: MAX_CHANNELS, found })
  }
}

function checkKeys({ p256dh, auth }: WishedChannel['keys']): void {
  const point = octetsOf('keys.p256dh', p256dh, PUBLIC_KEY_OCTETS)
  octetsOf('keys.auth', auth, AUTH_OCTETS)
  if (!isPublicKey(point))
    throw new Problem('push_key_invalid', {
      ...{ field: 'keys.p256dh', why: 'point' },
      ...{ found: point.length, wanted: PUBLIC_KEY_OCTETS },
    })
}

function octetsOf(field: string, text: string, wanted: number) {
  const octets = octetsIn(text)
  if (!octets) throw new Problem('push_key_invalid', { field, why: 'letters' })
  const found = octets.length
  if (found !== wanted)
    throw new Problem('push_key_invalid', { field, why: 'length', found, wanted })
  return octets
}

/** Throws `not_found`. */
export async function requireChannel(
  { db }: Ports,
  subscription: Subscription,
  name: string,
): Promise<Channel> {
  const found = (await channelsOf(db, subscription)).find((each) => each.name === name)
  if (!found) throw new Problem('not_found', { what: 'channel', name: name.slice(0, 80) })
  return found
}

export async function removeChannel(ports: Ports, token: string, name: string): Promise<void> {
  const subscription = await requireSubscription(ports, token)
  await requireChannel(ports, subscription, name)
  const plan = { subscriptionId: subscription.id }
  await ports.db.batch([...dropChannel(subscription, name), ...dropPlan(plan)])
}

const TEST = {
  ko: { title: 'Kalends', body: '알림이 이 기기로 옵니다.' },
  en: { title: 'Kalends', body: 'Notifications reach this device.' },
}

/** Into the queue: it comes with what is due next. */
export async function testChannel(ports: Ports, token: string, name: string): Promise<void> {
  const subscription = await requireSubscription(ports, token)
  const { id, language } = await requireChannel(ports, subscription, name)
  const at = ports.now()
  const expiresAt = secondsFrom(at, TEST_MINUTES * MINUTE)
  const message = payloadText({
    ...{ type: 'test', key: 'test', at, ...TEST[language], tag: 'test', url: '/app' },
    ...{ uid: null, recurrenceId: null, language, expiresAt },
  })
  const about = { uid: null, partnerId: null, calendarId: null, sequence: null, revision: null }
  const topic = topicOf(name, 'test')
  await ports.db.batch(
    addDue([
      {
        ...{ ...about, channelId: id, subscriptionId: subscription.id, topic, message },
        ...{ kind: 'test', key: 'test', at, expiresAt },
      },
    ]),
  )
}
