// The words of a report, on the page and in a terminal, beside those of the findings themselves.

import type { Language } from '../language/choose.ts'
import type { Severity } from './defects.ts'
import type { Examination } from './examine.ts'
import type { State } from './verdict.ts'
import type { Way } from './visits.ts'

interface Words {
  health: Record<Examination['health'], string>
  /** Under the health, what is to be done. */
  advice: Record<Examination['health'], string>
  facts: (events: number, size: string) => string
  clients: string
  states: Record<State, string>
  findings: string
  severities: Record<Severity, string>
  item: (item: number) => string
  more: (count: number) => string
  /** Of a feed that is broken for every program. */
  nobody: string
  line: (line: number) => string
  suffers: string
  right: string
  answers: string
  columns: [string, string, string]
  ways: Record<Way, string>
  nothing: string
  redirects: string
}

const en: Words = {
  health: {
    healthy: 'This feed is healthy.',
    hurts: 'This feed works, but not everywhere.',
    breaks: 'This feed breaks for some subscribers.',
  },
  nobody: 'Nobody gets this feed.',
  advice: {
    healthy: 'Nothing was found that a subscriber would suffer from.',
    hurts: 'Mend what is marked as hurting; the first finding matters most.',
    breaks: 'Mend the first findings first: because of them somebody gets no calendar at all.',
  },
  facts: (events, size) => `${events} ${events === 1 ? 'event' : 'events'}, ${size}`,
  clients: 'Each program',
  states: { well: 'good', impaired: 'impaired', broken: 'broken' },
  findings: 'What was found',
  severities: { breaks: 'breaks', hurts: 'hurts', note: 'could be better' },
  item: (item) => `checklist ${item}`,
  more: (count) => `and at ${count} more ${count === 1 ? 'place' : 'places'}`,
  line: (line) => `line ${line}`,
  suffers: 'Who suffers',
  right: 'What would be right',
  answers: 'How the server answered',
  columns: ['Asked as', 'How', 'Answer'],
  ways: {
    first: 'GET',
    get: 'GET',
    head: 'HEAD',
    again: 'GET, if changed',
    stranger: 'GET with an unknown ETag',
    plain: 'GET over http:',
    robots: 'GET /robots.txt',
  },
  nothing: 'no answer',
  redirects: 'leads to',
}

const ko: Words = {
  health: {
    healthy: '건강한 피드입니다.',
    hurts: '쓸 수 있지만, 제대로 보이지 않는 곳이 있습니다.',
    breaks: '일부 구독자에게는 보이지 않는 피드입니다.',
  },
  nobody: '아무도 받을 수 없는 피드입니다.',
  advice: {
    healthy: '구독자가 불편을 겪을 만한 것을 찾지 못했습니다.',
    hurts: '‘불편’으로 표시된 것을 고쳐 주세요. 위에 있을수록 중요합니다.',
    breaks: '맨 위의 것부터 고쳐 주세요. 그 때문에 캘린더를 아예 받지 못하는 사람이 있습니다.',
  },
  facts: (events, size) => `일정 ${events}개, ${size}`,
  clients: '프로그램마다',
  states: { well: '좋음', impaired: '불편', broken: '고장' },
  findings: '찾은 것',
  severities: { breaks: '고장', hurts: '불편', note: '더 좋게' },
  item: (item) => `점검표 ${item}`,
  more: (count) => `그 밖에 ${count}곳`,
  line: (line) => `${line}번째 줄`,
  suffers: '누구에게',
  right: '고치는 법',
  answers: '서버의 답',
  columns: ['누구로서', '어떻게', '답'],
  ways: {
    first: 'GET',
    get: 'GET',
    head: 'HEAD',
    again: '바뀌었으면 GET',
    stranger: '모르는 ETag로 GET',
    plain: 'http:로 GET',
    robots: 'GET /robots.txt',
  },
  nothing: '답 없음',
  redirects: '넘겨진 곳',
}

export const REPORT_WORDS: Record<Language, Words> = { en, ko }
