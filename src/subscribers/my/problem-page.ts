// What went wrong with a personal link, as a page that says what can be done now.

import type { Context } from 'hono'
import { html } from 'hono/html'
import { HTTPException } from 'hono/http-exception'
import { describeProblem } from '../../language/problems.ts'
import type { Ports } from '../../ports.ts'
import { isRedirect, problemHeaders, problemOf, STATUSES } from '../../web/problems.ts'
import { readerOf } from '../../web/reader.ts'
import { myPage } from './frame.ts'

const WORDS = {
  ko: {
    unknown: '이 링크를 찾을 수 없습니다',
    unknownHow:
      '주소가 잘렸거나, 이 서버의 링크가 아닙니다. 캘린더 앱에 있는 주소를 그대로 붙여 넣어 보세요.',
    ended: '이 링크는 끝났습니다',
    endedHow:
      '새 주소로 바꾸었거나 지운 링크입니다. 새 주소가 있다면 그것을 쓰세요. 없다면 새로 만들 수 있습니다.',
    back: '내 일정 링크로',
  },
  en: {
    unknown: 'This link cannot be found',
    unknownHow:
      'Its end may be cut off, or it belongs to another server. Paste the address from your calendar app.',
    ended: 'This link has ended',
    endedHow:
      'It was erased, or given a new address. If you have the new one, use that; else make a new link.',
    back: 'To my schedule links',
  },
}

export const isMine = (path: string): boolean => /^\/my(?:\/|$)/.test(path)

export function answerMyProblem(
  ports: Ports,
  thrown: unknown,
  c: Context,
): Promise<Response> | Response {
  if (thrown instanceof HTTPException && isRedirect(thrown.status)) return thrown.getResponse()
  const problem = problemOf(ports, thrown, c)
  const reader = readerOf(c)
  const words = WORDS[reader.language]
  const { code, params } = problem
  const isUnknown = code === 'not_found' && params.what === 'subscription'
  const said = isUnknown
    ? { title: words.unknown, detail: words.unknownHow }
    : code === 'subscription_ended'
      ? { title: words.ended, detail: words.endedHow }
      : describeProblem(code, params, reader.language)
  for (const [name, value] of Object.entries(problemHeaders(problem))) c.header(name, value)
  return myPage(c, {
    ...{ reader, title: said.title, status: STATUSES[code] },
    body: html`<p>${said.detail}</p><p><a class="button" href="${reader.to('/my')}">${words.back}</a></p>`,
  })
}
