// Somebody with a browser: it sends forms as browsers do, and keeps the one cookie.

import { harness } from '#harness'
import type { Kalends } from '../../harness.ts'

export const GAMES = `external_id,종류,날짜,시간,제목,홈,원정,분류,태그,상태,경기장,반복
g1,game,2026-05-01,18:30,개막전,LG,두산,홈경기,정규,확정,잠실,
g2,game,2026-05-02,14:00,둘째 날,두산,LG,원정경기,정규,확정,잠실,
g3,game,2026-05-09,18:30,셋째 날,LG,KIA,홈경기,정규,확정,잠실,
e1,event,2026-05-10,,팬 축제,,,행사,,확정,,
s1,event,2026-05-04,19:00,훈련,,,훈련,,확정,,FREQ=WEEKLY;BYDAY=MO;COUNT=4
`

export interface Person {
  kalends: Kalends
  /** The cookie, as the browser has it now. */
  cookie: string
  get(path: string, headers?: Record<string, string>): Promise<Page>
  /** Sends a form. */
  post(
    path: string,
    fields: Record<string, string | string[]>,
    headers?: Record<string, string>,
  ): Promise<Page>
  /** A link with these choices; its page's path. */
  link(fields?: Record<string, string | string[]>): Promise<string>
  /** The uid of the event with that title. */
  uidOf(title: string): Promise<string>
  /** The feed of a link, its folded lines joined. */
  feed(path: string): Promise<string>
}

export interface Page {
  status: number
  headers: Headers
  text: string
  /** Where it leads, without the server. */
  location: string
}

export async function person(language = 'en'): Promise<Person> {
  const kalends = await harness()
  await kalends.upload('harbour/regatta', GAMES)
  const own = { cookie: '' }
  const ask = async (path: string, init: RequestInit): Promise<Page> => {
    const headers = new Headers(init.headers)
    headers.set('accept', 'text/html')
    headers.set('accept-language', language)
    if (own.cookie && !headers.has('cookie')) headers.set('cookie', own.cookie)
    const response = await kalends.request(path, { ...init, headers })
    const kept = response.headers.get('set-cookie')
    if (kept) own.cookie = kept.split(';')[0] ?? ''
    return {
      ...{ status: response.status, headers: response.headers, text: await response.text() },
      location: response.headers.get('location') ?? '',
    }
  }
  const here: Person = {
    kalends,
    get cookie() {
      return own.cookie
    },
    get: (path, headers = {}) => ask(path, { headers }),
    post(path, fields, headers = {}) {
      const body = new URLSearchParams()
      for (const [name, values] of Object.entries(fields))
        for (const value of [values].flat()) body.append(name, value)
      const type = { 'content-type': 'application/x-www-form-urlencoded' }
      const from = { 'sec-fetch-site': 'same-origin', origin: 'https://kalends.example' }
      return ask(path, {
        ...{ method: 'POST', body: String(body), headers: { ...type, ...from, ...headers } },
      })
    },
    async link(fields = {}) {
      const made = await here.post('/my/new', { calendar: 'harbour/regatta', ...fields })
      return made.location.replace('?made=1', '')
    },
    async uidOf(title) {
      const { body } = await kalends.admin('GET', '/v1/calendars/harbour/regatta/changes')
      return body.changes.find((each: { event: { title: string } }) => each.event.title === title)
        .event.uid
    },
    async feed(path) {
      const response = await kalends.request(`/feeds${path}.ics`)
      return (await response.text()).replaceAll('\r\n ', '')
    },
  }
  return here
}
