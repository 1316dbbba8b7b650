// The words of the template that a schedule is begun from.

import type { Language } from './choose.ts'

type Named =
  | 'external_id'
  | 'start_date'
  | 'start_time'
  | 'end_date'
  | 'end_time'
  | 'all_day'
  | 'title'
  | 'home'
  | 'away'
  | 'venue'
  | 'kind'
  | 'status'
  | 'description'
  | 'url'
  | 'ticket_url'
  | 'ticket_opens_at'

interface TemplateWords {
  file: string
  sheet: string
  help: string
  helpHeaders: [string, string]
  examples: Partial<Record<Named, string>>[]
  /** What a cell offers; anything else that docs/columns.md names may be written too. */
  choices: { all_day: string[]; kind: string[]; status: string[] }
  fields: Record<Named, string>
}

const en: TemplateWords = {
  file: 'kalends-template',
  sheet: 'Schedule',
  help: 'Columns',
  helpHeaders: ['Column name', 'What goes into it'],
  examples: [
    {
      ...{ external_id: 'example-1', start_date: '2027-04-03', start_time: '14:00' },
      ...{ home: 'Our team', away: 'Their team', venue: 'City Stadium' },
      ...{ kind: 'game', status: 'confirmed' },
      description: 'An example: write your own over it, or delete this row.',
    },
    {
      ...{ external_id: 'example-2', start_date: '2027-04-10', end_date: '2027-04-11' },
      ...{ all_day: 'yes', title: 'Example: spring festival', venue: 'Harbour Hall' },
      ...{ kind: 'event', status: 'tentative' },
      description: 'An example: write your own over it, or delete this row.',
    },
  ],
  choices: {
    all_day: ['yes', 'no'],
    kind: ['game', 'event', 'sale', 'closing'],
    status: ['confirmed', 'tentative', 'postponed', 'cancelled'],
  },
  fields: {
    external_id: 'Your own id. With it, everything else may change and it stays the same event.',
    start_date: 'The day it begins, e.g. 2027-04-03. Needed.',
    start_time: 'The time it begins, e.g. 18:30. Not yet known: TBD. Blank: all day.',
    end_date: 'The last day, where that is another.',
    end_time: 'The time it ends, where that is known.',
    all_day: 'yes for what lasts the whole day.',
    title: 'What subscribers read. Needed, unless both teams are given.',
    home: 'The home team.',
    away: 'The visiting team.',
    venue: 'Where it takes place.',
    kind: 'game, event, sale, closing, or a word of your own.',
    status: 'confirmed, tentative, postponed or cancelled. Blank: confirmed.',
    description: 'Anything more to say, on several lines if need be.',
    url: 'A page about it.',
    ticket_url: 'Where tickets are sold.',
    ticket_opens_at: 'When tickets go on sale, e.g. 2027-03-20 11:00.',
  },
}

const ko: TemplateWords = {
  file: 'kalends-template-ko',
  sheet: '일정',
  help: '열 안내',
  helpHeaders: ['열 이름', '적을 내용'],
  examples: [
    {
      ...{ external_id: '예시-1', start_date: '2027-04-03', start_time: '14:00' },
      ...{ home: '우리 구단', away: '이웃 구단', venue: '시민구장' },
      ...{ kind: 'game', status: '예정' },
      description: '예시 행입니다. 덮어쓰거나 지워 주세요.',
    },
    {
      ...{ external_id: '예시-2', start_date: '2027-04-10', end_date: '2027-04-11' },
      ...{ all_day: '예', title: '예시: 봄맞이 축제', venue: '하버홀' },
      ...{ kind: 'event', status: '미정' },
      description: '예시 행입니다. 덮어쓰거나 지워 주세요.',
    },
  ],
  choices: {
    all_day: ['예', '아니오'],
    kind: ['game', 'event', 'sale', 'closing'],
    status: ['예정', '미정', '연기', '취소'],
  },
  fields: {
    external_id:
      '직접 정한 고유 번호입니다. 이 값이 같으면 다른 내용이 모두 바뀌어도 같은 일정입니다.',
    start_date: '시작하는 날입니다. 예: 2027-04-03. 꼭 적어 주세요.',
    start_time: '시작 시간입니다. 예: 18:30. 아직 모르면 ‘미정’, 비워 두면 하루 종일입니다.',
    end_date: '시작일과 다를 때만 마지막 날을 적어 주세요.',
    end_time: '끝나는 시간을 알 때 적어 주세요.',
    all_day: '하루 종일이면 ‘예’를 골라 주세요.',
    title: '구독자가 보는 제목입니다. 두 팀을 모두 적으면 비워 두어도 됩니다.',
    home: '홈팀입니다.',
    away: '원정팀입니다.',
    venue: '열리는 곳입니다.',
    kind: 'game(경기), event(행사), sale(할인), closing(휴무) 가운데 고르거나 직접 적어 주세요.',
    status: '예정, 미정, 연기, 취소 가운데 골라 주세요. 비워 두면 예정입니다.',
    description: '더 알릴 내용입니다. 여러 줄로 적어도 됩니다.',
    url: '관련 페이지 주소입니다.',
    ticket_url: '예매 페이지 주소입니다.',
    ticket_opens_at: '예매가 시작되는 일시입니다. 예: 2027-03-20 11:00.',
  },
}

export const TEMPLATE_WORDS: Record<Language, TemplateWords> = { en, ko }
