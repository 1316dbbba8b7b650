// What went wrong, as a page that says what can be done now: for everybody, and for who has a
// personal link.

import type { Context } from 'hono'
import { html } from 'hono/html'
import { HTTPException } from 'hono/http-exception'
import type { Language } from '../language/choose.ts'
import { describeProblem } from '../language/problems.ts'
import type { Ports } from '../ports.ts'
import type { Problem } from '../problem.ts'
import { isRedirect, problemHeaders, problemOf, STATUSES } from '../web/problems.ts'
import { answerPublicPage } from '../web/public-page.ts'
import { readerOf } from '../web/reader.ts'
import { myPage } from './my/frame.ts'

const WORDS = {
  ko: {
    find: '캘린더 찾기',
    missing: '이 페이지를 찾을 수 없습니다',
    missingHow: (name: string) =>
      `“${name}”에 해당하는 것이 없습니다. 주소가 잘못 적혔거나, 올리던 곳에서 내렸을 수 있습니다.`,
    unknown: '이 링크를 찾을 수 없습니다',
    unknownHow:
      '주소가 잘렸거나, 이 서버의 링크가 아닙니다. 캘린더 앱에 있는 주소를 그대로 붙여 넣어 보세요.',
    ended: '이 링크는 끝났습니다',
    endedHow:
      '새 주소로 바꾸었거나 지운 링크입니다. 새 주소가 있다면 그것을 쓰세요. 없다면 새로 만들 수 있습니다.',
    mine: '내 일정 링크로',
    link: '이 링크의 페이지로',
  },
  en: {
    find: 'Find a calendar',
    missing: 'This page cannot be found',
    missingHow: (name: string) =>
      `There is no “${name}”. The address may be mistyped, or its publisher may have taken it down.`,
    unknown: 'This link cannot be found',
    unknownHow:
      'Its end may be cut off, or it belongs to another server. Paste the address from your calendar app.',
    ended: 'This link has ended',
    endedHow:
      'It was erased, or given a new address. If you have the new one, use that; else make a new link.',
    mine: 'To my schedule links',
    link: 'To this link’s page',
  },
}

/** Files and calls, which programs ask for, are answered to programs. */
const FOR_PROGRAMS =
  /^\/(?:v1|feeds|assets|mcp|healthz|readyz|metrics)(?:\/|$)|\.(?:rss|atom|json|xml|txt|ico|png|ics)$/

export const isPage = (path: string): boolean => isMine(path) || !FOR_PROGRAMS.test(path)

const isMine = (path: string): boolean => /^\/my(?:\/|$)/.test(path)

export function answerPageProblem(
  ports: Ports,
  thrown: unknown,
  c: Context,
): Promise<Response> | Response {
  if (thrown instanceof HTTPException && isRedirect(thrown.status)) return thrown.getResponse()
  const problem = problemOf(ports, thrown, c)
  const reader = readerOf(c)
  const { title, detail } = saidOf(problem, reader.language, isMine(c.req.path))
  const [to, text] = wayOn(problem, reader.language, c.req.path)
  const way = html`<p><a class="button" href="${reader.to(to)}">${text}</a></p>`
  const status = STATUSES[problem.code]
  const headers = problemHeaders(problem)
  if (isMine(c.req.path)) {
    for (const [name, value] of Object.entries(headers)) c.header(name, value)
    return myPage(c, { reader, title, status, body: html`<p>${detail}</p>${way}` })
  }
  return answerPublicPage(c, {
    ...{ reader, title: `${title} · Kalends`, status, noindex: true },
    headers: { ...headers, 'Cache-Control': 'no-store' },
    body: html`<div class="hero"><h1>${title}</h1><p>${detail}</p>
${way}</div>`,
  })
}

function saidOf({ code, params }: Problem, language: Language, mine: boolean) {
  const words = WORDS[language]
  if (code === 'subscription_ended') return { title: words.ended, detail: words.endedHow }
  if (code === 'not_found' && params.what === 'subscription')
    return { title: words.unknown, detail: words.unknownHow }
  if (code === 'not_found' && !mine)
    return { title: words.missing, detail: words.missingHow(String(params.name)) }
  return describeProblem(code, params, language)
}

/** Where to go now: to the link itself, where only something of it is missing. */
function wayOn({ code, params }: Problem, language: Language, path: string): [string, string] {
  const words = WORDS[language]
  if (!isMine(path)) return ['/', words.find]
  const [link] = /^\/my\/[a-z0-9]{32}(?=\/)/.exec(path) ?? []
  const isOfLink = code === 'subscription_ended' || params.what === 'subscription'
  return link && !isOfLink ? [link, words.link] : ['/my', words.mine]
}
