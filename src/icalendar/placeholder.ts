// The one event of a feed that has no others, saying why: a feed is never empty, since Evolution
// keeps the old events of an empty one and people ask whether subscribing worked at all.

import { addDays } from '../schedule/zones.ts'
import { cut, escapeText, fold, oneLine } from './text.ts'

export type PlaceholderKind =
  | 'unpublished'
  | 'no-events'
  | 'deleted'
  | 'gone'
  | 'filtered'
  | 'ended'

export interface PlaceholderAbout {
  uid: string
  calendarName: string
  /** The day it stands on. */
  date: string
  stampedAt: string
  sequence: number
  language: string
}

interface Text {
  summary(name: string): string
  description: string
}

const MAX_NAME_UNITS = 150

const TEXTS: Record<'ko' | 'en', Record<PlaceholderKind, Text>> = {
  ko: {
    unpublished: {
      summary: (name) => `${name}: 구독이 연결되었습니다`,
      description: '아직 공개된 일정이 없습니다. 일정이 공개되면 이 캘린더에 저절로 나타납니다.',
    },
    'no-events': {
      summary: (name) => `${name}: 지금은 일정이 없습니다`,
      description: '구독은 그대로 유지됩니다. 새 일정이 공개되면 저절로 나타납니다.',
    },
    deleted: {
      summary: (name) => `${name}: 이 캘린더는 종료되었습니다`,
      description: '더 이상 일정이 올라오지 않습니다. 캘린더 앱에서 이 구독을 지우셔도 됩니다.',
    },
    gone: { summary: (name) => `${name}: 종료`, description: '' },
    filtered: {
      summary: (name) => `${name}: 고른 조건에 맞는 일정이 없습니다`,
      description:
        '구독은 그대로 유지됩니다. 맞는 일정이 올라오거나 조건을 바꾸면 저절로 나타납니다.',
    },
    ended: {
      summary: (name) => `${name}: 이 링크는 더 이상 쓰이지 않습니다`,
      description:
        '링크를 새로 바꾸었거나 구독을 지웠습니다. 캘린더 앱에서 이 구독을 지우고, 필요하면 새 링크로 다시 구독해 주세요.',
    },
  },
  en: {
    unpublished: {
      summary: (name) => `${name}: you are subscribed`,
      description: 'Nothing has been published yet. Events will appear here by themselves.',
    },
    'no-events': {
      summary: (name) => `${name}: no events at the moment`,
      description: 'Your subscription stays. New events will appear here by themselves.',
    },
    deleted: {
      summary: (name) => `${name}: this calendar has ended`,
      description: 'Nothing more will be published. You can remove this subscription.',
    },
    gone: { summary: (name) => `${name}: ended`, description: '' },
    filtered: {
      summary: (name) => `${name}: no events match what you chose`,
      description:
        'Your subscription stays. Events that match will appear here by themselves, also when you choose otherwise.',
    },
    ended: {
      summary: (name) => `${name}: this link is no longer used`,
      description:
        'The link was replaced, or the subscription erased. Remove it from your calendar app; subscribe with the new link if you have one.',
    },
  },
}

export function renderPlaceholder(kind: PlaceholderKind, about: PlaceholderAbout): string {
  const { summary, description } = TEXTS[about.language.startsWith('ko') ? 'ko' : 'en'][kind]
  const stamp = about.stampedAt.replace(/[-:]/g, '')
  const day = (date: string) => date.replaceAll('-', '')
  return [
    'BEGIN:VEVENT',
    `UID:${about.uid}`,
    `SEQUENCE:${about.sequence}`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${day(about.date)}`,
    `DTEND;VALUE=DATE:${day(addDays(about.date, 1))}`,
    `SUMMARY:${escapeText(summary(cut(oneLine(about.calendarName), MAX_NAME_UNITS)))}`,
    ...(description ? [`DESCRIPTION:${escapeText(description)}`] : []),
    'TRANSP:TRANSPARENT',
    'X-MICROSOFT-CDO-BUSYSTATUS:FREE',
    'STATUS:CONFIRMED',
    `LAST-MODIFIED:${stamp}`,
    'END:VEVENT',
  ]
    .map(fold)
    .join('')
}
