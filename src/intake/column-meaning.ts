// What a header means, in the names that partners and calendar programs give to columns.

const ALIASES = {
  external_id:
    'external id, id, uid, match id, game id, event id, 경기번호id, 일정번호, 고유번호, 외부id, 식별자',
  kind: 'kind, type, event type, 종류, 유형',
  status: 'status, state, 상태, 경기상태, 진행상태',
  title:
    'title, subject, summary, name, event, event name, event title, 제목, 일정, 일정명, 행사명, 행사, 이름, 내용제목, 경기명, イベント名, タイトル, 件名',
  start:
    'start, starts, start datetime, start date time, starts at, event start, 시작, 시작일시, 일시, 개시일시, 開始日時, 日時',
  end: 'end, ends, end datetime, end date time, ends at, event end, 종료, 종료일시, 끝, 終了日時',
  start_date:
    'start date, date, startdate, game date, match date, eventdate, 날짜, 일자, 시작일, 시작날짜, 시작일자, 경기일, 경기일자, 경기날짜, 日付, 開始日, 開催日',
  start_time:
    'start time, time, starttime, game time, match time, kickoff, kick off, eventstart, 시간, 시각, 시작시간, 시작시각, 경기시간, 開始時間, 開始時刻',
  end_date: 'end date, enddate, 종료일, 종료날짜, 종료일자, 마감일, 終了日',
  end_time: 'end time, endtime, 종료시간, 종료시각, 마감시간, 終了時間, 終了時刻',
  all_day: 'all day, all day event, allday, 종일, 하루종일, 종일일정, ganztägiges ereignis',
  timezone: 'timezone, time zone, tz, 시간대',
  category: 'category, categories, 분류, 카테고리, 구분, kategorien',
  tags: 'tags, tag, labels, 태그, 해시태그, ハッシュタグ',
  store_group: 'store group, 점포그룹, 매장그룹, 지점그룹',
  home: 'home, home team, hometeam, team1, 홈, 홈팀',
  away: 'away, away team, awayteam, visitor, visiting team, guest, team2, 원정, 원정팀, 방문팀, 어웨이',
  opponent: 'opponent, versus, vs, 상대, 상대팀, 상대구단',
  home_away: 'home away, home/away, h/a, ha, 홈원정, 홈/원정, 홈어웨이, 홈/어웨이, 홈원정구분',
  game_no: 'game no, game number, doubleheader, dh, 더블헤더, 차전번호, 경기순번',
  result: 'result, score, 결과, 스코어, 경기결과',
  venue:
    'venue, location, place, stadium, ballpark, field name, location name, where, 장소, 경기장, 구장, 위치, 행사장, ort, 場所, 会場',
  address: 'address, street address, 주소',
  region: 'region, area, city, 지역, 도시',
  latitude: 'latitude, lat, 위도',
  longitude: 'longitude, lon, lng, long, 경도',
  description:
    'description, details, body, notes, note, 설명, 내용, 상세, 상세내용, 메모, 비고, beschreibung, 説明, 説明文',
  url: 'url, link, website, homepage, web page, location url, 링크, 홈페이지, 주소링크, 웹주소',
  ticket_url: 'ticket url, tickets, ticket link, ticket, 예매, 예매링크, 예매주소, 티켓, 티켓링크',
  ticket_opens_at:
    'ticket opens at, ticket open, tickets on sale, 예매시작, 예매오픈, 티켓오픈, 예매일시, 예매시작일시',
  watch_url: 'watch url, watch, stream, stream url, live, 중계, 중계링크, 방송, 방송링크',
  shop_url: 'shop url, shop, store url, 상점, 쇼핑, 구매링크, 상점링크',
  other_links: 'other links, more links, 기타링크, 다른링크',
  rrule: 'rrule, recurrence, recurrence rule, 반복, 반복규칙',
  exdates: 'exdates, exdate, exceptions, 제외일, 예외일, 반복제외',
  alarm: 'alarm, alarms, reminder, reminder minutes, 알림, 알람',
  reason: 'reason, cause, 사유, 변경사유, 취소사유',
  lang: 'lang, language, 언어',
  sold_out: 'sold out, soldout, 매진, 매진여부',
  time_tbd: 'time tbd, timetbd, 시간미정',
  audience: 'audience, visible to, 공개대상, 공개범위, 열람대상',
} as const

