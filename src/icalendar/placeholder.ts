// The one event of a feed that has no others, saying why: a feed is never empty, since Evolution
// keeps the old events of an empty one and people ask whether subscribing worked at all.

import { addDays } from '../schedule/zones.ts'
import { cut, escapeText, fold, oneLine } from './text.ts'

export type PlaceholderKind = 'unpublished' | 'no-events' | 'deleted' | 'gone'

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
