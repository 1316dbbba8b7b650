// What is told of many changes at once: the nearest one by one, the rest in one sentence.

import type { Calendar } from '../storage/calendars.ts'
import type { Channel } from '../storage/push-channels.ts'
import type { Due } from '../storage/push-due.ts'
import type { Subscription } from '../storage/subscriptions.ts'
import type { Language } from './change-words.ts'
import { payloadText, topicOf } from './message.ts'
import { afterQuiet } from './quiet.ts'

/** Of one publication to one browser: a phone that rings two hundred times is switched off. */
export const MOST_ONE_BY_ONE = 10

const SENTENCE: Record<Language, (rest: number) => string> = {
  ko: (rest) => `그 밖에 일정 ${rest}개가 바뀌었습니다.`,
  en: (rest) => `${rest} more ${rest === 1 ? 'change' : 'changes'} in the schedule.`,
}

interface Reader {
  subscription: Subscription
  channels: readonly Channel[]
}

interface Rest {
  now: string
  /** Of each, when nobody need be told any more. */
  ends: readonly string[]
  /** The latest of theirs. */
  revision: number
}

/** Until the last of them begins. */
export function restRows(
  calendar: Calendar,
  { subscription, channels }: Reader,
  { now, ends, revision }: Rest,
): Due[] {
  const { partner, slug, partnerId, id, settings } = calendar
  const key = `changes/${partner}/${slug}`
  const expiresAt = ends.reduce((a, b) => (a > b ? a : b))
  const at = afterQuiet(subscription, now, expiresAt)
  const messageIn = (language: Language) =>
    payloadText({
      ...{ type: 'change', key, at, tag: key, url: '/app#/changes' },
      title: settings.translations[language]?.name ?? settings.name,
      ...{ body: SENTENCE[language](ends.length), uid: null, recurrenceId: null },
      ...{ language, expiresAt },
    })
  return channels.map((channel) => ({
    ...{ kind: 'change', key, at, expiresAt, uid: null, sequence: null, revision },
    ...{ channelId: channel.id, subscriptionId: subscription.id },
    ...{ partnerId, calendarId: id, topic: topicOf(channel.name, key) },
    message: messageIn(channel.language),
  }))
}
