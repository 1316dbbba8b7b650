// A made-up season in Korean and English, as many rows as wanted: always the same for the same day.

const TEAMS = [
  ['춘천 오터스', 'Chuncheon Otters'],
  ['안동 크레인스', 'Andong Cranes'],
  ['제주 포니스', 'Jeju Ponies'],
  ['강릉 웨이브스', 'Gangneung Waves'],
  ['전주 페퍼스', 'Jeonju Peppers'],
  ['여수 라이트하우스', 'Yeosu Lighthouse'],
  ['수원 포트리스', 'Suwon Fortress'],
  ['군산 마리너스', 'Gunsan Mariners'],
] as const

const HEADER =
  '고유번호,종류,상태,날짜,시작시간,종료시간,홈,원정,제목,경기장,지역,분류,예매,비고,제목(영문),경기장(영문)'

const DAY_MS = 86_400_000

const GAMES_A_DAY = 25

/** Games from tomorrow on, each with an id of its own: all of them are ahead, the costlier case. */
export function scheduleCsv(rows: number): string {
  const lines = [HEADER]
  for (let place = 0; place < rows; place += 1) lines.push(game(place))
  return `${lines.join('\n')}\n`
}

/** The first of them again, at another time. */
export const movedGameCsv = (): string => scheduleCsv(1).replace(',10:30,12:00,', ',11:15,12:45,')

function game(place: number): string {
  const days = 1 + Math.floor(place / GAMES_A_DAY)
  const date = new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10)
  const hour = 10 + ((place % GAMES_A_DAY) % 12)
  const [home, homeEnglish] = teamAt(place)
  const [away, awayEnglish] = teamAt(place + 1 + (place % (TEAMS.length - 1)))
  return [
    `G-${String(place + 1).padStart(6, '0')}`,
    'game',
    '확정',
    date,
    `${hour}:30`,
    `${hour + 2}:00`,
    home,
    away,
    `${home} vs ${away} ${place + 1}차전`,
    `${home} 전용 구장`,
    '강원',
    '정규시즌',
    `https://tickets.example.com/games/${place + 1}`,
    `"입장은 한 시간 전부터, 주차는 ${1 + (place % 9)}번 문으로. Gates open an hour before."`,
    `${awayEnglish} at ${homeEnglish} no. ${place + 1}`,
    `${homeEnglish} Ground`,
  ].join(',')
}

const teamAt = (place: number) => TEAMS[place % TEAMS.length] ?? TEAMS[0]