export type Field = keyof typeof ALIASES
export const FIELDS = Object.keys(ALIASES) as Field[]

/** German Outlook exports: what its other columns are called is in ALIASES. */
const GERMAN: Partial<Record<string, Field>> = Object.assign(Object.create(null), {
  betreff: 'title',
  'beginnt am': 'start_date',
  'beginnt um': 'start_time',
  'endet am': 'end_date',
  'endet um': 'end_time',
})

const TRANSLATED = ['title', 'description', 'venue'] as const
export type TranslatedField = (typeof TRANSLATED)[number]

/** What Google's and Outlook's own exports carry that a schedule does not: left aside silently. */
const IGNORED = new Set(
  [
    'private, reminder on/off, reminder date, reminder time, meeting organizer, required attendees',
    'optional attendees, meeting resources, billing information, mileage, priority, sensitivity',
    'show time as, location type',
    'erinnerung ein/aus, erinnerung am, erinnerung um, besprechungsplanung',
    'erforderliche teilnehmer, optionale teilnehmer, besprechungsressourcen',
    'abrechnungsinformationen, priorität, privat, reisekilometer, vertraulichkeit',
    'zeitspanne zeigen als',
  ]
    .join(', ')
    .split(', '),
)

const LANGUAGE_WORDS: Record<string, string> = Object.assign(Object.create(null), {
  ...{ 영어: 'en', 영문: 'en', english: 'en', 국문: 'ko', 한국어: 'ko', 한글: 'ko', korean: 'ko' },
  ...{
    英語: 'en',
    韓国語: 'ko',
    日本語: 'ja',
    일본어: 'ja',
    일문: 'ja',
    japanese: 'ja',
    중국어: 'zh',
    중문: 'zh',
    chinese: 'zh',
    indonesian: 'id',
    norwegian: 'no',
  },
})

const byAlias = new Map<string, Field>(
  FIELDS.flatMap((field) =>
    [field, ...ALIASES[field].split(', ')].map((alias): [string, Field] => [plain(alias), field]),
  ),
)

/** Case, space, underscores, dashes and Unicode forms do not matter. */
function plain(header: string): string {
  return header
    .normalize('NFKC')
    .replace(/[\ufeff\u200b]/g, '')
    .toLowerCase()
    .replace(/[\s_\-*#]+/g, ' ')
    .trim()
    .replace(/(?<=[가-힣]) | (?=[가-힣])/g, '')
}

export interface Column {
  /** As the file spells it. */
  header: string
  place: number
  meaning:
    | { field: Field }
    | { translated: TranslatedField; language: string }
    | { unknown: true }
    | { ignored: true }
}

export function meaningOf(header: string): Column['meaning'] {
  const name = plain(header)
  const field = byAlias.get(name) ?? GERMAN[name]
  if (field) return { field }
  if (IGNORED.has(name)) return { ignored: true }
  const suffixed = /^(.+?) ([a-z]{2})$/.exec(name) ?? /^(.+?) ?[([]([^)\]]{2,10})[)\]]$/.exec(name)
  const base = suffixed?.[1] && byAlias.get(plain(suffixed[1]))
  const language = languageOf(suffixed?.[2] ?? '')
  if (!language || !isTranslated(base)) return { unknown: true }
  if (NUMBERED.has(suffixed?.[2] ?? '') && (suffixed?.[1] !== base || base === 'venue'))
    return { unknown: true }
  return { translated: base, language }
}

const isTranslated = (field: string | undefined): field is TranslatedField =>
  TRANSLATED.some((each) => each === field)

const languageOf = (word: string): string | null =>
  LANGUAGE_WORDS[word] ?? (/^[a-z]{2}$/.test(word) ? word : null)

/** Indonesian and Norwegian in `title_id`; an id and a number in `venue_id`, `event no`. */
const NUMBERED = new Set(['id', 'no'])
